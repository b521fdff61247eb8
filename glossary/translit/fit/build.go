//go:build train

package fit

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"example.com/asma/glossary/translit"
)

// Build learns the whole model from pairs and ordinary words.
func Build(pairs []Pair, words []string, log io.Writer) *translit.Model {
	m := &translit.Model{}
	fmt.Fprintf(log, "%d pairs, %d words\n", len(pairs), len(words))
	pairs = m0(m, pairs, log)
	m.Backward = Learn(reverse(pairs), Options{Sources: 29, Targets: 26, Longest: 3, Emissions: 90, Least: 3e-4, Smoothing: 6, RowCount: 150, Rounds: [2]int{6, 3}})
	m.Backward.Index()
	background(m, pairs, words)
	learnVariants(m, pairs, log)
	calibrate(m, pairs, words, log)
	return m
}

// forwardOptions bound the Latin → Arabic transducers.
var forwardOptions = Options{Sources: 26, Targets: 29, Longest: 2, Emissions: 45, Least: 3e-4, Smoothing: 4, RowCount: 12, Rounds: [2]int{6, 3}}

// m0 learns the two forward transducers: names of foreign and of Arabic
// origin, told apart first by their letters, then by which transducer reads
// them better. The worst pairs, which are no renderings at all, are dropped.
func m0(m *translit.Model, pairs []Pair, log io.Writer) []Pair {
	share := make([]float64, len(pairs))
	for i, p := range pairs {
		share[i] = 0.03
		if native(p.Arabic) {
			share[i] = 0.97
		}
	}
	m.Native = 0.15
	for round := range 3 {
		for i := range m.Forward {
			var samples []Sample
			for k, p := range pairs {
				w := p.weight() * share[k]
				if i == 0 {
					w = p.weight() * (1 - share[k])
				}
				if w > 0.02 {
					samples = append(samples, Sample{translit.LatinCodes(p.Latin), translit.ArabicCodes(p.Arabic), w})
				}
			}
			m.Forward[i] = Learn(samples, forwardOptions)
			m.Forward[i].Index()
		}
		pairs, share = reassign(m, pairs, round == 0)
		fmt.Fprintf(log, "round %d: %d pairs kept, native share %.3f\n", round, len(pairs), m.Native)
	}
	return pairs
}

// reassign gives each pair to the origin that reads it better and, once, drops
// the worst 2.3 % (about the share of misaligned rows in mined pairs).
func reassign(m *translit.Model, pairs []Pair, drop bool) ([]Pair, []float64) {
	type judged struct {
		pair  Pair
		share float64
		score float64
	}
	list := make([]judged, len(pairs))
	scores := make([]float64, len(pairs))
	for i, p := range pairs {
		foreign, native := m.OriginLogs(p.Latin, p.Arabic)
		n, f := native+math.Log(m.Native), foreign+math.Log(1-m.Native)
		list[i] = judged{p, 1 / (1 + math.Exp(f-n)), max(n, f) / float64(len(translit.ArabicCodes(p.Arabic))+1)}
		scores[i] = list[i].score
	}
	bound := math.Inf(-1)
	if drop {
		slices.Sort(scores)
		bound = scores[len(scores)*23/1000]
	}
	var kept []Pair
	var share []float64
	total := 0.0
	for _, j := range list {
		if j.score >= bound {
			kept = append(kept, j.pair)
			share = append(share, j.share)
			total += j.share
		}
	}
	m.Native = total / float64(len(kept))
	return kept, share
}

func reverse(pairs []Pair) []Sample {
	var out []Sample
	for _, p := range pairs {
		out = append(out, Sample{translit.ArabicCodes(p.Arabic), translit.LatinCodes(p.Latin), p.weight()})
	}
	return out
}

// background learns which letters follow which in Arabic words of any kind:
// half everyday words, half names.
func background(m *translit.Model, pairs []Pair, words []string) {
	var counts [30][30][30]float64
	add := func(word string, weight float64) {
		a, b := uint8(0), uint8(0)
		for _, c := range append(translit.ArabicCodes(word), 0) {
			counts[a][b][c] += weight
			a, b = b, c
		}
	}
	for _, p := range pairs {
		add(p.Arabic, 1)
	}
	for _, w := range words {
		add(w, float64(len(pairs))/float64(len(words)))
	}
	var pair, single [30][30]float64
	for a := range counts {
		for b := range counts[a] {
			for c, n := range counts[a][b] {
				pair[b][c] += n
				single[0][c] += n
			}
		}
	}
	smooth := func(row [30]float64, base func(c int) float64, k float64) (out [30]float64) {
		total := k
		for _, n := range row {
			total += n
		}
		for c, n := range row {
			out[c] = (n + k*base(c)) / total
		}
		return out
	}
	letters := smooth(single[0], func(int) float64 { return 1.0 / 30 }, 1)
	for b := range pair {
		two := smooth(pair[b], func(c int) float64 { return letters[c] }, 20)
		for a := range counts {
			three := smooth(counts[a][b], func(c int) float64 { return two[c] }, 20)
			for c, p := range three {
				m.Background[a][b][c] = float32(math.Log(p))
			}
		}
	}
}

// learnVariants learns Arabic → Arabic: from spellings that one Latin name has,
// and from names of Arabic origin spelled back from Latin as if they were
// foreign, as machine translation does.
func learnVariants(m *translit.Model, pairs []Pair, log io.Writer) {
	var samples []Sample
	both := func(a, b string, w float64) {
		x, y := translit.ArabicCodes(a), translit.ArabicCodes(b)
		if string(x) != string(y) {
			samples = append(samples, Sample{x, y, w}, Sample{y, x, w})
		}
	}
	for group := range groups(pairs) {
		for i, p := range group {
			for _, q := range group[i+1:] {
				both(p.Arabic, q.Arabic, min(p.weight(), q.weight()))
			}
		}
		if native(group[0].Arabic) {
			both(group[0].Arabic, m.SpellForeign(group[0].Latin), 0.5*group[0].weight())
		}
	}
	same := make([]Sample, 0, len(samples)/2)
	for i := range samples {
		if i%2 == 0 {
			same = append(same, Sample{samples[i].Source, samples[i].Source, samples[i].Weight * 0.3})
		}
	}
	fmt.Fprintf(log, "%d variant pairs\n", len(samples)/2)
	m.Variants = Learn(append(samples, same...), Options{Sources: 29, Targets: 29, Longest: 2, Emissions: 60, Least: 2e-4, Smoothing: 10, RowCount: 60, Rounds: [2]int{6, 2}})
	m.Variants.Index()
}

// groups gives the pairs of each Latin token, the most frequent spelling first.
// Pairs are sorted by Latin token.
func groups(pairs []Pair) func(yield func([]Pair) bool) {
	return func(yield func([]Pair) bool) {
		for i := 0; i < len(pairs); {
			j := i
			for j < len(pairs) && pairs[j].Latin == pairs[i].Latin {
				j++
			}
			group := slices.Clone(pairs[i:j])
			slices.SortStableFunc(group, func(a, b Pair) int { return b.Count - a.Count })
			if !yield(group) {
				return
			}
			i = j
		}
	}
}

// newRandom gives the one source of chance, with a fixed seed.
func newRandom() *rand.Rand { return rand.New(rand.NewPCG(20, 26)) }
