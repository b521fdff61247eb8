package report

import (
	"bytes"
	"encoding/json"
	"io"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
)

// Schema is the version of the JSON that asma writes. It grows only when a
// field changes its meaning or goes away.
const Schema = 1

type jsonPlace struct {
	Offset int `json:"offset"` // bytes from 0
	Line   int `json:"line"`   // from 1
	Column int `json:"column"` // code points from 1
	UTF16  int `json:"utf16"`  // UTF-16 units from 1
}

type jsonEdit struct {
	Start int    `json:"start"` // bytes from 0
	End   int    `json:"end"`
	Text  string `json:"text"` // encoded for the file's format
}

type jsonSuggestion struct {
	Text  string     `json:"text"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits,omitempty"` // where markup splits the stretch
}

type jsonRelated struct {
	Path    string    `json:"path"`
	Start   jsonPlace `json:"start"`
	End     jsonPlace `json:"end"`
	Message string    `json:"message"`
}

type jsonFinding struct {
	Type        string           `json:"type"`
	Check       string           `json:"check"`
	Severity    string           `json:"severity"`
	Path        string           `json:"path"`
	Start       jsonPlace        `json:"start"`
	End         jsonPlace        `json:"end"`
	Text        string           `json:"text"`
	Name        string           `json:"name"`
	Entry       *string          `json:"entry"`
	Confidence  float64          `json:"confidence"`
	Message     string           `json:"message"`
	Suggestions []jsonSuggestion `json:"suggestions"`
	Related     []jsonRelated    `json:"related"`
	Fingerprint string           `json:"fingerprint"`
	Counts      bool             `json:"counts"`
	Suppressed  string           `json:"suppressed,omitempty"`
}

type jsonSummary struct {
	Type     string         `json:"type"`
	Schema   int            `json:"schema"`
	Version  string         `json:"version"`
	Files    int            `json:"files"`
	Words    int            `json:"words"`
	Names    int            `json:"names"`
	Findings map[string]int `json:"findings"`
	Counting int            `json:"counting"`
	Skipped  []jsonSkipped  `json:"skipped"`
	Edit     *EditCounts    `json:"edit,omitempty"`
}

type jsonSkipped struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

type jsonSpelling struct {
	Text   string      `json:"text"`
	Script string      `json:"script"`
	Status string      `json:"status"`
	Count  int         `json:"count"`
	Files  int         `json:"files"`
	First  jsonFirst   `json:"first"`
	Places []jsonFirst `json:"places,omitempty"`
}

