package glossary

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// layer is one compiled glossary: a flat block of bytes, used in place. All
// numbers in it are little-endian 32-bit words. It begins with a header of
// section offsets and lengths; every section is an array of words, the heap one
// of bytes. Strings lie in the heap with their length before them.
//
//	entries    offset of each entry's record in the heap
//	words      for each known word, sorted: its key, the first of the forms that begin
//	           with it, the first of its uses; and one more as the end
//	uses       entries that have the word in an accepted form
//	forms      sorted by first word: entry and kind; status and the first of its
//	           further words; text; and one more as the end
//	formWords  the words of the forms behind the first
//	buckets    where the sounds of each hash begin; a power of two and one
//	sounds     words that have a skeleton of the hash
//
// Keys are compared byte by byte: a hash alone never decides.
type layer struct {
	data    string
	section [sectionCount]int32 // offset in data
	length  [sectionCount]int32 // words (bytes for the heap)
	cache   []atomic.Pointer[Entry]
}

type sectionID int

const (
	secEntries sectionID = iota
	secWords
	secUses
	secForms
	secFormWords
	secBuckets
	secSounds
	secHeap
	sectionCount
)

// flatVersion changes with the layout; a block of another version is refused.
const flatVersion = 0x61736d03

// Sizes of the records, in words.
const (
	wordSize = 3
	formSize = 3
)

// newLayer opens a flat block.
func newLayer(data string) (*layer, bool) {
	l := &layer{data: data}
	if len(data) < 4*(1+2*int(sectionCount)) || l.at(0) != flatVersion {
		return nil, false
	}
	for i := range sectionCount {
		l.section[i] = int32(l.at(4 * (1 + 2*int(i))))
		l.length[i] = int32(l.at(4 * (2 + 2*int(i))))
	}
	l.cache = make([]atomic.Pointer[Entry], l.length[secEntries])
	return l, true
}

func (l *layer) at(offset int) uint32 {
	b := l.data[offset : offset+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func (l *layer) get(s sectionID, i int) uint32 { return l.at(int(l.section[s]) + 4*i) }

// text reads a string of the heap.
func (l *layer) text(offset uint32) string {
	d := decoder{rest: l.data[int(l.section[secHeap])+int(offset):]}
	return d.string()
}

func (l *layer) entryCount() int { return int(l.length[secEntries]) }
func (l *layer) wordCount() int  { return int(l.length[secWords])/wordSize - 1 }

func (l *layer) wordKey(i int) string { return l.text(l.get(secWords, wordSize*i)) }

// find gives the number of a word key, -1 where the layer does not know it.
func (l *layer) find(key string) int {
	low, high := 0, l.wordCount()
	for low < high {
		middle := int(uint(low+high) >> 1)
		switch c := strings.Compare(l.wordKey(middle), key); {
		case c == 0:
			return middle
		case c < 0:
			low = middle + 1
		default:
			high = middle
		}
	}
	return -1
}

// starts gives the numbers of the forms that begin with a word.
func (l *layer) starts(word int) (from, to int) {
	return int(l.get(secWords, wordSize*word+1)), int(l.get(secWords, wordSize*(word+1)+1))
}

func (l *layer) uses(word int) (from, to int) {
	return int(l.get(secWords, wordSize*word+2)), int(l.get(secWords, wordSize*(word+1)+2))
}

// formRecord is a form as it lies in the block.
type formRecord struct {
	entry    int
	kind     formKind
	words    int // how many
	further  int // index of the second in secFormWords
	text     string
	status   Status
	role     PartRole
	ordinary bool
}

// formKind says what a form is for.
type formKind uint8

const (
	arabicForm formKind = iota
	arabicPart
	latinForm
	latinPart
	acronymForm
	nisbaForm
)

// Bits of a form's two words of flags.
const (
	entryBits   = 24 // of the first: the entry, then kind, role, ordinary
	furtherBits = 30 // of the second: the further words, then status
)

func (l *layer) form(i int) formRecord {
	a, b := l.get(secForms, formSize*i), l.get(secForms, formSize*i+1)
	further, next := b&(1<<furtherBits-1), l.get(secForms, formSize*(i+1)+1)&(1<<furtherBits-1)
	return formRecord{
		entry: int(a & (1<<entryBits - 1)), kind: formKind(a >> entryBits & 0xF), role: PartRole(a >> (entryBits + 4) & 3),
		ordinary: a>>(entryBits+6)&1 != 0, status: Status(b >> furtherBits),
		words: 1 + int(next-further), further: int(further), text: l.text(l.get(secForms, formSize*i+2)),
	}
}

// entry decodes a record, once.
func (l *layer) entry(i int) *Entry {
	if e := l.cache[i].Load(); e != nil {
		return e
	}
	d := decoder{rest: l.data[int(l.section[secHeap])+int(l.get(secEntries, i)):]}
	e := d.entry()
	e.Origin = l.text(uint32(d.number())) + ":" + strconv.Itoa(d.number())
	l.cache[i].CompareAndSwap(nil, e)
	return l.cache[i].Load()
}

// decoder reads the fields of an entry's record, which stand one after the
// other with their lengths before them.
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

func (d *decoder) string() string {
	n := d.number()
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) strings() []string {
	out := make([]string, d.number())
	for i := range out {
		out[i] = d.string()
	}
	return slices.Clip(out)
}

func (d *decoder) entry() *Entry {
	e := &Entry{Name: d.string(), Kind: Kind(d.number()), Article: Article(d.number())}
	flags := d.number()
	e.KeepLatin, e.Translation, e.Exonym, e.Mononym, e.Word = flags&1 != 0, flags&2 != 0, flags&4 != 0, flags&8 != 0, flags&16 != 0
	e.Arabic = make([]Form, d.number())
	for i := range e.Arabic {
		status := d.number()
		e.Arabic[i] = Form{Text: d.string(), Status: Status(status >> 1), Ordinary: status&1 != 0}
	}
	e.Latin, e.Distinct = d.strings(), d.strings()
	e.Note = d.string()
	e.Parts = alignParts(e)
	return e
}

func appendNumber(dst []byte, n int) []byte { return binary.AppendUvarint(dst, uint64(n)) }

func appendString(dst []byte, s string) []byte { return append(appendNumber(dst, len(s)), s...) }

func appendStrings(dst []byte, list []string) []byte {
	dst = appendNumber(dst, len(list))
	for _, s := range list {
		dst = appendString(dst, s)
	}
	return dst
}

func appendEntry(dst []byte, e *Entry) []byte {
	dst = appendNumber(appendNumber(appendString(dst, e.Name), int(e.Kind)), int(e.Article))
	flags := 0
	for i, set := range [...]bool{e.KeepLatin, e.Translation, e.Exonym, e.Mononym, e.Word} {
		if set {
			flags |= 1 << i
		}
	}
	dst = appendNumber(appendNumber(dst, flags), len(e.Arabic))
	for _, f := range e.Arabic {
		status := int(f.Status) << 1
		if f.Ordinary {
			status |= 1
		}
		dst = appendString(appendNumber(dst, status), f.Text)
	}
	return appendString(appendStrings(appendStrings(dst, e.Latin), e.Distinct), e.Note)
}
