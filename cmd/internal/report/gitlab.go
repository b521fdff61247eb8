package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"example.com/asma/checks"
)

type gitLabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitLabLocation `json:"location"`
}

type gitLabLocation struct {
	Path  string      `json:"path"`
	Lines gitLabLines `json:"lines"`
}

type gitLabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// writeGitLab writes the array that GitLab's Code Quality reads: [] where
// nothing was found.
func writeGitLab(w io.Writer, r *Report) error {
	list := newList(w)
	for item := range r.Open().All() {
		list.add(gitLabIssue{
			Description: visible(item.Message), CheckName: item.Check, Fingerprint: gitLabFingerprint(item), Severity: gitLabSeverity(item.Severity),
			Location: gitLabLocation{strings.TrimPrefix(item.Path, "./"), gitLabLines{item.Start.Line, item.End.Line}},
		})
	}
	return list.close()
}

// gitLabFingerprint is another one for every finding, for of those that share
// one GitLab shows the first alone, and the same after an edit elsewhere.
func gitLabFingerprint(item Item) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d", item.Path, item.Fingerprint, item.Occurrence))
	return hex.EncodeToString(sum[:16])
}

func gitLabSeverity(s checks.Severity) string {
	switch s {
	case checks.Error:
		return "major"
	case checks.Warning:
		return "minor"
	}
	return "info"
}
