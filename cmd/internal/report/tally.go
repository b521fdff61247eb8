package report

import "example.com/asma/checks"

// counts gives the names of the census by what findings call them.
func (r *Report) counts() map[string]*checks.NameCount {
	counts := map[string]*checks.NameCount{}
	for _, n := range r.Census.Names() {
		counts[n.Label] = n
	}
	return counts
}

// spellingCount is one spelling of a name with how often it stands in the texts.
type spellingCount struct {
	Text   string
	Status checks.Status
	Count  int
}

// sign marks what the glossary accepts: حفتر ✓3.
func (s spellingCount) sign() string {
	if s.Status.Accepted() {
		return "✓"
	}
	return ""
}

// tally gives the spellings of a name, the most frequent first. The preferred
// one leads where it stands nowhere: حفتر ✓0 · هافتار 9 says what is missing.
func tally(n *checks.NameCount) []spellingCount {
	var out []spellingCount
	preferred := n.Preferred == ""
	for _, s := range n.Spellings() {
		preferred = preferred || s.Text == n.Preferred
		out = append(out, spellingCount{s.Text, s.Status, s.Count})
	}
	if !preferred {
		out = append([]spellingCount{{n.Preferred, checks.Preferred, 0}}, out...)
	}
	return out
}
