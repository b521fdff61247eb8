//go:build train

package fit

import (
	"cmp"
	"slices"

	"example.com/asma/glossary/translit"
)

// findContexts numbers the contexts that the samples have.
func (l *learner) findContexts() {
	seen := map[translit.Context]bool{}
	for i := range l.samples {
		for k := range l.samples[i].letters {
			seen[contextAt(l.samples[i].letters, k)] = true
		}
	}
	l.contexts = l.contexts[:0]
	for c := range seen {
		l.contexts = append(l.contexts, c)
	}
	slices.SortFunc(l.contexts, func(a, b translit.Context) int {
		return cmp.Or(cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After))
	})
	numbers := map[translit.Context]int32{}
	for i, c := range l.contexts {
		numbers[c] = int32(i)
	}
	for i := range l.samples {
		s := &l.samples[i]
		for k := range s.letters {
			s.contexts[k] = numbers[contextAt(s.letters, k)]
		}
	}
	l.rows = make([][]float64, len(l.contexts))
	for i, c := range l.contexts {
		l.rows[i] = l.letters[c.Letter]
	}
	l.expect()
}

func contextAt(letters []uint8, i int) translit.Context {
	c := translit.Context{Letter: letters[i]}
	if i > 0 {
		c.Before = letters[i-1]
	}
	if i+1 < len(letters) {
		c.After = letters[i+1]
	}
	return c
}

// smooth gives P(emission | context), backed off to one neighbour, to the
// letter, and to a little for everything.
func (l *learner) smooth() {
	letters := grid(len(l.letters), len(l.texts))
	for i, row := range l.letters {
		kept := 0.0
		for _, p := range row {
			kept += mark(p > 0)
		}
		for e, p := range row {
			letters[i][e] = 0.98*p + 0.02*mark(p > 0)/kept
		}
	}
	l.sides = map[[3]uint8]*side{}
	for c, row := range l.counts {
		for _, key := range sidesOf(l.contexts[c]) {
			if l.sides[key] == nil {
				l.sides[key] = &side{counts: make([]float64, len(l.texts))}
			}
			for e, n := range row {
				l.sides[key].counts[e] += n
			}
		}
	}
	for key, s := range l.sides {
		s.row = l.backOff(s.counts, letters[key[1]])
	}
	for c, row := range l.counts {
		keys := sidesOf(l.contexts[c])
		left, right := l.sides[keys[0]].row, l.sides[keys[1]].row
		base := make([]float64, len(l.texts))
		for e := range base {
			base[e] = (left[e] + right[e]) / 2
		}
		l.rows[c] = l.backOff(row, base)
	}
	for i, row := range letters {
		l.sides[[3]uint8{translit.Any, uint8(i), translit.Any}] = &side{row: row}
	}
}

// side is what is known of a letter with one neighbour.
type side struct{ counts, row []float64 }

func mark(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func sidesOf(c translit.Context) [2][3]uint8 {
	return [2][3]uint8{{c.Before, c.Letter, translit.Any}, {translit.Any, c.Letter, c.After}}
}

func (l *learner) backOff(counts, base []float64) []float64 {
	total := sum(counts)
	out := make([]float64, len(base))
	for e, p := range base {
		n := 0.0
		if p > 0 && counts != nil {
			n = counts[e]
		}
		out[e] = (n + l.Smoothing*p) / (total + l.Smoothing)
	}
	return out
}

func sum(row []float64) (total float64) {
	for _, n := range row {
		total += n
	}
	return total
}

// table makes the rows that are kept: those of one neighbour or none, and
// those of two that were seen often.
func (l *learner) table() *translit.Table {
	l.smooth()
	t := &translit.Table{Sources: l.Sources, Targets: l.Targets, Longest: l.Longest, Rows: map[translit.Context]translit.Row{}}
	kept := make([][]int, len(l.letters))
	for letter, row := range l.letters {
		for e, p := range row {
			if p > 0 {
				kept[letter] = append(kept[letter], e)
			}
		}
		slices.SortFunc(kept[letter], func(a, b int) int { return cmp.Compare(l.texts[a], l.texts[b]) })
		var emits []string
		for _, e := range kept[letter] {
			emits = append(emits, l.texts[e])
		}
		t.Emits = append(t.Emits, emits)
	}
	keep := func(c translit.Context, counts, row []float64) {
		r := translit.Row{}
		if counts != nil {
			r.Left = l.Smoothing / (sum(counts) + l.Smoothing)
		}
		for place, e := range kept[c.Letter] {
			if counts == nil || counts[e] > negligible {
				r.Places, r.Probabilities = append(r.Places, place), append(r.Probabilities, row[e])
			}
		}
		t.Rows[c] = r
	}
	for key, s := range l.sides {
		keep(translit.Context{Before: key[0], Letter: key[1], After: key[2]}, s.counts, s.row)
	}
	for i, c := range l.contexts {
		if sum(l.counts[i]) >= l.RowCount {
			keep(c, l.counts[i], l.rows[i])
		}
	}
	return t
}

// negligible is a number of observations that is left to the coarser context.
const negligible = 0.5
