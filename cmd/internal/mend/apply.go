package mend

import (
	"slices"

	"example.com/asma/checks/document"
)

// Apply makes the repairs in a document and gives the new bytes. What each
// does alone all have to do together: the document is read again, and where a
// stretch of prose is not what it should be (markup beside two repairs that
// means something else now) they are made one by one, and those that do harm
// are given back as refused. The repairs must not meet; see Choose.
func Apply(d *document.Document, repairs []Repair) (mended []byte, refused []Repair) {
	if mended, ok := together(d, repairs); ok {
		return mended, nil
	}
	var made []Repair
	mended = d.Source
	for _, r := range repairs {
		if next, ok := together(d, append(slices.Clip(made), r)); ok {
			made, mended = append(made, r), next
		} else {
			refused = append(refused, r)
		}
	}
	return mended, refused
}

// together makes all the repairs, or reports that they cannot be made at once.
func together(d *document.Document, repairs []Repair) ([]byte, bool) {
	want, ok := wanted(d, repairs)
	if !ok {
		return nil, false
	}
	var edits []document.Edit
	for _, r := range repairs {
		edits = append(edits, r.Edits...)
	}
	mended, err := document.Apply(d.Source, edits)
	if err != nil {
		return nil, false
	}
	again, err := document.Open(d.Path, d.Format, mended)
	if err != nil || len(again.Segments) != len(want) {
		return nil, false
	}
	for i, text := range want {
		if again.Segments[i].Text != text {
			return nil, false
		}
	}
	return mended, true
}

// wanted gives the text of every segment as it should be after the repairs,
// which are in order of place.
func wanted(d *document.Document, repairs []Repair) ([]string, bool) {
	out := make([]string, len(d.Segments))
	for i := range d.Segments {
		out[i] = d.Segments[i].Text
	}
	for _, r := range slices.Backward(repairs) {
		i, start, end, ok := d.Locate(document.Span{Start: r.Finding.Start.Offset, End: r.Finding.End.Offset})
		if !ok || d.Segments[i].Text[start:end] != r.Finding.Text {
			return nil, false
		}
		out[i] = out[i][:start] + r.Text + out[i][end:]
	}
	return out, true
}

// Rewrite gives a repair of the same place with a text of the user's own. ok
// is false where the file cannot hold it there.
func Rewrite(d *document.Document, r Repair, text string) (Repair, bool) {
	i, start, end, ok := d.Locate(document.Span{Start: r.Finding.Start.Offset, End: r.Finding.End.Offset})
	if !ok {
		return r, false
	}
	r.Text, r.Safe = text, false
	r.Edits = d.Segments[i].Edits(start, end, text)
	return r, len(r.Edits) > 0
}
