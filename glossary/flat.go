package glossary

import (
	"slices"
	"strconv"
	"sync/atomic"
	"unicode/utf8"
)

// layer is one compiled glossary: a flat block of bytes, used in place. It
// begins with its version and the offset and count of every section, as
// little-endian 32-bit words; all further numbers are varints, low bits first.
//
//	texts    a dictionary of the words of all texts as written
//	keys     a sorted dictionary of the folded words by which forms are looked up
//	begins   a bit for each key: forms begin with it
//	heads    the first eight bytes of the first key of every block of keys, for searching
//	filter   a Bloom filter of the keys that do not begin with ASCII
//	stems    a Bloom filter of what adjectives have of the places that they are made of
//	words    for each key, the forms that begin with it and the entries that use it
//	entries  their fields, a text being the numbers of its words in texts
//	sounds   for each bucket of hashes, the keys that have one of these for their sound
//
// Keys are compared byte by byte: a hash alone never decides.
type layer struct {
	texts           dictionary
	keys            sortedDictionary
	filter, stems   filter
	starts          string  // a bit for each of keys
	shapes          string  // 8 bytes for each of keys
	words           records // forms that begin with a word
	used            records // entries that use a word: numbers, each less the one before
	heard           records // words of an entry that it is heard by, likewise
	entries, sounds records
	cache           []atomic.Pointer[Entry]
}

type sectionID int

const (
	secTexts sectionID = iota
	secKeys
	secHeads
	secBegins
	secFilter
	secStems
	secShapes
	secWords
	secUses
	secHeard
	secEntries
	secSounds
	sectionCount
)

// flatVersion changes with the layout; a block of another version is refused.
const flatVersion = 0x61736d09

// headerSize is where the sections begin.
const headerSize = 4 * (1 + 2*int(sectionCount))

// newLayer opens a flat block.
func newLayer(data string) (*layer, bool) {
	if len(data) < headerSize || word32(data, 0) != flatVersion {
		return nil, false
	}
	section := func(s sectionID) records {
		return newRecords(data[word32(data, 1+2*int(s)):], int(word32(data, 2+2*int(s))))
	}
	l := &layer{
		texts: dictionary{section(secTexts)}, keys: sortedDictionary{dictionary{section(secKeys)}, words64At(data, secHeads)},
		words: section(secWords), used: section(secUses), heard: section(secHeard), entries: section(secEntries), sounds: section(secSounds),
	}
	l.starts = words64At(data, secBegins)
	l.filter, l.stems, l.shapes = filter(words64At(data, secFilter)), filter(words64At(data, secStems)), words64At(data, secShapes)
	l.cache = make([]atomic.Pointer[Entry], l.entries.count)
	return l, true
}

// words64At gives a section of 64-bit words.
func words64At(data string, s sectionID) string {
	begin := word32(data, 1+2*int(s))
	return data[begin : begin+8*word32(data, 2+2*int(s))]
}

// find gives the number of a word key, -1 where the layer does not know it.
func (l *layer) find(key string) int {
	if filtered(key) && !l.filter.may(probeOf(key)) {
		return -1
	}
	return l.keys.find(key)
}

// filtered reports whether the filter has a key. Latin words and numbers are
// rare in Arabic texts; without them it fits the cache of the processor better.
func filtered(key string) bool { return key != "" && key[0] >= utf8.RuneSelf }

// shape gives the shape of a word key.
func (l *layer) shape(word int) Shape { return Shape(load64(l.shapes[8*word:])) }

// formKind says what a form is for.
type formKind uint8

// The kinds. A nisbaForm is the place that adjectives are made of.
const (
	arabicForm formKind = iota
	arabicSurname
	latinForm
	latinGiven
	latinSurname
	acronymForm
	nisbaForm
)

func (k formKind) whole() bool { return k == arabicForm || k == latinForm || k == acronymForm }
func (k formKind) latin() bool { return k >= latinForm && k <= acronymForm }

func (k formKind) role() PartRole {
	switch k {
	case arabicSurname, latinSurname:
		return Surname
	case latinGiven:
		return Given
	}
	return Middle
}

// formRecord is a form as it lies in the block.
type formRecord struct {
	entry    int
	source   int // where its text stands: see wordSource
	kind     formKind
	status   Status
	ordinary bool
	words    int    // how many
	further  []int  // those behind the first; overwritten by the next form
	text     string // as the glossary writes it, "" until it is wanted
}

