package translit

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"example.com/asma/glossary/arabic"
)

// Spelling is one way to write a word in the other script.
type Spelling struct {
	Text        string
	Probability float64 // among all ways that the model knows
}

// Profile holds the letters that a house writes for foreign sounds. "" leaves
// the choice to the model.
type Profile struct {
	G string // غ, ج or ق
	V string // ف or ڤ
	P string // ب or پ
}

// Spell gives up to n Arabic spellings of a Latin word, the most probable
// first.
func Spell(latin string, n int, house Profile) []Spelling {
	codes := cut(LatinCodes(latin))
	if len(codes) == 0 || n <= 0 {
		return nil
	}
	list := spell(model(), codes, 4*n)
	var out []Spelling
	seen := map[string]bool{}
	for _, s := range list {
		s.Text = house.apply(latin, beginWithHamza(latin, s.Text))
		if !seen[s.Text] && len(out) < n {
			seen[s.Text] = true
			out = append(out, s)
		}
	}
	return out
}

// beginWithHamza writes the seat of hamza that a first vowel wants: إ before i
// and e, أ before others; ا of the article stays.
func beginWithHamza(latin, text string) string {
	rest, found := strings.CutPrefix(text, "ا")
	if !found || strings.HasPrefix(rest, "ل") && arabic.HasArticle(text) && !strings.HasPrefix(strings.ToLower(latin), "a") {
		return text
	}
	switch first := arabic.LatinKey(latin); {
	case strings.HasPrefix(first, "e"), strings.HasPrefix(first, "i"):
		return "إ" + rest
	case strings.HasPrefix(first, "a"), strings.HasPrefix(first, "o"), strings.HasPrefix(first, "u"):
		return "أ" + rest
	}
	return text
}

// apply puts the house's letters for g, v and p.
func (p Profile) apply(latin, text string) string {
	key := arabic.LatinKey(latin)
	if p.G != "" && strings.Contains(key, "g") && !strings.Contains(key, "gh") {
		text = replaceAny(text, "غجق", p.G)
	}
	if p.V != "" && strings.Contains(key, "v") && !strings.Contains(key, "f") {
		text = replaceAny(text, "ف", p.V)
	}
	if p.P != "" && strings.Contains(key, "p") && !strings.Contains(key, "b") {
		text = replaceAny(text, "ب", p.P)
	}
	return text
}

func replaceAny(text, letters, by string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(letters, r) {
			return []rune(by)[0]
		}
		return r
	}, text)
}

// Romanize gives up to n Latin spellings of an Arabic word, the most probable
// first, with a capital.
func Romanize(word string, n int) []Spelling {
	codes := cut(ArabicCodes(word))
	if len(codes) == 0 || n <= 0 {
		return nil
	}
	out := romanize(model(), codes, n)
	for i, s := range out {
		out[i].Text = string(unicode.ToUpper(rune(s.Text[0]))) + s.Text[1:]
	}
	return out
}

func spell(m *Model, codes []uint8, n int) []Spelling {
	merged := map[string]float64{}
	for i, t := range m.Forward {
		share := 1 - m.Native
		if i == 1 {
			share = m.Native
		}
		for _, b := range t.beam(codes, 8*n+32) {
			merged[arabicText([]uint8(b.text))] += share * b.p
		}
	}
	return ranked(merged, n)
}

func romanize(m *Model, codes []uint8, n int) []Spelling {
	merged := map[string]float64{}
	for _, b := range m.Backward.beam(codes, 8*n+32) {
		if b.text != "" {
			merged[latinText([]uint8(b.text))] += b.p
		}
	}
	return ranked(merged, n)
}

func ranked(merged map[string]float64, n int) []Spelling {
	var out []Spelling
	total := 0.0
	for text, p := range merged {
		out = append(out, Spelling{text, p})
	}
	slices.SortFunc(out, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Probability, a.Probability), strings.Compare(a.Text, b.Text))
	})
	for _, s := range out {
		total += s.Probability
	}
	out = out[:min(n, len(out))]
	for i := range out {
		out[i].Probability /= total
	}
	return out
}

// hypothesis is the beginning of a spelling, summed over all ways to it.
type hypothesis struct {
	text string // codes
	p    float64
}

// beam reads a word and keeps the most probable beginnings after each letter.
func (t *Transducer) beam(codes []uint8, width int) []hypothesis {
	s := t.compile(codes)
	beam := []hypothesis{{"", 1}}
	for i, letter := range s.letters {
		next := map[string]float64{}
		for _, h := range beam {
			for n, e := range t.Emits[letter] {
				if p := h.p * float64(s.rows[i][n]); p > 0 && len(h.text)+len(e) <= maxLetters {
					next[h.text+e] += p
				}
			}
		}
		beam = beam[:0]
		for text, p := range next {
			beam = append(beam, hypothesis{text, p})
		}
		slices.SortFunc(beam, func(a, b hypothesis) int {
			return cmp.Or(cmp.Compare(b.p, a.p), strings.Compare(a.text, b.text))
		})
		beam = beam[:min(width, len(beam))]
	}
	return beam
}
