package report

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"example.com/asma/checks"
)

// CensusWriter shows a census.
type CensusWriter func(io.Writer, *checks.Census, View) error

// CensusFormats lists the formats of asma names.
var CensusFormats = []struct {
	Name  string
	Write CensusWriter
}{{"table", writeCensusTable}, {"json", writeCensusJSON}, {"csv", writeCensusCSV}}

// writeCensusTable writes a line a name: its spellings, and where it stands
// first. The path of a single file is said once.
func writeCensusTable(w io.Writer, c *checks.Census, view View) error {
	r := &Report{View: view, Census: c}
	out := bufio.NewWriter(w)
	for i, n := range c.Names() {
		first := n.Spellings()[0].Sites()[0]
		if i == 0 && c.Files == 1 && first.Path != "-" {
			fmt.Fprintln(out, r.isolate(visible(first.Path)))
		}
		head := r.paint(bold, r.isolate(visible(n.Label)))
		if n.Discovered {
			head += r.paint(dim, " (discovered)")
		}
		parts := r.spellings(n)
		for i := range len(parts) - 1 {
			parts[i] += " ·"
		}
		place := fmt.Sprintf("%d:%d", first.Start.Line, first.Start.Column)
		if c.Files == 1 {
			parts = append(parts, r.paint(dim, "("+place+")"))
		} else {
			parts = append(parts, r.isolate(visible(first.Path))+r.paint(dim, ":"+place))
		}
		fmt.Fprintln(out, flow(head+": ", parts, " ", view.Width))
	}
	fmt.Fprintf(out, "%s, %s, %s\n", plural(len(c.Names()), "name"), plural(c.Files, "file"), plural(c.Words, "word"))
	return out.Flush()
}

// firstPlaces is how many places of a spelling the JSON census gives.
const firstPlaces = 3

func writeCensusJSON(w io.Writer, c *checks.Census, _ View) error {
	out := struct {
		Schema int        `json:"schema"`
		Files  int        `json:"files"`
		Words  int        `json:"words"`
		Names  []jsonName `json:"names"`
	}{Schema: Schema, Files: c.Files, Words: c.Words, Names: []jsonName{}}
	for _, n := range c.Names() {
		out.Names = append(out.Names, toName(n, firstPlaces))
	}
	e := newEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func writeCensusCSV(w io.Writer, c *checks.Census, _ View) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"name", "entry", "discovered", "preferred", "spelling", "script", "status", "count", "files", "path", "line", "column"}}
	for _, n := range c.Names() {
		for _, s := range n.Spellings() {
			sites := s.Sites()
			first := sites[0]
			rows = append(rows, []string{visible(n.Label), visible(n.Entry), strconv.FormatBool(n.Discovered), visible(n.Preferred), visible(s.Text), s.Script.String(), s.Status.String(),
				strconv.Itoa(s.Count), strconv.Itoa(len(sites)), visible(first.Path), strconv.Itoa(first.Start.Line), strconv.Itoa(first.Start.Column)})
		}
	}
	return out.WriteAll(rows)
}
