//go:build train

package fit

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.com/asma/glossary/translit"
)

// shape is what a filter sees of two words.
type shape struct {
	features []float64
	same     bool
}

// learnFilter fits a filter and sets its bound so that it lets through all but
// leak of the true pairs.
func learnFilter(shapes []shape, leak float64) []float64 {
	w := regress(shapes)
	var right []float64
	for _, s := range shapes {
		if s.same {
			right = append(right, dot(w, s.features))
		}
	}
	slices.Sort(right)
	bound := right[int(leak*float64(len(right)))]
	for i := len(w) - translit.FilterLengths; i < len(w); i++ {
		w[i] -= bound
	}
	return w
}

func dot(w, x []float64) (z float64) {
	for i, v := range x {
		z += w[i] * v
	}
	return z
}

// shortWords are ordinary words by their number of letters, 2 to 5.
type shortWords [6][]string

func newShortWords(words []string) (s shortWords) {
	for _, w := range words {
		if n := len([]rune(w)); n >= 2 && n < len(s) {
			s[n] = append(s[n], w)
		}
	}
	return s
}

// join writes an ordinary word onto a name, as often one of two letters as one
// of five.
func (s *shortWords) join(name string, random *rand.Rand) string {
	list := s[2+random.IntN(len(s)-2)]
	if len(list) == 0 {
		return name + name
	}
	word := list[random.IntN(len(list))]
	if random.IntN(2) == 0 {
		return word + name
	}
	return name + word
}

// corrupt makes one error of typing in an Arabic word: a letter dropped,
// doubled, replaced or, most often, swapped with the next.
func corrupt(word string, random *rand.Rand) string {
	letters := []rune(word)
	i := random.IntN(len(letters))
	switch random.IntN(6) {
	case 0:
		return string(slices.Delete(letters, i, i+1))
	case 1:
		return string(slices.Insert(letters, i, letters[i]))
	case 2:
		letters[i] = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")[random.IntN(28)]
	default:
		if i+1 < len(letters) {
			letters[i], letters[i+1] = letters[i+1], letters[i]
		}
	}
	return string(letters)
}

// regress fits a logistic regression by Newton's method. There is no bias: of
// the marks of length one is always set.
func regress(shapes []shape) []float64 {
	n := translit.FilterWeights
	w := make([]float64, n)
	for range 8 {
		gradient, hessian := make([]float64, n), grid(n, n)
		for i := range n {
			gradient[i], hessian[i][i] = -0.5*w[i], 0.5
		}
		for _, s := range shapes {
			p := 1 / (1 + math.Exp(-dot(w, s.features)))
			for i, x := range s.features {
				if x == 0 {
					continue
				}
				gradient[i] += (mark(s.same) - p) * x
				for j, y := range s.features {
					hessian[i][j] += p * (1 - p) * x * y
				}
			}
		}
		for i, step := range solve(hessian, gradient) {
			w[i] += step
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
