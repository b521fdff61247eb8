package report

import (
	"fmt"
	"path"
	"strings"

	"example.com/asma/checks"
)

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string      `json:"name"`
	Version         string      `json:"version,omitempty"`
	SemanticVersion string      `json:"semanticVersion,omitempty"`
	Rules           []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID            string              `json:"id"`
	Short         sarifMessage        `json:"shortDescription"`
	Full          sarifMessage        `json:"fullDescription"`
	Help          sarifHelp           `json:"help"`
	Configuration sarifConfiguration  `json:"defaultConfiguration"`
	Properties    sarifRuleProperties `json:"properties"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifRuleProperties struct {
	Tags      []string `json:"tags"`
	Precision string   `json:"precision"`
	Problem   struct {
		Severity string `json:"severity"`
	} `json:"problem"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule         string             `json:"ruleId"`
	Index        int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints sarifFingerprints  `json:"partialFingerprints"`
	Fixes        []sarifFix         `json:"fixes,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Properties   sarifProperties    `json:"properties"`
}

// sarifFingerprints holds the one fingerprint that GitHub knows. It has no line
// number in it, so that an edit above does not make an old finding a new one.
type sarifFingerprints struct {
	Line string `json:"primaryLocationLineHash"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifMessage `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

// sarifRegion is a stretch by lines and columns, or by bytes where only these
// are known.
type sarifRegion struct {
	StartLine   int           `json:"startLine,omitempty"`
	StartColumn int           `json:"startColumn,omitempty"` // code points, as columnKind says
	EndLine     int           `json:"endLine,omitempty"`
	EndColumn   int           `json:"endColumn,omitempty"` // behind the last
	Offset      *int          `json:"byteOffset,omitempty"`
	Length      *int          `json:"byteLength,omitempty"`
	Snippet     *sarifMessage `json:"snippet,omitempty"`
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion  `json:"deletedRegion"`
	Inserted sarifMessage `json:"insertedContent"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

type sarifProperties struct {
	Name       string  `json:"name,omitempty"`
	Entry      string  `json:"entry,omitempty"`
	Confidence float64 `json:"confidence"`
	Counts     bool    `json:"counts"`
}

// sarifRelated is how many other places of a result GitHub shows.
const sarifRelated = 100

func toResult(item Item, rule int) sarifResult {
	region := toRegion(item.Start, item.End)
	region.Snippet = &sarifMessage{item.Text}
	out := sarifResult{
		Rule: item.Check, Index: rule, Level: sarifLevel(item.Severity), Message: sarifMessage{visible(item.Message)},
		Locations:    []sarifLocation{{Physical: sarifPhysical{toArtifact(item.Path), region}}},
		Fingerprints: sarifFingerprints{fmt.Sprintf("%s:%d", item.Fingerprint, item.Occurrence)},
		Properties:   sarifProperties{item.Name, item.Entry, toFinding(item).Confidence, item.Counts},
	}
	for i, related := range item.Related[:min(len(item.Related), sarifRelated)] {
		out.Related = append(out.Related, sarifLocation{
			ID: i + 1, Message: &sarifMessage{visible(related.Message)},
			Physical: sarifPhysical{toArtifact(related.Path), toRegion(related.Start, related.End)},
		})
	}
	for _, fix := range item.Fixes {
		if len(fix.Edits) > 0 {
			out.Fixes = append(out.Fixes, toSARIFFix(item, fix))
		}
	}
	if item.Suppressed != "" {
		kind := "external"
		if item.InSource {
			kind = "inSource"
		}
		out.Suppressions = []sarifSuppression{{kind, item.Suppressed}}
	}
	return out
}

func toRegion(start, end checks.Place) sarifRegion {
	return sarifRegion{StartLine: start.Line, StartColumn: start.Column, EndLine: end.Line, EndColumn: end.Column}
}

func toSARIFFix(item Item, fix checks.Fix) sarifFix {
	change := sarifChange{Artifact: toArtifact(item.Path)}
	for _, e := range fix.Edits {
		region := toRegion(item.Start, item.End)
		if e.Start != item.Start.Offset || e.End != item.End.Offset {
			length := e.End - e.Start
			region = sarifRegion{Offset: &e.Start, Length: &length}
		}
		change.Replacements = append(change.Replacements, sarifReplacement{region, sarifMessage{e.New}})
	}
	description := "Replace by " + visible(fix.Text)
	if !fix.Safe {
		description += " (for review)"
	}
	return sarifFix{sarifMessage{description}, []sarifChange{change}}
}

// toArtifact gives a path as a URI: relative to the root of the source, which
// the reader knows, or file:// for an absolute one.
func toArtifact(name string) sarifArtifact {
	escaped := escapePath(path.Clean(name))
	switch {
	case strings.HasPrefix(name, "/"):
		return sarifArtifact{URI: "file://" + escaped}
	case len(name) > 2 && name[1] == ':' && name[2] == '/': // of Windows
		return sarifArtifact{URI: "file:///" + escaped}
	}
	return sarifArtifact{URI: escaped, Base: "%SRCROOT%"}
}

// escapePath escapes every byte of a path that RFC 3986 does not call
// unreserved: ":" and non-ASCII letters too, which some readers take wrongly.
func escapePath(name string) string {
	var out strings.Builder
	for _, c := range []byte(name) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			out.WriteByte(c)
		default:
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	return out.String()
}
