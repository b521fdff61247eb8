package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// sound is a distinct word as the ear compares it. What it costs to compare two
// is paid once for as long as the vocabulary remembers them.
type sound struct {
	id    uint32 // which of the vocabulary's sounds it is
	text  string
	latin bool
	keys  soundKeys

	skeletons []string // of a Latin word one a reading

	arabicEar *translit.Arabic // compiled when first compared
	latinEar  *translit.Latin
}

// sound gives the sound of a word in either script, the same for the same text.
func (v *vocabulary) sound(text string) *sound {
	s := v.sounds[text]
	if s == nil {
		v.lastID++
		s = &sound{id: v.lastID, text: text, latin: arabic.HasLatin(text)}
		if s.latin {
			for _, reading := range latinReadings(arabic.LatinKey(text)) {
				k := newSoundKeys(reading)
				s.skeletons = append(s.skeletons, glossary.Skeleton(reading))
				s.keys.offers, s.keys.asks = append(s.keys.offers, k.offers...), append(s.keys.asks, k.asks...)
			}
		} else {
			s.keys = newSoundKeys(arabic.Key(text))
			s.skeletons = []string{glossary.Skeleton(arabic.Key(text))}
		}
		v.sounds[text] = s
	}
	return s
}

var latinSounds = [...]*strings.Replacer{
	strings.NewReplacer("sch", "s", "ch", "s", "c", "s", "th", "s"),
	strings.NewReplacer("tch", "ts", "ch", "ts", "ce", "se", "ci", "si", "cy", "sy"),
}

// latinReadings gives a Latin word with the letters that have several sounds
// written as each: c as k, s or, in ch, tsh; th as t or s.
func latinReadings(word string) []string {
	out := []string{word}
	for _, sounds := range latinSounds {
		if other := sounds.Replace(word); !slices.Contains(out, other) {
			out = append(out, other)
		}
	}
	return out
}

// pairsLimit is how many comparisons a vocabulary remembers at most.
const pairsLimit = 1 << 16

// likeness is the probability that two words, not both Latin, are spellings of
// one name.
func (v *vocabulary) likeness(a, b *sound) float64 {
	if a.latin && b.latin {
		return 0
	}
	key := uint64(min(a.id, b.id))<<32 | uint64(max(a.id, b.id))
	if p, known := v.likenesses[key]; known {
		return float64(p)
	}
	if len(v.likenesses) >= pairsLimit {
		clear(v.likenesses)
	}
	p := 0.0
	if a.mayBe(b) {
		p = v.compare(a, b)
	}
	v.likenesses[key] = float32(p)
	return float64(float32(p))
}

// compare is likeness without memory.
func (v *vocabulary) compare(a, b *sound) float64 {
	if b.latin {
		a, b = b, a
	}
	v.compile(a)
	v.compile(b)
	if a.latin {
		return translit.Probability(a.latinEar, b.arabicEar)
	}
	return translit.ProbabilityArabic(a.arabicEar, b.arabicEar)
}

func (v *vocabulary) compile(s *sound) {
	switch {
	case s.latinEar != nil || s.arabicEar != nil:
		return
	case s.latin:
		s.latinEar = translit.CompileLatin(s.text)
	default:
		s.arabicEar = translit.CompileArabic(s.text)
	}
	v.ears++
}

// earsLimit is how many compiled sounds a vocabulary keeps: each takes some
// kilobytes.
const earsLimit = 1 << 11

// forgetSounds lets go of all sounds and of what holds them.
func (v *vocabulary) forgetSounds() {
	v.sounds = map[string]*sound{}
	v.entries = map[*glossary.Entry][]nucleus{}
	v.likenesses = map[uint64]float32{}
	v.ears = 0
}
