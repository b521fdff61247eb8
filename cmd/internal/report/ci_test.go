package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"example.com/asma/checks"
)

// An empty run is no empty report.
func TestNothingFound(t *testing.T) {
	r := sampleOf(t, map[string]string{cleanPath: articles[cleanPath], "b.md": articles[cleanPath]})
	if got := written(t, "gitlab", r); got != "[]\n" {
		t.Errorf("gitlab: %q", got)
	}
	for _, format := range []string{"github", "rdjsonl", "plain"} {
		if got := written(t, format, r); got != "" {
			t.Errorf("%s: %q", format, got)
		}
	}
	junit := written(t, "junit", r)
	if strings.Count(junit, "<testcase") != 2 || strings.Contains(junit, "<failure") || !strings.Contains(junit, `tests="2" failures="0"`) {
		t.Errorf("junit does not have one passing case a file:\n%s", junit)
	}
}

// Paths come out of the XML as they went in, but for what XML cannot hold.
func TestXMLKeepsPaths(t *testing.T) {
	r := sample(t)
	var checkstyle struct {
		Files []struct {
			Name string `xml:"name,attr"`
		} `xml:"file"`
	}
	var junit struct {
		Suites []struct {
			Name string `xml:"name,attr"`
		} `xml:"testsuite"`
	}
	for format, into := range map[string]any{"checkstyle": &checkstyle, "junit": &junit} {
		if err := xml.Unmarshal([]byte(written(t, format, r)), into); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
	}
	for i, path := range r.Paths {
		want := strings.ReplaceAll(path, "\x1b", "\uFFFD")
		if checkstyle.Files[i].Name != want || junit.Suites[i].Name != want {
			t.Errorf("%q became %q and %q", path, checkstyle.Files[i].Name, junit.Suites[i].Name)
		}
	}
}

// JUnit's failures are what the exit code goes by.
func TestJUnitFailsWhatCounts(t *testing.T) {
	r := sample(t)
	_, counting := r.counting()
	if got := strings.Count(written(t, "junit", r), "<failure"); got != counting {
		t.Errorf("%d failures, %d findings count", got, counting)
	}
}

// GitLab shows one issue a fingerprint, and an old issue is known again by it
// after an edit above it.
func TestGitLabFingerprints(t *testing.T) {
	fingerprints := func(articles map[string]string) []string {
		var issues []gitLabIssue
		if err := json.Unmarshal([]byte(written(t, "gitlab", sampleOf(t, articles))), &issues); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, i := range issues {
			out = append(out, i.Fingerprint)
		}
		slices.Sort(out)
		return out
	}
	text := strings.Repeat("التقى خليفة هفتر وفدا.\n", 3)
	before := fingerprints(map[string]string{"a.txt": text})
	if len(before) != 3 || len(slices.Compact(slices.Clone(before))) != 3 {
		t.Errorf("fingerprints %v", before)
	}
	after := fingerprints(map[string]string{"a.txt": "سطر جديد قبل غيره.\n" + text})
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("after an edit above (-before +after):\n%s", diff)
	}
}

// command is how GitHub's runner reads a line: properties, then the message.
var command = regexp.MustCompile(`^::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::(.*)$`)

func TestGitHubCommandsCanBeRead(t *testing.T) {
	r := sample(t)
	lines := strings.Split(strings.TrimSuffix(written(t, "github", r), "\n"), "\n")
	if len(lines) != r.Open().Len() {
		t.Errorf("%d lines for %d findings", len(lines), r.Open().Len())
	}
	for _, line := range lines {
		if !command.MatchString(line) {
			t.Errorf("no command: %s", line)
		}
	}
}

// GitHub shows ten annotations of a kind: the first notice says that there are
// more.
func TestGitHubTellsThatThereIsMore(t *testing.T) {
	r := sample(t)
	items := listed(r)
	for len(items) <= 20 {
		items = append(items, items[0])
	}
	r.Items = List(items...)
	first, _, _ := strings.Cut(written(t, "github", r), "\n")
	if !strings.HasPrefix(first, "::notice title=asma::") {
		t.Errorf("first line %q", first)
	}
}

