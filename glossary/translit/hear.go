// Package translit hears whether two spellings are one name: a Latin one and an
// Arabic one, or two of one script. It is a trained model: transducers that
// read a word letter by letter and emit letters of the other script, weighed
// into a probability. MODEL.md tells what it was trained on and how good it is.
package translit

import (
	"math"
	"math/bits"
)

// Latin is a Latin word compiled for many comparisons. It may be shared.
type Latin struct {
	codes   []uint8
	mask    uint16
	forward [2]source
	target  targetIndex // of the backward transducer
}

// Arabic is an Arabic word without clitics, compiled for many comparisons. It
// may be shared.
type Arabic struct {
	codes      []uint8
	mask       uint16
	targets    [2]targetIndex // of the forward transducers
	backward   source
	background float64 // log-probability as any Arabic word
	variant    source
	variantOf  targetIndex
}

// CompileLatin prepares a Latin word: case, diacritics and signs are folded.
func CompileLatin(word string) *Latin { return compileLatin(model(), word) }

func compileLatin(m *Model, word string) *Latin {
	l := &Latin{codes: cut(LatinCodes(word))}
	l.mask = classMask(latinText(l.codes))
	for i, t := range m.Forward {
		l.forward[i] = t.compile(l.codes)
	}
	l.target = m.Backward.target(l.codes)
	return l
}

// CompileArabic prepares an Arabic word; harakat, hamza seats and look-alikes
// are folded.
func CompileArabic(word string) *Arabic { return compileArabic(model(), word) }

func compileArabic(m *Model, word string) *Arabic {
	a := &Arabic{codes: cut(ArabicCodes(word))}
	a.mask = classMask(arabicText(a.codes))
	for i, t := range m.Forward {
		a.targets[i] = t.target(a.codes)
	}
	a.backward = m.Backward.compile(a.codes)
	a.background = m.BackgroundLog(a.codes)
	a.variant = m.Variants.compile(a.codes)
	a.variantOf = m.Variants.target(a.codes)
	return a
}

func cut(codes []uint8) []uint8 { return codes[:min(len(codes), maxLetters)] }

// classes are groups of consonants that hardly ever stand for one another.
var classes = func() map[rune]uint16 {
	m := map[rune]uint16{}
	for i, letters := range []string{"بbp", "فfv", "رr", "لl", "مm", "نn", "قكغخجgkcqjxh", "سصزثظذشszc", "تطدضtd"} {
		for _, r := range letters {
			m[r] |= 1 << i
		}
	}
	return m
}()

// firm are the classes whose letters are neither left out nor mistaken: those
// of ب, ف, ر, ل, م, ن.
const firm = 0x3F

func classMask(word string) (mask uint16) {
	for _, r := range word {
		mask |= classes[r]
	}
	return mask
}

// tooFar reports two words that cannot be one name: their firm consonants
// differ in more than two classes, or one is much longer.
func tooFar(maskA, maskB uint16, a, b int) bool {
	return bits.OnesCount16((maskA^maskB)&firm) > 2 || a > 2*b+3 || b > 2*a+3 || a == 0 || b == 0
}

// farAway is the score of two words that are not compared in full.
const farAway = -20

// Score says how well the Arabic word renders the Latin one: log-probabilities
// both ways, per letter, and what the word is beyond any Arabic word. 0 is
// good, -1 is fair, -3 is poor.
func Score(l *Latin, a *Arabic) float64 {
	if tooFar(l.mask, a.mask, len(l.codes), len(a.codes)) {
		return farAway
	}
	f := model().CrossFeatures(l, a)
	return f[0] + f[1] + 1.5*f[2]
}

// Probability says how probable it is that the two words are one name, at the
// rate at which names meet in an article (one of a thousand words).
func Probability(l *Latin, a *Arabic) float64 {
	if tooFar(l.mask, a.mask, len(l.codes), len(a.codes)) {
		return 0
	}
	m := model()
	forward := m.forward(l, a)
	if forward < -3.2*float64(len(a.codes)+1) {
		return 0
	}
	f := m.crossFeatures(l, a, forward)
	return m.Cross.probability(f[:])
}

func (m *Model) forward(l *Latin, a *Arabic) float64 {
	foreign := logProbability(&l.forward[0], &a.targets[0], m.Forward[0].Longest) + math.Log(1-m.Native)
	native := logProbability(&l.forward[1], &a.targets[1], m.Forward[1].Longest) + math.Log(m.Native)
	return logSum(foreign, native)
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// CrossFeatures are what the regression weighs: forward and backward
// log-probability a letter, the gain over any Arabic word, and marks of
// shortness.
func (m *Model) CrossFeatures(l *Latin, a *Arabic) [6]float64 {
	return m.crossFeatures(l, a, m.forward(l, a))
}

func (m *Model) crossFeatures(l *Latin, a *Arabic, forward float64) [6]float64 {
	backward := logProbability(&a.backward, &l.target, m.Backward.Longest)
	gain := min((forward-a.background)/10, 1.5)
	return [6]float64{
		forward / float64(len(a.codes)+1), backward / float64(len(l.codes)+1), gain,
		mark(len(a.codes) <= 3), mark(len(a.codes) == 4), mark(len(l.codes) <= 3),
	}
}

func mark(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// BackgroundLog gives the log-probability of a word as any Arabic word.
func (m *Model) BackgroundLog(codes []uint8) float64 {
	before, last, sum := uint8(0), uint8(0), 0.0
	for _, c := range codes {
		sum += float64(m.Background[before][last][c])
		before, last = last, c
	}
	return sum + float64(m.Background[before][last][0])
}
