package glossary

import (
	"encoding/binary"
	"math/bits"
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

// dictionary is a list of strings in which each is written as what it adds to
// the one before: a byte with the length of what both begin with and of the
// rest, 15 for a rest that is longer and has its length behind; then the rest.
// The first of a block stands whole.
type dictionary struct{ records }

// shared and rest are the limits of the two halves of the first byte.
const halfByte = 15

// step reads one string over the one before it.
func (d *decoder) step(last []byte) []byte {
	head := d.rest[0]
	d.rest = d.rest[1:]
	length := int(head & halfByte)
	if length == halfByte {
		length += d.number()
	}
	last = append(last[:head>>4], d.rest[:length]...)
	d.rest = d.rest[length:]
	return last
}

// appendTo appends string i to dst.
func (t *dictionary) appendTo(dst []byte, i int) []byte {
	d := decoder{rest: t.block(i)}
	at := len(dst)
	for range i%stride + 1 {
		dst = append(dst[:at], d.step(dst[at:])...)
	}
	return dst
}

func (t *dictionary) at(i int) string {
	var buffer [64]byte
	return string(t.appendTo(buffer[:0], i))
}

// first gives the string that begins block b.
func (t *dictionary) first(b int) string {
	d := decoder{rest: t.block(b * stride)}
	head := d.rest[0]
	d.rest = d.rest[1:]
	length := int(head & halfByte)
	if length == halfByte {
		length += d.number()
	}
	return d.rest[:length]
}

// find gives the number of a string in a sorted dictionary, -1 where it has
// none.
func (t *dictionary) find(s string) int {
	low, high := 0, len(t.index)/4 // the last block whose first is not behind s
	for low < high {
		middle := int(uint(low+high) >> 1)
		if t.first(middle) <= s {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return -1
	}
	var buffer [64]byte
	last := buffer[:0]
	d := decoder{rest: t.block((low - 1) * stride)}
	for i := (low - 1) * stride; i < min(low*stride, t.count); i++ {
		last = d.step(last)
		if string(last) == s {
			return i
		}
	}
	return -1
}

// filter is a Bloom filter that says of most unknown keys that they are
// unknown: 64-bit words, three bits of one of them for each key. What it lets
// pass is looked up and compared byte by byte.
type filter string

// filterBits is how many bits a filter has for a key, at least.
const filterBits = 10

func (f filter) may(hash uint64) bool {
	at := filterWord(hash, len(f)/8)
	mask := filterMask(hash)
	return load64(string(f[8*at:]))&mask == mask
}

func filterWord(hash uint64, size int) int { return int(hash >> 32 % uint64(size)) }

func filterMask(hash uint64) uint64 {
	return 1<<(hash&63) | 1<<(hash>>6&63) | 1<<(hash>>12&63)
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

// addStrings writes a dictionary.
func (w *recordWriter) addStrings(list []string) {
	last := ""
	for _, s := range list {
		if w.mark() {
			last = ""
		}
		shared := 0
		for shared < min(halfByte, len(s), len(last)) && s[shared] == last[shared] {
			shared++
		}
		rest := s[shared:]
		w.body = append(w.body, byte(shared<<4|min(halfByte, len(rest))))
		if len(rest) >= halfByte {
			w.body = appendNumber(w.body, len(rest)-halfByte)
		}
		w.body = append(w.body, rest...)
		last = s
	}
}

// buildFilter makes the filter of a set of keys.
func buildFilter(keys []string) []byte {
	size := len(keys)*filterBits/64 + 1
	out := make([]byte, 8*size)
	for _, key := range keys {
		hash := hashString(key)
		at := out[8*filterWord(hash, size):]
		binary.LittleEndian.PutUint64(at, binary.LittleEndian.Uint64(at)|filterMask(hash))
	}
	return out
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
