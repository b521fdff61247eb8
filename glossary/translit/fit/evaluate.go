//go:build train

package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/bits"
	"math/rand/v2"
	"slices"
	"time"

	"example.com/asma/glossary/translit"
)

// Figures are what one evaluation measured.
type Figures struct {
	Queries, Distractors  int
	Top1, AP, F1          float64 // F1 at the bound that is best for it
	Precision, Recall     float64 // at probability ½, at the rate of the distractors
	RecallAt1e4           float64 // recall where one of 10,000 distractors passes
	Near, NearAtBest      float64 // near neighbours at one edit that pass ½, and the bound of F1
	best                  float64 // the bound of F1
	NanosecondsPerCompare float64
}

func (f Figures) String() string {
	return fmt.Sprintf("queries %d, distractors %d: top-1 %.4f, AP %.4f, F1 %.4f, recall at FPR 1e-4 %.4f; at p≥½ precision %.4f recall %.4f; %.0f ns a comparison",
		f.Queries, f.Distractors, f.Top1, f.AP, f.F1, f.RecallAt1e4, f.Precision, f.Recall, f.NanosecondsPerCompare)
}

// hit is one scored comparison.
type hit struct {
	p    float64
	same bool
}

// Evaluate prints every figure of the ear on pairs: all of them, or those held
// out where all is false. Clean pairs are those that were seen twice or more,
// and for Arabic–Arabic those whose consonants are akin: about 3 of 100 mined
// rows are misaligned.
func Evaluate(w io.Writer, d Data, all bool) {
	test := d.Pairs
	if !all {
		_, test = Split(d.Pairs)
	}
	fmt.Fprintf(w, "split: %d of %d pairs, %s, by FNV-1a of the Latin token\n", len(test), len(d.Pairs), splitHash(test))
	truth := newTruth(d.Pairs)
	names := uniqueArabic(d.Pairs)
	clean := func(p Pair) bool { return p.Count >= 2 }
	for _, c := range []struct {
		label string
		want  func(Pair) bool
	}{
		{"Latin→Arabic", func(Pair) bool { return true }},
		{"Latin→Arabic, clean", clean},
		{"of Arabic origin", func(p Pair) bool { return native(p.Arabic) }},
		{"of Arabic origin, clean", func(p Pair) bool { return native(p.Arabic) && clean(p) }},
	} {
		fmt.Fprintf(w, "%-24s %s\n", c.label, cross(test, truth, names, d.Words, c.want))
	}
	for _, c := range []struct {
		label string
		want  func(a, b string) bool
	}{{"Arabic↔Arabic", func(string, string) bool { return true }}, {"Arabic↔Arabic, clean", akin}} {
		f := same(test, truth, names, d.Words, c.want)
		fmt.Fprintf(w, "%-24s %s\n%-24s near neighbours at one edit accepted: %.4f at p≥½, %.4f at the bound of F1\n", c.label, f, "", f.Near, f.NearAtBest)
	}
	if len(d.Distinct) > 0 {
		fmt.Fprintf(w, "%-24s %d held out: accepted %.4f at p≥½\n", "distinct names", len(d.Distinct), acceptedDistinct(d.Distinct))
	}
	one, five := spelling(test)
	fmt.Fprintf(w, "%-24s first %.3f, among five %.3f, hamza and ى aside\n", "spelling, clean", one, five)
}

