//go:build train

package translit

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
)

// What training needs of a model in the making.

// CrossCount and SameCount are the features of two words of different scripts
// and of two Arabic words, FilterWeights what a filter learns, the last FilterLengths
// of them by the difference of lengths.
const (
	CrossCount    = crossCount
	SameCount     = sameCount
	FilterWeights = filterWeights
	FilterLengths = 2*lengthSpan + 1
)

// Latin prepares a Latin word for this model.
func (m *Model) Latin(word string) *Latin { return m.compileLatin(word) }

// Arabic prepares an Arabic word for this model.
func (m *Model) Arabic(word string) *Arabic { return m.compileArabic(word) }

// Consonants gives the sorts of consonants that an Arabic word has, as bits.
func Consonants(word string) uint16 { return classMask(arabicText(ArabicCodes(word))) & (firm | 7<<6) }

// Native reports letters that names of foreign origin are hardly ever written
// with.
func Native(word string) bool { return onlyArabic(ArabicCodes(word)) }

// Origins gives log P(Arabic | Latin) as a foreign and as an Arabic name, each
// with the share of its origin.
func (m *Model) Origins(l *Latin, a *Arabic) (foreign, native float64) {
	l.readOnce()
	a.readOnce()
	p, q := m.forward[0].readBoth(&l.forward[0], &l.forward[1], &a.target)
	return safeLog(p * (1 - l.native)), safeLog(q * l.native)
}

// CrossFeatures gives the features of two words, and whether the filter and the
// first reading let them through.
func (m *Model) CrossFeatures(l *Latin, a *Arabic) ([]float32, bool) {
	if !m.crossFilter.passes(l.mask, a.mask, len(l.codes), len(a.codes)) {
		return nil, false
	}
	f, near := m.crossFeatures(l, a)
	return f[:], near
}

// SameFeatures is the same for two Arabic words.
func (m *Model) SameFeatures(a, b *Arabic) ([]float32, bool) {
	if string(a.codes) == string(b.codes) || !m.sameFilter.passesEither(a.mask, b.mask, len(a.codes), len(b.codes)) {
		return nil, false
	}
	f, near := m.sameFeatures(a, b)
	return f[:], near
}

// Spellings gives the most probable Arabic spellings of a Latin word, unfolded
// as the model knows them; foreign takes it as a name of foreign origin.
func (m *Model) Spellings(latin string, n int, foreign bool) []Spelling {
	l := m.compileLatin(latin)
	l.readOnce()
	if foreign {
		l.native = 0
	}
	return m.spell(l, n)
}

// FilterFeatures gives what a filter weighs: marks of the classes of letters
// that both words have, the first alone, the second alone, and of the
// difference of lengths.
func FilterFeatures(maskA, maskB uint16, a, b int) []float64 {
	f := make([]float64, filterWeights)
	for i, mask := range []uint16{maskA & maskB, maskA &^ maskB, maskB &^ maskA} {
		for class := range classCount {
			f[i*classCount+class] = float64(mask >> class & 1)
		}
	}
	f[3*classCount+min(max(a-b, -lengthSpan), lengthSpan)+lengthSpan] = 1
	return f
}

// Shape gives the class mask and the number of letters of a word.
func (l *Latin) Shape() (uint16, int) { return l.mask, len(l.codes) }

// Shape gives the class mask and the number of letters of a word.
func (a *Arabic) Shape() (uint16, int) { return a.mask, len(a.codes) }

// Fingerprint is that of two words known to be two names.
func Fingerprint(a, b string) string { return fingerprint(ArabicCodes(a), ArabicCodes(b)) }

// Table is a transducer as it is learned: what each source letter may emit and,
// by context, how probable each is.
type Table struct {
	Sources, Targets, Longest int
	Emits                     [][]string
	Rows                      map[Context]Row
}

// Row is what is known of a context: the share left to the coarser context and,
// of the emissions that were seen, their places among those of the letter and
// their probabilities.
type Row struct {
	Left          float64
	Places        []int
	Probabilities []float64
}

// Network is one as it is learned: by hidden unit a bias and its weights, then
// bias and weights of the last unit.
type Network struct {
	Inputs, Hidden int
	Weights        []float64
}

// Parts are all that training learns. Languages are tables of log-probabilities
// by the two letters before and the letter.
type Parts struct {
	Forward                   [2]*Table
	Backward, Variants        *Table
	Words, Names              []float64
	Latin                     [2][]float64
	Native                    float64
	CrossFilter, SameFilter   []float64
	CrossNetwork, SameNetwork Network
	Distinct                  []string // fingerprints
}

// Encode packs a model.
func (p *Parts) Encode() string {
	w := &encoder{}
	w.WriteString(magic)
	for _, t := range []*Table{p.Forward[0], p.Forward[1], p.Backward, p.Variants} {
		w.table(t)
	}
	for _, l := range [][]float64{p.Words, p.Names, p.Latin[0], p.Latin[1]} {
		for _, log := range l {
			w.WriteByte(quantize(math.Exp(log)))
		}
	}
	w.floats([]float64{p.Native})
	w.floats(p.CrossFilter)
	w.floats(p.SameFilter)
	for _, n := range []Network{p.CrossNetwork, p.SameNetwork} {
		w.Write([]byte{byte(n.Inputs), byte(n.Hidden)})
		w.floats(n.Weights)
	}
	w.number(len(p.Distinct))
	for _, f := range slices.Sorted(slices.Values(p.Distinct)) {
		w.WriteString(f)
	}
	return w.String()
}

// Model opens what was learned so far.
func (p *Parts) Model() *Model {
	m, err := Decode(p.Encode())
	if err != nil {
		panic(err)
	}
	return m
}

type encoder struct{ bytes.Buffer }

func (w *encoder) number(n int) { w.Write([]byte{byte(n), byte(n >> 8)}) }

func (w *encoder) floats(list []float64) {
	for _, f := range list {
		w.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(f))))
	}
}

func quantize(p float64) byte {
	if p <= 0 {
		return 255
	}
	return byte(min(254, math.Round(-math.Log(p)*quantum)))
}

func (w *encoder) table(t *Table) {
	w.Write([]byte{byte(t.Sources), byte(t.Targets), byte(t.Longest)})
	for _, emits := range t.Emits {
		w.WriteByte(byte(len(emits)))
		for _, e := range emits {
			w.WriteByte(byte(len(e)))
			w.WriteString(e)
		}
	}
	contexts := make([]Context, 0, len(t.Rows))
	for c := range t.Rows {
		contexts = append(contexts, c)
	}
	slices.SortFunc(contexts, func(a, b Context) int {
		return bytes.Compare([]byte{a.Letter, a.Before, a.After}, []byte{b.Letter, b.Before, b.After})
	})
	w.number(len(contexts))
	for _, c := range contexts {
		w.Write([]byte{c.Before, c.Letter, c.After})
	}
	for _, c := range contexts {
		row := t.Rows[c]
		w.Write([]byte{quantize(row.Left), byte(len(row.Places))})
		for i, place := range row.Places {
			w.Write([]byte{byte(place), quantize(row.Probabilities[i])})
		}
	}
}
