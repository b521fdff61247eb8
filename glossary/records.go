package glossary

import (
	"encoding/binary"
	"math/bits"

	"example.com/asma/glossary/arabic"
)

// stride is how many records or strings share one offset in an index: a
// longer one saves room, a shorter one steps.
const stride = 16

// records is a list of records of bytes, each behind its length. The offset of
// every stride-th stands in an index before them.
type records struct {
	index, body string
	count       int
}

func newRecords(data string, count int) records {
	split := 4 * ((count + stride - 1) / stride)
	return records{index: data[:split], body: data[split:], count: count}
}

// block gives the bytes from the block on that record i lies in.
func (r *records) block(i int) string { return r.body[word32(r.index, i/stride):] }

func (r *records) at(i int) string {
	d := decoder{rest: r.block(i)}
	for range i % stride {
		d.rest = d.rest[d.number():]
	}
	return d.string()
}

// filter is a Bloom filter that says of most unknown keys that they are
// unknown: 64-bit words, three bits of one of them for each key. What it lets
// pass is looked up and compared byte by byte.
type filter string

// filterBits is how many bits a filter has for a key, at least.
const filterBits = 10

// probe is where a filter has a key: in a word, by bits of it.
type probe struct{ word, bits uint64 }

// probeOf gives the probe of a key. With and without ال it lies in one word,
// because words are asked for both ways and a second word would have to be
// waited for.
func probeOf(key string) probe {
	bare := arabic.Indefinite(key)
	hash := hashString(bare)
	if len(bare) < len(key) {
		return probe{hash >> 32, hash >> 14}
	}
	return probe{hash >> 32, hash}
}

func (p probe) at(size int) int { return int(p.word % uint64(size)) }

func (p probe) mask() uint64 {
	return 1<<(p.bits&63) | 1<<(p.bits>>6&63) | 1<<(p.bits>>12&63)
}

func (f filter) may(p probe) bool {
	mask := p.mask()
	return load64(string(f[8*p.at(len(f)/8):]))&mask == mask
}

// word32 reads the i-th little-endian 32-bit word of data.
func word32(data string, i int) uint32 {
	b := data[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// hashString mixes a string, eight bytes at a time, by multiplying and folding
// (the step of wyhash). It is written into compiled glossaries: changing it
// changes flatVersion.
func hashString(s string) uint64 {
	const a, b = 0xa0761d6478bd642f, 0xe7037ed1a0b428db // wyhash's first two
	h := uint64(len(s)) * a
	for ; len(s) >= 8; s = s[8:] {
		h = fold64(h^load64(s), b)
	}
	var rest uint64
	for i := len(s) - 1; i >= 0; i-- {
		rest = rest<<8 | uint64(s[i])
	}
	return fold64(h^rest, a)
}

func load64(s string) uint64 {
	return uint64(word32(s, 0)) | uint64(word32(s, 1))<<32
}

func fold64(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}

// decoder reads numbers and strings that stand one after the other.
type decoder struct{ rest string }

func (d *decoder) number() int {
	n, shift := 0, 0
	for {
		b := d.rest[0]
		d.rest = d.rest[1:]
		n |= int(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

// skip passes over numbers.
func (d *decoder) skip(numbers int) {
	i := 0
	for ; numbers > 0; i++ {
		if d.rest[i] < 0x80 {
			numbers--
		}
	}
	d.rest = d.rest[i:]
}

func (d *decoder) string() string {
	n := d.number()
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

// recordWriter writes records; its zero value is ready.
type recordWriter struct {
	index, body []byte
	count       int
}

// mark notes where a block begins, and says whether one does.
func (w *recordWriter) mark() bool {
	begins := w.count%stride == 0
	if begins {
		w.index = binary.LittleEndian.AppendUint32(w.index, uint32(len(w.body)))
	}
	w.count++
	return begins
}

func (w *recordWriter) add(record []byte) {
	w.mark()
	w.body = append(appendNumber(w.body, len(record)), record...)
}

// addFilter writes the filter of a set of keys, and counts its words.
func (w *recordWriter) addFilter(keys []string) {
	w.count = len(keys)*filterBits/64 + 1
	w.body = make([]byte, 8*w.count)
	for _, key := range keys {
		p := probeOf(key)
		at := w.body[8*p.at(w.count):]
		binary.LittleEndian.PutUint64(at, binary.LittleEndian.Uint64(at)|p.mask())
	}
}

func appendNumber(dst []byte, n int) []byte { return binary.AppendUvarint(dst, uint64(n)) }

// appendSteps appends rising numbers, each as what it is more than the one
// before.
func appendSteps(dst []byte, list []int) []byte {
	last := 0
	for _, n := range list {
		dst = appendNumber(dst, n-last)
		last = n
	}
	return dst
}

// steps reads what appendSteps wrote.
type steps struct {
	decoder
	n int
}

// next gives the next number, false at the end.
func (s *steps) next() bool {
	if s.rest == "" {
		return false
	}
	s.n += s.number()
	return true
}

func (r *records) steps(i int) steps { return steps{decoder: decoder{rest: r.at(i)}} }
