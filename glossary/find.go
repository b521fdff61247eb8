package glossary

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// Finder finds the listed forms in texts. It remembers what every distinct word
// can be, so that folding, clitics and look-ups are paid once a word. It is not
// safe for concurrent use: every worker takes its own from NewFinder.
type Finder struct {
	g       *Glossary
	memo    map[string]*lookup
	words   []arabic.Word
	looks   []*lookup
	covered []bool
}

// memoLimit is when a Finder forgets, so that memory does not grow with the
// corpus.
const memoLimit = 1 << 17

// NewFinder gives a Finder over the glossary.
func (g *Glossary) NewFinder() *Finder {
	return &Finder{g: g, memo: make(map[string]*lookup, 1<<12)}
}

// lookup is what one distinct word can be.
type lookup struct {
	ids      []int  // its number as written, layer by layer; -1 where unknown
	heads    []head // readings under which forms begin with it, best first
	upper    bool   // Latin capitals only
	lower    bool   // Latin without a capital
	everyday bool   // an ordinary Arabic word
}

// head is one reading of a word with the forms that begin so.
type head struct {
	layer    int
	forms    formList
	clitics  string
	skip     int  // bytes of the light-folded word before the form
	single   bool // ال was added or taken off: only a form of one word fits
	definite bool // ال was taken off
	nisba    bool // the word is an adjective of the form
}

// nothing is what most words are.
var nothing = &lookup{}

func (f *Finder) look(word string, script arabic.Script) *lookup {
	if l, ok := f.memo[word]; ok {
		return l
	}
	if len(f.memo) >= memoLimit {
		clear(f.memo)
	}
	l := f.g.newLookup(word, script)
	f.memo[strings.Clone(word)] = l
	return l
}

func (g *Glossary) newLookup(word string, script arabic.Script) *lookup {
	l := &lookup{ids: make([]int, len(g.layers))}
	known := false
	key := wordKey(word, script)
	for i, layer := range g.layers {
		l.ids[i] = layer.find(key)
		known = known || l.ids[i] >= 0
	}
	switch script {
	case arabic.Arabic:
		light := arabic.Fold(word, arabic.Light)
		g.arabicHeads(l, light)
		l.everyday = len(l.heads) > 0 && arabic.Ordinary(light)
	case arabic.Latin, arabic.Digit:
		bare := word[:len(word)-arabic.Possessive(word)]
		l.upper = strings.ToUpper(bare) == bare
		l.lower = strings.ToLower(bare) == bare
		g.addHeads(l, key, head{})
	}
	if !known && len(l.heads) == 0 {
		return nothing
	}
	return l
}

// arabicHeads tries every reading of a word: as written; without an ال that is
// not the form's own; with an ال that the text lost.
func (g *Glossary) arabicHeads(l *lookup, light string) {
	for _, r := range arabic.Readings(light) {
		key := arabic.Key(r.Stem)
		if r.Article {
			if !arabic.Ordinary(r.Stem) {
				g.addArabic(l, key, head{clitics: r.Clitics, skip: r.Skip, single: true, definite: true})
			}
			continue
		}
		g.addArabic(l, key, head{clitics: r.Clitics, skip: r.Skip})
		if !arabic.HasArticle(r.Stem) && !arabic.Ordinary(r.Stem) {
			g.addHeads(l, "ال"+key, head{clitics: r.Clitics, skip: r.Skip, single: true})
		}
	}
}

// addArabic adds the forms that begin with a word, and the places that it is
// the adjective of.
func (g *Glossary) addArabic(l *lookup, key string, h head) {
	g.addHeads(l, key, h)
	h.nisba = true
	nisbaPlaces(key, func(place string) { g.addHeads(l, place, h) })
}

func (g *Glossary) addHeads(l *lookup, key string, h head) {
	for i, layer := range g.layers {
		if word := layer.find(key); word >= 0 {
			h.layer, h.forms = i, layer.forms(word)
			if h.forms.left > 0 && (!h.nisba || layer.isPlace(word)) {
				l.heads = append(l.heads, h)
			}
		}
	}
}

