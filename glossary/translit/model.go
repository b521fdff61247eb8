package translit

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
)

// Model is all that training learns. It is used in the packed form in which it
// is stored: unpacking all of it would cost milliseconds at every start.
type Model struct {
	forward  [2]*transducer // Latin → Arabic: names of foreign and of Arabic origin, with the same emissions
	backward *transducer    // Arabic → Latin
	variants *transducer    // Arabic → Arabic: spellings of one name
	words    *language      // ordinary Arabic words
	names    *language      // names in Arabic script
	latin    [2]*language   // Latin names of foreign and of Arabic origin
	native   float64        // log-odds of Arabic origin, of a name of any kind

	crossFilter, sameFilter   *filter
	crossNetwork, sameNetwork *network
	distinct                  string // fingerprints of pairs of names that are two

	listOnce sync.Once
	list     distinctNames
}

//go:embed model.bin
var packed string

// model opens the embedded model at its first use.
var model = sync.OnceValue(func() *Model {
	m, err := Decode(packed)
	if err != nil {
		panic("translit: the embedded model is broken: " + err.Error()) // a test decodes it
	}
	return m
})

// quantum says how finely probabilities are kept: one byte for a logarithm in
// sixteenths.
const quantum = 16

var unquantized = func() (t [256]float32) {
	for i := range t {
		t[i] = float32(math.Exp(-float64(i) / quantum))
	}
	t[255] = 0
	return t
}()

// magic begins a model; its last letter tells the format.
const magic = "asma ear 2"

// Decode opens a model. The string is kept.
func Decode(data string) (*Model, error) {
	if len(data) < len(magic) || data[:len(magic)] != magic {
		return nil, errors.New("no model, or one of another version: train it again")
	}
	d := &decoder{rest: data[len(magic):]}
	m := &Model{}
	m.forward[0], m.forward[1], m.backward, m.variants = d.transducer(), d.transducer(), d.transducer(), d.transducer()
	m.words, m.names = d.language(arabicLetters), d.language(arabicLetters)
	m.latin[0], m.latin[1] = d.language(latinLetters), d.language(latinLetters)
	m.native = float64(d.float())
	m.crossFilter, m.sameFilter = d.filter(), d.filter()
	m.crossNetwork, m.sameNetwork = d.network(), d.network()
	m.distinct = d.text(distinctBytes * d.number())
	if d.short || len(d.rest) != 0 {
		return nil, fmt.Errorf("model of %d bytes is cut short or too long", len(data))
	}
	return m, nil
}

// decoder reads the fields of a model; short tells that it ran out.
type decoder struct {
	rest  string
	short bool
}

func (d *decoder) text(n int) string {
	if n > len(d.rest) {
		d.short = true
		d.rest = ""
		return ""
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) byte() int {
	if s := d.text(1); s != "" {
		return int(s[0])
	}
	return 0
}

func (d *decoder) number() int { return d.byte() | d.byte()<<8 }

func (d *decoder) float() float32 {
	s := d.text(4)
	if s == "" {
		return 0
	}
	return math.Float32frombits(binary.LittleEndian.Uint32([]byte(s)))
}

func (d *decoder) floats(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = d.float()
	}
	return out
}

func (d *decoder) transducer() *transducer {
	t := &transducer{sources: d.byte(), targets: d.byte(), longest: d.byte()}
	for range t.sources + 1 {
		emits := make([]string, d.byte())
		for i := range emits {
			emits[i] = d.text(d.byte())
		}
		t.emits = append(t.emits, emits)
	}
	if d.short {
		return t
	}
	t.numberEmissions()
	base := t.sources + 2
	t.index = make([]uint32, base*base*base)
	t.unpacked = make([]atomic.Pointer[[]float32], len(t.index))
	contexts := d.text(3 * d.number())
	t.rows = d.rest
	start := 0
	for i := 0; i+3 <= len(contexts); i += 3 {
		size := t.rowSize(start, contexts[i+1])
		if size == 0 {
			d.short = true
			return t
		}
		t.index[t.place(Context{contexts[i], contexts[i+1], contexts[i+2]})] = uint32(start + 1)
		start += size
	}
	t.rows, d.rest = t.rows[:start], t.rows[start:]
	return t
}

// rowSize gives the length of a packed row, which begins with the share of the
// coarser context and the number of emissions seen; 0 where it is cut short or
// has an emission that is none of the letter.
func (t *transducer) rowSize(start int, letter uint8) int {
	if start+2 > len(t.rows) || int(letter) > t.sources {
		return 0
	}
	size := 2 + 2*int(t.rows[start+1])
	if start+size > len(t.rows) {
		return 0
	}
	emits := len(t.emits[letter])
	for row := t.rows[start+2 : start+size]; len(row) >= 2; row = row[2:] {
		if int(row[0]) >= emits {
			return 0
		}
	}
	return size
}

// language tells how probable a word is in a language, letter by letter, each
// given the two before it.
type language struct {
	letters int
	table   string // packed logarithms, by the two letters before and the letter
}

func (d *decoder) language(letters int) *language {
	return &language{letters, d.text((letters + 1) * (letters + 1) * (letters + 1))}
}

// log gives the log-probability of a word.
func (l *language) log(codes []uint8) float64 {
	base := l.letters + 1
	before, last, sum := 0, 0, 0
	for _, c := range codes {
		sum += int(l.table[(before*base+last)*base+int(c)])
		before, last = last, int(c)
	}
	sum += int(l.table[(before*base+last)*base])
	return -float64(sum) / quantum
}
