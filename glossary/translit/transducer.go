package translit

import "math"

// Transducer reads a word letter by letter; each letter, given its neighbours,
// emits a short string of letters of the other script, perhaps none. A first
// boundary letter stands before the word, so that an article can be learned:
// in Gadhafi → القذافي it emits ال.
type Transducer struct {
	Sources int        // letters of the source script
	Targets int        // letters of the target script
	Longest int        // letters that one source letter emits at most
	Emits   [][]string // by source letter: what it can emit, as codes
	Rows    map[Context][]float32

	short [][]int16        // Emits, the other way: by code of up to two letters, -1 for none
	long  []map[string]int // and of more
}

// Context is a letter with its neighbours. Any stands for an unseen one.
type Context struct{ Before, Letter, After uint8 }

// Any is no letter in particular: the row of a context with it stands for all
// neighbours that have none of their own.
const Any = 0xFF

// Row gives the probabilities of a letter's emissions in a context: those
// learned for it, or the mean of what each neighbour says alone.
func (t *Transducer) Row(c Context) []float32 {
	if row, ok := t.Rows[c]; ok {
		return row
	}
	left, right := t.Rows[Context{c.Before, c.Letter, Any}], t.Rows[Context{Any, c.Letter, c.After}]
	switch {
	case left == nil && right == nil:
		return t.Rows[Context{Any, c.Letter, Any}]
	case left == nil:
		return right
	case right == nil:
		return left
	}
	row := make([]float32, len(left))
	for i := range row {
		row[i] = (left[i] + right[i]) / 2
	}
	return row
}

// source is a word compiled for reading: a row of probabilities a letter.
type source struct {
	letters []uint8 // the boundary first
	rows    [][]float32
}

func (t *Transducer) compile(codes []uint8) source {
	s := source{letters: append([]uint8{0}, codes...)}
	for i, letter := range s.letters {
		c := Context{Letter: letter}
		if i > 0 {
			c.Before = s.letters[i-1]
		}
		if i+1 < len(s.letters) {
			c.After = s.letters[i+1]
		}
		s.rows = append(s.rows, t.Row(c))
	}
	return s
}

// targetIndex tells for every source letter and place of a target which
// emissions fit there: index[letter][place*(Longest+1)+length], -1 for none.
type targetIndex struct {
	length int
	fits   [][]int16
}

func (t *Transducer) target(codes []uint8) targetIndex {
	width := t.Longest + 1
	out := targetIndex{length: len(codes), fits: make([][]int16, t.Sources+1)}
	for letter := range out.fits {
		fits := make([]int16, (len(codes)+1)*width)
		for place := 0; place <= len(codes); place++ {
			for length := 0; length < width; length++ {
				fits[place*width+length] = -1
				if place+length <= len(codes) {
					if n, ok := t.lookup(letter, codes[place:place+length]); ok {
						fits[place*width+length] = int16(n)
					}
				}
			}
		}
		out.fits[letter] = fits
	}
	return out
}

func (t *Transducer) lookup(letter int, codes []uint8) (int, bool) {
	base := t.Targets + 1
	code := 0
	switch len(codes) {
	case 0:
	case 1:
		code = int(codes[0])
	case 2:
		code = int(codes[0])*base + int(codes[1])
	default:
		n, ok := t.long[letter][string(codes)]
		return n, ok
	}
	n := t.short[letter][code]
	return int(n), n >= 0
}

// Index makes the way from emissions to their numbers: an array for strings of
// up to two letters, a map for the few longer ones. It must be called once the
// emissions are set.
func (t *Transducer) Index() {
	base := t.Targets + 1
	t.short = make([][]int16, len(t.Emits))
	t.long = make([]map[string]int, len(t.Emits))
	for letter, emits := range t.Emits {
		t.short[letter] = make([]int16, base*base)
		for i := range t.short[letter] {
			t.short[letter][i] = -1
		}
		t.long[letter] = map[string]int{}
		for n, e := range emits {
			switch len(e) {
			case 0:
				t.short[letter][0] = int16(n)
			case 1:
				t.short[letter][e[0]] = int16(n)
			case 2:
				t.short[letter][int(e[0])*base+int(e[1])] = int16(n)
			default:
				t.long[letter][e] = n
			}
		}
	}
}

// maxLetters bounds the words that the ear compares; longer ones are cut.
const maxLetters = 24

// logProbability gives log P(target | source), summed over all ways to split
// the target among the source's letters.
func logProbability(s *source, t *targetIndex, longest int) float64 {
	width := longest + 1
	var a, b [maxLetters + 1]float64
	now, next := &a, &b
	now[0] = 1
	for i, letter := range s.letters {
		row, fits := s.rows[i], t.fits[letter]
		clear(next[:t.length+1])
		for place := 0; place <= t.length; place++ {
			p := now[place]
			if p == 0 {
				continue
			}
			top := min(longest, t.length-place)
			for length := 0; length <= top; length++ {
				if n := fits[place*width+length]; n >= 0 {
					next[place+length] += p * float64(row[n])
				}
			}
		}
		now, next = next, now
	}
	if now[t.length] <= 1e-60 {
		return -138
	}
	return math.Log(now[t.length])
}
