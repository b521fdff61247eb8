package glossary

import (
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// newLookup works out what a word can be; it is paid for every distinct word of
// a corpus. Most can be nothing, so it works in room and makes a lookup of its
// own only of the others.
func (g *Glossary) newLookup(word string, script arabic.Script, room *lookup) *lookup {
	l := room
	*l = lookup{heads: l.heads[:0]}
	if len(word) > arabic.LongestWord {
		return nothing
	}
	switch script {
	case arabic.Arabic:
		light := arabic.Fold(word, arabic.Light)
		key := arabic.Key(light)
		l.ids = g.find(key)
		g.arabicHeads(l, light, key)
	case arabic.Latin, arabic.Digit:
		key := wordKey(word, script)
		l.ids = g.find(key)
		bare := word[:len(word)-arabic.Possessive(word)]
		l.upper = strings.ToUpper(bare) == bare
		l.lower = strings.ToLower(bare) == bare
		g.addHeads(l, l.ids, head{})
	}
	if l.ids == nil && len(l.heads) == 0 {
		return nothing
	}
	out := *l
	out.heads = slices.Clone(l.heads)
	for i := range out.heads {
		out.heads[i].clitics = strings.Clone(out.heads[i].clitics) // lets go of the text
	}
	if out.ids == nil {
		out.ids = slices.Repeat([]int{-1}, len(g.layers))
	}
	return &out
}

// find gives the number of a key in every layer, nil where none has it.
func (g *Glossary) find(key string) []int {
	var ids []int
	for i, layer := range g.layers {
		word := layer.find(key)
		if word >= 0 && ids == nil {
			ids = slices.Repeat([]int{-1}, len(g.layers))
		}
		if word >= 0 {
			ids[i] = word
		}
	}
	return ids
}

const article = "ال"

// arabicHeads tries every reading of a word: as written; without an ال that is
// not the form's own; with an ال that the text lost.
func (g *Glossary) arabicHeads(l *lookup, light, key string) {
	var buffer [16]arabic.Reading
	for _, r := range arabic.AppendReadings(buffer[:0], light) {
		// Clitics fold to themselves, so the key of a stem is the end of the
		// word's key, with an ال before it where لل was undone.
		stem := key[r.Skip:]
		undone := !r.Article && len(r.Stem) > len(light)-r.Skip
		h := head{clitics: r.Clitics, skip: r.Skip, single: r.Article, definite: r.Article}
		switch {
		case undone:
			stem = article + stem
			g.addArabic(l, stem, g.find(stem), h)
		case !r.Article:
			ids := l.ids
			if r.Skip > 0 {
				ids = g.find(stem)
			}
			g.addArabic(l, stem, ids, h)
			h.single = true
			if arabic.HasArticle(r.Stem) {
				continue
			}
			if ids := g.find(article + stem); ids != nil && !arabic.Ordinary(r.Stem) {
				g.addHeads(l, ids, h)
			}
		case g.hasArabic(stem) && !arabic.Ordinary(r.Stem):
			g.addArabic(l, stem, g.find(stem), h)
		}
	}
}

// has reports whether a layer knows the key.
func (g *Glossary) has(key string) bool {
	for _, layer := range g.layers {
		if layer.find(key) >= 0 {
			return true
		}
	}
	return false
}

// hasArabic reports whether a key, or a place that it is the adjective of, is
// known.
func (g *Glossary) hasArabic(key string) bool {
	found := g.has(key)
	g.nisbaPlaces(key, func(place string) { found = found || g.has(place) })
	return found
}

// addArabic adds the forms that begin with a word, and the places that it is
// the adjective of.
func (g *Glossary) addArabic(l *lookup, key string, ids []int, h head) {
	g.addHeads(l, ids, h)
	h.nisba = true
	g.nisbaPlaces(key, func(place string) { g.addHeads(l, g.find(place), h) })
}

func (g *Glossary) addHeads(l *lookup, ids []int, h head) {
	for i, word := range ids {
		if layer := g.layers[i]; word >= 0 && (!h.nisba && layer.begins(word) || h.nisba && layer.isPlace(word)) {
			h.layer, h.word = i, word
			l.heads = append(l.heads, h)
		}
	}
}
