package arabic

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// Runs splits texts at the signs of ASCII that never stand inside a word, and
// remembers a number for every distinct run of bytes between them, so that what
// the run alone decides is worked out once: in news three runs of a hundred are
// new. The words of a run do not depend on what stands around it: Words finds
// the same in a text as in its runs one by one.
//
// Runs are compared byte by byte; a hash alone never decides. The zero value is
// not ready: use NewRuns. It is not safe for concurrent use.
type Runs struct {
	slots   []slot // a power of two, at most three quarters full
	used    int
	middles []byte // of runs longer than 16 bytes, without the first and the last 8: the length less 1, then the bytes
	long    uint32 // the value of a run that is too long to be remembered
	batch   [64]Run
	touched uint64 // keeps the loads of Next from being left out
}

// slot holds a run: its first and last eight bytes, which overlap in runs
// shorter than 16, and its length. The smaller it is, the more stay close to
// the processor.
type slot struct {
	head, last uint64
	where      uint32 // 0: the slot is free; up to 16: the length; else less 17 the place in middles
	value      uint32
}

// longestRun is the length in bytes from which a run is not remembered: no
// word is so long, and a file without blanks must not fill the memory.
const longestRun = 256

// NewRuns gives an empty memory for some thousand runs; it grows.
func NewRuns() *Runs { return &Runs{slots: make([]slot, 1<<11)} }

// Len gives how many runs are remembered.
func (r *Runs) Len() int { return r.used }

// Reset forgets all runs and keeps the room.
func (r *Runs) Reset() {
	clear(r.slots)
	r.used, r.middles = 0, r.middles[:0]
}

// Run is a run of a text.
type Run struct {
	Start, End int
	head, last uint64
	hash       uint64
}

// Next splits the runs off text[at:], as many as fit into its batch, and says
// where to go on; the batch is empty at the end of the text. It is good until
// the next call. A batch is cut first and looked up after, because the memory
// can then be waited for all at once: a third of the time of a large one.
func (r *Runs) Next(text string, at int) (batch []Run, next int) {
	n, next := r.cut(text, at)
	mask := uint64(len(r.slots) - 1)
	for i := range r.batch[:n] {
		r.touched ^= r.slots[r.batch[i].hash&mask].head
	}
	return r.batch[:n], next
}

// cut fills the batch. It looks for signs of ASCII in 64 bytes at a time: in
// Arabic text nearly every one parts two runs.
func (r *Runs) cut(text string, start int) (n, next int) {
	for base := start; base < len(text); base += 64 {
		ascii := asciiMask(text[base:])
		for ; ascii != 0; ascii &= ascii - 1 {
			i := base + bits.TrailingZeros64(ascii)
			if !parts[text[i]] {
				continue
			}
			if i > start {
				if n == len(r.batch) {
					return n, start
				}
				n += r.put(n, text, start, i)
			}
			start = i + 1
		}
	}
	if start < len(text) {
		if n == len(r.batch) {
			return n, start
		}
		n += r.put(n, text, start, len(text))
	}
	return n, len(text)
}

// asciiMask has a bit for every byte of ASCII among the first 64.
func asciiMask(text string) (mask uint64) {
	if len(text) >= 64 {
		for i := 0; i < 64; i += 8 {
			// The product gathers the high bits of eight bytes in its top byte.
			high := ^load64(text[i:]) & 0x8080808080808080
			mask |= high * 0x0002040810204081 >> 56 << i
		}
		return mask
	}
	for i := range len(text) {
		mask |= uint64(^text[i]>>7) << i
	}
	return mask
}

// put makes a run of a stretch of text, and gives 0 where nothing is left of
// it without the signs at its edges.
func (r *Runs) put(n int, text string, start, end int) int {
	if edges[text[start]]|edges[text[min(start+1, end-1)]]|edges[text[end-1]] != 0 {
		if start, end = trim(text, start, end); start == end {
			return 0
		}
	}
	run := &r.batch[n]
	run.Start, run.End = start, end
	run.head, run.last = ends(text, start, end)
	run.hash = hashEnds(run.head, run.last, end-start)
	if end-start > 16 {
		run.hash = hashMiddle(run.hash, text[start+8:end])
	}
	return 1
}

// trim takes the signs at the edges off a run.
func trim(text string, start, end int) (int, int) {
	for start < end {
		skip := leading(text[start:end])
		if skip == 0 {
			break
		}
		start += skip
	}
	return start, trimmed(text, start, end)
}

// leading gives the length of a sign before a run: one that parts, or one of
// those that stand at its edges so often that they would make runs of their
// own of the words.
func leading(text string) int {
	c := text[0]
	switch {
	case c < 0x80:
		return int(edges[c])
	case len(text) > 1 && edges[text[1]] != 0 && isEdge(c, text[1]): // the second byte is the rare one
		return 2
	}
	return 0
}

