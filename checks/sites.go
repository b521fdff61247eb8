package checks

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// Site is the first place of a spelling in a file, and how often it stands
// there.
type Site struct {
	Path       string
	Start, End Place
	Count      int
}

// siteList holds the sites of all spellings of a census in some twenty bytes
// each: a run over an archive has a million. Those of one spelling make a
// chain: each is written as the way back to the one before, the number of its
// path, its place and its count, all as varints.
type siteList struct {
	paths   []string
	numbers map[string]int
	blocks  [][]byte
}

// siteBlock is the size of a block, firstBlock that of the first, for a census
// of one article, and longestSite that of the longest site.
const (
	siteBlock   = 1 << 16
	firstBlock  = 1 << 9
	longestSite = 13 * binary.MaxVarintLen64
)

// siteChain is the last site of a chain: its block and offset + 1; 0 for none.
type siteChain int

// add appends a site to a chain and gives the chain that has it.
func (l *siteList) add(chain siteChain, s *Site) siteChain {
	if last := len(l.blocks) - 1; last < 0 || cap(l.blocks[last])-len(l.blocks[last]) < longestSite {
		size := firstBlock
		if last >= 0 {
			size = min(siteBlock, 2*cap(l.blocks[last]))
		}
		l.blocks = append(l.blocks, make([]byte, 0, size))
	}
	block := &l.blocks[len(l.blocks)-1]
	at := siteChain((len(l.blocks)-1)*siteBlock + len(*block) + 1)
	back := siteChain(0)
	if chain > 0 {
		back = at - chain
	}
	b := *block
	for _, n := range [...]int{int(back), l.number(s.Path)} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	b = appendPlaces(b, s.Start, s.End)
	*block = binary.AppendUvarint(b, uint64(s.Count))
	return at
}

// appendPlaces writes two places, the second less the first: they mostly stand
// on one line.
func appendPlaces(b []byte, start, end Place) []byte {
	for _, n := range [...]int{start.Offset, start.Line, start.Column, start.ByteCol} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, n := range [...]int{
		start.UTF16 - start.Column, end.Offset - start.Offset, end.Line - start.Line, end.Column - start.Column,
		end.UTF16 - end.Column, end.ByteCol - start.ByteCol,
	} {
		b = binary.AppendVarint(b, int64(n))
	}
	return b
}

// number gives the number of a path, the same for the same path.
func (l *siteList) number(path string) int {
	n, known := l.numbers[path]
	if !known {
		if l.numbers == nil {
			l.numbers = map[string]int{}
		}
		n = len(l.paths)
		l.paths = append(l.paths, path)
		l.numbers[path] = n
	}
	return n
}

// of reads the sites of a chain: one for every path, in order of path.
func (l *siteList) of(chain siteChain) []Site {
	var out []Site
	for chain > 0 {
		block, at := l.blocks[int(chain-1)/siteBlock], int(chain-1)%siteBlock
		r := varints{string(block[at:min(at+longestSite, len(block))])}
		back := siteChain(r.number())
		out = append(out, r.site(l.paths))
		if back == 0 {
			break
		}
		chain -= back
	}
	slices.SortFunc(out, func(a, b Site) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), cmp.Compare(a.Start.Offset, b.Start.Offset), cmp.Compare(a.End.Offset, b.End.Offset))
	})
	merged := out[:0]
	for _, s := range out {
		if n := len(merged); n > 0 && merged[n-1].Path == s.Path {
			merged[n-1].Count += s.Count
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// varints reads what binary.AppendUvarint and AppendVarint wrote.
type varints struct{ rest string }

func (r *varints) number() int {
	n, shift := uint64(0), 0
	for {
		b := r.rest[0]
		r.rest = r.rest[1:]
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return int(n)
		}
		shift += 7
	}
}

func (r *varints) signed() int {
	n := uint64(r.number())
	return int(n>>1) ^ -int(n&1)
}

func (r *varints) word64() uint64 {
	n := binary.LittleEndian.Uint64([]byte(r.rest[:8]))
	r.rest = r.rest[8:]
	return n
}

func (r *varints) site(paths []string) Site {
	s := Site{Path: paths[r.number()]}
	s.Start, s.End = r.places()
	s.Count = r.number()
	return s
}

func (r *varints) places() (start, end Place) {
	start = Place{Offset: r.number(), Line: r.number(), Column: r.number(), ByteCol: r.number()}
	start.UTF16 = start.Column + r.signed()
	end = Place{Offset: start.Offset + r.signed(), Line: start.Line + r.signed(), Column: start.Column + r.signed()}
	end.UTF16 = end.Column + r.signed()
	end.ByteCol = start.ByteCol + r.signed()
	return start, end
}
