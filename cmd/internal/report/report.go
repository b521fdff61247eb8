// Package report shows the result of a run: one file a format. It decides
// nothing: which findings count is told to it.
package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/asma/checks"
)

// Item is a finding with what the gate says of it.
type Item struct {
	checks.Finding
	Counts     bool
	Set        string // why it does not count: "baseline", "old", "allowed", "below fail-on"; "" where it counts
	Suppressed string // reason of the allow rule, where one let it pass
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
	Version string
	View    View
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
}

// Formats lists the formats in the order in which help names them.
var Formats = []Format{
	{"table", writeTable}, {"plain", writePlain}, {"json", writeJSON}, {"jsonl", writeJSONL},
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

// visible spells out what a terminal or log would act on or hide: control
// characters and bidi controls that come from the input.
func visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t' || c == '\n' || c == '\r':
			return ' '
		case c < 0x20 || c >= 0x7F && c < 0xA0:
			return '\uFFFD'
		case c == 0x061C || c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF:
			return -1
		}
		return c
	}, s)
}
