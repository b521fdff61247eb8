//go:build train

// Package fit learns the model of package translit from pairs of names.
package fit

import (
	"cmp"
	"slices"

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

// table holds counts or probabilities by context and emission.
type table map[translit.Context]map[string]float64

func (t table) add(c translit.Context, emission string, weight float64) {
	row := t[c]
	if row == nil {
		row = map[string]float64{}
		t[c] = row
	}
	row[emission] += weight
}

// Learn fits a transducer by expectation maximisation, first letter by letter,
// then with the neighbours.
func Learn(samples []Sample, o Options) *translit.Transducer {
	l := &learner{Options: o}
	l.start(samples)
	for range o.Rounds[0] {
		l.expect(samples, false)
		l.normalizeLetters()
	}
	l.prune()
	for range o.Rounds[1] {
		l.expect(samples, true)
	}
	return l.transducer()
}

type learner struct {
	Options
	letters []map[string]float64 // P(emission | letter)
	counts  table                // by full context, of the last round
	rows    table                // smoothed probabilities of the round before
}

// start gives every possible emission that stands near the diagonal a chance.
func (l *learner) start(samples []Sample) {
	l.letters = make([]map[string]float64, l.Sources+1)
	for i := range l.letters {
		l.letters[i] = map[string]float64{}
	}
	for _, s := range samples {
		n, m := len(s.Source), len(s.Target)
		for i := 0; i <= n; i++ {
			letter := uint8(0)
			if i > 0 {
				letter = s.Source[i-1]
			}
			center := 0
			if n > 0 {
				center = max(0, (i-1)*m/n)
			}
			for place := max(0, center-2); place <= min(m, center+2); place++ {
				for length := 0; length <= l.Longest && place+length <= m; length++ {
					l.letters[letter][string(s.Target[place:place+length])] += s.Weight / float64(1+3*length)
				}
			}
		}
	}
	normalizeAll(l.letters)
}

func normalizeAll(rows []map[string]float64) {
	for _, row := range rows {
		normalize(row)
	}
}

func normalize(row map[string]float64) {
	total := 0.0
	for _, e := range sortedKeys(row) {
		total += row[e]
	}
	for e := range row {
		row[e] /= total
	}
}

func sortedKeys(row map[string]float64) []string {
	keys := make([]string, 0, len(row))
	for e := range row {
		keys = append(keys, e)
	}
	slices.Sort(keys)
	return keys
}

// expect counts emissions, weighed by how probable each is.
func (l *learner) expect(samples []Sample, context bool) {
	if context {
		l.rows = l.smooth()
	}
	l.counts = table{}
	for _, s := range samples {
		l.count(s, context)
	}
}

func (l *learner) contextAt(s Sample, i int) translit.Context {
	c := translit.Context{}
	if i > 0 {
		c.Letter = s.Source[i-1]
	}
	if i > 1 {
		c.Before = s.Source[i-2]
	}
	if i < len(s.Source) {
		c.After = s.Source[i]
	}
	return c
}

// count runs the forward and backward passes over one sample.
func (l *learner) count(s Sample, context bool) {
	n, m := len(s.Source)+1, len(s.Target)
	rows := make([]map[string]float64, n)
	for i := range n {
		c := l.contextAt(s, i)
		rows[i] = l.letters[c.Letter]
		if context {
			if row := l.rows[c]; row != nil {
				rows[i] = row
			}
		}
	}
	forward := grid(n+1, m+1)
	backward := grid(n+1, m+1)
	forward[0][0], backward[n][m] = 1, 1
	moves := func(i, j int, f func(k int, p float64)) {
		for k := 0; k <= l.Longest && j+k <= m; k++ {
			if p := rows[i][string(s.Target[j:j+k])]; p > 0 {
				f(k, p)
			}
		}
	}
	for i := range n {
		for j := range m + 1 {
			if forward[i][j] > 0 {
				moves(i, j, func(k int, p float64) { forward[i+1][j+k] += forward[i][j] * p })
			}
		}
	}
	total := forward[n][m]
	if total <= 0 {
		return
	}
	for i := n - 1; i >= 0; i-- {
		for j := range m + 1 {
			moves(i, j, func(k int, p float64) { backward[i][j] += p * backward[i+1][j+k] })
		}
	}
	for i := range n {
		c := l.contextAt(s, i)
		for j := range m + 1 {
			if forward[i][j] == 0 {
				continue
			}
			moves(i, j, func(k int, p float64) {
				if g := forward[i][j] * p * backward[i+1][j+k] / total; g > 1e-6 {
					l.counts.add(c, string(s.Target[j:j+k]), g*s.Weight)
				}
			})
		}
	}
}

func grid(n, m int) [][]float64 {
	out := make([][]float64, n)
	cells := make([]float64, n*m)
	for i := range out {
		out[i] = cells[i*m : (i+1)*m]
	}
	return out
}

// normalizeLetters makes P(emission | letter) of the counts.
func (l *learner) normalizeLetters() {
	next := make([]map[string]float64, len(l.letters))
	for i := range next {
		next[i] = map[string]float64{"": 1e-3}
	}
	for _, c := range sortedContexts(l.counts) {
		for e, w := range l.counts[c] {
			next[c.Letter][e] += w
		}
	}
	normalizeAll(next)
	l.letters = next
}

func sortedContexts(t table) []translit.Context {
	out := make([]translit.Context, 0, len(t))
	for c := range t {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b translit.Context) int {
		return cmp.Or(cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After))
	})
	return out
}

