//go:build train

package fit

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"example.com/asma/glossary/translit"
)

// example is one comparison with its truth.
type example struct {
	features []float64
	weight   float64
	same     bool
}

// regress fits a logistic regression by Newton's method.
func regress(examples []example) translit.Weights {
	n := len(examples[0].features) + 1
	w := make(translit.Weights, n)
	for range 30 {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			gradient[i] = -1e-3 * w[i]
			hessian[i][i] = 1e-3
		}
		for _, e := range examples {
			x := append([]float64{1}, e.features...)
			z := 0.0
			for i := range x {
				z += w[i] * x[i]
			}
			p := 1 / (1 + math.Exp(-z))
			y := 0.0
			if e.same {
				y = 1
			}
			for i := range x {
				gradient[i] += e.weight * (y - p) * x[i]
				for j := range x {
					hessian[i][j] += e.weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		step := solve(hessian, gradient)
		for i := range w {
			w[i] += step[i]
		}
	}
	return w
}

// solve solves a small linear system by elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		pivot := i
		for j := i; j < n; j++ {
			if math.Abs(a[j][i]) > math.Abs(a[pivot][i]) {
				pivot = j
			}
		}
		a[i], a[pivot] = a[pivot], a[i]
		b[i], b[pivot] = b[pivot], b[i]
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for j := i + 1; j < n; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	return x
}

// calibrate fits the regressions on pairs of the training part, at the rate at
// which names meet in an article: one in a thousand words for Latin–Arabic, one
// in five hundred for Arabic–Arabic.
func calibrate(m *translit.Model, pairs []Pair, words []string, log io.Writer) {
	random := newRandom()
	m.Cross = regress(crossExamples(m, pairs, words, random))
	fmt.Fprintf(log, "cross %.3f\n", m.Cross)
	m.Same = regress(sameExamples(m, pairs, words, random))
	fmt.Fprintf(log, "same %.3f\n", m.Same)
	m.Roman = translit.Weights{0}
}

func crossExamples(m *translit.Model, pairs []Pair, words []string, random *rand.Rand) []example {
	const queries, distractors = 4000, 250
	var out []example
	names := uniqueArabic(pairs)
	gold := spellings(pairs)
	for range queries {
		p := pairs[random.IntN(len(pairs))]
		l := translit.CompileLatin2(m, p.Latin)
		f := m.CrossFeatures(l, translit.CompileArabic2(m, p.Arabic))
		out = append(out, example{f[:], 1, true})
		for i := range distractors {
			word := names[random.IntN(len(names))]
			if i%2 == 0 && len(words) > 0 {
				word = words[random.IntN(len(words))]
			}
			if gold[p.Latin][word] {
				continue
			}
			a := translit.CompileArabic2(m, word)
			if translit.TooFar(l, a) {
				continue
			}
			f := m.CrossFeatures(l, a)
			out = append(out, example{f[:], 1000.0 / distractors, false})
		}
	}
	return out
}

func uniqueArabic(pairs []Pair) []string {
	seen := map[string]bool{}
	var out []string
	for _, p := range pairs {
		if !seen[p.Arabic] {
			seen[p.Arabic] = true
			out = append(out, p.Arabic)
		}
	}
	return out
}

// spellings gives by Latin token all its Arabic spellings.
func spellings(pairs []Pair) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, p := range pairs {
		if out[p.Latin] == nil {
			out[p.Latin] = map[string]bool{}
		}
		out[p.Latin][p.Arabic] = true
	}
	return out
}

func sameExamples(m *translit.Model, pairs []Pair, words []string, random *rand.Rand) []example {
	var out []example
	names := uniqueArabic(pairs)
	near := neighbours(names)
	latins := latinsOf(pairs)
	add := func(x *translit.Arabic, word, other string, weight float64, same bool) {
		a := translit.CompileArabic2(m, other)
		if !translit.TooFarArabic(x, a) {
			f := m.SameFeatures(x, a)
			out = append(out, example{f[:], weight, same})
		}
	}
	for group := range groups(pairs) {
		if len(group) < 2 || random.IntN(3) > 0 {
			continue
		}
		word, other := group[0].Arabic, group[1].Arabic
		x := translit.CompileArabic2(m, word)
		add(x, word, other, 1, true)
		for i := range 100 {
			far := names[random.IntN(len(names))]
			if i%2 == 0 && len(words) > 0 {
				far = words[random.IntN(len(words))]
			}
			if !shareLatin(latins, word, far) {
				add(x, word, far, 5, false)
			}
		}
		for i, n := range near(word) {
			if i < 8 && !shareLatin(latins, word, n) {
				add(x, word, n, 0.4, false)
			}
		}
	}
	return out
}

func latinsOf(pairs []Pair) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, p := range pairs {
		if out[p.Arabic] == nil {
			out[p.Arabic] = map[string]bool{}
		}
		out[p.Arabic][p.Latin] = true
	}
	return out
}

func shareLatin(latins map[string]map[string]bool, a, b string) bool {
	for l := range latins[a] {
		if latins[b][l] {
			return true
		}
	}
	return a == b
}

// neighbours gives a function that finds the names at one edit from a word.
func neighbours(names []string) func(string) []string {
	index := map[string][]string{}
	for _, n := range names {
		for _, key := range deletions(n) {
			index[key] = append(index[key], n)
		}
	}
	return func(word string) []string {
		seen := map[string]bool{word: true}
		var out []string
		for _, key := range deletions(word) {
			for _, n := range index[key] {
				if !seen[n] {
					seen[n] = true
					out = append(out, n)
				}
			}
		}
		return out
	}
}

func deletions(word string) []string {
	letters := []rune(word)
	out := []string{word}
	for i := range letters {
		out = append(out, string(letters[:i])+string(letters[i+1:]))
	}
	return out
}
