// Package report shows the result of a run: one file a format. It decides
// nothing: which findings count is told to it.
package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/asma/checks"
)

// Skipped is a file that was met and not checked.
type Skipped struct{ Path, Reason string }

// Report is all that a format may show.
type Report struct {
	Items   Items
	Census  *checks.Census
	Files   int
	Paths   []string // files that were checked, sorted
	Words   int
	Skipped []Skipped
	Notes   []string    // for people beside the report, as path:line: what: rules that let nothing pass
	Edit    *EditCounts // what the edit did whose faults are shown; nil where none is judged
	Version string

	// Articles are the texts, by path, for the formats that show them; nil for
	// the others, so that a run over many files need not hold them all.
	Articles []*checks.Article
	View     View
}

// View is how a terminal wants things.
type View struct {
	Width    int  // columns; 0 where the output is no terminal
	Color    bool // ANSI colours
	Isolates bool // put right-to-left cells into bidi isolates
}

// Format writes a report in one way.
type Format struct {
	Name  string
	Write func(io.Writer, *Report) error
	Brief bool // for people: what a rule or the baseline lets pass is shown only to who asks
	Max   int  // how many findings its readers take; 0: no bound. What counts goes first
	Texts bool // it shows the texts: Report.Articles must hold them
}

// Formats lists the formats in the order in which help names them.
var Formats = []Format{
	{Name: "table", Write: writeTable, Brief: true},
	{Name: "plain", Write: writePlain, Brief: true},
	{Name: "json", Write: writeJSON},
	{Name: "jsonl", Write: writeJSONL},
	{Name: "sarif", Write: writeSARIF, Max: maxSARIF},
	{Name: "github", Write: writeGitHub},
	{Name: "gitlab", Write: writeGitLab},
	{Name: "checkstyle", Write: writeCheckstyle},
	{Name: "junit", Write: writeJUnit},
	{Name: "rdjsonl", Write: writeRDJSONL},
	{Name: "markdown", Write: writeMarkdown},
	{Name: "html", Write: writeHTML, Texts: true},
}

// FormatNamed finds a format, or says which there are.
func FormatNamed(name string) (Format, error) {
	var names []string
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("unknown format %q: use one of %s", name, strings.Join(names, ", "))
}

// counting gives how many findings of each severity there are, and how many
// count.
func (r *Report) counting() (bySeverity map[string]int, counting int) {
	bySeverity = map[string]int{"error": 0, "warning": 0, "info": 0}
	for item := range r.Items.All() {
		bySeverity[item.Severity.String()]++
		if item.Counts {
			counting++
		}
	}
	return bySeverity, counting
}
