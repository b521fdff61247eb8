// Package report shows the result of a run: one file a format. It decides
// nothing: which findings count is told to it.
package report

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"example.com/asma/checks"
)

// Item is a finding with what the gate says of it.
type Item struct {
	checks.Finding
	Counts     bool
	Set        string // why it does not count: "baseline", "old", "allowed", "below fail-on"; "" where it counts
	Suppressed string // reason of the allow rule or the baseline, where one let it pass
	InSource   bool   // the rule is a comment of the file
}

// Skipped is a file that was met and not checked.
type Skipped struct{ Path, Reason string }

// Report is all that a format may show.
type Report struct {
	Items   []Item // sorted by file and place
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
	for _, item := range r.Items {
		bySeverity[item.Severity.String()]++
		if item.Counts {
			counting++
		}
	}
	return bySeverity, counting
}

// Open gives the findings that neither an allow rule nor the baseline let pass.
// Formats that cannot mark a finding as allowed show these alone.
func (r *Report) Open() []Item {
	return slices.DeleteFunc(slices.Clone(r.Items), func(item Item) bool { return item.Suppressed != "" })
}

// byFile gives every file that was checked, in order, with its findings.
func byFile(paths []string, items []Item) iter.Seq2[string, []Item] {
	found := map[string][]Item{}
	for _, item := range items {
		found[item.Path] = append(found[item.Path], item)
	}
	all := slices.AppendSeq(slices.Clone(paths), maps.Keys(found))
	slices.Sort(all)
	return func(yield func(string, []Item) bool) {
		for _, path := range slices.Compact(all) {
			if !yield(path, found[path]) {
				return
			}
		}
	}
}
