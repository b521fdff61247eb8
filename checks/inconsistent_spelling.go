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
	best := arabic.Key(n.Best)
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

// acceptedForms reports the accepted forms of an entry that disagree with the
// one that the article uses most: ترمب beside ترامب. Forms of different words
// (وولفز, ولفرهامبتون) do not disagree.
func (p *Pass) acceptedForms(a *Article, n *Name) {
	uses := wordUses(a, n)
	for _, u := range uses {
		rival := u.rival(uses)
		if rival == nil {
			continue
		}
		for _, m := range u.mentions {
			want := replaceWord(m.Spelling, u.key, rival.word)
			p.Mention(a, m, Report{Severity: Warning, Want: want, Related: rival.mentions[:min(3, len(rival.mentions))], RelatedMsg: "written " + rival.word + " here",
				Message: fmt.Sprintf("%s is written “%s” here and %s elsewhere in the article", n.Label, u.word, rival.word)})
		}
	}
}

// wordUse is one word of the accepted mentions of a name.
type wordUse struct {
	key, word string
	preferred bool
	mentions  []*Mention
}

// wordUses gives the words of the accepted mentions of a name.
func wordUses(a *Article, n *Name) []*wordUse {
	byKey := map[string]*wordUse{}
	var out []*wordUse
	preferred := arabic.Key(n.Best)
	for _, i := range n.Mentions {
		m := &a.Mentions[i]
		if m.Script != arabic.Arabic || !m.Status.Accepted() || m.Doubtful {
			continue
		}
		for _, w := range strings.Fields(arabic.Fold(m.Spelling, arabic.Light)) {
			key := arabic.Key(arabic.Indefinite(w))
			u := byKey[key]
			if u == nil {
				u = &wordUse{key: key, word: w, preferred: strings.Contains(preferred, key)}
				byKey[key] = u
				out = append(out, u)
			}
			u.mentions = append(u.mentions, m)
		}
	}
	return out
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
	if u.preferred {
		return 2*len(u.mentions) + 1
	}
	return len(u.mentions)
}

func shareMention(u, v *wordUse) bool {
	return slices.ContainsFunc(u.mentions, func(m *Mention) bool { return slices.Contains(v.mentions, m) })
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
