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
	id     uint32 // which of the vocabulary's sounds it is
	text   string
	latin  bool
	shapes []glossary.Shape // of a Latin word one a reading

	keys   *soundKeys // see soundKeys
	uses   []use      // see usesOf
	lone   *candidate // see ear.alone
	alikes []alike    // see vocabulary.alikes

	arabicEar *translit.Arabic // compiled when first compared
	latinEar  *translit.Latin
}

// sound gives the sound of a word in either script, the same for the same text.
func (v *vocabulary) sound(text string) *sound {
	s := v.sounds[text]
	if s == nil {
		s = newSound(text)
		v.lastID++
		s.id = v.lastID
		v.sounds[text] = s
	}
	return s
}

// newSound makes a sound that no vocabulary remembers.
func newSound(text string) *sound {
	s := &sound{text: text, latin: arabic.HasLatin(text)}
	for _, reading := range s.readings() {
		s.shapes = append(s.shapes, glossary.ShapeOf(reading))
	}
	return s
}

// readings gives the keys of the word, for each way to read its letters one.
func (s *sound) readings() []string {
	if s.latin {
		return latinReadings(arabic.LatinKey(s.text))
	}
	return []string{arabic.Key(s.text)}
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

// How far apart the shapes of two words may be (see Shape.Far) that the ear
// hears as one name at all, with heardPresent, with heardAlone and with
// heardClearly; some two of a hundred that it would hear lie beyond.
const (
	farFaintly = 4
	farPresent = 3
	farAlone   = 2
	farClearly = 1
)

// likest gives the probability that the ear hardly ever exceeds for two words
// whose shapes are so far apart.
func likest(far int) float64 {
	switch {
	case far > farFaintly:
		return heardFaintly
	case far > farPresent:
		return heardPresent
	case far > farAlone:
		return heardAlone
	case far > farClearly:
		return heardClearly
	}
	return 1
}

// far says how far two sounds are apart in the nearest of their readings.
func (s *sound) far(other *sound) int {
	far := glossary.TooFar
	for _, a := range s.shapes {
		for _, b := range other.shapes {
			far = min(far, a.Far(b))
		}
	}
	return far
}

// pairsLimit is how many comparisons a vocabulary remembers at most.
const pairsLimit = 1 << 14

// likeness is the probability that two words, not both Latin, are spellings of
// one name.
func (v *vocabulary) likeness(a, b *sound) float64 {
	if a.latin && b.latin || a.far(b) > farFaintly {
		return 0
	}
	key := uint64(min(a.id, b.id))<<32 | uint64(max(a.id, b.id))
	if p, known := v.likenesses[key]; known {
		return float64(p)
	}
	if len(v.likenesses) >= pairsLimit {
		clear(v.likenesses)
	}
	p := float32(v.compare(a, b))
	v.likenesses[key] = p
	return float64(p)
}

// compare is likeness without memory.
func (v *vocabulary) compare(a, b *sound) float64 {
	if b.latin {
		a, b = b, a
	}
	v.forgetEars()
	v.compile(a)
	v.compile(b)
	if a.latin {
		return translit.Probability(a.latinEar, b.arabicEar)
	}
	return translit.ProbabilityArabic(a.arabicEar, b.arabicEar)
}

// earsLimit is how many compiled sounds a vocabulary keeps: each takes about a
// kilobyte.
const earsLimit = 1 << 11

func (v *vocabulary) compile(s *sound) {
	switch {
	case s.latinEar != nil || s.arabicEar != nil:
		return
	case s.latin:
		s.latinEar = translit.CompileLatin(s.text)
	default:
		s.arabicEar = translit.CompileArabic(s.text)
	}
	v.compiled = append(v.compiled, s)
}

// forgetEars lets go of the compiled sounds where there are too many.
func (v *vocabulary) forgetEars() {
	if len(v.compiled) < earsLimit {
		return
	}
	for _, s := range v.compiled {
		s.arabicEar, s.latinEar = nil, nil
	}
	v.compiled = v.compiled[:0]
}
