package report

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.com/asma/checks"
)

// CensusWriter shows a census.
type CensusWriter func(io.Writer, *checks.Census, View) error

// CensusFormats lists the formats of asma names.
var CensusFormats = []struct {
	Name  string
	Write CensusWriter
}{{"table", writeCensusTable}, {"json", writeCensusJSON}, {"csv", writeCensusCSV}}

func writeCensusTable(w io.Writer, c *checks.Census, view View) error {
	r := &Report{View: view}
	out := bufio.NewWriter(w)
	for _, n := range c.Names() {
		mark := ""
		if n.Discovered {
			mark = r.paint(dim, " (discovered)")
		}
		var parts []string
		for _, s := range n.Spellings() {
			c := spellingCount{s.Text, s.Status, s.Count}
			parts = append(parts, fmt.Sprintf("%s %s%d", r.isolate(visible(s.Text)), c.sign(), s.Count))
		}
		first := n.Spellings()[0].Sites[0]
		fmt.Fprintf(out, "%s%s: %s  %s\n", r.paint(bold, visible(n.Label)), mark, strings.Join(parts, " · "),
			r.paint(dim, fmt.Sprintf("%s:%d:%d", visible(first.Path), first.Start.Line, first.Start.Column)))
	}
	fmt.Fprintf(out, "%d names, %d files, %d words\n", len(c.Names()), c.Files, c.Words)
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
			first := s.Sites[0]
			rows = append(rows, []string{n.Label, n.Entry, strconv.FormatBool(n.Discovered), n.Preferred, s.Text, s.Script.String(), s.Status.String(),
				strconv.Itoa(s.Count), strconv.Itoa(len(s.Sites)), first.Path, strconv.Itoa(first.Start.Line), strconv.Itoa(first.Start.Column)})
		}
	}
	return out.WriteAll(rows)
}
