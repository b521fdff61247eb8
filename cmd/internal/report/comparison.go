package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Comparison is what the edit from one set of texts to another did.
type Comparison struct {
	Pairs   []ComparedPair
	All     bool // show the faults that were there before, too
	Version string
	View    View
}

// ComparedPair is a text in both versions. One path is "" where a text was
// added or removed.
type ComparedPair struct {
	Old, New              string
	Hunks                 []Hunk
	Brought, Mended, Left []Item
}

// Counts adds up the findings of all pairs; counting are those brought that
// count.
func (c *Comparison) Counts() (edit EditCounts, counting int) {
	for _, p := range c.Pairs {
		edit.Brought += len(p.Brought)
		edit.Mended += len(p.Mended)
		edit.Left += len(p.Left)
		for _, item := range p.Brought {
			if item.Counts {
				counting++
			}
		}
	}
	return edit, counting
}

// EditCounts says how many faults an edit brought, mended and left.
type EditCounts struct {
	Brought int `json:"brought"`
	Mended  int `json:"mended"`
	Left    int `json:"left"`
}

// String is the line that sums an edit up.
func (e EditCounts) String() string {
	return fmt.Sprintf("brought %d, mended %d, left %d", e.Brought, e.Mended, e.Left)
}

// WriteComparison shows every text that changed: its words, then the faults
// that the edit brought and mended.
func WriteComparison(w io.Writer, c *Comparison) error {
	out := bufio.NewWriter(w)
	for _, p := range c.Pairs {
		if len(p.Hunks)+len(p.Brought)+len(p.Mended) == 0 && (!c.All || len(p.Left) == 0) {
			continue
		}
		fmt.Fprintln(out, p.title())
		for _, h := range p.Hunks {
			text := h.text(c.View)
			if c.View.Isolates {
				text = isolate + text + isolateEnd
			}
			fmt.Fprintf(out, "  %d: %s\n", h.NewLine, text)
		}
		writeOutcome(out, "brought", p.Brought)
		writeOutcome(out, "mended", p.Mended)
		if c.All {
			writeOutcome(out, "left", p.Left)
		}
	}
	edit, _ := c.Counts()
	fmt.Fprintln(out, edit)
	return out.Flush()
}

func (p *ComparedPair) title() string {
	switch {
	case p.Old == "":
		return visible(p.New) + " (added)"
	case p.New == "":
		return visible(p.Old) + " (removed)"
	case p.Old == p.New:
		return visible(p.New)
	}
	return visible(p.Old) + " → " + visible(p.New)
}

func writeOutcome(out io.Writer, what string, items []Item) {
	for _, item := range items {
		fmt.Fprintf(out, "  %s: %s:%d:%d: %s: %s [%s]\n", what, visible(item.Path), item.Start.Line, item.Start.Column, item.Severity, visible(item.Message), item.Check)
	}
}

type jsonWords struct {
	Op   string `json:"op"` // kept, removed or added
	Text string `json:"text"`
}

type jsonHunk struct {
	OldLine int         `json:"oldLine"` // from 1
	NewLine int         `json:"newLine"`
	Words   []jsonWords `json:"words"`
}

type jsonPair struct {
	Old     *string       `json:"old"` // null for a text that was added
	New     *string       `json:"new"` // null for a text that was removed
	Hunks   []jsonHunk    `json:"hunks"`
	Brought []jsonFinding `json:"brought"`
	Mended  []jsonFinding `json:"mended"`
	Left    []jsonFinding `json:"left"`
}

type jsonEditSummary struct {
	EditCounts
	Counting int `json:"counting"` // of those brought
}

// WriteComparisonJSON writes a comparison as one object.
func WriteComparisonJSON(w io.Writer, c *Comparison) error {
	edit, counting := c.Counts()
	out := struct {
		Schema  int             `json:"schema"`
		Version string          `json:"version"`
		Pairs   []jsonPair      `json:"pairs"`
		Summary jsonEditSummary `json:"summary"`
	}{Schema, c.Version, []jsonPair{}, jsonEditSummary{edit, counting}}
	for _, p := range c.Pairs {
		out.Pairs = append(out.Pairs, jsonPair{orNull(p.Old), orNull(p.New), toHunks(p.Hunks), toFindings(p.Brought), toFindings(p.Mended), toFindings(p.Left)})
	}
	e := newEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func toFindings(items []Item) []jsonFinding {
	out := []jsonFinding{}
	for _, item := range items {
		out = append(out, toFinding(item))
	}
	return out
}

var operations = map[diffmatchpatch.Operation]string{
	diffmatchpatch.DiffEqual: "kept", diffmatchpatch.DiffDelete: "removed", diffmatchpatch.DiffInsert: "added",
}

func toHunks(hunks []Hunk) []jsonHunk {
	out := []jsonHunk{}
	for _, h := range hunks {
		words := []jsonWords{}
		for _, c := range h.Changes {
			words = append(words, jsonWords{operations[c.Op], strings.Join(c.Units, "")})
		}
		out = append(out, jsonHunk{h.OldLine, h.NewLine, words})
	}
	return out
}
