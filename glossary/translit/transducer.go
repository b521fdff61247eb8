package translit

import (
	"math"
	"sync/atomic"
)

// transducer reads a word letter by letter; each letter, given its neighbours,
// emits a short string of letters of the other script, perhaps none. A first
// boundary letter stands before the word, so that an article can be learned:
// in Gadhafi → القذافي it emits ال.
//
// Probabilities stay packed in the bytes of the model; what a word needs that is
// compiled is unpacked, once for all words.
type transducer struct {
	sources, targets, longest int
	emits                     [][]string // by source letter: what it can emit, as codes

	short []uint16          // number of an emission of up to two letters, by its code; 0 for none
	long  map[string]uint16 // and of a longer one
	count int               // of numbers
	fits  []uint8           // by source letter and number: the emission's place in a row, 0 for none

	index []uint32 // by context: where its row begins in rows, plus one; 0 for none
	rows  string

	unpacked []atomic.Pointer[[]float32] // by context: its row, once it was needed
}

// Context is a letter with its neighbours; Any stands for one that is not
// looked at.
type Context struct{ Before, Letter, After uint8 }

// Any is no letter in particular: the row of a context with it stands for all
// neighbours that have none of their own.
const Any = 0xFF

func (t *transducer) place(c Context) int {
	base := t.sources + 2
	if c.Before == Any {
		c.Before = uint8(base - 1)
	}
	if c.After == Any {
		c.After = uint8(base - 1)
	}
	return (int(c.Letter)*base+int(c.Before))*base + int(c.After)
}

// refine turns the probabilities of a coarser context into those of a finer
// one. A row of the model holds what was seen in the context: first the share
// that is left to the coarser context, then how many emissions were seen, and
// of each its number and probability.
func (t *transducer) refine(row []float32, c Context) bool {
	start := t.index[t.place(c)]
	if start == 0 {
		return false
	}
	packed := t.rows[start-1:]
	left := unquantized[packed[0]]
	for i := range row {
		row[i] *= left
	}
	for seen := packed[2 : 2+2*int(packed[1])]; len(seen) >= 2; seen = seen[2:] {
		row[seen[0]+1] = unquantized[seen[1]]
	}
	return true
}

// unpackRow writes the probabilities of a letter's emissions in a context, after
// a first 0 for what it cannot emit: those of the letter alone, refined by the
// neighbour on each side, and the mean of both refined by the two together.
func (t *transducer) unpackRow(row []float32, c Context) {
	var store [maxEmissions]float32
	other := store[:len(row)]
	t.refine(row, Context{Any, c.Letter, Any})
	copy(other, row)
	left, right := t.refine(row, Context{c.Before, c.Letter, Any}), t.refine(other, Context{Any, c.Letter, c.After})
	switch {
	case left && right:
		for i := range row {
			row[i] = (row[i] + other[i]) / 2
		}
	case right:
		copy(row, other)
	}
	t.refine(row, c)
}

// maxEmissions bounds a row: what one letter can emit, and nothing at all.
const maxEmissions = 256

// row gives the probabilities of a letter's emissions in a context: see unpackRow.
func (t *transducer) row(c Context) []float32 {
	known := &t.unpacked[t.place(c)]
	if row := known.Load(); row != nil {
		return *row
	}
	row := make([]float32, len(t.emits[c.Letter])+1)
	t.unpackRow(row, c)
	known.CompareAndSwap(nil, &row)
	return *known.Load()
}

// source is a word compiled for reading: a row of probabilities a letter.
type source struct {
	letters []uint8 // the boundary first
	rows    [][]float32
}

func (t *transducer) compile(codes []uint8) source {
	s := source{letters: make([]uint8, len(codes)+1), rows: make([][]float32, len(codes)+1)}
	copy(s.letters[1:], codes)
	for i, letter := range s.letters {
		c := Context{Letter: letter}
		if i > 0 {
			c.Before = s.letters[i-1]
		}
		if i+1 < len(s.letters) {
			c.After = s.letters[i+1]
		}
		s.rows[i] = t.row(c)
	}
	return s
}