// A place over two lines has no columns, which GitHub would refuse.
func TestGitHubColumnsStandOnOneLine(t *testing.T) {
	item := Item{Finding: checks.Finding{Path: "a.md", Check: "x", Start: checks.Place{Line: 1, Column: 5}, End: checks.Place{Line: 2, Column: 3}}}
	if got := gitHubPlace(item); got != "file=a.md,line=1,endLine=2,title=asma%3A x" {
		t.Errorf("got %s", got)
	}
}

// Columns count bytes: the suggestion, put where its range says, mends the
// file as the fix does.
func TestRDJSONLRangesAreBytes(t *testing.T) {
	seen := 0
	for line := range strings.Lines(written(t, "rdjsonl", sample(t))) {
		var d rdDiagnostic
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		source := strings.Split(articles[d.Location.Path], "\n")
		found := source[d.Location.Range.Start.Line-1][d.Location.Range.Start.Column-1 : d.Location.Range.End.Column-1]
		text := strings.NewReplacer("<b>", "", "</b>", "", "المارشال المارشال", "المارشال").Replace(found)
		if !strings.Contains(d.Message, "“"+text+"”") {
			t.Errorf("%s: %q is not what the message speaks of: %s", d.Location.Path, found, d.Message)
		}
		if len(d.Suggestions) > 0 {
			seen++
		} else if !strings.Contains(found, "<b>") && !strings.Contains(d.Message, "UNHCR") {
			t.Errorf("no suggestion: %s", line)
		}
	}
	if seen == 0 {
		t.Error("no suggestion at all")
	}
}

// Of an edit inside of the finding the range is cut to it; two edits cannot be
// said.
func TestRDJSONLCutsTheRangeToTheEdit(t *testing.T) {
	r := sampleOf(t, map[string]string{"a.html": "<p>التقى خليفة <i>هفتر</i> وفدا.</p>\n"})
	if r.Items.Len() != 1 {
		t.Fatalf("%d findings", r.Items.Len())
	}
	item := listed(r)[0]
	edit := &item.Fixes[0].Edits[0]
	start := toRDRange(item.Start, item.End).Start.Column
	edit.End, item.Fixes[0].Edits = edit.Start+4, item.Fixes[0].Edits[:1]
	want := rdRange{rdPosition{1, start}, rdPosition{1, start + 4}}
	if got := toRDSuggestions(item); len(got) != 1 || got[0].Range != want {
		t.Errorf("got %v, want %v", got, want)
	}
	item.Fixes[0].Edits = append(item.Fixes[0].Edits, *edit)
	if got := toRDSuggestions(item); len(got) != 0 {
		t.Errorf("two edits became %v", got)
	}
}

// Whatever the input holds, the comment holds our own elements alone, and every
// row has as many cells as the head.
func TestMarkdownKeepsTextAsText(t *testing.T) {
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	text := written(t, "markdown", sample(t))
	if err := md.Convert([]byte(text), &page); err != nil {
		t.Fatal(err)
	}
	elements := map[string]int{}
	z := nethtml.NewTokenizer(&page)
	for z.Next() != nethtml.ErrorToken {
		if token := z.Token(); token.Type == nethtml.StartTagToken || token.Type == nethtml.SelfClosingTagToken {
			elements[token.Data]++
		}
	}
	if elements["td"] != 5*(elements["tr"]-1) {
		t.Errorf("%d cells in %d rows", elements["td"], elements["tr"]-1)
	}
	for name := range elements {
		if !slices.Contains(strings.Fields("div h3 p strong table thead tbody tr th td span code br"), name) {
			t.Errorf("element %s in\n%s", name, text)
		}
	}
}

// A comment that is too long for GitHub is refused, so it is cut and says so.
func TestMarkdownFitsAComment(t *testing.T) {
	r := sample(t)
	items := listed(r)
	for len(items) < 2000 {
		items = append(items, items[0])
	}
	r.Items = List(items...)
	text := written(t, "markdown", r)
	if n := len([]rune(text)); n > 65_536 || n < maxMarkdown/2 {
		t.Errorf("%d characters", n)
	}
	shown := strings.Count(text, "\n| ") - 1
	if left := fmt.Sprintf("**%d**", r.Open().Len()-shown); !strings.Contains(text, left) {
		t.Errorf("does not say that %s are left", left)
	}
}
