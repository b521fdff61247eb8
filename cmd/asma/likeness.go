package main

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"example.com/asma/checks"
	"example.com/asma/glossary/arabic"
)

// alike is the share of their word triples that two texts must have in common
// to be one article under another name; git asks for as much of the lines.
const alike = 0.5

// likeness is how much of two texts is the same, by their indices.
type likeness struct {
	old, new int
	share    float64 // of the triples of the one that has more
}

// matchAlike gives texts that came the old version that they are most like. It
// returns the gone ones that are nobody's.
func matchAlike(gone, come []*change) []*change {
	pairs := likenesses(gone, come)
	slices.SortFunc(pairs, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.share, a.share), strings.Compare(gone[a.old].old.Path, gone[b.old].old.Path), strings.Compare(come[a.new].new.Path, come[b.new].new.Path))
	})
	taken := map[int]bool{}
	for _, p := range pairs {
		if !taken[p.old] && come[p.new].old == nil {
			taken[p.old] = true
			come[p.new].old = gone[p.old].old
		}
	}
	var left []*change
	for i, c := range gone {
		if !taken[i] {
			left = append(left, c)
		}
	}
	return left
}

// likenesses finds the pairs that have enough in common. Who has a triple is
// looked up, so that texts without a common one are never compared.
func likenesses(gone, come []*change) []likeness {
	if len(gone) == 0 || len(come) == 0 {
		return nil
	}
	seed := maphash.MakeSeed()
	holders := map[uint64][]int{} // by triple: who among the gone has it
	sizes := make([]int, len(gone))
	for i, c := range gone {
		triples := triplesOf(seed, c.old)
		sizes[i] = len(triples)
		for t := range triples {
			holders[t] = append(holders[t], i)
		}
	}
	var out []likeness
	for n, c := range come {
		triples := triplesOf(seed, c.new)
		common := map[int]int{}
		for t := range triples {
			for _, o := range holders[t] {
				common[o]++
			}
		}
		for o, count := range common {
			if share := float64(count) / float64(max(sizes[o], len(triples))); share >= alike {
				out = append(out, likeness{o, n, share})
			}
		}
	}
	return out
}

// triplesOf hashes every three words of a text that follow each other; none of
// a text that cannot be read, which the run will tell.
func triplesOf(seed maphash.Seed, source *checks.Source) map[uint64]bool {
	content, err := source.Read()
	if err != nil {
		return nil
	}
	text := string(content)
	words := arabic.Words(text)
	out := map[uint64]bool{}
	for i := range words {
		last := min(i+2, len(words)-1)
		if i > 0 && last < i+2 {
			break // a text of fewer than three words is one triple
		}
		var h maphash.Hash
		h.SetSeed(seed)
		for _, w := range words[i : last+1] {
			h.WriteString(w.Of(text))
			h.WriteByte(0)
		}
		out[h.Sum64()] = true
	}
	return out
}
