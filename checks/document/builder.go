package document

import (
	"sort"
	"strings"
)

// whitespace is what is cut from both ends of a segment; U+00A0 is not among it.
const whitespace = " \t\n\r\f"

// A builder gathers the text of one segment, piece by piece.
type builder struct {
	source string // the whole file
	text   []byte
	pieces []piece
	skips  []Span
	roles  map[[2]string]*Role // of segments without skips
}

// verbatim adds bytes that are their own text.
func (b *builder) verbatim(src Span) {
	if src.Start >= src.End {
		return
	}
	if n := len(b.pieces); n > 0 {
		if last := &b.pieces[n-1]; !last.whole && last.src.End == src.Start {
			last.size += src.End - src.Start
			last.src.End = src.End
			b.text = append(b.text, b.source[src.Start:src.End]...)
			return
		}
	}
	b.pieces = append(b.pieces, piece{text: len(b.text), size: src.End - src.Start, src: src})
	b.text = append(b.text, b.source[src.Start:src.End]...)
}

// whole adds text that stands otherwise in the file.
func (b *builder) whole(text string, src Span, open bool) {
	b.pieces = append(b.pieces, piece{text: len(b.text), size: len(text), src: src, whole: true, open: open})
	b.text = append(b.text, text...)
}

// skip marks the text added since the builder held from bytes as no prose.
func (b *builder) skip(from int) {
	if len(b.text) > from {
		b.skips = append(b.skips, Span{from, len(b.text)})
	}
}

// take makes a segment of what was added, without whitespace at its ends, and
// empties the builder; ok is false when nothing is left. The layout is left out
// when keep is false and the text stands in the file as it is.
func (b *builder) take(l layout, keep bool, role Role) (s Segment, ok bool) {
	text, pieces, skips := string(b.text), b.pieces, b.skips
	b.text, b.pieces, b.skips = b.text[:0], nil, nil
	left := len(text) - len(strings.TrimLeft(text, whitespace))
	right := len(strings.TrimRight(text, whitespace))
	if left >= right {
		return s, false
	}
	s.Text = text[left:right]
	l.pieces = trim(pieces, left, right)
	if first := l.pieces[0]; len(l.pieces) == 1 && !first.whole {
		s.base = first.src.Start
		s.Text = b.source[first.src.Start:first.src.End] // shares the file's memory
		if keep {
			s.layout = &l
		}
	} else {
		s.layout = &l
	}
	role.Skip = mergeSpans(append(shift(skips, left, len(s.Text)), addresses(s.Text)...))
	s.Role = b.share(role)
	return s, true
}

// share gives a role that is the same for all segments that differ in nothing
// of it.
func (b *builder) share(role Role) *Role {
	key := [2]string{role.Where, role.Lang}
	if known := b.roles[key]; role.Skip == nil && known != nil {
		return known
	}
	if role.Skip == nil {
		if b.roles == nil {
			b.roles = map[[2]string]*Role{}
		}
		b.roles[key] = &role
	}
	return &role
}

// trim cuts pieces to the range [left,right) of the text and counts from left.
// Whole pieces are never cut: those that are whitespace are one byte of it.
func trim(pieces []piece, left, right int) []piece {
	kept := pieces[:0]
	for _, p := range pieces {
		a, z := max(left-p.text, 0), max(p.text+p.size-right, 0)
		if a+z >= p.size {
			continue
		}
		if !p.whole {
			p.src.Start += a
			p.src.End -= z
			p.text += a
			p.size -= a + z
		}
		p.text -= left
		kept = append(kept, p)
	}
	return kept
}

// shift moves spans left and cuts them to [0,size).
func shift(spans []Span, left, size int) []Span {
	kept := spans[:0]
	for _, s := range spans {
		s.Start, s.End = max(s.Start-left, 0), min(s.End-left, size)
		if s.Start < s.End {
			kept = append(kept, s)
		}
	}
	return kept
}

// mergeSpans sorts spans and joins those that meet.
func mergeSpans(spans []Span) []Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, s.End)
			continue
		}
		kept = append(kept, s)
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}
