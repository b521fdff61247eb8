package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// candidate is an entry that an unlisted word may belong to.
type candidate struct {
	ref         glossary.Ref
	word        string // how the entry writes the word
	probability float64
	evidence    string
	place       bool
}

// company gives the entries in which a known word y has, on the side of x, a
// word that x may spell: for «أراغشي» behind عباس the entry of عباس عراقجي. It
// depends on the words alone and is remembered. side is where y stands: -1
// before x, +1 behind it; lead is the small word right before x that belongs to
// it (عبد in «بدر عبد اللاتي»), "" for none. The more names the known word has
// (محمد), the more probable the other must be.
func (v *vocabulary) company(x *atom, y *word, stem string, side int, lead string) []candidate {
	if y.ordinary && !y.known {
		return nil
	}
	other := v.sound(stem)
	if len(v.usesOf(other)) < worthwhile {
		return v.newCompany(x, y, other, side, lead)
	}
	key := neighbourhood{x.sound.id, other.id, int8(side), lead}
	out, known := v.pairs[key]
	if !known {
		if len(v.pairs) >= pairsLimit {
			clear(v.pairs)
		}
		out = v.newCompany(x, y, other, side, lead)
		v.pairs[key] = out
	}
	return out
}

// worthwhile is in how many names a word must stand for what they came to to be
// worth remembering.
const worthwhile = 8

// neighbourhood is two words that stand side by side; see company.
type neighbourhood struct {
	x, y uint32 // ids of their sounds
	side int8
	lead string
}

func (v *vocabulary) newCompany(x *atom, y *word, other *sound, side int, lead string) (out []candidate) {
	shape, far := x.sound.shapes[0], farFaintly
	if x.ordinary {
		far = farPresent
	}
	uses := v.usesOf(other)
	for i := range uses {
		u := &uses[i]
		if !u.hasNear(shape, far) {
			continue
		}
		entry := v.glossary.Entry(u.ref)
		if c := v.fits(entry, x, other.text, side, lead); c.probability > 0 && (!y.ordinary || entry.HasWord(other.text)) {
			c.ref = u.ref
			out = append(out, c)
		}
	}
	if !slices.ContainsFunc(out, func(c candidate) bool { return c.probability < heardAlone }) {
		return out
	}
	bound := v.boundBeside(other, side, lead)
	return slices.DeleteFunc(out, func(c candidate) bool { return c.probability < bound })
}

// boundBeside is how probable a word must be beside a known one: the more, the
// more names have that one where it stands here.
func (v *vocabulary) boundBeside(known *sound, side int, lead string) float64 {
	key := arabic.Key(arabic.Indefinite(known.text))
	bound := heardBeside
	for _, u := range v.usesOf(known) {
		if hasBeside(v.nuclei(v.glossary.Entry(u.ref)), key, side, lead) {
			if bound += heardBeside; bound >= heardAlone {
				return heardAlone
			}
		}
	}
	return bound
}

// use is a name that has a word, with the shapes of all its words.
type use struct {
	ref    glossary.Ref
	shapes []glossary.Shape
}

// hasNear reports whether a word of the name is no further than far from a shape.
func (u *use) hasNear(shape glossary.Shape, far int) bool {
	for _, s := range u.shapes {
		if shape.Far(s) <= far {
			return true
		}
	}
	return false
}

// usesOf gives the names that have a word in an accepted form, in order, worked
// out once.
func (v *vocabulary) usesOf(s *sound) []use {
	if s.uses == nil {
		s.uses = []use{}
		var all []glossary.Shape // side by side, as they are gone through
		for _, ref := range v.glossary.ByWord(s.text) {
			first := len(all)
			all = v.glossary.AppendShapes(all, ref)
			s.uses = append(s.uses, use{ref, slices.Clip(all[first:])})
		}
	}
	return s.uses
}

// fewRefs is in how many entries a known word may stand to be misread for another
// one all the same: a rare آسيم for عاصم, never محمد.
const fewRefs = 2

// hasBeside reports whether a name has a place for a word beside one with a key.
func hasBeside(nuclei []nucleus, key string, side int, lead string) bool {
	return slices.ContainsFunc(nuclei, func(n nucleus) bool { return n.lead == lead && neighbours(nuclei, n.index+side, side, key) })
}

