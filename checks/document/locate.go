package document

import "sort"

// Locate finds the stretch of a segment's text that a span of the file holds:
// what [Segment.Span] gives, the other way round. ok is false where the span
// is that of no stretch.
func (d *Document) Locate(span Span) (segment, start, end int, ok bool) {
	for i := range d.Segments {
		s := &d.Segments[i]
		size := len(s.Text)
		if all := s.Span(0, size); span.Start < all.Start || span.End > all.End {
			continue
		}
		start = sort.Search(size, func(i int) bool { return s.Span(i, size).Start >= span.Start })
		end = start + sort.Search(size-start, func(n int) bool { return s.Span(start, start+n).End >= span.End })
		if s.Span(start, end) == span {
			return i, start, end, true
		}
	}
	return 0, 0, 0, false
}
