// Package translit hears whether two spellings are one name: a Latin one and an
// Arabic one, or two of one script. It is a trained model: transducers that
// read a word letter by letter and emit letters of the other script, and small
// networks that weigh what they say into a probability. MODEL.md tells what it
// was trained on and how good it is.
package translit

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// Latin is a Latin word compiled for many comparisons. It may be shared by
// goroutines. What only words that are near ask for is worked out at the first
// such comparison.
type Latin struct {
	m     *Model
	codes []uint8
	mask  uint16

	read    sync.Once
	forward [2]source
	target  target  // of the backward transducer
	native  float64 // probability of Arabic origin
	as      float64 // log-probability as any Latin name

	spelled   sync.Once
	spellings []*Arabic
}

// Arabic is an Arabic word without clitics, compiled for many comparisons. It
// may be shared by goroutines.
type Arabic struct {
	m     *Model
	codes []uint8
	mask  uint16
	yeh   bool // ends in ي, which ى never turns into

	weighed sync.Once
	asWord  float64 // log-probability as an ordinary word
	asName  float64 // log-probability as a name

	read     sync.Once
	target   target // of the forward transducers
	backward source

	varied    sync.Once
	variant   source
	variantOf target
	bones     []uint8 // without long vowels, ه and ة
	native    bool    // has letters that only words of Arabic origin have
}

// CompileLatin prepares a Latin word: case, diacritics and signs are folded.
func CompileLatin(word string) *Latin { return model().compileLatin(word) }

func (m *Model) compileLatin(word string) *Latin {
	codes := cut(LatinCodes(word))
	return &Latin{m: m, codes: codes, mask: classMask(latinText(codes))}
}

// CompileArabic prepares an Arabic word; harakat, hamza seats and look-alikes
// are folded.
func CompileArabic(word string) *Arabic { return model().compileArabic(word) }

func (m *Model) compileArabic(word string) *Arabic {
	codes := cut(ArabicCodes(word))
	return &Arabic{m: m, codes: codes, mask: classMask(arabicText(codes)), yeh: strings.HasSuffix(word, "ي")}
}

func cut(codes []uint8) []uint8 { return codes[:min(len(codes), maxLetters)] }

func (l *Latin) readOnce() {
	l.read.Do(func() {
		for i, t := range l.m.forward {
			l.forward[i] = t.compile(l.codes)
		}
		l.target = l.m.backward.target(l.codes)
		foreign, native := l.m.latin[0].log(l.codes), l.m.latin[1].log(l.codes)
		l.native = l.m.origin(foreign, native)
		l.as = math.Max(foreign, native)
	})
}

// origin says how probable Arabic origin is, from the log-probabilities of a
// Latin name as a foreign and as an Arabic one. Letters are no independent
// witnesses, hence the damping; and no name is quite sure.
func (m *Model) origin(foreign, native float64) float64 {
	const damping, least, most = 0.6, 0.01, 0.9
	p := 1 / (1 + math.Exp(-m.native-damping*(native-foreign)))
	return min(max(p, least), most)
}

func (a *Arabic) weighOnce() {
	a.weighed.Do(func() { a.asWord, a.asName = a.m.words.log(a.codes), a.m.names.log(a.codes) })
}

func (a *Arabic) readOnce() {
	a.weighOnce()
	a.read.Do(func() {
		a.target = a.m.forward[0].target(a.codes)
		a.backward = a.m.backward.compile(a.codes)
	})
}

// Probability says how probable it is that the two words are one name, at the
// rate at which names meet in an article (one of a thousand words).
func Probability(l *Latin, a *Arabic) float64 {
	m := l.m
	if !m.crossFilter.passes(l.mask, a.mask, len(l.codes), len(a.codes)) {
		return 0
	}
	features, near := m.crossFeatures(l, a)
	if !near {
		return 0
	}
	p := m.crossNetwork.probability(features[:])
	if p >= doubtful && p < certain && l.isRather(a, p) {
		return 0
	}
	return p
}