// formList reads the forms that begin with a word, in the order of their
// further words, then of the entries. A form is a byte of flags (bits 0–2:
// kind, 3–4: status, 5: ordinary, 6–7: further words, 3 for more, whose number
// follows less 3), the further words (the first less that of the form before),
// the entry and the source of its text plus one, 0 for that of
// the form before.
type formList struct {
	decoder
	left int
	form formRecord
}

// forms gives the forms that begin with a word; room is for their further
// words.
func (l *layer) forms(word int, room []int) formList {
	f := formList{decoder: decoder{rest: l.words.at(word)}, form: formRecord{further: room}}
	f.left = f.number()
	return f
}

// begins reports whether a form begins with a word.
func (l *layer) begins(word int) bool { return load64(l.starts[word/64*8:])>>(word%64)&1 != 0 }

// isPlace reports whether a word is the name of a place that has adjectives.
func (l *layer) isPlace(word int) bool {
	for forms := l.forms(word, nil); forms.next(); {
		if forms.form.kind == nisbaForm {
			return true
		}
	}
	return false
}

// next reads the next form, false where there is none.
func (f *formList) next() bool {
	if f.left == 0 {
		return false
	}
	f.left--
	second := 0
	if len(f.form.further) > 0 {
		second = f.form.further[0]
	}
	flags := f.rest[0]
	f.rest = f.rest[1:]
	further := int(flags >> 6)
	if further == 3 {
		further += f.number()
	}
	f.form.kind, f.form.status, f.form.ordinary = formKind(flags&7), Status(flags>>3&3), flags>>5&1 != 0
	f.form.words, f.form.further = 1+further, f.form.further[:0]
	for i := range further {
		n := f.number()
		if i == 0 {
			n += second
		}
		f.form.further = append(f.form.further, n)
	}
	f.form.entry, f.form.text = f.number(), ""
	if source := f.number(); source > 0 {
		f.form.source = source - 1
	}
	return true
}

// isUsed reports whether an entry uses a word in an accepted form.
func (l *layer) isUsed(word int) bool { return l.used.at(word) != "" }

// entry decodes an entry, once.
func (l *layer) entry(i int) *Entry {
	if e := l.cache[i].Load(); e != nil {
		return e
	}
	e := &Entry{}
	d := entryDecoder{decoder{rest: l.entries.at(i)}, &l.texts}
	d.entry(e)
	l.cache[i].CompareAndSwap(nil, e)
	return l.cache[i].Load()
}

// entryDecoder reads the fields of an entry, which stand one after the other.
type entryDecoder struct {
	decoder
	texts *dictionary
}

func (d *entryDecoder) text() string { return d.words(d.number()) }

func (d *entryDecoder) words(count int) string {
	var buffer [256]byte
	out := buffer[:0]
	for i := range count {
		if i > 0 {
			out = append(out, ' ')
		}
		out = d.texts.appendTo(out, d.number())
	}
	return string(out)
}

func (d *entryDecoder) skipText() { d.skip(d.number()) }

func (d *entryDecoder) list() []string {
	out := make([]string, d.number())
	for i := range out {
		out[i] = d.text()
	}
	return slices.Clip(out)
}

func (d *entryDecoder) entry(e *Entry) {
	e.Name = d.text()
	kinds, flags := d.number(), d.number()
	e.Kind, e.Article = Kind(kinds&7), Article(kinds>>3)
	for i, flag := range e.flags() {
		*flag = flags>>i&1 != 0
	}
	e.Arabic = make([]Form, d.number())
	for i := range e.Arabic {
		status := d.number()
		e.Arabic[i] = Form{Text: d.text(), Status: Status(status >> 1), Ordinary: status&1 != 0}
	}
	e.Latin, e.Distinct, e.Note = d.list(), d.list(), d.text()
	e.Origin = d.texts.at(d.number()) + ":" + strconv.Itoa(d.number())
	e.Parts = alignParts(e)
}

// flags are the fields of an entry that are yes or no, in the order of their
// bits in a record.
func (e *Entry) flags() [5]*bool {
	return [...]*bool{&e.KeepLatin, &e.Translation, &e.Exonym, &e.Mononym, &e.Word}
}
