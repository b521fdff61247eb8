package checks

import (
	"slices"

	"example.com/asma/glossary"
)

// soundKeys are hashes of the skeleton of a word's consonants. A word that is
// found by none of what another asks for does not sound like it.
type soundKeys struct {
	offers []uint32 // what the word is found by
	asks   []uint32 // what it looks for
}

// The ways in which two skeletons are near each other.
const (
	same        = iota // mnr and mnr: مونير, منير
	oneMore            // tfr and tr, ms and mst
	swapped            // the same classes in another order: هتفار, حفتر
	oneReplaced        // in skeletons of four or more
)

// soundKeys gives the keys of the sound, worked out once.
func (s *sound) soundKeys() *soundKeys {
	if s.keys == nil {
		s.keys = &soundKeys{}
		for _, reading := range s.readings() {
			s.keys.add(glossary.Skeleton(reading))
		}
	}
	return s.keys
}

// add adds the keys of a skeleton: "" for هواوي, which has no consonant.
func (k *soundKeys) add(skeleton string) {
	whole := hash(same, skeleton, "")
	k.offers, k.asks = append(k.offers, whole), append(k.asks, whole, hash(oneMore, skeleton, ""))
	if len(skeleton) >= 3 {
		sorted := []byte(skeleton)
		slices.Sort(sorted)
		anagram := hash(swapped, string(sorted), "")
		k.offers, k.asks = append(k.offers, anagram), append(k.asks, anagram)
	}
	for i := range len(skeleton) {
		if len(skeleton) < 2 {
			break
		}
		k.offers = append(k.offers, hash(oneMore, skeleton[:i], skeleton[i+1:]))
		k.asks = append(k.asks, hash(same, skeleton[:i], skeleton[i+1:]))
		if len(skeleton) >= 4 {
			less := hash(oneReplaced, skeleton[:i], skeleton[i+1:])
			k.offers, k.asks = append(k.offers, less), append(k.asks, less)
		}
	}
}

// hash is FNV-1a over a number and two strings, as if they were one.
func hash(way uint32, a, b string) uint32 {
	h := (2166136261 ^ way) * 16777619
	for _, s := range [...]string{a, b} {
		for i := range len(s) {
			h = (h ^ uint32(s[i])) * 16777619
		}
	}
	return h
}

// soundIndex finds the things that may sound like a word. It is filled
// for every article anew, so that the ear never hears every word against every
// word.
type soundIndex struct {
	heads []int32 // by the low bits of a key: the last link + 1; a power of two
	links []soundLink
	seen  []int32 // by thing: the last look-up that gave it
	looks int32
	found []int
}

type soundLink struct {
	key         uint32
	thing, next int32
}

// reset makes room for so many things.
func (x *soundIndex) reset(things int) {
	const perThing = 8 // keys
	size := 64
	for size < perThing*things {
		size *= 2
	}
	x.heads = append(x.heads[:0], make([]int32, size)...)
	x.links, x.seen, x.looks = x.links[:0], x.seen[:0], 0
}

// add makes the thing with a number findable. Numbers are given in order.
func (x *soundIndex) add(thing int, s *sound) { x.addKeys(thing, s.soundKeys().offers) }

func (x *soundIndex) addKeys(thing int, keys []uint32) {
	for len(x.seen) <= thing {
		x.seen = append(x.seen, 0)
	}
	for _, key := range keys {
		head := &x.heads[key&uint32(len(x.heads)-1)]
		x.links = append(x.links, soundLink{key, int32(thing), *head})
		*head = int32(len(x.links))
	}
}

// near gives the numbers of the things that may sound like a word, in order. The
// result is good until the next call.
func (x *soundIndex) near(s *sound) []int { return x.withKeys(s.soundKeys().asks) }

// withKeys gives the numbers of the things that have one of the keys.
func (x *soundIndex) withKeys(keys []uint32) []int {
	x.looks++
	x.found = x.found[:0]
	for _, key := range keys {
		for at := x.heads[key&uint32(len(x.heads)-1)]; at > 0; at = x.links[at-1].next {
			link := &x.links[at-1]
			if link.key == key && x.seen[link.thing] != x.looks {
				x.seen[link.thing] = x.looks
				x.found = append(x.found, int(link.thing))
			}
		}
	}
	slices.Sort(x.found)
	return x.found
}
