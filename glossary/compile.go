package glossary

import (
	"cmp"
	"encoding/binary"
	"slices"

	"example.com/asma/glossary/arabic"
)

// Compile puts entries into the flat form that glossaries are used in. The
// result depends on the entries and their order alone.
func Compile(entries []*Entry) []byte {
	b := &builder{numbers: map[string]int{}}
	for i, e := range entries {
		e.Parts = alignParts(e)
		for _, f := range formsOf(e) {
			b.add(i, f)
		}
	}
	b.sortWords()
	return b.lay(entries)
}

// builder gathers what the sections are made of.
type builder struct {
	numbers map[string]int // word key → number, first in order of meeting, then of sorting
	keys    []string
	forms   []builtForm
	uses    []builtUse
	sounds  [][2]uint32 // hash, word
}

type builtForm struct {
	entry int
	indexed
	words []int
}

type builtUse struct {
	word, entry int
	text        string
}

func (b *builder) number(key string) int {
	n, ok := b.numbers[key]
	if !ok {
		n = len(b.keys)
		b.numbers[key] = n
		b.keys = append(b.keys, key)
	}
	return n
}

func (b *builder) add(entry int, f indexed) {
	if len(f.keys) == 0 {
		return
	}
	form := builtForm{entry: entry, indexed: f}
	for _, key := range f.keys {
		form.words = append(form.words, b.number(key))
	}
	b.forms = append(b.forms, form)
	switch f.kind {
	case arabicForm, arabicPart:
		if f.status <= Admitted {
			b.addUses(entry, f)
		}
	case latinForm, latinPart:
		for _, key := range f.keys {
			b.uses = append(b.uses, builtUse{b.number(key), entry, key})
		}
	}
}

// addUses makes the words of an accepted form known one by one, with and
// without ال.
func (b *builder) addUses(entry int, f indexed) {
	for _, key := range f.keys {
		bare := arabic.Indefinite(key)
		b.uses = append(b.uses, builtUse{b.number(bare), entry, bare})
	}
}

// sortWords renumbers the words in the order of their keys.
func (b *builder) sortWords() {
	order := make([]int, len(b.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(b.keys[x], b.keys[y]) })
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
	for i := range b.uses {
		b.uses[i].word = place[b.uses[i].word]
	}
	slices.SortStableFunc(b.forms, func(x, y builtForm) int { return cmp.Compare(x.words[0], y.words[0]) })
	slices.SortStableFunc(b.uses, func(x, y builtUse) int { return cmp.Or(cmp.Compare(x.word, y.word), cmp.Compare(x.entry, y.entry)) })
	b.uses = slices.CompactFunc(b.uses, func(x, y builtUse) bool { return x.word == y.word && x.entry == y.entry })
	b.addSounds()
}

// addSounds makes the words of accepted Arabic forms and of Latin names
// findable by sound.
func (b *builder) addSounds() {
	last := -1
	for _, u := range b.uses {
		if u.word == last {
			continue
		}
		last = u.word
		for _, h := range soundKeys(b.keys[u.word]) {
			b.sounds = append(b.sounds, [2]uint32{h, uint32(u.word)})
		}
	}
	slices.SortFunc(b.sounds, func(x, y [2]uint32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	b.sounds = slices.Compact(b.sounds)
}

// heap holds the strings of a block, each once.
type heap struct {
	bytes  []byte
	placed map[string]uint32
}

func (h *heap) put(s string) uint32 {
	if at, ok := h.placed[s]; ok {
		return at
	}
	at := uint32(len(h.bytes))
	h.bytes = appendString(h.bytes, s)
	h.placed[s] = at
	return at
}

// lay writes the sections.
func (b *builder) lay(entries []*Entry) []byte {
	h := &heap{placed: map[string]uint32{}}
	var sections [sectionCount][]uint32
	for _, e := range entries {
		path, line := splitOrigin(e.Origin)
		origin := h.put(path)
		sections[secEntries] = append(sections[secEntries], uint32(len(h.bytes)))
		h.bytes = appendNumber(appendNumber(appendEntry(h.bytes, e), int(origin)), line)
	}
	sections[secWords] = b.layWords(h)
	sections[secForms], sections[secFormWords] = b.layForms(h)
	for _, u := range b.uses {
		sections[secUses] = append(sections[secUses], uint32(u.entry))
	}
	sections[secBuckets], sections[secSounds] = b.laySounds()
	return assemble(sections, h.bytes)
}

func (b *builder) layWords(h *heap) (out []uint32) {
	form, use := 0, 0
	for i, key := range append(b.keys, "") {
		for form < len(b.forms) && b.forms[form].words[0] < i {
			form++
		}
		for use < len(b.uses) && b.uses[use].word < i {
			use++
		}
		out = append(out, h.put(key), uint32(form), uint32(use))
	}
	return out
}

func (b *builder) layForms(h *heap) (forms, further []uint32) {
	for _, f := range b.forms {
		a := uint32(f.entry) | uint32(f.kind)<<entryBits | uint32(f.role)<<(entryBits+4)
		if f.plain {
			a |= 1 << (entryBits + 6)
		}
		forms = append(forms, a, uint32(len(further))|uint32(f.status)<<furtherBits, h.put(f.text))
		for _, w := range f.words[1:] {
			further = append(further, uint32(w))
		}
	}
	return append(forms, 0, uint32(len(further)), 0), further
}

// laySounds puts the sounds into buckets by hash, four to a bucket on average.
func (b *builder) laySounds() (buckets, words []uint32) {
	size := 1
	for 4*size < len(b.sounds) {
		size *= 2
	}
	lists := make([][]uint32, size)
	for _, s := range b.sounds {
		i := s[0] & uint32(size-1)
		lists[i] = append(lists[i], s[1])
	}
	for _, list := range lists {
		buckets = append(buckets, uint32(len(words)))
		words = append(words, list...)
	}
	return append(buckets, uint32(len(words))), words
}

func assemble(sections [sectionCount][]uint32, heap []byte) []byte {
	out := binary.LittleEndian.AppendUint32(nil, flatVersion)
	offset := 4 * (1 + 2*int(sectionCount))
	for i := range sectionCount {
		length := len(sections[i])
		if i == secHeap {
			length = len(heap)
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(offset))
		out = binary.LittleEndian.AppendUint32(out, uint32(length))
		offset += 4 * len(sections[i])
	}
	for i := range secHeap {
		for _, n := range sections[i] {
			out = binary.LittleEndian.AppendUint32(out, n)
		}
	}
	return append(out, heap...)
}
