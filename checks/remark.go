package checks

import (
	"strings"

	"example.com/asma/checks/document"
)

// Remark is a comment of a file that speaks to asma:
// <!-- asma:allow mixed-script -- the band writes itself so -->. What it asks
// for is for the gate to judge.
type Remark struct {
	Path        string
	Text        string // what stands in the comment, blanks around it cut
	First, Last int    // its lines, from 1, both included
}

// remarks gives the comments of a document that begin with asma:.
func remarks(d *document.Document) []Remark {
	var out []Remark
	var lines *document.Lines
	for _, c := range d.Comments {
		text := strings.TrimSpace(c.Text)
		if !strings.HasPrefix(text, "asma:") {
			continue
		}
		if lines == nil {
			lines = document.NewLines(d.Source)
		}
		first, last := lines.Position(c.Span.Start).Line, lines.Position(c.Span.End).Line
		out = append(out, Remark{Path: d.Path, Text: strings.Clone(text), First: first, Last: last})
	}
	return out
}