// splitHash tells one set of pairs from another.
func splitHash(pairs []Pair) string {
	h := sha256.New()
	for _, p := range pairs {
		fmt.Fprintf(h, "%s\t%s\n", p.Latin, p.Arabic)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func acceptedDistinct(list []Distinct) float64 {
	accepted := 0.0
	for _, d := range list {
		accepted += mark(translit.ProbabilityArabic(translit.CompileArabic(d.Arabic[0]), translit.CompileArabic(d.Arabic[1])) >= 0.5)
	}
	return accepted / float64(len(list))
}

// spelling measures how often the spelling of the data is proposed.
func spelling(test []Pair) (first, five float64) {
	total := 0.0
	for _, p := range test {
		if p.Count < 2 {
			continue
		}
		total++
		for i, s := range translit.Spell(p.Latin, 5, translit.Profile{}) {
			if slices.Equal(translit.ArabicCodes(s.Text), translit.ArabicCodes(p.Arabic)) {
				first += mark(i == 0)
				five++
				break
			}
		}
	}
	return first / total, five / total
}

func cross(test []Pair, truth *truth, names, words []string, want func(Pair) bool) Figures {
	random := newRandom()
	var queries []Pair
	for _, p := range test {
		if want(p) {
			queries = append(queries, p)
		}
	}
	random.Shuffle(len(queries), func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
	queries = queries[:min(len(queries), 2000)]
	f := Figures{Queries: len(queries), Distractors: 1000}
	var hits []hit
	var spent time.Duration
	for _, q := range queries {
		l := translit.CompileLatin(q.Latin)
		list := []*translit.Arabic{translit.CompileArabic(q.Arabic)}
		for _, word := range draw(random, names, words, f.Distractors, truth.renderings(q.Latin)) {
			list = append(list, translit.CompileArabic(word))
		}
		scores := make([]float64, len(list))
		var start time.Time
		for range 2 { // the first time words are read for good
			start = time.Now()
			for i, a := range list {
				scores[i] = translit.Probability(l, a)
			}
		}
		spent += time.Since(start)
		hits = append(hits, rank(&f, scores)...)
	}
	f.NanosecondsPerCompare = float64(spent.Nanoseconds()) / float64(len(queries)*(f.Distractors+1))
	f.conclude(hits)
	return f
}

// akin reports two Arabic words that can be renderings of one name at all: of
// the sorts of consonants that the two have, they share at least half. Mined
// pairs of which this is false are misaligned (الابن, سولزبيرجر).
func akin(a, b string) bool {
	x, y := translit.Consonants(a), translit.Consonants(b)
	return 2*bits.OnesCount16(x&y) >= bits.OnesCount16(x|y)
}

func draw(random *rand.Rand, names, words []string, n int, skip func(string) bool) []string {
	var out []string
	for len(out) < n {
		word := names[random.IntN(len(names))]
		if len(out)%2 == 0 && len(words) > 0 {
			word = words[random.IntN(len(words))]
		}
		if !skip(word) {
			out = append(out, word)
		}
	}
	return out
}

// rank counts whether the first of the scores, the right one, leads.
func rank(f *Figures, scores []float64) []hit {
	hits := make([]hit, len(scores))
	best := true
	for i, p := range scores {
		hits[i] = hit{p, i == 0}
		best = best && (i == 0 || p < scores[0])
	}
	if best {
		f.Top1++
	}
	return hits
}

func (f *Figures) conclude(hits []hit) {
	f.Top1 /= float64(f.Queries)
	slices.SortStableFunc(hits, func(a, b hit) int {
		switch {
		case a.p > b.p:
			return -1
		case a.p < b.p:
			return 1
		}
		return 0
	})
	negatives := len(hits) - f.Queries
	right, wrong := 0.0, 0.0
	for _, h := range hits {
		if h.same {
			right++
			f.AP += right / (right + wrong) / float64(f.Queries)
		} else {
			wrong++
		}
		precision, recall := right/(right+wrong), right/float64(f.Queries)
		if both := 2 * precision * recall / (precision + recall); both > f.F1 {
			f.F1, f.best = both, h.p
		}
		if wrong <= float64(negatives)*1e-4 {
			f.RecallAt1e4 = recall
		}
		if h.p >= 0.5 {
			f.Precision, f.Recall = precision, recall
		}
	}
}

func same(test []Pair, truth *truth, names, words []string, want func(a, b string) bool) Figures {
	random := newRandom()
	near := neighbours(names)
	f := Figures{Distractors: 500}
	var hits []hit
	var spent time.Duration
	compared := 0
	var nearby []float64
	for group := range groups(test) {
		if len(group) < 2 || !want(group[0].Arabic, group[1].Arabic) {
			continue
		}
		word, other := group[0].Arabic, group[1].Arabic
		x := translit.CompileArabic(word)
		list := []*translit.Arabic{translit.CompileArabic(other)}
		for _, d := range draw(random, names, words, f.Distractors, func(s string) bool { return truth.sameName(word, s) }) {
			list = append(list, translit.CompileArabic(d))
		}
		f.Queries++
		scores := make([]float64, len(list))
		var start time.Time
		for range 2 { // the first time words are read for good
			start = time.Now()
			for i, a := range list {
				scores[i] = translit.ProbabilityArabic(x, a)
			}
		}
		spent += time.Since(start)
		compared += len(list)
		hits = append(hits, rank(&f, scores)...)
		for _, n := range near(word) {
			if !truth.sameName(word, n) {
				nearby = append(nearby, translit.ProbabilityArabic(x, translit.CompileArabic(n)))
			}
		}
	}
	f.NanosecondsPerCompare = float64(spent.Nanoseconds()) / float64(compared)
	f.conclude(hits)
	for _, p := range nearby {
		f.Near += mark(p >= 0.5) / float64(len(nearby))
		f.NearAtBest += mark(p >= f.best) / float64(len(nearby))
	}
	return f
}
