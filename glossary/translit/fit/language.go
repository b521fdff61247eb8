//go:build train

package fit

import "math"

// weighted is a word with its weight.
type weighted struct {
	codes  []uint8
	weight float64
}

// language learns which letter follows two others, smoothed by what follows one
// and by how frequent each letter is; logarithms by the two before and the
// letter.
func language(words []weighted, letters int) []float64 {
	base := letters + 1
	three, two, one := make([]float64, base*base*base), make([]float64, base*base), make([]float64, base)
	for _, w := range words {
		a, b := 0, 0
		for _, code := range append(append([]uint8(nil), w.codes...), 0) {
			c := int(code)
			three[(a*base+b)*base+c] += w.weight
			two[b*base+c] += w.weight
			one[c] += w.weight
			a, b = b, c
		}
	}
	uniform := make([]float64, base)
	for i := range uniform {
		uniform[i] = 1 / float64(base)
	}
	single := smoothed(one, uniform, 1)
	out := make([]float64, 0, len(three))
	for a := range base {
		for b := range base {
			pair := smoothed(two[b*base:(b+1)*base], single, 20)
			for _, p := range smoothed(three[(a*base+b)*base:][:base], pair, 15) {
				out = append(out, math.Log(p))
			}
		}
	}
	return out
}

func smoothed(counts, coarse []float64, worth float64) []float64 {
	total := sum(counts) + worth
	out := make([]float64, len(counts))
	for i, n := range counts {
		out[i] = (n + worth*coarse[i]) / total
	}
	return out
}
