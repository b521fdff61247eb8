//go:build train

// Package fit learns the model of package translit from pairs of names.
package fit

import (
	"cmp"
	"slices"
	"sync"

	"example.com/asma/glossary/translit"
)

// Sample is one pair of words as letter codes, with its weight.
type Sample struct {
	Source, Target []uint8
	Weight         float64
}

// Options bound what a transducer may learn.
type Options struct {
	Sources, Targets, Longest int
	Emissions                 int     // kept a letter, at most
	Least                     float64 // probability an emission must have to be kept
	Smoothing                 float64 // how many observations a coarser context is worth
	RowCount                  float64 // observations that a context of two neighbours needs for a row of its own
	Rounds                    [2]int  // without and with context
}

// Learn fits a transducer to each set of samples by expectation maximisation,
// first letter by letter, then with the neighbours. The transducers get the
// same emissions, so that they can read a word together.
func Learn(sets [][]Sample, o Options) []*translit.Table {
	inventory := &inventory{numbers: map[string]int{}}
	learners := make([]*learner, len(sets))
	for i, samples := range sets {
		learners[i] = newLearner(samples, inventory, o)
	}
	for _, l := range learners {
		l.start()
		for range o.Rounds[0] {
			l.expect()
			l.letters = l.letterRows()
		}
	}
	prune(learners)
	tables := make([]*translit.Table, len(sets))
	for i, l := range learners {
		l.findContexts()
		for range o.Rounds[1] {
			l.smooth()
			l.expect()
		}
		tables[i] = l.table()
	}
	return tables
}

// inventory numbers the strings that letters may emit.
type inventory struct {
	numbers map[string]int
	texts   []string
}

func (v *inventory) number(codes []uint8) int32 {
	n, ok := v.numbers[string(codes)]
	if !ok {
		n = len(v.texts)
		v.numbers[string(codes)] = n
		v.texts = append(v.texts, string(codes))
	}
	return int32(n)
}

// prepared is a sample ready for counting: by place and length the number of
// the emission that begins there, and by letter the number of its context.
type prepared struct {
	Sample
	letters  []uint8 // the boundary first
	contexts []int32
	begins   []int32 // begins[place*(longest+1)+length], -1 beyond the end
}

// learner fits one transducer.
type learner struct {
	Options
	*inventory
	samples  []prepared
	letters  [][]float64 // P(emission | letter)
	contexts []translit.Context
	rows     [][]float64        // P(emission | context)
	sides    map[[3]uint8]*side // by one neighbour
	counts   [][]float64        // of the last round, by context
}

func newLearner(samples []Sample, v *inventory, o Options) *learner {
	l := &learner{Options: o, inventory: v}
	width := o.Longest + 1
	for _, s := range samples {
		p := prepared{Sample: s, letters: append([]uint8{0}, s.Source...)}
		for _, letter := range p.letters {
			p.contexts = append(p.contexts, int32(letter))
		}
		for place := range len(s.Target) + 1 {
			for length := range width {
				n := int32(-1)
				if place+length <= len(s.Target) {
					n = v.number(s.Target[place : place+length])
				}
				p.begins = append(p.begins, n)
			}
		}
		l.samples = append(l.samples, p)
	}
	return l
}

// start gives every possible emission that stands near the diagonal a chance.
func (l *learner) start() {
	l.letters = grid(l.Sources+1, len(l.texts))
	for _, s := range l.samples {
		n, m := len(s.Source), len(s.Target)
		for i, letter := range s.letters {
			center := 0
			if n > 0 {
				center = max(0, (i-1)*m/n)
			}
			for place := max(0, center-2); place <= min(m, center+2); place++ {
				for length := 0; length <= l.Longest && place+length <= m; length++ {
					l.letters[letter][s.begins[place*(l.Longest+1)+length]] += s.Weight / float64(1+3*length)
				}
			}
		}
	}
	for _, row := range l.letters {
		normalize(row)
	}
	l.rows = l.letters
	for i := range l.letters {
		l.contexts = append(l.contexts, translit.Context{Before: translit.Any, Letter: uint8(i), After: translit.Any})
	}
}

func normalize(row []float64) {
	total := 0.0
	for _, p := range row {
		total += p
	}
	for i := range row {
		row[i] /= max(total, 1e-300)
	}
}

func grid(n, m int) [][]float64 {
	out := make([][]float64, n)
	cells := make([]float64, n*m)
	for i := range out {
		out[i] = cells[i*m : (i+1)*m : (i+1)*m]
	}
	return out
}

// shards is how many parts count at once. It is fixed, so that sums do not
// depend on the machine.
const shards = 4

// expect counts emissions, weighed by how probable each is.
func (l *learner) expect() {
	parts := make([][][]float64, shards)
	var wait sync.WaitGroup
	for shard := range shards {
		parts[shard] = make([][]float64, len(l.contexts))
		wait.Go(func() {
			for i := shard; i < len(l.samples); i += shards {
				l.count(&l.samples[i], parts[shard])
			}
		})
	}
	wait.Wait()
	l.counts = parts[0]
	for _, part := range parts[1:] {
		for c, row := range part {
			if l.counts[c] == nil {
				l.counts[c] = row
				continue
			}
			for i, n := range row {
				l.counts[c][i] += n
			}
		}
	}
}

// count runs the forward and backward passes over one sample.
func (l *learner) count(s *prepared, counts [][]float64) {
	n, m, width := len(s.letters), len(s.Target), l.Longest+1
	forward, backward := grid(n+1, m+1), grid(n+1, m+1)
	forward[0][0], backward[n][m] = 1, 1
	for i, c := range s.contexts {
		row := l.rows[c]
		for j, p := range forward[i] {
			for k := 0; k < width && j+k <= m && p > 0; k++ {
				forward[i+1][j+k] += p * row[s.begins[j*width+k]]
			}
		}
	}
	total := forward[n][m]
	if total <= 0 {
		return
	}
	for i := n - 1; i >= 0; i-- {
		c := s.contexts[i]
		row := l.rows[c]
		if counts[c] == nil {
			counts[c] = make([]float64, len(l.texts))
		}
		for j := range backward[i] {
			for k := 0; k < width && j+k <= m; k++ {
				e := s.begins[j*width+k]
				p := row[e] * backward[i+1][j+k]
				backward[i][j] += p
				if share := forward[i][j] * p / total; share > 1e-6 {
					counts[c][e] += share * s.Weight
				}
			}
		}
	}
}

// letterRows makes P(emission | letter) of the counts.
func (l *learner) letterRows() [][]float64 {
	next := grid(l.Sources+1, len(l.texts))
	for c, row := range l.counts {
		for e, n := range row {
			next[l.contexts[c].Letter][e] += n
		}
	}
	for _, row := range next {
		row[l.number(nil)] += 1e-3
		normalize(row)
	}
	l.rows = next
	return next
}

// prune keeps the emissions of every letter that are probable for one of the
// learners.
func prune(learners []*learner) {
	l := learners[0]
	for letter := range l.letters {
		best := make([]float64, len(l.texts))
		for _, each := range learners {
			for e, p := range each.letters[letter] {
				best[e] = max(best[e], p)
			}
		}
		order := make([]int, len(best))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(best[b], best[a]) })
		for place, e := range order {
			keep := place < l.Emissions && best[e] >= l.Least || e == int(l.number(nil))
			for _, each := range learners {
				if p := &each.letters[letter][e]; !keep {
					*p = 0
				} else {
					*p = max(*p, 1e-6)
				}
			}
		}
	}
	for _, each := range learners {
		for _, row := range each.letters {
			normalize(row)
		}
	}
}
