//go:build train

package fit

import (
	"fmt"
	"io"
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
	Neighbours            float64 // near neighbours at one edit that pass ½
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
// out where all is false.
func Evaluate(w io.Writer, pairs []Pair, words []string, all bool) {
	test := pairs
	if !all {
		_, test = Split(pairs)
	}
	gold := spellings(pairs)
	names := uniqueArabic(pairs)
	fmt.Fprintln(w, "Latin→Arabic          ", cross(test, gold, names, words, func(Pair) bool { return true }))
	fmt.Fprintln(w, "Latin→Arabic, clean   ", cross(test, gold, names, words, func(p Pair) bool { return p.Count >= 2 }))
	fmt.Fprintln(w, "  of Arabic origin    ", cross(test, gold, names, words, func(p Pair) bool { return native(p.Arabic) }))
	fmt.Fprintln(w, "  of Arabic origin, cl", cross(test, gold, names, words, func(p Pair) bool { return native(p.Arabic) && p.Count >= 2 }))
	f := same(test, pairs, names, words)
	fmt.Fprintln(w, "Arabic↔Arabic         ", f)
	fmt.Fprintf(w, "near neighbours at one edit that pass: %.4f\n", f.Neighbours)
}

func cross(test []Pair, gold map[string]map[string]bool, names, words []string, want func(Pair) bool) Figures {
	random := newRandom()
	var queries []Pair
	for _, p := range test {
		if want(p) {
			queries = append(queries, p)
		}
	}
	random.Shuffle(len(queries), func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
	queries = queries[:min(len(queries), 500)]
	f := Figures{Queries: len(queries), Distractors: 1000}
	var hits []hit
	var spent time.Duration
	for _, q := range queries {
		l := translit.CompileLatin(q.Latin)
		list := []*translit.Arabic{translit.CompileArabic(q.Arabic)}
		skeleton := Skeleton(q.Latin, gold)
		for _, word := range draw(random, names, words, f.Distractors, func(s string) bool { return gold[q.Latin][s] || skeleton[s] }) {
			list = append(list, translit.CompileArabic(word))
		}
		start := time.Now()
		scores := make([]float64, len(list))
		for i, a := range list {
			scores[i] = translit.Probability(l, a)
		}
		spent += time.Since(start)
		hits = append(hits, rank(&f, scores)...)
	}
	f.NanosecondsPerCompare = float64(spent.Nanoseconds()) / float64(len(queries)*(f.Distractors+1))
	f.conclude(hits)
	return f
}

// Skeleton gives the spellings of Latin tokens with the same consonants as one:
// they are no fair distractors of it (Mohamed, Muhammad).
func Skeleton(latin string, gold map[string]map[string]bool) map[string]bool {
	index := skeletonIndex(gold)
	return index[consonants(latin)]
}

var skeletons map[string]map[string]bool

func skeletonIndex(gold map[string]map[string]bool) map[string]map[string]bool {
	if skeletons == nil {
		skeletons = map[string]map[string]bool{}
		for latin, arabs := range gold {
			key := consonants(latin)
			if skeletons[key] == nil {
				skeletons[key] = map[string]bool{}
			}
			for a := range arabs {
				skeletons[key][a] = true
			}
		}
	}
	return skeletons
}

func consonants(latin string) string {
	var out []byte
	for i := range len(latin) {
		c := latin[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w':
			continue
		case 'q', 'c':
			c = 'k'
		case 'z':
			c = 's'
		case 'v':
			c = 'f'
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
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
		f.F1 = max(f.F1, 2*precision*recall/(precision+recall))
		if wrong <= float64(negatives)*1e-4 {
			f.RecallAt1e4 = recall
		}
		if h.p >= 0.5 {
			f.Precision, f.Recall = precision, recall
		}
	}
}

func same(test, pairs []Pair, names, words []string) Figures {
	random := newRandom()
	latins := latinsOf(pairs)
	near := neighbours(names)
	f := Figures{Distractors: 500}
	var hits []hit
	var spent time.Duration
	compared, neighboursSeen, neighboursPassed := 0, 0.0, 0.0
	for group := range groups(test) {
		if len(group) < 2 || f.Queries == 1200 {
			continue
		}
		word, other := group[0].Arabic, group[1].Arabic
		x := translit.CompileArabic(word)
		list := []*translit.Arabic{translit.CompileArabic(other)}
		for _, d := range draw(random, names, words, f.Distractors, func(s string) bool { return shareLatin(latins, word, s) }) {
			list = append(list, translit.CompileArabic(d))
		}
		f.Queries++
		start := time.Now()
		scores := make([]float64, len(list))
		for i, a := range list {
			scores[i] = translit.ProbabilityArabic(x, a)
		}
		spent += time.Since(start)
		compared += len(list)
		hits = append(hits, rank(&f, scores)...)
		for _, n := range near(word) {
			if !shareLatin(latins, word, n) {
				neighboursSeen++
				if translit.ProbabilityArabic(x, translit.CompileArabic(n)) >= 0.5 {
					neighboursPassed++
				}
			}
		}
	}
	f.NanosecondsPerCompare = float64(spent.Nanoseconds()) / float64(compared)
	f.Neighbours = neighboursPassed / max(neighboursSeen, 1)
	f.conclude(hits)
	return f
}
