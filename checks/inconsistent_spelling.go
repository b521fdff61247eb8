package checks

import (
	"fmt"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

var inconsistentSpelling = &Check{
	Name: "inconsistent-spelling", Severity: Error,
	Short:   "one name, two or more Arabic spellings in one article",
	Article: checkInconsistent,
}

// sureText is the confidence from which a pair that only the text suggests is
// a warning; below, it is info. Measured on the development articles.
const sureText = 0.3

func checkInconsistent(p *Pass, a *Article) {
	for _, n := range a.Names {
		if n.Entry != nil {
			p.acceptedForms(a, n)
		} else {
			p.discoveredForms(a, n)
		}
	}
}

// discoveredForms reports the spellings of a name without an entry that are
// not the one to use; all of them, where nothing tells which one that is.
func (p *Pass) discoveredForms(a *Article, n *Name) {
	best := arabic.Key(arabic.Indefinite(n.Best))
	var good, other []*Mention
	for _, i := range n.Mentions {
		switch m := &a.Mentions[i]; {
		case m.Script != arabic.Arabic:
		case m.key() == best:
			good = append(good, m)
		case !m.Status.Accepted():
			other = append(other, m)
		}
	}
	if len(other) == 0 {
		return
	}
	if n.Unsure {
		for _, m := range good {
			p.oneOfTwo(a, m, other[0].bare(), other, true)
		}
	}
	for _, m := range other {
		p.oneOfTwo(a, m, n.Best, good, false)
	}
}

// oneOfTwo reports a spelling of a name that stands in another one too.
// undecided: it is the likelier one, told because nothing says that it is right.
func (p *Pass) oneOfTwo(a *Article, m *Mention, want string, elsewhere []*Mention, undecided bool) {
	severity := Warning
	if m.Confidence < sureText {
		severity = Info
	}
	if m.Definite {
		want = arabic.Definite(want)
	}
	p.Mention(a, m, Report{Severity: severity, Want: want, Undecided: undecided, Related: elsewhere[:min(3, len(elsewhere))], RelatedMsg: "another spelling of the name",
		Message: fmt.Sprintf("“%s” and %s seem to be one name", m.Spelling, want)})
}

// bare is the spelling without ال and marks.
func (m *Mention) bare() string { return arabic.Indefinite(arabic.Fold(m.Spelling, arabic.Light)) }

// key is what the mention's spelling is compared by: folded, without ال.
func (m *Mention) key() string {
	return arabic.Key(m.bare())
}

// followUsage lets what is wanted for the faulty mentions of a listed name
// follow the article where it keeps to an accepted form other than the
// preferred one: beside ترمب throughout, Trump becomes ترمب and not ترامب.
func (a *Article) followUsage() {
	for _, n := range a.Names {
		if n.Entry == nil {
			continue
		}
		uses := wordUses(a, n)
		for _, i := range n.Mentions {
			if m := &a.Mentions[i]; len(uses) > 0 && !m.Status.Accepted() {
				m.Want = asUsed(m.Want, uses)
			}
		}
	}
}

func asUsed(want string, uses []*wordUse) string {
	for _, w := range strings.Fields(want) {
		key := arabic.Key(arabic.Indefinite(w))
		if slices.ContainsFunc(uses, func(u *wordUse) bool { return u.key == key }) {
			continue
		}
		for _, u := range uses {
			if soundsAlike(key, u.key) {
				want = replaceWord(want, key, u.word)
				break
			}
		}
	}
	return want
}

// soundsAlike reports whether two words may be two spellings of one, rather
// than one word in two cases or genders (الحوثيون, الحوثيين) or a place and its
// adjective (بنغلاديش, البنغلاديشي).
func soundsAlike(a, b string) bool {
	if a != b && uninflected(a) == uninflected(b) {
		return false
	}
	return translit.ProbabilityArabic(translit.CompileArabic(a), translit.CompileArabic(b)) >= heardBeside
}

// uninflected cuts the ending of an adjective or a plural from a key:
// السودانيه, السوداني and السودانيين are one word.
func uninflected(key string) string {
	for _, ending := range [...]string{"يون", "يين", "يات", "يان", "يه", "ون", "ين", "ي"} {
		if stem, found := strings.CutSuffix(key, ending); found && len(stem) >= 3*letterBytes {
			return stem
		}
	}
	return key
}

// replaceWord puts another word in the place of one of a spelling's words.
func replaceWord(spelling, key, word string) string {
	words := strings.Fields(arabic.Fold(spelling, arabic.Light))
	for i, w := range words {
		if arabic.Key(arabic.Indefinite(w)) == key {
			words[i] = word
			if arabic.HasArticle(w) {
				words[i] = arabic.Definite(word)
			}
		}
	}
	return strings.Join(words, " ")
}