type jsonFirst struct {
	Path   string `json:"path"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonName struct {
	Type       string         `json:"type"`
	Name       string         `json:"name"`
	Entry      *string        `json:"entry"`
	Discovered bool           `json:"discovered"`
	Preferred  string         `json:"preferred"`
	Spellings  []jsonSpelling `json:"spellings"`
}

func toPlace(p checks.Place) jsonPlace { return jsonPlace{p.Offset, p.Line, p.Column, p.UTF16} }

// orNull gives nil for the empty string, which JSON shows as null.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func toFinding(item Item) jsonFinding {
	f := jsonFinding{
		Type: "finding", Check: item.Check, Severity: item.Severity.String(), Path: item.Path,
		Start: toPlace(item.Start), End: toPlace(item.End), Text: item.Text, Name: item.Name, Entry: orNull(item.Entry),
		Confidence: float64(int(item.Confidence*1000+0.5)) / 1000, Message: item.Message,
		Suggestions: []jsonSuggestion{}, Related: []jsonRelated{},
		Fingerprint: item.Fingerprint, Counts: item.Counts, Suppressed: item.Suppressed,
	}
	for _, fix := range item.Fixes {
		f.Suggestions = append(f.Suggestions, jsonSuggestion{fix.Text, fix.Safe, splitEdits(item.Finding, fix.Edits)})
	}
	for _, r := range item.Related {
		f.Related = append(f.Related, jsonRelated{r.Path, toPlace(r.Start), toPlace(r.End), r.Message})
	}
	return f
}

// splitEdits gives the edits of a fix where they are more than the plain
// replacement of the finding's bytes by its text.
func splitEdits(f checks.Finding, edits []document.Edit) []jsonEdit {
	if len(edits) == 1 && edits[0].Start == f.Start.Offset && edits[0].End == f.End.Offset {
		return nil
	}
	var out []jsonEdit
	for _, e := range edits {
		out = append(out, jsonEdit{e.Start, e.End, e.New})
	}
	return out
}

func toName(n *checks.NameCount, places int) jsonName {
	out := jsonName{Type: "name", Name: n.Label, Entry: orNull(n.Entry), Discovered: n.Discovered, Preferred: n.Preferred, Spellings: []jsonSpelling{}}
	for _, s := range n.Spellings() {
		sites := s.Sites()
		spelling := jsonSpelling{Text: s.Text, Script: s.Script.String(), Status: s.Status.String(), Count: s.Count, Files: len(sites)}
		for i, site := range sites {
			first := jsonFirst{site.Path, site.Start.Line, site.Start.Column}
			if i == 0 {
				spelling.First = first
			}
			if i < places {
				spelling.Places = append(spelling.Places, first)
			}
		}
		out.Spellings = append(out.Spellings, spelling)
	}
	return out
}

func (r *Report) summary() jsonSummary {
	findings, counting := r.counting()
	s := jsonSummary{Type: "summary", Schema: Schema, Version: r.Version, Files: r.Files, Words: r.Words,
		Names: len(r.Census.Names()), Findings: findings, Counting: counting, Skipped: []jsonSkipped{}, Edit: r.Edit}
	for _, skipped := range r.Skipped {
		s.Skipped = append(s.Skipped, jsonSkipped(skipped))
	}
	return s
}

// newEncoder writes JSON that a person can read on a terminal: < stays <, and
// what cannot be seen is escaped.
func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(escaper{w, `\u%04x`})
	e.SetEscapeHTML(false)
	return e
}

// writeJSONL writes one object a line: findings, names, summary.
func writeJSONL(w io.Writer, r *Report) error {
	e := newEncoder(w)
	for item := range r.Items.All() {
		if err := e.Encode(toFinding(item)); err != nil {
			return err
		}
	}
	for _, n := range r.Census.Names() {
		if err := e.Encode(toName(n, 0)); err != nil {
			return err
		}
	}
	return e.Encode(r.summary())
}

// writeJSON writes one object with lists of the same objects, one after the
// other: an archive has more findings than fit in memory as JSON.
func writeJSON(w io.Writer, r *Report) error {
	j := newObjectWriter(w)
	j.value("{\n  ", "schema", "  ", Schema)
	j.list("findings", func(yield func(any)) {
		for item := range r.Items.All() {
			yield(toFinding(item))
		}
	})
	j.list("names", func(yield func(any)) {
		for _, n := range r.Census.Names() {
			yield(toName(n, 0))
		}
	})
	j.value(",\n  ", "summary", "  ", r.summary())
	j.write("\n}\n")
	return j.err
}

// objectWriter writes an indented JSON object field by field. The first error
// is kept, and nothing is written after it.
type objectWriter struct {
	w       io.Writer
	buffer  bytes.Buffer
	encoder *json.Encoder // to the buffer
	err     error
}

func newObjectWriter(w io.Writer) *objectWriter {
	j := &objectWriter{w: w}
	j.encoder = newEncoder(&j.buffer)
	return j
}

func (j *objectWriter) write(text string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, text)
	}
}

// encode writes a value behind what comes before it.
func (j *objectWriter) encode(before, indent string, value any) {
	j.write(before)
	if j.err != nil {
		return
	}
	j.buffer.Reset()
	j.encoder.SetIndent(indent, "  ")
	if j.err = j.encoder.Encode(value); j.err == nil {
		_, j.err = j.w.Write(bytes.TrimSuffix(j.buffer.Bytes(), []byte("\n")))
	}
}

func (j *objectWriter) value(before, name, indent string, value any) {
	j.encode(before+`"`+name+`": `, indent, value)
}

func (j *objectWriter) list(name string, values func(yield func(any))) {
	j.write(",\n  \"" + name + "\": [")
	before := "\n    "
	values(func(value any) {
		j.encode(before, "    ", value)
		before = ",\n    "
	})
	if before != "\n    " {
		j.write("\n  ")
	}
	j.write("]")
}
