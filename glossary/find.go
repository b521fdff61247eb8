package glossary

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// Finder finds the listed forms in texts. It remembers what every distinct run
// of bytes can be, so that splitting, folding, clitics and look-ups are paid
// once. It is not safe for concurrent use: every worker
// takes its own from NewFinder.
type Finder struct {
	g       *Glossary
	runs    *arabic.Runs // values: see learn
	known   []knownWord
	split   []arabic.Word // of a run, reused
	words   []foundWord
	covered []bool
	room    lookup    // for newLookup
	hits    []formHit // room for longest
	further [8]int    // room for formList
	last    lastText
	seen    seen
	pairs   map[[2]*lookup]*pair
}

// memoLimit is when a Finder forgets by itself, so that memory does not grow
// with the corpus: the runs take 16 MB then, and 100 MB of news have fewer.
const memoLimit = 3 << 17

// Known gives how many runs of letters the Finder remembers, for an owner that
// has less room.
func (f *Finder) Known() int { return max(f.runs.Len(), len(f.known)) }

// Forget lets go of what is remembered.
func (f *Finder) Forget() { *f = *f.g.NewFinder() }

// NewFinder gives a Finder over the glossary.
func (g *Glossary) NewFinder() *Finder {
	return &Finder{g: g, runs: arabic.NewRuns(), pairs: map[[2]*lookup]*pair{}}
}

// knownWord is a word of a run that some form has; the offsets and nth are of
// the run. Those of one run follow one another.
type knownWord struct {
	start, end, nth uint32
	count           uint32 // all words of the run
	look            *lookup
	begins          bool // a form begins with it
	more            bool // another word of the run follows
}

// foundWord is a word of a text that some form has.
type foundWord struct {
	start, end int
	nth        int // which word of the text it is
	look       *lookup
}

func (w *foundWord) of(text string) string { return text[w.start:w.end] }

// lookup is what one distinct word can be.
type lookup struct {
	ids   []int  // its number as written, layer by layer; -1 where unknown
	heads []head // readings under which forms begin with it, best first
	upper bool   // Latin capitals only
	lower bool   // Latin without a capital
	alone outcomes
}

// head is one reading of a word with the forms that begin so.
type head struct {
	layer    int
	word     int // whose forms they are
	clitics  string
	skip     int  // bytes of the light-folded word before the form
	single   bool // ال was added or taken off: only a form of one word fits
	definite bool // ال was taken off
	nisba    bool // the word is an adjective of the form
}

// nothing is what most words are.
var nothing = &lookup{}

// learn gives the value of a new run. Its low bit is set where no form has a
// word of it, and the number of its words follows; else the place in known,
// from 1.
func (f *Finder) learn(run string) uint32 {
	f.split = arabic.AppendWords(f.split[:0], run)
	count, first := uint32(len(f.split)), len(f.known)
	for i, w := range f.split {
		if l := f.g.newLookup(w.Of(run), w.Script, &f.room); l != nothing {
			f.known = append(f.known, knownWord{uint32(w.Start), uint32(w.End), uint32(i), count, l, len(l.heads) > 0, true})
		}
	}
	if len(f.known) == first {
		return count<<1 | 1
	}
	f.known[len(f.known)-1].more = false
	return uint32(first+1) << 1
}

// Find gives the listed forms in a text: over words, leftmost and longest,
// never overlapping; whole forms first, then given names and surnames alone.
func (f *Finder) Find(text string) []Match { return f.AppendMatches(nil, text) }

// AppendMatches is Find appending to dst.
func (f *Finder) AppendMatches(dst []Match, text string) []Match {
	if f.Known() >= memoLimit {
		f.Forget()
	}
	if !f.collect(text) {
		return dst
	}
	f.covered = append(f.covered[:0], make([]bool, len(f.words))...)
	first := len(dst)
	dst = f.pass(dst, text, true)
	dst = f.pass(dst, text, false)
	sortMatches(dst[first:])
	return dst
}

// collect gathers the words of a text that begin a form or may continue one,
// and reports whether there is one that begins one.
func (f *Finder) collect(text string) (heads bool) {
	f.words = f.words[:0]
	nth := 0
	for batch, at := f.runs.Next(text, 0); len(batch) > 0; batch, at = f.runs.Next(text, at) {
		for i := range batch {
			value := f.runs.Value(text, &batch[i])
			if *value == 0 {
				*value = f.learn(text[batch[i].Start:batch[i].End])
			}
			if *value&1 != 0 {
				nth += int(*value >> 1)
				continue
			}
			known := f.known[*value>>1-1:]
			heads = f.addRun(known, batch[i].Start, nth) || heads
			nth += int(known[0].count)
		}
	}
	return heads
}

