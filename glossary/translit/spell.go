package translit

import (
	"cmp"
	"math"
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
	l := CompileLatin(latin)
	if len(l.codes) == 0 || n <= 0 {
		return nil
	}
	var out []Spelling
	seen := map[string]bool{}
	for _, s := range l.m.respell(l, n) {
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

// respell spells a word and weighs the spellings anew by what three models say,
// of which the beam knows the first: how the Latin is written in Arabic, how the
// Arabic would be written in Latin, and how like a name it looks.
func (m *Model) respell(l *Latin, n int) []Spelling {
	const tried = 24
	list := m.spell(l, max(tried, 4*n))
	total := 0.0
	for i, s := range list {
		a := m.compileArabic(s.Text)
		a.readOnce()
		log := m.forwardLog(l, &a.target) + safeLog(m.backward.read(&a.backward, &l.target)) + a.asName
		list[i].Probability = math.Exp(log / 2)
		total += list[i].Probability
	}
	for i := range list {
		list[i].Probability /= max(total, 1e-300)
	}
	slices.SortStableFunc(list, func(a, b Spelling) int { return cmp.Compare(b.Probability, a.Probability) })
	return list
}

// spell gives the n most probable spellings by the transducers alone.
func (m *Model) spell(l *Latin, n int) []Spelling {
	l.readOnce()
	merged := map[string]float64{}
	for i, share := range [2]float64{1 - l.native, l.native} {
		for _, h := range m.forward[i].beam(&l.forward[i], beamWidth(n)) {
			if h.text != "" {
				merged[arabicText([]uint8(h.text))] += share * h.p
			}
		}
	}
	return ranked(merged, n)
}

func romanize(m *Model, codes []uint8, n int) []Spelling {
	merged := map[string]float64{}
	s := m.backward.compile(codes)
	for _, h := range m.backward.beam(&s, beamWidth(n)) {
		if h.text != "" {
			merged[latinText([]uint8(h.text))] += h.p
		}
	}
	return ranked(merged, n)
}

// beamWidth says how many beginnings are kept to find the n best words.
func beamWidth(n int) int { return n + 16 }

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
func (t *transducer) beam(s *source, width int) []hypothesis {
	const hopeless = 1e-5 // of the best beginning
	beam := []hypothesis{{"", 1}}
	for i, letter := range s.letters {
		next := map[string]float64{}
		least := beam[0].p * hopeless
		for _, h := range beam {
			for n, e := range t.emits[letter] {
				if p := h.p * float64(s.rows[i][n+1]); p > least && len(h.text)+len(e) <= maxLetters {
					next[h.text+e] += p
				}
			}
		}
		beam = beam[:0]
		for text, p := range next {
			beam = append(beam, hypothesis{text, p})
		}
		if len(beam) == 0 {
			return nil
		}
		slices.SortFunc(beam, func(a, b hypothesis) int {
			return cmp.Or(cmp.Compare(b.p, a.p), strings.Compare(a.text, b.text))
		})
		beam = beam[:min(width, len(beam))]
	}
	return beam
}
