package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"

	"example.com/asma/checks"
)

// writeTable shows the findings name by name: first which spellings of the
// name stand in the texts, then the places. Findings about no name come last.
func writeTable(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	groups, order := byName(r.Items)
	counts := r.counts()
	for _, name := range order {
		fmt.Fprintln(out, r.heading(name, counts[name]))
		if err := r.places(out, groups[name]); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	for _, s := range r.Skipped {
		fmt.Fprintf(out, "skipped %s: %s\n", visible(s.Path), visible(s.Reason))
	}
	fmt.Fprintln(out, r.totals())
	return out.Flush()
}

// byName groups items by the name they speak of, names in order of first
// place; what speaks of none goes under "".
func byName(items []Item) (map[string][]Item, []string) {
	groups := map[string][]Item{}
	var order []string
	for _, item := range items {
		if len(groups[item.Name]) == 0 && item.Name != "" {
			order = append(order, item.Name)
		}
		groups[item.Name] = append(groups[item.Name], item)
	}
	if len(groups[""]) > 0 {
		order = append(order, "")
	}
	return groups, order
}

// heading is the line over a name's places: Haftar: حفتر ✓0 · هافتار 9.
func (r *Report) heading(name string, n *checks.NameCount) string {
	if name == "" {
		return r.paint(bold, "Not about one name")
	}
	line := r.paint(bold, visible(name))
	if n == nil {
		return line
	}
	var parts []string
	for _, s := range tally(n) {
		parts = append(parts, fmt.Sprintf("%s %s%d", r.isolate(visible(s.Text)), s.sign(), s.Count))
	}
	return line + ": " + strings.Join(parts, " · ")
}

// places writes one table of findings.
func (r *Report) places(w io.Writer, items []Item) error {
	table := tablewriter.NewTable(w,
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithRendition(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		}),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithPadding(tw.Padding{Left: "  ", Right: ""}),
	)
	for _, item := range items {
		if err := table.Append(r.row(item)); err != nil {
			return err
		}
	}
	return table.Render()
}

// row is one finding. The message is left out where the columns say the same;
// the Arabic stands last, because some terminals reorder what follows it.
func (r *Report) row(item Item) []string {
	severity := item.Severity.String()
	switch {
	case !item.Counts && item.Set != "":
		severity = r.paint(dim, severity+" ("+item.Set+")")
	case item.Severity == checks.Error:
		severity = r.paint(red, severity)
	case item.Severity == checks.Warning:
		severity = r.paint(yellow, severity)
	}
	return []string{
		fmt.Sprintf("%s:%d:%d", visible(item.Path), item.Start.Line, item.Start.Column),
		severity, item.Check, r.repair(item),
	}
}

// repair shows what stands there, what should, and which letters differ.
func (r *Report) repair(item Item) string {
	found := r.isolate(visible(item.Text))
	if len(item.Fixes) == 0 {
		return found
	}
	want := visible(item.Fixes[0].Text)
	sign := " → "
	if !item.Fixes[0].Safe {
		sign = " →? "
	}
	line := found + sign + r.isolate(want)
	if letters := Letters(item.Text, item.Fixes[0].Text); letters != "" {
		line += "  " + r.paint(dim, "("+letters+")")
	}
	return line
}

func (r *Report) totals() string {
	findings, counting := r.counting()
	files := "files"
	if r.Files == 1 {
		files = "file"
	}
	return fmt.Sprintf("%d %s, %d words, %d names: %d errors, %d warnings, %d infos; %d count",
		r.Files, files, r.Words, len(r.Census.Names()), findings["error"], findings["warning"], findings["info"], counting)
}

// ANSI colours.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
)

func (r *Report) paint(style, s string) string {
	if !r.View.Color {
		return s
	}
	return style + s + "\x1b[0m"
}

// isolate wraps text that holds right-to-left letters in FSI … PDI, so that a
// terminal with bidi support does not reorder the columns around it.
func (r *Report) isolate(s string) string {
	if !r.View.Isolates {
		return s
	}
	return "\u2068" + s + "\u2069"
}