// addRun adds the words of a run, the first of those known, that begins at start
// and has nth words before it.
func (f *Finder) addRun(known []knownWord, start, nth int) (heads bool) {
	for i := range known {
		w := &known[i]
		nth := nth + int(w.nth)
		if w.begins {
			heads = true
		}
		// Without a word before it, one that begins nothing continues nothing.
		if w.begins || len(f.words) > 0 && f.words[len(f.words)-1].nth == nth-1 {
			f.words = append(f.words, foundWord{int(w.start) + start, int(w.end) + start, nth, w.look})
		}
		if !w.more {
			break
		}
	}
	return heads
}

// pass finds whole forms, or parts and adjectives among the words left over.
func (f *Finder) pass(dst []Match, text string, whole bool) []Match {
	for i := 0; i < len(f.words); i++ {
		if f.covered[i] || len(f.words[i].look.heads) == 0 {
			continue
		}
		m := f.at(text, i, whole)
		if m == nil {
			continue
		}
		dst = append(dst, *m)
		dst[len(dst)-1].move(f.words[i].start)
		for j := range m.Words {
			f.covered[i+j] = true
		}
		i += m.Words - 1
	}
	return dst
}

// hit is a form that fits at a word, with all entries that have it.
type hit struct {
	head  head
	words int
	forms []formHit
}

type formHit struct {
	formRecord
	ref Ref
}

// longest gives the hit of most words at word i, of several or of one; among
// equals the reading that cuts least.
func (f *Finder) longest(text string, i int, whole, several bool) hit {
	best := hit{forms: f.hits[:0]}
	f.seen = seen{}
	for _, h := range f.words[i].look.heads {
		second := f.second(i, h)
		if several && second < 0 {
			continue
		}
		for forms := f.g.layers[h.layer].forms(h.word, f.further[:0]); forms.next(); {
			form := &forms.form
			if form.words > 1 && (!several || form.further[0] > second) {
				break // the forms stand in the order of their second words
			}
			if several && (form.words == 1 || form.further[0] != second) {
				continue
			}
			f.seen.note(form)
			if form.kind.whole() != whole || (form.kind == nisbaForm) != h.nisba || form.words < best.words || !f.fits(text, i, h, form) {
				continue
			}
			ref := Ref(h.layer<<layerBits | form.entry)
			if f.g.hidden[ref] {
				continue
			}
			switch {
			case form.words > best.words:
				best = hit{h, form.words, append(best.forms[:0], formHit{*form, ref})}
			case h.skip == best.head.skip && h.single == best.head.single:
				best.forms = append(best.forms, formHit{*form, ref})
			}
		}
	}
	f.hits = best.forms
	return best
}

// second gives the number of the word behind word i, -1 where no form of
// several words can go on there.
func (f *Finder) second(i int, h head) int {
	if h.single || !f.goesOn(i) {
		return -1
	}
	return f.words[i+1].look.ids[h.layer]
}

// fits reports whether the words behind i are those of the form, and whether
// capitals are as the form wants them.
func (f *Finder) fits(text string, i int, h head, form *formRecord) bool {
	switch form.kind {
	case acronymForm:
		if !f.words[i].look.upper {
			return false
		}
	case latinForm, latinGiven, latinSurname:
		if f.words[i].look.lower && form.words == 1 {
			return false
		}
	case arabicForm, arabicSurname:
		word := f.words[i].of(text)
		if form.words == 1 && !sameStem(word, h, f.formText(h.layer, form)) && arabic.Ordinary(word) {
			return false // إن is no آن, على no علي
		}
	}
	if i+form.words > len(f.words) {
		return false
	}
	for j := 1; j < form.words; j++ {
		w := &f.words[i+j]
		if f.covered[i+j] || w.nth != f.words[i].nth+j || w.look.ids[h.layer] != form.further[j-1] {
			return false
		}
		between := text[f.words[i+j-1].end:w.start]
		if !joins(between, form.kind) && !strings.Contains(f.formText(h.layer, form), between) {
			return false
		}
	}
	return true
}

// sameStem reports whether a word has the letters of a form but for what no
// reader sees.
func sameStem(word string, h head, form string) bool {
	light, form := arabic.Fold(word, arabic.Light), arabic.Fold(form, arabic.Light)
	return strings.HasSuffix(light, arabic.Indefinite(form)) && len(light)-h.skip <= len(form)
}

// joins reports whether what stands between two words leaves them in one name.
// What the form itself has between its words may stand there too: «ج. ر.»,
// «أفاتار: النار والرماد».
func joins(between string, kind formKind) bool {
	if len(between) > 4 {
		return false
	}
	for _, c := range between {
		switch c {
		case ' ', '\u00a0', '-', '‑', '\n', '\r', '\t', '\'', '’', '/':
		case '.', '&', ',':
			if kind == arabicForm || kind == arabicSurname {
				return false
			}
		default:
			if !arabic.IsBidiControl(c) {
				return false
			}
		}
	}
	return true
}
