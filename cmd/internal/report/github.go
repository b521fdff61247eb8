package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/asma/checks"
)

// shownByGitHub is how many annotations of one kind GitHub shows for a step of a
// job; the others stand in its log alone.
const shownByGitHub = 10

// writeGitHub writes workflow commands, which GitHub shows beside the lines of
// a change. The rules are those of “Workflow commands for GitHub Actions”.
func writeGitHub(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	items := r.Open()
	kinds := map[string]int{}
	for item := range items.All() {
		kinds[gitHubKind(item.Severity)]++
	}
	if max(kinds["error"], kinds["warning"], kinds["notice"]) > shownByGitHub {
		// First of all, for only the first notices are shown.
		fmt.Fprintf(out, "::notice title=asma::%d errors, %d warnings, %d notices: GitHub shows the first %d of each, the log has all\n",
			kinds["error"], kinds["warning"], kinds["notice"], shownByGitHub)
	}
	for item := range items.All() {
		fmt.Fprintf(out, "::%s %s::%s\n", gitHubKind(item.Severity), gitHubPlace(item), gitHubText(item.Message))
	}
	return out.Flush()
}

func gitHubKind(s checks.Severity) string {
	if s == checks.Info {
		return "notice"
	}
	return s.String()
}

// gitHubPlace gives the properties of a command. Columns may stand only where
// the place ends on the line that it begins on.
func gitHubPlace(item Item) string {
	place := fmt.Sprintf("file=%s,line=%d,endLine=%d", gitHubProperty(item.Path), item.Start.Line, item.End.Line)
	if item.Start.Line == item.End.Line {
		place += fmt.Sprintf(",col=%d,endColumn=%d", item.Start.Column, item.End.Column)
	}
	return place + ",title=" + gitHubProperty("asma: "+item.Check)
}

var (
	gitHubData  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubExtra = strings.NewReplacer(":", "%3A", ",", "%2C")
)

// gitHubText escapes what stands behind the second :: of a command.
func gitHubText(s string) string { return visible(gitHubData.Replace(s)) }

// gitHubProperty escapes the value of a property.
func gitHubProperty(s string) string { return gitHubExtra.Replace(gitHubText(s)) }
