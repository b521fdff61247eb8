//go:build generate

package main

import (
	"encoding/binary"
	"fmt"
)

// node is a state of the automaton while it is built.
type node struct {
	edges []edge
	place uint32 // index of its first edge in the file, 0 until laid out
}

type edge struct {
	letter   byte // less U+0620
	final    bool
	attested bool // of the word that ends here
	to       *node
}

// automaton builds the minimal automaton of sorted words (Daciuk and others,
// 2000: the incremental way for sorted input) and lays it out as package
// arabic reads it. attested tells which words are in use.
func automaton(sorted []string, attested map[string]bool) []byte {
	root := &node{}
	b := builder{registry: map[string]*node{}, path: []*node{root}}
	last := []rune(nil)
	for _, word := range sorted {
		letters := []rune(word)
		common := 0
		for common < len(last) && common < len(letters) && last[common] == letters[common] {
			common++
		}
		b.minimize(common)
		b.extend(letters[common:], attested[word])
		last = letters
	}
	b.minimize(0)
	return layOut(root)
}

type builder struct {
	registry map[string]*node // by the text of its edges
	path     []*node          // from the root along the last word
}

func (b *builder) extend(letters []rune, attested bool) {
	for i, r := range letters {
		next := &node{}
		tip := b.path[len(b.path)-1]
		last := i == len(letters)-1
		tip.edges = append(tip.edges, edge{byte(r - 0x0620), last, last && attested, next})
		b.path = append(b.path, next)
	}
}

// minimize replaces the nodes of the path beyond depth by equal ones.
func (b *builder) minimize(depth int) {
	for len(b.path) > depth+1 {
		tip := b.path[len(b.path)-1]
		b.path = b.path[:len(b.path)-1]
		parent := b.path[len(b.path)-1]
		key := tip.key()
		if known, ok := b.registry[key]; ok {
			parent.edges[len(parent.edges)-1].to = known
		} else {
			b.registry[key] = tip
		}
	}
}

func (n *node) key() string {
	key := make([]byte, 0, 16*len(n.edges))
	for _, e := range n.edges {
		key = fmt.Appendf(key, "%d%t%t%p,", e.letter, e.final, e.attested, e.to)
	}
	return string(key)
}

func layOut(root *node) []byte {
	order := []*node{}
	next := uint32(1)
	var visit func(n *node)
	visit = func(n *node) {
		if n.place != 0 || len(n.edges) == 0 {
			return
		}
		n.place = next
		next += uint32(len(n.edges))
		order = append(order, n)
		for _, e := range n.edges {
			visit(e.to)
		}
	}
	visit(root)
	data := make([]byte, 4, 4*next)
	for _, n := range order {
		for i, e := range n.edges {
			data = binary.LittleEndian.AppendUint32(data, pack(e, i == len(n.edges)-1))
		}
	}
	return data
}

func pack(e edge, last bool) uint32 {
	bits := uint32(e.letter) | e.to.place<<8
	if e.final {
		bits |= 0x40
	}
	if last {
		bits |= 0x80
	}
	if e.attested {
		bits |= 1 << 31
	}
	return bits
}
