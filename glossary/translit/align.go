package translit

import (
	"math"
	"strings"

	"example.com/asma/glossary/arabic"
)

// Pair is a stretch of one spelling with the stretch of the other that it
// answers to; either may be empty.
type Pair struct{ A, B string }

func (p Pair) String() string { return orNothing(p.A) + "→" + orNothing(p.B) }

func orNothing(s string) string {
	if s == "" {
		return "∅"
	}
	return s
}

// Letters answers the letters of the two sides of a part to one another.
func (p Part) Letters() []Pair {
	return Align(strings.ReplaceAll(p.A, " ", ""), strings.ReplaceAll(p.B, " ", ""))
}

// Align answers the letters of two spellings to one another, in any two of the
// scripts, by the most probable way to read one as the other.
func Align(a, b string) []Pair {
	m := model()
	switch latinA, latinB := arabic.HasLatin(a), arabic.HasLatin(b); {
	case latinA && latinB:
		return equalPairs(cut(LatinCodes(a)), cut(LatinCodes(b)))
	case latinA:
		return m.alignCross(cut(LatinCodes(a)), cut(ArabicCodes(b)))
	case latinB:
		pairs := m.alignCross(cut(LatinCodes(b)), cut(ArabicCodes(a)))
		for i, p := range pairs {
			pairs[i] = Pair{p.B, p.A}
		}
		return pairs
	}
	codesA, codesB := cut(ArabicCodes(a)), cut(ArabicCodes(b))
	pairs, _ := m.variants.align(codesA, codesB, arabicText, arabicText)
	return pairs
}

func (m *Model) alignCross(latin, arab []uint8) []Pair {
	share := m.origin(m.latin[0].log(latin), m.latin[1].log(latin))
	foreign, p := m.forward[0].align(latin, arab, latinText, arabicText)
	native, q := m.forward[1].align(latin, arab, latinText, arabicText)
	if q*share > p*(1-share) {
		return native
	}
	return foreign
}

// align finds the most probable path; without any, everything answers to
// everything.
func (t *transducer) align(codes, target []uint8, textA, textB func([]uint8) string) ([]Pair, float64) {
	s := t.compile(codes)
	type cell struct {
		p    float64
		back int
	}
	best := make([][]cell, len(s.letters)+1)
	for i := range best {
		best[i] = make([]cell, len(target)+1)
	}
	best[0][0].p = 1
	for i, letter := range s.letters {
		for j, c := range best[i] {
			for k := 0; k <= t.longest && j+k <= len(target) && c.p > 0; k++ {
				n := t.fits[int(letter)*t.count+int(t.number(target[j:j+k]))]
				if p := c.p * float64(s.rows[i][n]); p > best[i+1][j+k].p {
					best[i+1][j+k] = cell{p, k}
				}
			}
		}
	}
	total := best[len(s.letters)][len(target)].p
	if total == 0 || math.IsNaN(total) {
		return []Pair{{textA(codes), textB(target)}}, 0
	}
	var pairs []Pair
	for i, j := len(s.letters), len(target); i > 0; i-- {
		k := best[i][j].back
		pair := Pair{B: textB(target[j-k : j])}
		if s.letters[i-1] != 0 {
			pair.A = textA(s.letters[i-1 : i])
		}
		if pair != (Pair{}) {
			pairs = append([]Pair{pair}, pairs...)
		}
		j -= k
	}
	return pairs, total
}

// equalPairs answers equal letters of two Latin words to one another.
func equalPairs(a, b []uint8) []Pair {
	x, y := latinText(a), latinText(b)
	var pairs []Pair
	for x != "" || y != "" {
		switch {
		case x != "" && y != "" && x[0] == y[0]:
			pairs = append(pairs, Pair{x[:1], y[:1]})
			x, y = x[1:], y[1:]
		case x != "" && (y == "" || !strings.Contains(y, x[:1])):
			pairs = append(pairs, Pair{A: x[:1]})
			x = x[1:]
		default:
			pairs = append(pairs, Pair{B: y[:1]})
			y = y[1:]
		}
	}
	return pairs
}
