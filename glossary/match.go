package glossary

import (
	"cmp"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

func sortMatches(matches []Match) {
	slices.SortFunc(matches, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
}

// match makes a Match of a hit at word i.
func (f *Finder) match(text string, i int, h hit) Match {
	m := Match{Start: f.words[i].Start, End: f.words[i+h.words-1].End, Clitics: h.head.clitics, Definite: h.head.definite, Words: h.words}
	m.Core = m.Start
	if h.head.skip > 0 {
		m.Core += coreOffset(f.words[i].Of(text), h.head)
	}
	forms := exactFirst(h.forms, text[m.Core:m.End])
	best := forms[0]
	m.Form = Form{Text: best.text, Status: best.status, Ordinary: best.ordinary}
	m.Role, m.Entry = best.role, best.ref
	m.Latin = best.kind == latinForm || best.kind == latinPart || best.kind == acronymForm
	switch best.kind {
	case arabicPart, latinPart:
		m.How = PartAlone
	case nisbaForm:
		m.How = Nisba
	}
	for _, other := range forms[1:] {
		if other.ref != m.Entry && !slices.Contains(m.Rivals, other.ref) {
			m.Rivals = append(m.Rivals, other.ref)
		}
	}
	if !m.Latin && m.How != Nisba {
		m.Differs = differs(text[m.Core:m.End], best.text)
	}
	return m
}

// coreOffset gives where in a word as written the form begins, behind clitics.
// The ل of a contracted لل stays out of it: in للقذافي the form القذافي begins
// behind the first ل, where its ا would stand.
func coreOffset(word string, h head) int {
	folded := arabic.FoldMapped(word, arabic.Light)
	start, _ := folded.Source(min(h.skip, len(folded.Text)), len(folded.Text))
	return start
}

// exactFirst orders the forms of a hit: those written exactly so before those
// that folding made alike (عُمان is not عمّان), accepted ones before
// deprecated ones. Where some are exact, the others are no rivals.
func exactFirst(forms []formHit, core string) []formHit {
	light := arabic.Fold(core, arabic.Light)
	exact := func(h formHit) bool { return arabic.Fold(h.text, arabic.Light) == light }
	if slices.ContainsFunc(forms, exact) {
		forms = slices.DeleteFunc(slices.Clone(forms), func(h formHit) bool { return !exact(h) })
	}
	slices.SortStableFunc(forms, func(a, b formHit) int { return cmp.Compare(a.status, b.status) })
	return forms
}

// differs names the fold classes that part a spelling from a form. Blanks are
// left out of it: عبدالله is عبد الله.
func differs(core, form string) arabic.Folds {
	classes, _ := arabic.Difference(squeeze(arabic.Indefinite(core)), squeeze(arabic.Indefinite(form)))
	return classes
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// Known reports whether a word, in one of its readings, is a word of an
// accepted form or the adjective of a place.
func (g *Glossary) Known(word string) bool {
	for _, r := range arabic.Readings(arabic.Fold(word, arabic.Light)) {
		if g.IsWord(r.Stem) {
			return true
		}
	}
	return false
}

// IsWord reports whether a stem as it stands, ال aside, is a word of an
// accepted Arabic form or the adjective of a place.
func (g *Glossary) IsWord(stem string) bool {
	key := arabic.Key(arabic.Indefinite(stem))
	for _, l := range g.layers {
		word := l.find(key)
		if word < 0 {
			continue
		}
		if from, to := l.uses(word); to > from {
			return true
		}
		if from, to := l.starts(word); to > from {
			for n := from; n < to; n++ {
				if l.form(n).kind == nisbaForm {
					return true
				}
			}
		}
	}
	return false
}

// ByWord gives the entries that have a word in an accepted Arabic form, or, for
// a Latin word, in a Latin form.
func (g *Glossary) ByWord(word string) []Ref {
	key := arabic.Key(arabic.Indefinite(arabic.Fold(word, arabic.Light)))
	if arabic.HasLatin(word) {
		key = arabic.LatinKey(word)
	}
	var out []Ref
	for i, l := range g.layers {
		if n := l.find(key); n >= 0 {
			out = g.appendUses(out, i, n)
		}
	}
	return out
}

func (g *Glossary) appendUses(dst []Ref, layer, word int) []Ref {
	l := g.layers[layer]
	from, to := l.uses(word)
	for n := from; n < to; n++ {
		if ref := Ref(layer<<layerBits | int(l.get(secUses, n))); !g.hidden[ref] {
			dst = append(dst, ref)
		}
	}
	return dst
}

// Sounding gives the known words that may sound like an Arabic word: those
// with the same skeleton of consonants, give or take one. It gives too many;
// the ear decides.
func (g *Glossary) Sounding(word string) []Near {
	key := arabic.Key(arabic.Indefinite(arabic.Fold(word, arabic.Light)))
	seen := map[string]bool{key: true}
	var out []Near
	for i, l := range g.layers {
		for _, h := range soundKeys(key) {
			for _, word := range l.sounds(h) {
				known := l.wordKey(word)
				if seen[known] {
					continue
				}
				seen[known] = true
				if refs := g.appendUses(nil, i, word); len(refs) > 0 {
					out = append(out, Near{known, refs})
				}
			}
		}
	}
	return out
}

// sounds gives the words of a bucket.
func (l *layer) sounds(hash uint32) []int {
	size := uint32(l.length[secBuckets] - 1)
	from, to := l.get(secBuckets, int(hash&(size-1))), l.get(secBuckets, int(hash&(size-1))+1)
	out := make([]int, 0, to-from)
	for n := from; n < to; n++ {
		out = append(out, int(l.get(secSounds, int(n))))
	}
	return out
}
