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

// Data is what the model is learned from.
type Data struct {
	Pairs    []Pair     // names in both scripts
	Words    []string   // ordinary Arabic words
	Distinct []Distinct // Arabic names that sound alike and are two
}

// builder learns the parts of a model one after another.
type builder struct {
	translit.Parts
	learn     []Pair // what the transducers learn from
	calibrate []Pair // what the networks learn from: names that the transducers do not know
	all       []Pair
	words     []string
	distinct  []Distinct
	log       io.Writer
}

// Build learns the whole model.
func Build(d Data, log io.Writer) string {
	b := &builder{all: d.Pairs, words: d.Words, distinct: d.Distinct, log: log}
	for _, p := range d.Pairs {
		if bucket(p.Latin) == 1 {
			b.calibrate = append(b.calibrate, p)
		} else {
			b.learn = append(b.learn, p)
		}
	}
	fmt.Fprintf(log, "%d pairs for the transducers, %d for the networks, %d words\n", len(b.learn), len(b.calibrate), len(d.Words))
	b.prepare()
	b.learnForward()
	b.Backward = Learn([][]Sample{backwards(b.learn)}, backwardOptions)[0]
	b.learnVariants()
	b.learnCross()
	b.learnSame()
	b.learnDistinct()
	return b.Encode()
}

var (
	forwardOptions  = Options{Sources: 26, Targets: 29, Longest: 2, Emissions: 45, Least: 4e-4, Smoothing: 4, RowCount: 11, Rounds: [2]int{6, 3}}
	backwardOptions = Options{Sources: 29, Targets: 26, Longest: 3, Emissions: 80, Least: 4e-4, Smoothing: 5, RowCount: 55, Rounds: [2]int{6, 3}}
	variantOptions  = Options{Sources: 29, Targets: 29, Longest: 2, Emissions: 40, Least: 4e-4, Smoothing: 8, RowCount: 110, Rounds: [2]int{6, 3}}
)

// prepare sets what is not learned yet to what says nothing.
func (b *builder) prepare() {
	nothing := func(o Options) *translit.Table {
		return &translit.Table{Sources: o.Sources, Targets: o.Targets, Longest: o.Longest, Emits: make([][]string, o.Sources+1)}
	}
	b.Backward, b.Variants = nothing(backwardOptions), nothing(variantOptions)
	b.CrossFilter, b.SameFilter = make([]float64, translit.FilterWeights), make([]float64, translit.FilterWeights)
	b.CrossNetwork.Weights, b.SameNetwork.Weights = []float64{0}, []float64{0}
	var words, names []weighted
	for _, w := range b.words {
		words = append(words, weighted{translit.ArabicCodes(w), 1})
	}
	for _, p := range b.learn {
		names = append(names, weighted{translit.ArabicCodes(p.Arabic), 1})
	}
	b.Words, b.Names = language(words, 29), language(names, 29)
}

// learnForward learns the two Latin → Arabic transducers: names of foreign and
// of Arabic origin, told apart first by their Arabic letters, then by which
// transducer reads them better and by the look of the Latin. The worst pairs,
// which are no renderings at all, are dropped.
func (b *builder) learnForward() {
	share := make([]float64, len(b.learn))
	for i, p := range b.learn {
		share[i] = 0.03
		if native(p.Arabic) {
			share[i] = 0.97
		}
	}
	for round := range 3 {
		var sets [2][]Sample
		var latin [2][]weighted
		for i, p := range b.learn {
			x, y := translit.LatinCodes(p.Latin), translit.ArabicCodes(p.Arabic)
			for origin, of := range [2]float64{1 - share[i], share[i]} {
				if of > 0.01 {
					sets[origin] = append(sets[origin], Sample{x, y, p.weight() * of})
					latin[origin] = append(latin[origin], weighted{x, of})
				}
			}
		}
		tables := Learn(sets[:], forwardOptions)
		b.Forward = [2]*translit.Table{tables[0], tables[1]}
		b.Latin = [2][]float64{language(latin[0], 26), language(latin[1], 26)}
		total := sum(share) / float64(len(share))
		b.Native = math.Log(total / (1 - total))
		share = b.reassign(round == 0)
		fmt.Fprintf(b.log, "round %d: %d pairs kept, share of Arabic origin %.3f\n", round, len(b.learn), total)
	}
}

// misaligned is the share of the pairs that are dropped: about that of rows in
// mined pairs whose words do not answer to one another.
const misaligned = 0.023

// reassign gives each pair to the origin that reads it better and, if wanted,
// drops the worst.
func (b *builder) reassign(drop bool) (share []float64) {
	m := b.Model()
	scores := make([]float64, len(b.learn))
	for i, p := range b.learn {
		foreign, native := m.Origins(m.Latin(p.Latin), m.Arabic(p.Arabic))
		share = append(share, 1/(1+math.Exp(foreign-native)))
		scores[i] = max(native, foreign) / float64(len(translit.ArabicCodes(p.Arabic))+1)
	}
	if !drop {
		return share
	}
	bound := slices.Sorted(slices.Values(scores))[int(misaligned*float64(len(scores)))]
	var kept []Pair
	var shares []float64
	for i, p := range b.learn {
		if scores[i] >= bound {
			kept, shares = append(kept, p), append(shares, share[i])
		}
	}
	b.learn = kept
	return shares
}

func backwards(pairs []Pair) []Sample {
	var out []Sample
	for _, p := range pairs {
		out = append(out, Sample{translit.ArabicCodes(p.Arabic), translit.LatinCodes(p.Latin), p.weight()})
	}
	return out
}

// learnVariants learns Arabic → Arabic: from the spellings that one Latin name
// has in the data, and from those that the model itself makes of it, also as if
// it were no Arabic name, as machine translation does.
func (b *builder) learnVariants() {
	var samples []Sample
	both := func(p, q string, w float64) {
		x, y := translit.ArabicCodes(p), translit.ArabicCodes(q)
		samples = append(samples, Sample{x, y, w}, Sample{y, x, w})
	}
	m := b.Model()
	for group := range groups(b.learn) {
		best := group[0]
		for _, q := range group[1:] {
			both(best.Arabic, q.Arabic, 2*min(best.weight(), q.weight()))
		}
		for _, s := range m.Spellings(best.Latin, 5, false) {
			both(best.Arabic, s.Text, s.Probability*best.weight())
		}
		if native(best.Arabic) {
			for _, s := range m.Spellings(best.Latin, 3, true) {
				both(best.Arabic, s.Text, s.Probability*best.weight())
			}
		}
	}
	fmt.Fprintf(b.log, "%d pairs of variants\n", len(samples)/2)
	b.Variants = Learn([][]Sample{samples}, variantOptions)[0]
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

// newRandom gives a source of chance with a fixed seed.
func newRandom() *rand.Rand { return rand.New(rand.NewPCG(20, 26)) }