// isEdge reports whether two bytes are one of « » ، ؛ ؟.
func isEdge(c, d byte) bool {
	return c == 0xC2 && (d == 0xAB || d == 0xBB) || c == 0xD8 && (d == 0x8C || d == 0x9B || d == 0x9F)
}

// trimmed gives the end of a run without the signs at its edge.
func trimmed(text string, start, end int) int {
	for end > start && edges[text[end-1]] != 0 {
		switch c := text[end-1]; {
		case c < 0x80:
			end--
		case end-start >= 2 && isEdge(text[end-2], c):
			end -= 2
		default:
			return end
		}
	}
	return end
}

// edges has 1 for the signs of ASCII that stand at the edge of a run, and for
// the last bytes of the others.
var edges = func() (t [256]uint8) {
	for c := range 128 {
		if parts[c] || strings.ContainsRune(inside, rune(c)) {
			t[c] = 1
		}
	}
	for _, sign := range [...]string{"«", "»", "،", "؛", "؟"} {
		t[sign[1]] = 1
	}
	return t
}()

// inside are the ASCII signs that may stand inside a Latin word.
const inside = "'`."

// parts are the ASCII signs at which a run ends.
var parts = func() (t [256]bool) {
	for c := range 128 {
		t[c] = asciiClass(rune(c)) == None && !strings.ContainsRune(inside, rune(c))
	}
	return t
}()

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// ends gives the first and the last eight bytes of a run; of a shorter one,
// what there is, twice.
func ends(text string, start, end int) (head, last uint64) {
	if end >= 8 && start+8 <= len(text) {
		beyond := 8 * max(0, 8-(end-start)) & 63 // bits that are not of the run
		return load64(text[start:]) << beyond >> beyond, load64(text[end-8:]) >> beyond
	}
	if n := end - start; n >= 8 {
		return load64(text[start:]), load64(text[end-8:])
	}
	for i := end - 1; i >= start; i-- {
		head = head<<8 | uint64(text[i])
	}
	return head, head
}

// mix folds the product of two numbers (the step of wyhash).
func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}

// The first two secrets of wyhash.
const secretA, secretB = 0xa0761d6478bd642f, 0xe7037ed1a0b428db

func hashEnds(head, last uint64, size int) uint64 {
	return mix(head^secretA, last^secretB^uint64(size))
}

// hashMiddle adds what stands between the first and the last eight bytes of a
// run; behind the first is what it is given.
func hashMiddle(h uint64, behind string) uint64 {
	for i := 0; i < len(behind)-8; i += 8 {
		h = mix(h^load64(behind[i:]), secretB)
	}
	return h
}

// Value gives the value of a run of text, which the caller may set and will get
// again for the same bytes; it is 0 for a run that is new. The pointer is good
// until the next call.
func (r *Runs) Value(text string, run *Run) *uint32 {
	size := run.End - run.Start
	if size > longestRun {
		r.long = 0
		return &r.long
	}
	mask := uint64(len(r.slots) - 1)
	for i := run.hash & mask; ; i = (i + 1) & mask {
		s := &r.slots[i]
		if s.head == run.head && s.last == run.last && (int(s.where) == size || s.where > 16 && size > 16 && r.sameMiddle(s, text[run.Start:run.End])) {
			return &s.value
		}
		if s.where == 0 {
			return r.add(i, text, run)
		}
	}
}

func (r *Runs) sameMiddle(s *slot, run string) bool {
	return string(r.middle(s)) == run[8:len(run)-8]
}

// middle gives a long run without its ends.
func (r *Runs) middle(s *slot) []byte {
	at := r.middles[s.where-17:]
	return at[1 : 2+int(at[0])]
}

func (r *Runs) add(i uint64, text string, run *Run) *uint32 {
	if r.used >= len(r.slots)/4*3 {
		r.grow()
		return r.Value(text, run)
	}
	r.used++
	s := &r.slots[i]
	size := run.End - run.Start
	*s = slot{head: run.head, last: run.last, where: uint32(size)}
	if size > 16 {
		s.where = uint32(17 + len(r.middles))
		r.middles = append(append(r.middles, byte(size-17)), text[run.Start+8:run.End-8]...)
	}
	return &s.value
}

// grow doubles the slots.
func (r *Runs) grow() {
	old := r.slots
	r.slots = make([]slot, 2*len(old))
	mask := uint64(len(r.slots) - 1)
	for _, s := range old {
		if s.where == 0 {
			continue
		}
		i := r.rehash(&s) & mask
		for r.slots[i].where != 0 {
			i = (i + 1) & mask
		}
		r.slots[i] = s
	}
}

// rehash gives the hash of a run from its slot.
func (r *Runs) rehash(s *slot) uint64 {
	if s.where <= 16 {
		return hashEnds(s.head, s.last, int(s.where))
	}
	var room [longestRun]byte
	middle := append(room[:0], r.middle(s)...)
	behind := binary.LittleEndian.AppendUint64(middle, s.last)
	return hashMiddle(hashEnds(s.head, s.last, 8+len(behind)), string(behind))
}
