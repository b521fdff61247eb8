package checks

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

var corpusInconsistency = &Check{
	Name: "corpus-inconsistency", Severity: Warning,
	Short:  "one name, spelled differently in different files of the run",
	Corpus: checkCorpus,
}

// checkCorpus compares the files with each other. It stands on the files that
// deviate from the spelling that most files use; faults that a file shows by
// itself (deprecated, unlisted) are left to their checks.
func checkCorpus(p *Pass, c *Census) {
	for _, n := range c.Names() {
		var open []*placedSpelling
		for _, s := range n.Spellings() {
			if s.Script == arabic.Arabic && (s.Status.Accepted() || s.Status == Discovered) {
				open = append(open, s.placed())
			}
		}
		slices.SortStableFunc(open, func(a, b *placedSpelling) int {
			return cmp.Or(len(b.sites)-len(a.sites), b.Count-a.Count)
		})
		for i, s := range open {
			if other := firstAlike(s, open[:i]); other != nil {
				p.deviates(n, s, other)
			}
		}
	}
	if c.Files > 1 {
		p.hearAcross(c)
	}
}

// surelyAcross is the confidence from which a word heard by the names of other
// files is a warning, and heardAcross from which it is told at all.
const (
	surelyAcross = 0.95
	heardAcross  = 0.8
)

// placedSpelling is a spelling with its sites, unpacked.
type placedSpelling struct {
	*SpellingCount
	sites []Site
}

func (s *SpellingCount) placed() *placedSpelling { return &placedSpelling{s, s.Sites()} }

// heardName is a spelling of one word that words of other files are heard
// against, with the Latin word that it renders.
type heardName struct {
	name        *NameCount
	spelling    *SpellingCount
	text, latin *sound
}

// hearAcross hears the words that their own article makes no name against the
// spellings of the other files: برنسايد against بيرنسايد, which stands beside
// Burnside there. The words are many more than the names, so that these are
// kept to be found and the words come one by one.
func (p *Pass) hearAcross(c *Census) {
	v := newVocabulary(p.Settings.Glossary)
	names := v.heardNames(c)
	var index soundIndex
	index.reset(len(names))
	for i, n := range names {
		index.addKeys(i, n.text.soundKeys().asks)
	}
	for _, text := range slices.Sorted(maps.Keys(c.words)) {
		word := newSound(text)
		for _, i := range index.withKeys(word.soundKeys().offers) {
			if like := v.acrossLikeness(names[i].latin, names[i].text, word); like >= heardAcross {
				p.heardElsewhere(names[i], c.word(text), like)
			}
		}
	}
}

// heardNames gives the spellings of one word, of names that are called by a
// Latin one.
func (v *vocabulary) heardNames(c *Census) []heardName {
	var out []heardName
	for _, n := range c.Names() {
		latin := v.sound(n.latinWord())
		if !latin.latin {
			continue
		}
		for _, s := range n.Spellings() {
			if s.Script == arabic.Arabic && !strings.Contains(s.Text, " ") && (s.Status == Discovered || s.Status.Accepted()) {
				out = append(out, heardName{n, s, v.sound(arabic.Indefinite(s.Text)), latin})
			}
		}
	}
	return out
}

// acrossLikeness is how sure it is that a word of one file is a spelling of a
// name that others write in an Arabic and a Latin way, 0 below heardAcross.
func (v *vocabulary) acrossLikeness(latin, spelling, word *sound) float64 {
	if spelling.far(word) > farAlone || latin.far(word) > farAlone {
		return 0
	}
	if key := arabic.Key(word.text); key == arabic.Key(spelling.text) || relatives(key, arabic.Key(spelling.text)) {
		return 0
	}
	like := v.compare(spelling, word)
	if like >= heardAcross {
		like = min(like, v.compare(latin, word))
	}
	return like
}

// latinWord gives the Latin word that a spelling of one word renders: the last
// one of the name.
func (n *NameCount) latinWord() string {
	words := strings.Fields(arabic.LatinKey(n.Label))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// heardElsewhere reports a word where it stands and the name does not.
func (p *Pass) heardElsewhere(n heardName, word *SpellingCount, confidence float64) {
	severity := Info
	if confidence >= surelyAcross {
		severity = p.Check.Severity
	}
	usual := n.spelling.placed()
	message := fmt.Sprintf("“%s” seems to be %s, which is written %s %s", word.Text, n.name.Label, usual.Text, usual.files())
	p.elsewhere(n.name, word.placed(), usual, severity, confidence, message)
}

// firstAlike gives the more frequent spelling that s deviates from, nil if
// there is none: as many words, each the same or sounding alike.
func firstAlike(s *placedSpelling, before []*placedSpelling) *placedSpelling {
	for _, other := range before {
		if formsDisagree(s.Text, other.Text) {
			return other
		}
	}
	return nil
}

func formsDisagree(a, b string) bool {
	x, y := strings.Fields(arabic.Key(a)), strings.Fields(arabic.Key(b))
	if len(x) != len(y) {
		return false
	}
	differ := false
	for i := range x {
		u, v := arabic.Indefinite(x[i]), arabic.Indefinite(y[i])
		if u == v {
			continue
		}
		if !soundsAlike(u, v) {
			return false
		}
		differ = true
	}
	return differ
}

func (p *Pass) deviates(n *NameCount, s, usual *placedSpelling) {
	p.elsewhere(n, s, usual, p.Check.Severity, 0.9, fmt.Sprintf("%s is written “%s” here and %s %s", n.Label, s.Text, usual.Text, usual.files()))
}

// files says in how many other files a spelling stands.
func (s *placedSpelling) files() string {
	if len(s.sites) == 1 {
		return "in another file"
	}
	return fmt.Sprintf("in %d other files", len(s.sites))
}

// elsewhere reports a spelling in the files that do not have the usual one;
// where both stand in one file, inconsistent-spelling tells it there.
func (p *Pass) elsewhere(n *NameCount, s, usual *placedSpelling, severity Severity, confidence float64, message string) {
	first := usual.sites[0]
	for _, site := range s.sites {
		if usual.in(site.Path) {
			continue
		}
		p.report(Finding{
			Check: p.Check.Name, Severity: severity, Path: site.Path, Start: site.Start, End: site.End, Text: s.Text, Spelling: s.Text,
			Name: n.Label, Entry: n.Entry, Confidence: confidence, Message: message,
			Related:     []Related{{Path: first.Path, Start: first.Start, End: first.End, Message: "written " + usual.Text + " here"}},
			Fingerprint: fingerprint(p.Check.Name, n.Label, s.Text, "", ""),
		})
	}
}

func (s *placedSpelling) in(path string) bool {
	_, found := slices.BinarySearchFunc(s.sites, path, func(site Site, path string) int { return strings.Compare(site.Path, path) })
	return found
}
