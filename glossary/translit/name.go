package translit

import (
	"math"
	"strings"
	"unicode"

	"example.com/asma/glossary/arabic"
)

// Name is a name of one or more words compiled for comparisons: Khalifa Haftar.
type Name struct {
	words  []nameWord
	joined []nameWord // each word with the next: بيرنز سايد
}

// nameWord is a word in either script; the other field is nil.
type nameWord struct {
	text  string
	latin *Latin
	arab  *Arabic
}

// Part is what one part of a name answers to in another: a word, two that are
// written apart on one side, or nothing.
type Part struct {
	A, B        string
	Probability float64 // that the two are one name
}

// CompileName prepares a name. Words are parted by blanks and hyphens; a Latin
// article (al-, el-) belongs to what follows.
func CompileName(text string) *Name {
	n := &Name{}
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '_' })
	for i, f := range fields {
		if i+1 < len(fields) && latinArticles[strings.ToLower(f)] {
			continue
		}
		if w := compileNameWord(f); w.latin != nil || w.arab != nil {
			n.words = append(n.words, w)
		}
	}
	for i := 1; i < len(n.words); i++ {
		if a, b := n.words[i-1], n.words[i]; (a.latin == nil) == (b.latin == nil) {
			n.joined = append(n.joined, compileNameWord(a.text+b.text))
		} else {
			n.joined = append(n.joined, nameWord{})
		}
	}
	return n
}

// latinArticles are ways to write ال before a name, some with its ل taken up by
// the letter that follows.
var latinArticles = map[string]bool{"al": true, "el": true, "ul": true, "as": true, "ash": true, "ad": true, "ar": true, "an": true, "at": true, "az": true, "l": true}

func compileNameWord(text string) nameWord {
	w := nameWord{text: text}
	if arabic.HasLatin(text) {
		if l := CompileLatin(text); len(l.codes) > 0 {
			w.latin = l
		}
	} else if a := CompileArabic(text); len(a.codes) > 0 {
		w.arab = a
	}
	return w
}

func (w *nameWord) probability(other *nameWord) float64 {
	switch {
	case w.latin != nil && other.arab != nil:
		return Probability(w.latin, other.arab)
	case w.arab != nil && other.latin != nil:
		return Probability(other.latin, w.arab)
	case w.arab != nil && other.arab != nil:
		return ProbabilityArabic(w.arab, other.arab)
	case w.latin != nil && other.latin != nil:
		return ProbabilityLatin(w.latin, other.latin)
	}
	return 0
}

// ProbabilityName says how probable it is that two names, in any scripts, are
// one. Every part must answer to one of the other name, only words in the middle
// may be missing; two parts that confirm each other make up for a weak one
// (محمر القذافي is معمر القذافي), and one that cannot be heard refutes it.
func ProbabilityName(a, b *Name) float64 {
	if len(a.words) == 1 && len(b.words) == 1 {
		return a.words[0].probability(&b.words[0])
	}
	p, _ := compareNames(a, b)
	return p
}

// NameParts answers the parts of two names to one another. It is nil where two
// names of several words cannot be one.
func NameParts(a, b *Name) []Part {
	if len(a.words) == 1 && len(b.words) == 1 {
		return []Part{{a.words[0].text, b.words[0].text, a.words[0].probability(&b.words[0])}}
	}
	_, parts := compareNames(a, b)
	return parts
}

const (
	leastPart  = 0.003 // a part below this refutes the whole
	oneOf      = 1000  // the rate for which Probability is calibrated
	middleCost = 3.0   // log-odds that a missing middle part takes
)

// compareNames aligns two names from left to right for the greatest sum of
// log-odds.
func compareNames(a, b *Name) (float64, []Part) {
	n, m := len(a.words), len(b.words)
	if n == 0 || m == 0 {
		return 0, nil
	}
	g := newNameGrid(n, m)
	for i := range n + 1 {
		for j := range m + 1 {
			if math.IsInf(g[i][j].sum, -1) {
				continue
			}
			if i < n && j < m {
				g.pair(i, j, 1, 1, &a.words[i], &b.words[j])
				g.pair(i, j, 2, 1, a.pair(i), &b.words[j])
				g.pair(i, j, 1, 2, &a.words[i], b.pair(j))
			}
			if i > 0 && j > 0 && i < n-1 && j < m {
				g.step(i, j, 1, 0, -middleCost, 0)
			}
			if i > 0 && j > 0 && j < m-1 && i < n {
				g.step(i, j, 0, 1, -middleCost, 0)
			}
		}
	}
	total := g[n][m].sum
	if math.IsInf(total, -1) {
		return 0, nil
	}
	var parts []Part
	for i, j := n, m; i > 0 || j > 0; {
		c := g[i][j]
		from, to := i-c.back[0], j-c.back[1]
		parts = append([]Part{{a.text(from, i), b.text(to, j), c.p}}, parts...)
		i, j = from, to
	}
	return 1 / (1 + oneOf*math.Exp(-total)), parts
}

// nameGrid holds by words of two names that are read the best way to get there.
type nameGrid [][]nameCell

type nameCell struct {
	sum  float64 // log-odds; -Inf where nothing leads
	back [2]int  // words of either name in the last step
	p    float64 // probability of the last part
}

func newNameGrid(n, m int) nameGrid {
	g := make(nameGrid, n+1)
	for i := range g {
		g[i] = make([]nameCell, m+1)
		for j := range g[i] {
			g[i][j].sum = math.Inf(-1)
		}
	}
	g[0][0].sum = 0
	return g
}

func (g nameGrid) step(i, j, di, dj int, gain, p float64) {
	if sum := g[i][j].sum + gain; sum > g[i+di][j+dj].sum {
		g[i+di][j+dj] = nameCell{sum, [2]int{di, dj}, p}
	}
}

// pair goes on by two parts that are heard as one; either may be nil.
func (g nameGrid) pair(i, j, di, dj int, x, y *nameWord) {
	const surest = 0.9999 // one part never proves all
	if x == nil || y == nil {
		return
	}
	if p := x.probability(y); p >= leastPart {
		g.step(i, j, di, dj, math.Log(oneOf*p/(1-min(p, surest))), p)
	}
}

// pair gives the word i joined with the next, nil for none.
func (n *Name) pair(i int) *nameWord {
	if i < len(n.joined) {
		return &n.joined[i]
	}
	return nil
}

func (n *Name) text(from, to int) string {
	var words []string
	for _, w := range n.words[from:to] {
		words = append(words, w.text)
	}
	return strings.Join(words, " ")
}