// prune keeps the probable emissions of every letter.
func (l *learner) prune() {
	for i, row := range l.letters {
		keys := sortedKeys(row)
		slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(row[b], row[a]) })
		kept := map[string]float64{}
		for n, e := range keys {
			if n < l.Emissions && (row[e] >= l.Least || e == "") {
				kept[e] = row[e]
			}
		}
		normalize(kept)
		l.letters[i] = kept
	}
	for c, row := range l.counts {
		for e := range row {
			if _, ok := l.letters[c.Letter][e]; !ok {
				delete(row, e)
			}
		}
	}
}

// smooth gives P(emission | context), backed off to one neighbour, to the
// letter, and to a little for everything.
func (l *learner) smooth() table {
	sides := table{}
	for _, c := range sortedContexts(l.counts) {
		for e, w := range l.counts[c] {
			sides.add(translit.Context{Before: c.Before, Letter: c.Letter, After: translit.Any}, e, w)
			sides.add(translit.Context{Before: translit.Any, Letter: c.Letter, After: c.After}, e, w)
		}
	}
	letters := make([]map[string]float64, len(l.letters))
	for i, row := range l.letters {
		letters[i] = map[string]float64{}
		for e, p := range row {
			letters[i][e] = 0.98*p + 0.02/float64(len(row))
		}
	}
	out := table{}
	for i, row := range letters {
		out[translit.Context{Before: translit.Any, Letter: uint8(i), After: translit.Any}] = row
	}
	for c, row := range sides {
		out[c] = l.backOff(row, letters[c.Letter])
	}
	for c, row := range l.counts {
		left, right := out[translit.Context{Before: c.Before, Letter: c.Letter, After: translit.Any}], out[translit.Context{Before: translit.Any, Letter: c.Letter, After: c.After}]
		base := map[string]float64{}
		for e := range letters[c.Letter] {
			base[e] = (left[e] + right[e]) / 2
		}
		out[c] = l.backOff(row, base)
	}
	return out
}

func (l *learner) backOff(counts, base map[string]float64) map[string]float64 {
	total := 0.0
	for _, e := range sortedKeys(counts) {
		total += counts[e]
	}
	out := make(map[string]float64, len(base))
	for e, p := range base {
		out[e] = (counts[e] + l.Smoothing*p) / (total + l.Smoothing)
	}
	return out
}

// transducer makes the rows that are kept: those of one neighbour or none, and
// those of two that were seen often.
func (l *learner) transducer() *translit.Transducer {
	t := &translit.Transducer{Sources: l.Sources, Targets: l.Targets, Longest: l.Longest, Rows: map[translit.Context][]float32{}}
	for _, row := range l.letters {
		t.Emits = append(t.Emits, sortedKeys(row))
	}
	for c, row := range l.smooth() {
		if c.Before != translit.Any && c.After != translit.Any && l.seen(c) < l.RowCount {
			continue
		}
		values := make([]float32, len(t.Emits[c.Letter]))
		for i, e := range t.Emits[c.Letter] {
			values[i] = float32(row[e])
		}
		t.Rows[c] = values
	}
	return t
}

func (l *learner) seen(c translit.Context) float64 {
	total := 0.0
	for _, w := range l.counts[c] {
		total += w
	}
	return total
}