// target is a word compiled for being read: for each place in it and length,
// the number of the emission that ends there, 0 for one that none makes.
type target struct {
	length int
	ends   []uint16 // ends[place*(longest+1)+length]
}

func (t *transducer) target(codes []uint8) target {
	width := t.longest + 1
	out := target{length: len(codes), ends: make([]uint16, (len(codes)+1)*width)}
	for place := range len(codes) + 1 {
		for length := range min(t.longest, place) + 1 {
			out.ends[place*width+length] = t.number(codes[place-length : place])
		}
	}
	return out
}

func (t *transducer) number(codes []uint8) uint16 {
	base := t.targets + 1
	switch len(codes) {
	case 0:
		return t.short[0]
	case 1:
		return t.short[codes[0]]
	case 2:
		return t.short[int(codes[0])*base+int(codes[1])]
	}
	return t.long[string(codes)]
}

// number the emissions and say which letter makes which.
func (t *transducer) numberEmissions() {
	base := t.targets + 1
	t.short = make([]uint16, base*base)
	t.long = map[string]uint16{}
	t.count = 1
	for _, emits := range t.emits {
		for _, e := range emits {
			if t.number([]uint8(e)) != 0 {
				continue
			}
			switch n := uint16(t.count); len(e) {
			case 0:
				t.short[0] = n
			case 1:
				t.short[e[0]] = n
			case 2:
				t.short[int(e[0])*base+int(e[1])] = n
			default:
				t.long[e] = n
			}
			t.count++
		}
	}
	t.fits = make([]uint8, len(t.emits)*t.count)
	for letter, emits := range t.emits {
		for i, e := range emits {
			t.fits[letter*t.count+int(t.number([]uint8(e)))] = uint8(i + 1)
		}
	}
}

// maxLetters bounds the words that the ear compares; longer ones are cut.
const maxLetters = 24

// mostEmitted bounds what one letter emits.
const mostEmitted = 3

// read gives P(target | source), summed over all ways to split the target
// among the source's letters. Cells are updated in place from the last to the
// first: a cell needs only those before it.
func (t *transducer) read(s *source, to *target) float64 {
	var store [mostEmitted + maxLetters + 1]float64
	cells := store[mostEmitted:]
	cells[0] = 1
	width := t.longest + 1
	for i, letter := range s.letters {
		row, fits := s.rows[i], t.fits[int(letter)*t.count:][:t.count]
		for place := min(to.length, t.longest*(i+1)); place >= max(0, to.length-t.longest*(len(s.letters)-1-i)); place-- {
			sum := 0.0
			for length, number := range to.ends[place*width:][:width] {
				sum += store[mostEmitted+place-length] * float64(row[fits[number]])
			}
			cells[place] = sum
		}
	}
	return cells[to.length]
}

// readBoth is read by two transducers that have the same emissions, of two
// letters at most.
func (t *transducer) readBoth(a, b *source, to *target) (float64, float64) {
	const longest, width = 2, 3
	var store [longest + maxLetters + 1][2]float64
	cells := store[longest:]
	cells[0] = [2]float64{1, 1}
	for i, letter := range a.letters {
		rowA, rowB, fits := a.rows[i], b.rows[i], t.fits[int(letter)*t.count:][:t.count]
		for place := min(to.length, longest*(i+1)); place >= max(0, to.length-longest*(len(a.letters)-1-i)); place-- {
			ends := to.ends[place*width:][:width]
			none, one, two := fits[ends[0]], fits[ends[1]], fits[ends[2]]
			before := store[place : place+width]
			cells[place] = [2]float64{
				before[2][0]*float64(rowA[none]) + before[1][0]*float64(rowA[one]) + before[0][0]*float64(rowA[two]),
				before[2][1]*float64(rowB[none]) + before[1][1]*float64(rowB[one]) + before[0][1]*float64(rowB[two]),
			}
		}
	}
	return cells[to.length][0], cells[to.length][1]
}

// safeLog is the logarithm of a probability, bounded for those of 0.
func safeLog(p float64) float64 {
	if p <= 1e-60 {
		return -138
	}
	return math.Log(p)
}
