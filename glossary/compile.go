package glossary

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// Compile puts entries into the flat form that glossaries are used in. The
// result depends on the entries and their order alone.
func Compile(entries []*Entry) []byte {
	b := &builder{texts: newTextTable(entries), numbers: map[string]int{}, uses: map[builtUse]bool{}}
	for i, e := range entries {
		e.Parts = alignParts(e)
		e.markOrdinary()
		for ordinal, f := range formsOf(e) {
			b.add(builtForm{entry: i, ordinal: ordinal, source: b.texts.source(e, f, ordinal)}, f)
		}
	}
	b.sortKeys()
	return b.lay(entries)
}

// builder gathers what the sections are made of.
type builder struct {
	texts   *textTable
	numbers map[string]int // word key → number, first in order of meeting, then of sorting
	keys    []string
	forms   []builtForm
	uses    map[builtUse]bool
}

type builtForm struct {
	entry, ordinal, source int
	kind                   formKind
	status                 Status
	plain                  bool
	words                  []int
}

type builtUse struct{ word, entry int }

func (b *builder) number(key string) int {
	n, ok := b.numbers[key]
	if !ok {
		n = len(b.keys)
		b.numbers[key] = n
		b.keys = append(b.keys, key)
	}
	return n
}

func (b *builder) add(form builtForm, f indexed) {
	if len(f.keys) == 0 {
		return
	}
	form.kind, form.status, form.plain = f.kind, f.status, f.plain
	for _, key := range f.keys {
		form.words = append(form.words, b.number(key))
	}
	b.forms = append(b.forms, form)
	switch {
	case f.kind == nisbaForm || f.kind == acronymForm || f.status > Admitted:
	case f.kind.latin():
		for _, word := range form.words {
			b.uses[builtUse{word, form.entry}] = true
		}
	default:
		for _, key := range f.bareKeys() {
			b.uses[builtUse{b.number(key), form.entry}] = true
		}
	}
}

// sortKeys renumbers the words in the order of their keys.
func (b *builder) sortKeys() {
	order := make([]int, len(b.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return strings.Compare(b.keys[x], b.keys[y]) })
	place := make([]int, len(order))
	keys := make([]string, len(order))
	for i, old := range order {
		place[old], keys[i] = i, b.keys[old]
	}
	b.keys = keys
	for i := range b.forms {
		for j, w := range b.forms[i].words {
			b.forms[i].words[j] = place[w]
		}
	}
	uses := make(map[builtUse]bool, len(b.uses))
	for u := range b.uses {
		uses[builtUse{place[u.word], u.entry}] = true
	}
	b.uses = uses
	slices.SortFunc(b.forms, func(x, y builtForm) int {
		return cmp.Or(slices.Compare(x.words, y.words), cmp.Compare(x.entry, y.entry), cmp.Compare(x.ordinal, y.ordinal))
	})
}

// sortedUses gives the uses in the order of words and entries.
func (b *builder) sortedUses() []builtUse {
	out := make([]builtUse, 0, len(b.uses))
	for u := range b.uses {
		out = append(out, u)
	}
	slices.SortFunc(out, func(x, y builtUse) int { return cmp.Or(cmp.Compare(x.word, y.word), cmp.Compare(x.entry, y.entry)) })
	return out
}

// stems gives what adjectives have of places (see nisbaStems).
func (b *builder) stems() []string {
	var out []string
	for _, f := range b.forms {
		if f.kind == nisbaForm {
			out = append(out, nisbaStems(b.keys[f.words[0]])...)
		}
	}
	return out
}

// lay writes the sections.
func (b *builder) lay(entries []*Entry) []byte {
	var w [sectionCount]recordWriter
	w[secTexts].addStrings(b.texts.words)
	w[secKeys].addStrings(b.keys)
	w[secHeads].addHeads(b.keys)
	b.layBegins(&w[secBegins])
	w[secFilter].addFilter(slices.DeleteFunc(slices.Clone(b.keys), func(key string) bool { return !filtered(key) }))
	w[secStems].addFilter(b.stems())
	for _, e := range entries {
		w[secEntries].add(b.texts.appendEntry(nil, e))
	}
	uses := b.sortedUses()
	b.layWords(&w[secWords])
	b.layUses(&w[secUses], uses)
	for _, key := range b.keys {
		w[secShapes].body = binary.LittleEndian.AppendUint64(w[secShapes].body, uint64(ShapeOf(key)))
	}
	w[secShapes].count = len(b.keys)
	heard := heardIn(uses, b.keys, entries)
	laySounds(&w[secSounds], b.keys, heard)
	layHeard(&w[secHeard], heard, len(entries))
	return assemble(w[:])
}

