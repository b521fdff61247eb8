package translit

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

// distinctList holds pairs of names that sound alike and are two: حسن and حسين.
// Spelling cannot part them, only knowledge can.
//
//go:embed distinct.txt
var distinctList string

var distinct = sync.OnceValue(func() map[string]bool {
	pairs := map[string]bool{}
	for line := range strings.Lines(distinctList) {
		words := strings.Fields(line)
		for i, a := range words {
			for _, b := range words[i+1:] {
				x, y := string(ArabicCodes(a)), string(ArabicCodes(b))
				pairs[x+"\x00"+y], pairs[y+"\x00"+x] = true, true
			}
		}
	}
	return pairs
})

// ScoreArabic says how well two Arabic words pass for spellings of one name:
// the mean log-probability, a letter, of reading each as the other. It is
// symmetric. 0 is the same word, -1 is near, -2 is far.
func ScoreArabic(a, b *Arabic) float64 {
	if tooFar(a.mask, b.mask, len(a.codes), len(b.codes)) {
		return farAway
	}
	f := model().SameFeatures(a, b)
	return f[0]
}

// ProbabilityArabic says how probable it is that two Arabic words are spellings
// of one name. Names known to be two are.
func ProbabilityArabic(a, b *Arabic) float64 {
	if string(a.codes) == string(b.codes) {
		return 1
	}
	if tooFar(a.mask, b.mask, len(a.codes), len(b.codes)) || distinct()[string(a.codes)+"\x00"+string(b.codes)] {
		return 0
	}
	m := model()
	f := m.SameFeatures(a, b)
	return m.Same.probability(f[:])
}

// SameFeatures are what the regression weighs for two Arabic words.
func (m *Model) SameFeatures(a, b *Arabic) [7]float64 {
	ab := logProbability(&a.variant, &b.variantOf, m.Variants.Longest) / float64(len(b.codes)+1)
	ba := logProbability(&b.variant, &a.variantOf, m.Variants.Longest) / float64(len(a.codes)+1)
	edits, swapped := edits(a.codes, b.codes)
	shorter, longer := min(len(a.codes), len(b.codes)), max(len(a.codes), len(b.codes))
	return [7]float64{
		(max(ab, -8) + max(ba, -8)) / 2, math.Min(max(ab, -8), max(ba, -8)), float64(edits) / float64(longer),
		mark(swapped), mark(shorter <= 3), mark(shorter == 4), mark(a.codes[0] != b.codes[0]),
	}
}

// edits counts letters to add, drop, replace or swap with a neighbour (optimal
// string alignment), and tells whether two were swapped and nothing else.
func edits(a, b []uint8) (int, bool) {
	var rows [3][maxLetters + 1]int
	for j := range len(b) + 1 {
		rows[1][j] = j
	}
	swap := false
	for i := 1; i <= len(a); i++ {
		before, last, now := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := last[j-1]
			if a[i-1] != b[j-1] {
				cost++
			}
			cost = min(cost, last[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] && before[j-2]+1 < cost {
				cost = before[j-2] + 1
				swap = true
			}
			now[j] = cost
		}
	}
	distance := rows[(len(a)+1)%3][len(b)]
	return distance, swap && distance == 1 && len(a) == len(b)
}

// ScoreLatin says how well two Latin words pass for spellings of one name, by
// way of the Arabic that each is likely to stand for.
func ScoreLatin(a, b *Latin) float64 { return math.Log(max(ProbabilityLatin(a, b), 1e-9)) }

// ProbabilityLatin says how probable it is that two Latin words are one name:
// the best Arabic spelling of each is heard against the other.
func ProbabilityLatin(a, b *Latin) float64 {
	if string(a.codes) == string(b.codes) {
		return 1
	}
	if tooFar(a.mask, b.mask, len(a.codes), len(b.codes)) {
		return 0
	}
	return math.Sqrt(heardThrough(a, b) * heardThrough(b, a))
}

func heardThrough(a, b *Latin) float64 {
	best := 0.0
	for _, s := range spell(model(), a.codes, 3) {
		best = max(best, Probability(b, CompileArabic(s.Text)))
	}
	return best
}

// Foreign says how foreign the shape of an Arabic word is: the gain, in nats a
// letter, of reading it as a respelt foreign name over any Arabic word. Above
// 0 it looks foreign.
func Foreign(word string) float64 {
	a := CompileArabic(word)
	if len(a.codes) == 0 {
		return 0
	}
	best := math.Inf(-1)
	for _, s := range romanize(model(), a.codes, 2) {
		l := CompileLatin(s.Text)
		best = max(best, model().forward(l, a)+math.Log(s.Probability))
	}
	return (best - a.background) / float64(len(a.codes))
}
