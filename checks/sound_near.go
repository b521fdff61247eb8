package checks

import (
	"slices"

	"example.com/asma/glossary"
)

// mayBe reports whether two sounds are near enough to be compared: at most one
// consonant of their skeletons differs, or two are swapped.
func (s *sound) mayBe(other *sound) bool {
	for _, a := range s.skeletons {
		for _, b := range other.skeletons {
			if nearSkeletons(a, b) {
				return true
			}
		}
	}
	return false
}

func nearSkeletons(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

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

func newSoundKeys(key string) soundKeys {
	skeleton := glossary.Skeleton(key) // "" for هواوي, which has no consonant
	k := soundKeys{offers: []uint32{hash(same, skeleton, "")}}
	k.asks = []uint32{k.offers[0], hash(oneMore, skeleton, "")}
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
	return k
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
	heads [1 << 10]int32 // by the low bits of a key: the last link + 1
	links []soundLink
	seen  []int32 // by thing: the last look-up that gave it
	looks int32
	found []int
}

type soundLink struct {
	key         uint32
	thing, next int32
}

func (x *soundIndex) reset() {
	clear(x.heads[:])
	x.links, x.seen, x.looks = x.links[:0], x.seen[:0], 0
}

// add makes the thing with a number findable. Numbers are given in order.
func (x *soundIndex) add(thing int, keys soundKeys) {
	for len(x.seen) <= thing {
		x.seen = append(x.seen, 0)
	}
	for _, key := range keys.offers {
		head := &x.heads[key%uint32(len(x.heads))]
		x.links = append(x.links, soundLink{key, int32(thing), *head})
		*head = int32(len(x.links))
	}
}

// near gives the numbers of the things that may sound like the word of the keys,
// in order. The result is good until the next call.
func (x *soundIndex) near(keys soundKeys) []int {
	x.looks++
	x.found = x.found[:0]
	for _, key := range keys.asks {
		for at := x.heads[key%uint32(len(x.heads))]; at > 0; at = x.links[at-1].next {
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

// roughlyAlike reports whether two Arabic words are near enough, letter by
// letter, to be worth the ear's time: letters that are mistaken for one another
// and vowels, which come and go, count less than others.
func roughlyAlike(a, b string) bool {
	x, y := roughLetters(a), roughLetters(b)
	var rows [2][maxRough + 1]int
	now, last := &rows[0], &rows[1]
	for j := range y.n {
		now[j+1] = now[j] + y.weight[j]
	}
	for i := range x.n {
		now, last = last, now
		now[0] = last[0] + x.weight[i]
		for j := range y.n {
			swap := roughFar
			switch {
			case x.letter[i] == y.letter[j]:
				swap = 0
			case x.class[i] == y.class[j]:
				swap = roughNear
			}
			now[j+1] = min(last[j]+swap, last[j+1]+x.weight[i], now[j]+y.weight[j])
		}
	}
	return now[y.n] <= roughFar+max(x.n, y.n)*roughNear/2
}

// The costs of roughlyAlike: of a letter that comes or goes or becomes another
// of its class, and of any other change.
const (
	roughNear = 2
	roughFar  = 5
	maxRough  = 16 // letters that are looked at
)

type rough struct {
	n             int
	letter        [maxRough]rune
	class, weight [maxRough]int
}

func roughLetters(word string) (r rough) {
	for _, c := range word {
		if r.n == maxRough {
			break
		}
		r.letter[r.n], r.class[r.n], r.weight[r.n] = c, 0, roughNear
		if class := glossary.Skeleton(string(c)); class != "" {
			r.class[r.n], r.weight[r.n] = int(class[0]), roughFar
		}
		r.n++
	}
	return r
}
