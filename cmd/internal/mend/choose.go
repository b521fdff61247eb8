// Package mend makes repairs: it chooses those that go together, makes them in
// the bytes of a document, shows them as a unified diff, and replaces files so
// that nothing is lost. It judges no text: which repairs there are, and which
// of them are safe, the checks say.
package mend

import (
	"cmp"
	"slices"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
)

// Repair is one fix that is to be made.
type Repair struct {
	Finding *checks.Finding
	Text    string // what stands in the place of Finding.Text afterwards
	Edits   []document.Edit
	Safe    bool
}

// Choose picks from the findings of one file the repairs to make: the safe
// ones, with unsafe every first suggestion that a check stands for. No two of
// them meet; one that another is preferred to is given back as waiting, unless
// both would do the same. Both lists are in order of place.
func Choose(findings []checks.Finding, unsafe bool) (chosen, waiting []Repair) {
	var all []Repair
	for i := range findings {
		if r, ok := First(&findings[i]); ok && (r.Safe || unsafe && !findings[i].Fixes[0].Undecided) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, preferred)
	for _, r := range all {
		switch met := Meets(r, chosen); {
		case met == nil:
			chosen = append(chosen, r)
		case !slices.Equal(met.Edits, r.Edits):
			waiting = append(waiting, r)
		}
	}
	slices.SortStableFunc(chosen, byPlace)
	slices.SortStableFunc(waiting, byPlace)
	return chosen, waiting
}

// First gives the repair that a finding proposes first; ok is false where it
// has none that can be made.
func First(f *checks.Finding) (r Repair, ok bool) {
	if len(f.Fixes) == 0 || len(f.Fixes[0].Edits) == 0 {
		return Repair{}, false
	}
	fix := &f.Fixes[0]
	return Repair{Finding: f, Text: fix.Text, Edits: fix.Edits, Safe: fix.Safe}, true
}

// Meets gives the repair of the list that stands, by a byte at least, in the
// place of r; nil where there is none.
func Meets(r Repair, list []Repair) *Repair {
	place := r.place()
	for i := range list {
		other := list[i].place()
		if place.Start < other.End && other.Start < place.End || place == other {
			return &list[i]
		}
	}
	return nil
}

// preferred orders repairs so that the one to make comes first.
func preferred(a, b Repair) int {
	if a.Safe != b.Safe {
		if a.Safe {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Finding.Severity, a.Finding.Severity), byPlace(a, b))
}

func byPlace(a, b Repair) int { return cmp.Compare(a.Finding.Start.Offset, b.Finding.Start.Offset) }

// place is all that a repair touches: what the finding stands on, and what the
// edits write beyond it, as when an entity right before it has to change.
func (r Repair) place() document.Span {
	out := document.Span{Start: r.Finding.Start.Offset, End: r.Finding.End.Offset}
	for _, e := range r.Edits {
		out.Start, out.End = min(out.Start, e.Start), max(out.End, e.End)
	}
	return out
}
