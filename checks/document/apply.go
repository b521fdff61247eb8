package document

import (
	"fmt"
	"slices"
)

// Apply makes the edits and gives the new bytes; source stays as it is. The
// edits may come in any order. Two that overlap, or that insert at one place,
// are an error, and so is one outside of source: nothing is guessed.
func Apply(source []byte, edits []Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	size := len(source)
	for i, e := range edits {
		if e.Start < 0 || e.End < e.Start || e.End > len(source) {
			return nil, fmt.Errorf("edit of bytes %d to %d lies outside of the file, which has %d bytes", e.Start, e.End, len(source))
		}
		if i > 0 && (e.Start < edits[i-1].End || e.Span == edits[i-1].Span) {
			return nil, fmt.Errorf("edits of bytes %d to %d and %d to %d overlap",
				edits[i-1].Start, edits[i-1].End, e.Start, e.End)
		}
		size += len(e.New) - (e.End - e.Start)
	}
	out, done := make([]byte, 0, size), 0
	for _, e := range edits {
		out = append(append(out, source[done:e.Start]...), e.New...)
		done = e.End
	}
	return append(out, source[done:]...), nil
}
