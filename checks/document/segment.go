package document

import (
	"sort"
	"strings"
)

// A Segment is one stretch of prose: a paragraph, list item, table cell, heading
// or line of plain text. Entities and escapes are resolved in Text, inline markup
// is gone, line ends stand as in the file ("\r\n" too; in Markdown always "\n").
type Segment struct {
	Text   string
	Origin Origin
	*Role

	base   int     // where Text starts in Source, when layout is nil
	layout *layout // nil: Text stands in Source as it is, which spares memory in plain text
}

// A Role is what is mostly the same in many segments, which then share it: a
// file may have millions of lines.
type Role struct {
	Where string // what it is, for a person: "paragraph", "table cell", "alt attribute"
	Lang  string // BCP 47, from the nearest lang attribute; "" when not told
	// Skip holds the ranges of Text (not of Source) that are no prose: addresses
	// of pages and mail, code, file paths. Sorted, not overlapping.
	Skip []Span
}

// A layout ties the text of a segment to the bytes of a file where the two differ.
type layout struct {
	pieces []piece
	// encode writes new text for the format. It is called with 0 and then with
	// higher levels, each more careful than the last, until accept agrees;
	// ok is false when there is no such level or the text cannot be written.
	encode func(text string, level int) (encoded string, ok bool)
	// accept says whether edits have the wanted effect. nil: they always have.
	accept func(s *Segment, edits []Edit, want string) bool
	// linked: some of the text may be the label that a Markdown link is found by.
	linked bool
}

// A piece is a stretch of text with the bytes it comes from.
type piece struct {
	text, size int  // offset and length in Text
	src        Span // in Source
	// whole: the bytes are not the text itself (an entity, an escape, a line end
	// with its prefix), so that they are replaced together or not at all.
	whole bool
	// open: what follows could change what these bytes mean, as "amp;" after a
	// bare "&" would. An edit right behind an open piece rewrites it too.
	open bool
}

// Span gives the bytes of Source from which Text[start:end] comes: the hull, so
// that markup inside is part of it. Offsets beyond the text are cut to it.
func (s *Segment) Span(start, end int) Span {
	start, end = s.clamp(start, end)
	if s.layout == nil {
		return Span{s.base + start, s.base + end}
	}
	ps := s.layout.touched(start, end)
	first, last := ps[0], ps[len(ps)-1]
	return Span{first.cut(start, end).Start, last.cut(start, end).End}
}

// Offset gives the place in Text of a byte of Source, the inverse of Span: of
// bytes that are no text (a tag, what stands outside) it is the nearest place
// before.
func (s *Segment) Offset(source int) int {
	if s.layout == nil {
		offset, _ := s.clamp(source-s.base, 0)
		return offset
	}
	ps := s.layout.pieces
	i := sort.Search(len(ps), func(i int) bool { return ps[i].src.Start > source }) - 1
	switch {
	case i < 0:
		return 0
	case source >= ps[i].src.End:
		return ps[i].text + ps[i].size
	case ps[i].whole:
		return ps[i].text
	}
	return ps[i].text + min(source-ps[i].src.Start, ps[i].size)
}

// Edits replaces exactly Text[start:end] by new: markup inside the stretch
// survives, the new text goes to the first piece of it and the others are
// emptied. The offsets must lie between characters. The result is nil where the
// format cannot hold the new text in this place (a line end in plain text, a
// change of a Markdown link's label) and where nothing would change.
func (s *Segment) Edits(start, end int, new string) []Edit {
	start, end = s.clamp(start, end)
	if s.Text[start:end] == new {
		return nil
	}
	if s.layout == nil {
		ends := end == len(s.Text) && new == "" && strings.HasSuffix(s.Text[:start], "\r") // would join the line end
		if ends || strings.ContainsAny(new, "\r\n\x00") {
			return nil
		}
		return []Edit{{Span{s.base + start, s.base + end}, new}}
	}
	want := s.Text[:start] + new + s.Text[end:]
	for level := 0; ; level++ {
		edits, ok := s.layout.splice(s.Text, start, end, new, level)
		if !ok {
			return nil
		}
		if s.layout.accept == nil || s.layout.accept(s, edits, want) {
			return edits
		}
	}
}

func (s *Segment) clamp(start, end int) (int, int) {
	start = min(max(start, 0), len(s.Text))
	return start, min(max(end, start), len(s.Text))
}

// splice makes the edits that replace text[start:end], encoded at a level of care.
func (l *layout) splice(text string, start, end int, new string, level int) ([]Edit, bool) {
	var edits []Edit
	put, ok := l.encode(new, level)
	if !ok {
		return nil, false
	}
	for _, p := range l.touched(start, end) {
		e := Edit{p.cut(start, end), put}
		put = ""
		if p.whole && e.Span == p.src {
			before, after := text[p.text:max(p.text, min(start, p.text+p.size))], ""
			if end < p.text+p.size {
				after = text[max(end, p.text) : p.text+p.size]
			}
			before, _ = l.encode(before, level)
			after, _ = l.encode(after, level)
			e.New = before + e.New + after
		}
		if n := len(edits); n > 0 && edits[n-1].End == e.Start {
			edits[n-1].End = e.End
			edits[n-1].New += e.New
		} else {
			edits = append(edits, e)
		}
	}
	return edits, true
}

// touched gives the pieces that an edit of [start,end) of the text has to write
// to, at least one. An empty range belongs to the piece that ends there or, at
// the start of the text, to the first one.
func (l *layout) touched(start, end int) []piece {
	ps := l.pieces
	i := sort.Search(len(ps), func(i int) bool { return ps[i].text+ps[i].size > start })
	j := i + sort.Search(len(ps)-i, func(j int) bool { return ps[i+j].text >= end })
	if i > 0 && (i == len(ps) || ps[i].text == start) {
		before := ps[i-1]
		if start == end || before.open && (i == len(ps) || before.src.End == ps[i].src.Start) {
			i--
		}
	}
	return ps[i:max(j, i+1)]
}

// cut gives the bytes of the part of [start,end) of the text that lies in p. For
// an empty range at an end of a closed whole piece that is the place beside it.
func (p piece) cut(start, end int) Span {
	a, b := max(start-p.text, 0), min(end-p.text, p.size)
	switch {
	case !p.whole:
		a = min(a, p.size)
		return Span{p.src.Start + a, p.src.Start + max(a, b)}
	case p.open || a < b || a > 0 && a < p.size:
		return p.src
	case a >= p.size:
		return Span{p.src.End, p.src.End}
	}
	return Span{p.src.Start, p.src.Start}
}
