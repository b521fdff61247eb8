package checks

import (
	"fmt"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// acceptedForms reports the accepted forms of an entry that disagree with
// another: with the one that the article uses most, ترمب beside ترامب; with one
// that has its blanks elsewhere, جيهوب beside جي هوب; with the Arabic name of a
// place, كازابلانكا beside الدار البيضاء. Other forms of different words (وولفز,
// ولفرهامبتون) do not disagree.
func (p *Pass) acceptedForms(a *Article, n *Name) {
	uses := wordUses(a, n)
	for _, u := range uses {
		rival := u.rival(uses)
		if rival == nil {
			continue
		}
		for _, m := range u.mentions {
			p.accepted(a, m, replaceWord(m.Spelling, u.key, rival.word), u.word, rival)
		}
	}
	forms := formUses(a, n)
	p.otherBlanks(a, forms)
	p.exonyms(a, n, forms)
}

// accepted reports an accepted form in which written should be the rival.
func (p *Pass) accepted(a *Article, m *Mention, want, written string, rival *wordUse) {
	p.Mention(a, m, Report{Severity: Warning, Want: want, Related: rival.mentions[:min(3, len(rival.mentions))], RelatedMsg: "written " + rival.word + " here",
		Message: fmt.Sprintf("%s is written “%s” here and %s elsewhere in the article", m.Name.Label, written, rival.word)})
}

// wordUse is one word of the accepted mentions of a name.
type wordUse struct {
	key, word string
	preferred bool
	mentions  []*Mention
	beside    int // how often it stands beside a misspelt word of the name: إيغا in «إيغا سواتيك»
}

// formUses gives the accepted mentions of a name by the form they have.
func formUses(a *Article, n *Name) []*wordUse {
	var out []*wordUse
	for _, i := range n.Mentions {
		m := &a.Mentions[i]
		if m.Script != arabic.Arabic || !m.Status.Accepted() || m.Doubtful {
			continue
		}
		key := arabic.Key(m.Spelling)
		at := slices.IndexFunc(out, func(u *wordUse) bool { return u.key == key })
		if at < 0 {
			at = len(out)
			out = append(out, &wordUse{key: key, word: arabic.Fold(m.Spelling, arabic.Light), preferred: strings.Contains(" "+arabic.Key(n.Best)+" ", " "+key+" ")})
		}
		out[at].mentions = append(out[at].mentions, m)
	}
	return out
}

// otherBlanks reports the forms of a name that another form has in more words
// or in fewer. That عبدالله is عبد الله every reader knows.
func (p *Pass) otherBlanks(a *Article, uses []*wordUse) {
	for _, u := range uses {
		for _, v := range uses {
			if u == v || joined(u.key) != joined(v.key) || strings.Contains(" "+u.key, " عبد") || u.weight() > v.weight() || u.weight() == v.weight() && u.word < v.word {
				continue
			}
			for _, m := range u.mentions {
				p.accepted(a, m, v.word, u.word, v)
			}
			break
		}
	}
}

// joined is a key without blanks and hyphens.
func joined(key string) string { return unspaced.Replace(key) }

var unspaced = strings.NewReplacer(" ", "", "-", "")

// exonyms reports the Latin name of a place in Arabic letters where the article
// calls the place by its Arabic name too: كازابلانكا beside الدار البيضاء.
func (p *Pass) exonyms(a *Article, n *Name, uses []*wordUse) {
	latin := n.Entry.Called()
	if n.Entry.Kind != glossary.Place || strings.Contains(latin, " ") {
		return
	}
	own := slices.IndexFunc(uses, func(u *wordUse) bool { return u.key == arabic.Key(n.Best) })
	if own < 0 || len(uses) < 2 {
		return
	}
	name := translit.CompileLatin(latin)
	renders := func(u *wordUse) bool {
		return translit.Probability(name, translit.CompileArabic(arabic.Indefinite(u.key))) >= heardAlone
	}
	if renders(uses[own]) {
		return
	}
	for _, u := range uses {
		for _, m := range u.mentions {
			if u != uses[own] && !strings.Contains(uses[own].key, u.key) && renders(u) {
				p.accepted(a, m, n.Best, u.word, uses[own])
			}
		}
	}
}

// wordUses gives the words of the accepted mentions of a name, and those that
// stand right beside misspelt ones.
func wordUses(a *Article, n *Name) []*wordUse {
	var out []*wordUse
	preferred := arabic.Key(n.Best)
	use := func(w string) *wordUse {
		key := arabic.Key(arabic.Indefinite(w))
		i := slices.IndexFunc(out, func(u *wordUse) bool { return u.key == key })
		if i < 0 {
			i = len(out)
			out = append(out, &wordUse{key: key, word: w, preferred: strings.Contains(preferred, key)})
		}
		return out[i]
	}
	for _, i := range n.Mentions {
		m := &a.Mentions[i]
		switch {
		case m.Script != arabic.Arabic || m.Doubtful:
		case m.Status.Accepted():
			for _, w := range strings.Fields(arabic.Fold(m.Spelling, arabic.Light)) {
				u := use(w)
				u.mentions = append(u.mentions, m)
			}
		case m.Status == Unlisted && n.Entry.Kind == glossary.Person:
			for _, w := range a.besideMention(m) {
				if n.Entry.HasWord(w) {
					use(w).beside++
				}
			}
		}
	}
	return out
}

// besideMention gives the words right before and behind a mention that belong
// to none.
func (a *Article) besideMention(m *Mention) []string {
	var out []string
	add := func(follows bool, i int) {
		if follows && a.Tokens[i].mention == 0 && a.Tokens[i].word.script == arabic.Arabic {
			out = append(out, a.Tokens[i].word.light)
		}
	}
	add(a.follows(m.First), m.First-1)
	add(a.follows(m.Last+1), m.Last+1)
	return out
}

// rival gives the word that the name should have in place of this one: one
// that sounds like it and is used more, or as often and preferred. A و may be
// the word «and»: وولفرهامبتون is no rival of ولفرهامبتون.
func (u *wordUse) rival(uses []*wordUse) *wordUse {
	var best *wordUse
	for _, v := range uses {
		if v == u || v.weight() < u.weight() || v.weight() == u.weight() && v.word > u.word || shareMention(u, v) || u.key == "و"+v.key || v.key == "و"+u.key {
			continue
		}
		if soundsAlike(u.key, v.key) && (best == nil || v.weight() > best.weight()) {
			best = v
		}
	}
	return best
}

// weight orders words by use. The preferred one counts twice: it gives way only
// to an article that mostly keeps to another.
func (u *wordUse) weight() int {
	n := len(u.mentions) + u.beside
	if u.preferred {
		return 2*n + 1
	}
	return n
}

func shareMention(u, v *wordUse) bool {
	return slices.ContainsFunc(u.mentions, func(m *Mention) bool { return slices.Contains(v.mentions, m) })
}
