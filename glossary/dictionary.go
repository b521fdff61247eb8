package glossary

import (
	"encoding/binary"
	"math/bits"
)

// dictionary is a list of strings in which each is written as what it adds to
// the one before: a byte with the length of what both begin with and of the
// rest, 15 for a rest that is longer and has its length behind; then the rest.
// The first of a block stands whole.
type dictionary struct{ records }

// shared and rest are the limits of the two halves of the first byte.
const halfByte = 15

// piece reads one string: how much it shares with the one before, and the rest.
func (d *decoder) piece() (shared int, rest string) {
	head := d.rest[0]
	d.rest = d.rest[1:]
	length := int(head & halfByte)
	if length == halfByte {
		length += d.number()
	}
	rest, d.rest = d.rest[:length], d.rest[length:]
	return int(head >> 4), rest
}

// appendTo appends string i to dst.
func (t *dictionary) appendTo(dst []byte, i int) []byte {
	d := decoder{rest: t.block(i)}
	at := len(dst)
	for range i%stride + 1 {
		shared, rest := d.piece()
		dst = append(dst[:at+shared], rest...)
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
	_, first := d.piece()
	return first
}

// sortedDictionary is a dictionary in which strings are searched. The heads are
// the first eight bytes of the first string of every block, as numbers that
// sort like the strings; they stand together, because a search through the
// blocks would wait for the memory at every step.
type sortedDictionary struct {
	dictionary
	heads string
}

// headOf gives the first eight bytes of a string as a number.
func headOf(s string) uint64 {
	if len(s) >= 8 {
		return bits.ReverseBytes64(load64(s))
	}
	var head uint64
	for i := range len(s) {
		head |= uint64(s[i]) << (56 - 8*i)
	}
	return head
}

// find gives the number of a string, -1 where the dictionary does not have it.
func (t *sortedDictionary) find(s string) int {
	low, high := 0, len(t.heads)/8 // the last block whose first is not behind s
	for head := headOf(s); low < high; {
		middle := int(uint(low+high) >> 1)
		at := load64(t.heads[8*middle:])
		if at < head || at == head && t.first(middle) <= s {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return -1
	}
	first := (low - 1) * stride
	if i := findInBlock(t.block(first), s, min(stride, t.count-first)); i >= 0 {
		return first + i
	}
	return -1
}

// findInBlock gives the place of a string in a block of some, -1 where it is not
// there. It writes none out: what a string shares with the one before it tells
// how much of s that shares.
func findInBlock(block, s string, count int) int {
	d := decoder{rest: block}
	same := 0 // how much s shares with the string before
	for i := range count {
		shared, rest := d.piece()
		switch {
		case shared > same:
			continue
		case shared < same && shared < halfByte:
			return -1 // behind s
		}
		same = shared + common(s[shared:], rest)
		if same == len(s) && shared+len(rest) == same {
			return i
		}
	}
	return -1
}

// common gives how many bytes two strings share at their beginning.
func common(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
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

// addHeads writes the heads of a sorted list of strings.
func (w *recordWriter) addHeads(list []string) {
	for i := 0; i < len(list); i += stride {
		w.body = binary.LittleEndian.AppendUint64(w.body, headOf(list[i]))
		w.count++
	}
}