// Between these bounds it is worth asking whether a name is not rather another.
const doubtful, certain = 0.01, 0.99

// isRather reports that a Latin name is heard far better in one that is known
// to be another than the Arabic one: Hussein may pass for حسن, but is حسين.
func (l *Latin) isRather(a *Arabic, p float64) bool {
	const far = 4 // times the odds
	for _, b := range l.m.others(a.codes) {
		if !l.m.crossFilter.passes(l.mask, b.mask, len(l.codes), len(b.codes)) {
			continue
		}
		if features, near := l.m.crossFeatures(l, b); near {
			if q := l.m.crossNetwork.probability(features[:]); q*(1-p) > far*p*(1-q) {
				return true
			}
		}
	}
	return false
}

// crossCount is how many features a Latin and an Arabic word have.
const crossCount = 15

// crossFeatures are what the network weighs for a Latin and an Arabic word; not
// near tells that the reading is too poor to go on. A poor reading of a word
// with the right consonants is tried with every two neighbours swapped (هتفار).
func (m *Model) crossFeatures(l *Latin, a *Arabic) (f [crossCount]float32, near bool) {
	const (
		worst = -3.5 // log-probability a letter; true pairs lie above
		poor  = -1.8
	)
	l.readOnce()
	a.readOnce()
	forward := m.forwardLog(l, &a.target)
	swapped := false
	if l.mask&firm == a.mask&firm && len(a.codes) > 3 && forward < poor*float64(len(a.codes)+1) {
		if b, better := m.unswap(l, a); better > forward+typingError {
			a, forward, swapped = b, better, true
		}
	}
	latin, arab := float64(len(l.codes)), float64(len(a.codes))
	if forward < worst*(arab+1) {
		return f, false
	}
	backward := max(safeLog(m.backward.read(&a.backward, &l.target)), -60)
	return [crossCount]float32{
		float32(forward / (arab + 1)), float32(backward / (latin + 1)),
		float32((forward - a.asWord) / 10), float32((forward - a.asName) / 10), float32((backward - l.as) / 10),
		float32(arab / 10), float32(latin / 10), mark(arab <= 3), mark(latin <= 3),
		float32(l.native), mark(onlyArabic(a.codes)), float32((latin - arab) / 10),
		float32(bits.OnesCount16(l.mask&^a.mask)) / 4, float32(bits.OnesCount16(a.mask&^l.mask)) / 4,
		mark(swapped),
	}, true
}

func (m *Model) forwardLog(l *Latin, t *target) float64 {
	foreign, native := m.forward[0].readBoth(&l.forward[0], &l.forward[1], t)
	return safeLog((1-l.native)*foreign + l.native*native)
}

// typingError is how much better, in nats, a word must read once it is mended
// for an error to be likely.
const typingError = 4

// unswap finds the two neighbours in an Arabic word whose swapping makes it read
// best, and how it then reads.
func (m *Model) unswap(l *Latin, a *Arabic) (*Arabic, float64) {
	codes := slices.Clone(a.codes)
	place, best := -1, math.Inf(-1)
	for i := range len(codes) - 1 {
		codes[i], codes[i+1] = codes[i+1], codes[i]
		t := m.forward[0].target(codes)
		if p := m.forwardLog(l, &t); p > best {
			place, best = i, p
		}
		codes[i], codes[i+1] = codes[i+1], codes[i]
	}
	if best <= -100 {
		return a, best
	}
	codes[place], codes[place+1] = codes[place+1], codes[place]
	b := &Arabic{m: m, codes: codes, mask: a.mask}
	b.readOnce()
	return b, best
}

// onlyArabic reports letters that names of other origin are hardly ever written
// with.
func onlyArabic(codes []uint8) bool {
	for _, c := range codes {
		if strings.ContainsRune("عحصضظذثط", arabicOrder[c-1]) {
			return true
		}
	}
	return false
}

func mark(b bool) float32 {
	if b {
		return 1
	}
	return 0
}