// layBegins marks the words that forms begin with.
func (b *builder) layBegins(w *recordWriter) {
	w.count = len(b.keys)/64 + 1
	w.body = make([]byte, 8*w.count)
	for _, f := range b.forms {
		w.body[f.words[0]/8] |= 1 << (f.words[0] % 8)
	}
}

// layWords writes the forms of each word.
func (b *builder) layWords(w *recordWriter) {
	form := 0
	for word := range b.keys {
		first := form
		for form < len(b.forms) && b.forms[form].words[0] == word {
			form++
		}
		w.add(appendForms(nil, b.forms[first:form]))
	}
}

// layUses writes the entries that use each word.
func (b *builder) layUses(w *recordWriter, uses []builtUse) {
	for word := range b.keys {
		var entries []int
		for len(uses) > 0 && uses[0].word == word {
			entries = append(entries, uses[0].entry)
			uses = uses[1:]
		}
		w.add(appendSteps(nil, entries))
	}
}

func appendForms(dst []byte, forms []builtForm) []byte {
	dst = appendNumber(dst, len(forms))
	second, source := 0, -1
	for _, f := range forms {
		further := f.words[1:]
		flags := byte(f.kind) | byte(f.status)<<3 | byte(min(3, len(further)))<<6
		if f.plain {
			flags |= 1 << 5
		}
		dst = append(dst, flags)
		if len(further) >= 3 {
			dst = appendNumber(dst, len(further)-3)
		}
		for i, word := range further {
			if i == 0 {
				word, second = word-second, word
			}
			dst = appendNumber(dst, word)
		}
		dst = appendNumber(dst, f.entry)
		if f.source == source {
			dst = append(dst, 0)
		} else {
			dst = appendNumber(dst, f.source+1)
		}
		source = f.source
	}
	return dst
}

// soundBucket is how many sounds a bucket holds on average.
const soundBucket = 8

// heardIn leaves out the uses of Latin words that the Arabic renders: who sounds
// like them sounds like the Arabic.
func heardIn(uses []builtUse, keys []string, entries []*Entry) []builtUse {
	return slices.DeleteFunc(uses, func(u builtUse) bool { return arabic.HasLatin(keys[u.word]) && !entries[u.entry].Exonym })
}

// layHeard writes the words of each entry that it is heard by.
func layHeard(w *recordWriter, heard []builtUse, entries int) {
	words := make([][]int, entries)
	for _, u := range heard {
		words[u.entry] = append(words[u.entry], u.word)
	}
	for _, list := range words {
		w.add(appendSteps(nil, list))
	}
}

// laySounds makes words findable by sound.
func laySounds(w *recordWriter, keys []string, uses []builtUse) {
	type sound struct {
		hash uint32
		word int
	}
	var sounds []sound
	last := -1
	for _, u := range uses {
		if u.word == last {
			continue
		}
		last = u.word
		for _, h := range soundKeys(nil, appendSkeleton(nil, keys[u.word])) {
			sounds = append(sounds, sound{h, u.word})
		}
	}
	lists := make([][]int, len(sounds)/soundBucket+1)
	for _, s := range sounds {
		i := int(s.hash % uint32(len(lists)))
		if n := len(lists[i]); n == 0 || lists[i][n-1] != s.word {
			lists[i] = append(lists[i], s.word)
		}
	}
	for _, list := range lists {
		w.add(appendSteps(nil, list))
	}
}

// assemble puts the sections behind the header.
func assemble(sections []recordWriter) []byte {
	out := binary.LittleEndian.AppendUint32(nil, flatVersion)
	offset := headerSize
	for i := range sections {
		out = binary.LittleEndian.AppendUint32(out, uint32(offset))
		out = binary.LittleEndian.AppendUint32(out, uint32(sections[i].count))
		offset += len(sections[i].index) + len(sections[i].body)
	}
	for i := range sections {
		out = append(append(out, sections[i].index...), sections[i].body...)
	}
	return out
}
