package report

import (
	"io"

	"example.com/asma/checks"
)

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      rdSource       `json:"source"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"` // behind the last byte
}

type rdPosition struct {
	Line   int `json:"line"`   // from 1
	Column int `json:"column"` // UTF-8 bytes from 1: in «aب» ب is 2 and what follows it 4
}

type rdSource struct {
	Name string `json:"name"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

var rdSeverities = map[checks.Severity]string{checks.Error: "ERROR", checks.Warning: "WARNING", checks.Info: "INFO"}

// writeRDJSONL writes reviewdog's diagnostics, one a line. Their columns count
// bytes (reviewdog.proto), in which they differ from all other formats.
func writeRDJSONL(w io.Writer, r *Report) error {
	e := newEncoder(w)
	for item := range r.Open().All() {
		d := rdDiagnostic{
			Message: visible(item.Message), Location: rdLocation{item.Path, toRDRange(item.Start, item.End)},
			Severity: rdSeverities[item.Severity], Source: rdSource{"asma"}, Code: rdCode{item.Check}, Suggestions: toRDSuggestions(item),
		}
		for _, related := range item.Related {
			d.Related = append(d.Related, rdRelated{visible(related.Message), rdLocation{related.Path, toRDRange(related.Start, related.End)}})
		}
		if err := e.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

func toRDRange(start, end checks.Place) rdRange {
	return rdRange{rdPosition{start.Line, start.ByteCol}, rdPosition{end.Line, end.ByteCol}}
}

// toRDSuggestions gives the fixes that are one edit. A suggestion is one
// stretch: where markup splits a name, one that replaced the whole of it would
// take the markup away.
func toRDSuggestions(item Item) []rdSuggestion {
	var out []rdSuggestion
	for _, fix := range item.Fixes {
		if len(fix.Edits) != 1 {
			continue
		}
		edit := fix.Edits[0]
		place := toRDRange(item.Start, item.End)
		if edit.Start != item.Start.Offset || edit.End != item.End.Offset {
			if item.Start.Line != item.End.Line || edit.Start < item.Start.Offset || edit.End > item.End.Offset {
				continue
			}
			place.End.Column = place.Start.Column + edit.End - item.Start.Offset
			place.Start.Column += edit.Start - item.Start.Offset
		}
		out = append(out, rdSuggestion{place, edit.New})
	}
	return out
}
