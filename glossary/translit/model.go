package translit

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"
)

// Model is all that training learns.
type Model struct {
	Forward    [2]*Transducer                                                   // Latin → Arabic: names of foreign and of Arabic origin
	Native     float64                                                          // share of names of Arabic origin
	Backward   *Transducer                                                      // Arabic → Latin
	Variants   *Transducer                                                      // Arabic → Arabic: spellings of one name
	Background [arabicLetters + 1][arabicLetters + 1][arabicLetters + 1]float32 // log P(letter | two before) in any Arabic word
	Cross      Weights                                                          // of Latin–Arabic evidence
	Same       Weights                                                          // of Arabic–Arabic evidence
	Roman      Weights                                                          // of Latin–Latin evidence
}

// Weights are those of a logistic regression: bias first.
type Weights []float64

func (w Weights) probability(features []float64) float64 {
	z := w[0]
	for i, f := range features {
		z += w[i+1] * f
	}
	return 1 / (1 + math.Exp(-z))
}

//go:embed model.bin
var packed []byte

// model unpacks the embedded model at its first use: some milliseconds, which
// a text without anything to hear never pays.
var model = sync.OnceValue(func() *Model {
	m, err := Decode(packed)
	if err != nil {
		panic("translit: the embedded model is broken: " + err.Error()) // a test decodes it
	}
	return m
})

// Probabilities are kept in one byte: their logarithm in sixteenths.
const quantum = 16

func quantize(p float32) byte {
	if p <= 0 {
		return 255
	}
	return byte(min(255, math.Round(-math.Log(float64(p))*quantum)))
}

var unquantized = func() (t [256]float32) {
	for i := range t {
		t[i] = float32(math.Exp(-float64(i) / quantum))
	}
	t[255] = 0
	return t
}()

// Encode packs a model: byte-wide probabilities, compressed.
func (m *Model) Encode() []byte {
	var raw bytes.Buffer
	for _, t := range m.transducers() {
		t.encode(&raw)
	}
	for a := range m.Background {
		for b := range m.Background[a] {
			for _, p := range m.Background[a][b] {
				raw.WriteByte(quantize(float32(math.Exp(float64(p)))))
			}
		}
	}
	for _, w := range []Weights{{m.Native}, m.Cross, m.Same, m.Roman} {
		raw.WriteByte(byte(len(w)))
		binary.Write(&raw, binary.LittleEndian, []float64(w))
	}
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	w.Write(raw.Bytes())
	w.Close()
	return out.Bytes()
}

func (m *Model) transducers() []*Transducer {
	return []*Transducer{m.Forward[0], m.Forward[1], m.Backward, m.Variants}
}

func (t *Transducer) encode(w *bytes.Buffer) {
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
	binary.Write(w, binary.LittleEndian, uint32(len(contexts)))
	for _, c := range contexts {
		w.Write([]byte{c.Before, c.Letter, c.After})
		for _, p := range t.Rows[c] {
			w.WriteByte(quantize(p))
		}
	}
}

// Decode unpacks a model.
func Decode(data []byte) (*Model, error) {
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, err
	}
	d := &decoder{rest: raw}
	m := &Model{}
	m.Forward[0], m.Forward[1], m.Backward, m.Variants = d.transducer(), d.transducer(), d.transducer(), d.transducer()
	for a := range m.Background {
		for b := range m.Background[a] {
			for c, q := range d.bytes(arabicLetters + 1) {
				m.Background[a][b][c] = -float32(q) / quantum
			}
		}
	}
	native := d.weights()
	m.Cross, m.Same, m.Roman = d.weights(), d.weights(), d.weights()
	if d.short || len(native) != 1 {
		return nil, fmt.Errorf("model of %d bytes is cut short", len(raw))
	}
	m.Native = native[0]
	return m, nil
}

// decoder reads the fields of a model; short tells that it ran out.
type decoder struct {
	rest  []byte
	short bool
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.rest) {
		d.short = true
		return make([]byte, n)
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) byte() int { return int(d.bytes(1)[0]) }

func (d *decoder) weights() Weights {
	w := make(Weights, d.byte())
	for i := range w {
		w[i] = math.Float64frombits(binary.LittleEndian.Uint64(d.bytes(8)))
	}
	return w
}

func (d *decoder) transducer() *Transducer {
	t := &Transducer{Sources: d.byte(), Targets: d.byte(), Longest: d.byte(), Rows: map[Context][]float32{}}
	for range t.Sources + 1 {
		emits := make([]string, d.byte())
		for i := range emits {
			emits[i] = string(d.bytes(d.byte()))
		}
		t.Emits = append(t.Emits, emits)
	}
	t.Index()
	n := binary.LittleEndian.Uint32(d.bytes(4))
	for range min(n, uint32(len(d.rest))) {
		b := d.bytes(3)
		c := Context{b[0], b[1], b[2]}
		if int(c.Letter) > t.Sources {
			d.short = true
			return t
		}
		row := make([]float32, len(t.Emits[c.Letter]))
		for i, q := range d.bytes(len(row)) {
			row[i] = unquantized[q]
		}
		t.Rows[c] = row
	}
	return t
}
