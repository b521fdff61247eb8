//go:build train

package fit

import (
	"math"
	"math/rand/v2"

	"example.com/asma/glossary/translit"
)

// example is one comparison with its truth.
type example struct {
	features []float32
	weight   float64
	same     bool
}

// hiddenUnits is the width of the networks: enough that more does not measure
// better, few enough for some 100 ns.
const hiddenUnits = 16

// train fits a network by Adam (Kingma and Ba, 2015), with decaying steps.
func train(examples []example, inputs int, rounds int) translit.Network {
	mean, scale := spread(examples, inputs)
	n := newAdam(inputs, newRandom())
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := newRandom()
	x := make([]float64, inputs)
	for round := range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := 0.004 * (1 - float64(round)/float64(rounds))
		for place, i := range order {
			for k, f := range examples[i].features {
				x[k] = (float64(f) - mean[k]) / scale[k]
			}
			n.learn(x, examples[i])
			if place%batch == batch-1 {
				n.update(step + 2e-5)
			}
		}
	}
	return n.unscaled(mean, scale)
}

const batch = 256

// spread gives the weighted mean and deviation of every feature.
func spread(examples []example, inputs int) (mean, scale []float64) {
	mean, scale = make([]float64, inputs), make([]float64, inputs)
	total := 0.0
	for _, e := range examples {
		total += e.weight
		for k, f := range e.features {
			mean[k] += e.weight * float64(f)
			scale[k] += e.weight * float64(f) * float64(f)
		}
	}
	for k := range mean {
		mean[k] /= total
		scale[k] = math.Sqrt(scale[k]/total-mean[k]*mean[k]) + 1e-3
	}
	return mean, scale
}

type adam struct {
	inputs            int
	weights, gradient []float64
	first, second     []float64 // moments
	steps             float64
	units             [hiddenUnits]float64
}

func newAdam(inputs int, random *rand.Rand) *adam {
	size := hiddenUnits*(inputs+1) + hiddenUnits + 1
	n := &adam{inputs: inputs}
	for _, list := range []*[]float64{&n.weights, &n.gradient, &n.first, &n.second} {
		*list = make([]float64, size)
	}
	for i := range n.weights {
		n.weights[i] = random.NormFloat64() / math.Sqrt(float64(inputs))
	}
	n.weights[hiddenUnits*(inputs+1)] = -3
	return n
}

func (n *adam) learn(x []float64, e example) {
	width := n.inputs + 1
	last := n.weights[hiddenUnits*width:]
	z := last[0]
	for u := range hiddenUnits {
		w := n.weights[u*width:][:width]
		s := w[0]
		for k, v := range x {
			s += w[k+1] * v
		}
		n.units[u] = max(s, 0)
		z += last[u+1] * n.units[u]
	}
	wrong := e.weight * (1/(1+math.Exp(-z)) - mark(e.same))
	lastGradient := n.gradient[hiddenUnits*width:]
	lastGradient[0] += wrong
	for u, h := range n.units {
		lastGradient[u+1] += wrong * h
		if h == 0 {
			continue
		}
		g := n.gradient[u*width:][:width]
		back := wrong * last[u+1]
		g[0] += back
		for k, v := range x {
			g[k+1] += back * v
		}
	}
}

func (n *adam) update(step float64) {
	const keepFirst, keepSecond, decay = 0.9, 0.999, 1e-4
	n.steps++
	stepNow := step * math.Sqrt(1-math.Pow(keepSecond, n.steps)) / (1 - math.Pow(keepFirst, n.steps))
	for i, g := range n.gradient {
		g = g/batch + decay*n.weights[i]/batch
		n.first[i] = keepFirst*n.first[i] + (1-keepFirst)*g
		n.second[i] = keepSecond*n.second[i] + (1-keepSecond)*g*g
		n.weights[i] -= stepNow * n.first[i] / (math.Sqrt(n.second[i]) + 1e-8)
		n.gradient[i] = 0
	}
}

// unscaled moves the scaling of the features into the weights.
func (n *adam) unscaled(mean, scale []float64) translit.Network {
	width := n.inputs + 1
	for u := range hiddenUnits {
		w := n.weights[u*width:][:width]
		for k := range mean {
			w[k+1] /= scale[k]
			w[0] -= w[k+1] * mean[k]
		}
	}
	return translit.Network{Inputs: n.inputs, Hidden: hiddenUnits, Weights: n.weights}
}