// isPlace reports whether a word is the name of a place that has adjectives.
func (l *layer) isPlace(word int) bool {
	for forms := l.forms(word); forms.next(); {
		if forms.form.kind == nisbaForm {
			return true
		}
	}
	return false
}

// Find gives the listed forms in a text: over words, leftmost and longest,
// never overlapping; whole forms first, then given names and surnames alone.
func (f *Finder) Find(text string) []Match { return f.AppendMatches(nil, text) }

// AppendMatches is Find appending to dst.
func (f *Finder) AppendMatches(dst []Match, text string) []Match {
	f.words = arabic.AppendWords(f.words[:0], text)
	f.looks = f.looks[:0]
	any := false
	for _, w := range f.words {
		l := f.look(w.Of(text), w.Script)
		f.looks = append(f.looks, l)
		any = any || len(l.heads) > 0
	}
	if !any {
		return dst
	}
	f.covered = append(f.covered[:0], make([]bool, len(f.words))...)
	first := len(dst)
	dst = f.pass(dst, text, true)
	dst = f.pass(dst, text, false)
	sortMatches(dst[first:])
	return dst
}

// pass finds whole forms, or parts and adjectives among the words left over.
func (f *Finder) pass(dst []Match, text string, whole bool) []Match {
	for i := 0; i < len(f.words); i++ {
		if f.covered[i] || len(f.looks[i].heads) == 0 {
			continue
		}
		best := f.longest(text, i, whole)
		if best.words == 0 {
			continue
		}
		dst = append(dst, f.match(text, i, best))
		for j := range best.words {
			f.covered[i+j] = true
		}
		i += best.words - 1
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

// longest gives the hit of most words at word i; among equals the reading that
// cuts least.
func (f *Finder) longest(text string, i int, whole bool) hit {
	var best hit
	for _, h := range f.looks[i].heads {
		for forms := h.forms; forms.next(); {
			form := &forms.form
			if form.kind.whole() != whole || (form.kind == nisbaForm) != h.nisba || form.words < best.words ||
				h.single && form.words > 1 || !f.fits(text, i, h, form) {
				continue
			}
			ref := Ref(h.layer<<layerBits | form.entry)
			if f.g.hidden[ref] {
				continue
			}
			switch {
			case form.words > best.words:
				best = hit{h, form.words, []formHit{{*form, ref}}}
			case h.skip == best.head.skip && h.single == best.head.single:
				best.forms = append(best.forms, formHit{*form, ref})
			}
		}
	}
	return best
}

// fits reports whether the words behind i are those of the form, and whether
// capitals are as the form wants them.
func (f *Finder) fits(text string, i int, h head, form *formRecord) bool {
	switch form.kind {
	case acronymForm:
		if !f.looks[i].upper {
			return false
		}
	case latinForm, latinGiven, latinSurname:
		if f.looks[i].lower && form.words == 1 {
			return false
		}
	case arabicForm, arabicSurname:
		if form.words == 1 && f.looks[i].everyday && !sameStem(f.words[i].Of(text), h, f.g.layers[h.layer].formText(form)) {
			return false // إن is no آن, على no علي
		}
	}
	if i+form.words > len(f.words) {
		return false
	}
	for j := 1; j < form.words; j++ {
		if f.covered[i+j] || len(f.looks[i+j].ids) == 0 || f.looks[i+j].ids[h.layer] != form.further[j-1] ||
			!joins(text[f.words[i+j-1].End:f.words[i+j].Start], form.kind) {
			return false
		}
	}
	return true
}

// sameStem reports whether a word has the letters of a form but for what no
// reader sees.
func sameStem(word string, h head, form string) bool {
	light := arabic.Fold(word, arabic.Light)
	return strings.HasSuffix(light, arabic.Indefinite(arabic.Fold(form, arabic.Light))) && len(light)-h.skip <= len(form)
}

// joins reports whether what stands between two words leaves them in one name.
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
