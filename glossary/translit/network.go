package translit

import "math"

// network weighs features into a probability: one layer of hidden units (the
// greater of a weighted sum and 0), and a logistic one over them.
type network struct {
	inputs, hidden int
	weights        []float32 // by unit: its bias and its weights; then bias and weights of the last
}

func (d *decoder) network() *network {
	n := &network{inputs: d.byte(), hidden: d.byte()}
	n.weights = d.floats(n.hidden*(n.inputs+1) + n.hidden + 1)
	return n
}

func (n *network) probability(features []float32) float64 {
	width := n.inputs + 1
	last := n.weights[n.hidden*width:]
	z := last[0]
	for unit := range n.hidden {
		w := n.weights[unit*width:][:width]
		sum := w[0]
		for i, f := range features {
			sum += w[i+1] * f
		}
		if sum > 0 {
			z += last[unit+1] * sum
		}
	}
	return 1 / (1 + math.Exp(-float64(z)))
}
