package report

import (
	"fmt"

	"example.com/asma/checks"
)

// Passage shows a finding in its sentence, for somebody who is asked about it:
// place and fault on one line, then the words with what goes between [- and -]
// and what comes between {+ and +}, as the word diff of git has them. before
// and after are the sentence round the finding, want is what is proposed.
func Passage(view View, f *checks.Finding, before, after, want string, safe bool) string {
	r := &Report{View: view}
	review := ""
	if !safe {
		review = ", for review"
	}
	line := visible(before) + r.paint(red, "[-"+visible(f.Text)+"-]") + r.paint(green, "{+"+visible(want)+"+}") + visible(after)
	if view.Isolates {
		line = "\u2067" + line + "\u2069" // the sentence runs from right to left, whatever it begins with
	}
	return fmt.Sprintf("%s:%d:%d: %s [%s%s]\n  %s\n", visible(f.Path), f.Start.Line, f.Start.Column, visible(f.Message), f.Check, review, line)
}