// fits hears x against the words of an entry that stand beside y in it.
func (v *vocabulary) fits(entry *glossary.Entry, x *atom, y string, side int, lead string) (best candidate) {
	nuclei := v.nuclei(entry)
	key := arabic.Key(arabic.Indefinite(y))
	bound := heardBeside
	switch {
	case x.ordinary && side < 0 && lead == "": // any word may follow a given name
		bound = heardSurely
	case x.ordinary:
		bound = heardPresent
	}
	for i := range nuclei {
		n := &nuclei[i]
		if n.lead != lead || n.far(x) > farFaintly || !neighbours(nuclei, n.index+side, side, key) {
			continue
		}
		p := v.nucleusLikeness(n, x)
		if x.ordinary && side > 0 && n.index == 0 && n.roman != nil {
			// an everyday word where a given name stands before its surname: محمر القذافي
			if latin := v.likeness(n.roman, x.sound); latin >= heardAlone {
				p = max(p, latin)
			}
		}
		if p >= bound && p > best.probability && !n.has(x.key) {
			best = candidate{word: n.word, probability: p, evidence: "sounds like " + n.word + " beside " + y + " of the same name"}
		}
	}
	return best
}

// neighbours reports whether the word with the index ends (side -1) or begins
// (side +1) with a key.
func neighbours(nuclei []nucleus, index, side int, key string) bool {
	for i := range nuclei {
		n := &nuclei[i]
		if n.index != index || n.whole {
			continue
		}
		if n.key == key || side < 0 && (strings.HasSuffix(n.key, " "+key) || strings.HasSuffix(n.key, " ال"+key)) || side > 0 && strings.HasPrefix(n.key, key+" ") {
			return true
		}
	}
	return false
}

// bothNear hears two unlisted neighbours together as one name: «آسيم مونير».
// The second is known by its likeness to a listed word; the first then has to
// fit beside that.
func (v *vocabulary) bothNear(x *atom, y string, side int, lead string) []candidate {
	other := v.sound(y)
	if len(v.usesOf(other)) > fewRefs {
		return nil
	}
	var out []candidate
	for _, like := range v.alikes(other) {
		for _, ref := range like.refs {
			if !v.glossary.Sounds(ref, x.sound.shapes[0], farFaintly) {
				continue
			}
			if c := v.fits(v.glossary.Entry(ref), x, like.word, side, lead); c.probability >= heardPresent {
				c.ref = ref
				out = append(out, c)
			}
		}
	}
	return out
}

// alike is a known word that an unlisted one may well spell.
type alike struct {
	word string
	refs []glossary.Ref // the entries that have it
}

// alikes gives the known words that an Arabic word is heard as, worked out once.
func (v *vocabulary) alikes(s *sound) []alike {
	if s.alikes == nil {
		s.alikes = []alike{}
		v.nearby = v.glossary.Sounding(v.nearby[:0], s.text, farAlone)
		for _, n := range v.nearby {
			word := v.glossary.Word(n)
			if v.compare(s, v.sound(word)) >= heardAlone {
				s.alikes = append(s.alikes, alike{word, v.glossary.AppendRefs(nil, n)})
			}
		}
	}
	return s.alikes
}

// alone hears an atom with nothing beside it as a listed name: only where the
// word is long, no everyday or known word, and sounds almost the same as a
// name that is one word. Surnames are left out: there are so many that any
// unlisted name sounds like one of them.
func (e *ear) alone(x *atom) candidate {
	if x.ordinary || x.known || len(x.text) < 5*letterBytes || arabic.Ordinary(x.text) {
		return candidate{}
	}
	if x.sound.lone == nil {
		lone := e.vocabulary.likest(x)
		x.sound.lone = &lone
	}
	return *x.sound.lone
}

func (v *vocabulary) likest(x *atom) candidate {
	var best candidate
	v.nearby = v.glossary.Sounding(v.nearby[:0], x.text, farClearly)
	for _, near := range v.nearby {
		word := v.glossary.Word(near)
		if v.compare(x.sound, v.sound(word)) < heardAlone {
			continue
		}
		for _, ref := range v.glossary.AppendRefs(nil, near) {
			entry := v.glossary.Entry(ref)
			nuclei := v.nuclei(entry)
			for i := range nuclei {
				n := &nuclei[i]
				if !n.whole || relatives(x.key, n.key) || !n.is(word) {
					continue
				}
				if p := v.nucleusLikeness(n, x); p >= heardClearly && p > best.probability {
					best = candidate{ref, n.word, p, "sounds like " + n.word, entry.Kind == glossary.Place}
				}
			}
		}
	}
	return best
}

// is reports whether a word of either script is the nucleus.
func (n *nucleus) is(word string) bool {
	return arabic.Key(arabic.Indefinite(word)) == n.key || n.latin != "" && arabic.LatinKey(word) == arabic.LatinKey(n.latin)
}
