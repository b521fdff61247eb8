package report

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.com/asma/checks"
)

func TestSARIFFollowsItsSchema(t *testing.T) {
	schema := sarifSchema(t)
	for name, r := range map[string]*Report{"findings": sample(t), "none": sampleOf(t, map[string]string{cleanPath: articles[cleanPath]})} {
		out := written(t, "sarif", r)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// sarifSchema compiles the schema that go-sarif carries as a constant of its
// own.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING && len(s.Value) > len(text) {
			text = s.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", value); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

// The schema leaves open what GitHub code scanning insists on.
func TestSARIFHasWhatGitHubNeeds(t *testing.T) {
	r := sample(t)
	log, err := sarif.FromString(written(t, "sarif", r))
	if err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if *run.ColumnKind != "unicodeCodePoints" || run.AutomationDetails == nil || *run.Tool.Driver.SemanticVersion != "1.2.3" {
		t.Errorf("columnKind %q, automation %v", *run.ColumnKind, run.AutomationDetails)
	}
	for _, rule := range run.Tool.Driver.Rules {
		for part, text := range map[string]*string{"short": rule.ShortDescription.Text, "full": rule.FullDescription.Text, "help": rule.Help.Text, "markdown": rule.Help.Markdown} {
			if text == nil || *text == "" || part != "help" && part != "markdown" && len(*text) > 1024 {
				t.Errorf("%s: %s description is empty or too long", *rule.ID, part)
			}
		}
	}
	items := listed(r)
	if len(run.Results) != len(items) {
		t.Fatalf("%d results of %d findings", len(run.Results), len(items))
	}
	seen := map[string]bool{}
	suppressed := 0
	for i, result := range run.Results {
		place := result.Locations[0].PhysicalLocation
		path, err := url.PathUnescape(*place.ArtifactLocation.URI)
		if err != nil || path != items[i].Path || strings.ContainsAny(*place.ArtifactLocation.URI, ": \n") {
			t.Errorf("URI %s for %q: %v", *place.ArtifactLocation.URI, items[i].Path, err)
		}
		if *run.Tool.Driver.Rules[result.RuleIndex].ID != *result.RuleID {
			t.Errorf("rule %d is not %s", result.RuleIndex, *result.RuleID)
		}
		hash := path + result.PartialFingerprints["primaryLocationLineHash"]
		if seen[hash] {
			t.Errorf("fingerprint %s twice", hash)
		}
		seen[hash] = true
		suppressed += len(result.Suppressions)
	}
	if suppressed != 1 {
		t.Errorf("%d results are marked as suppressed, want 1", suppressed)
	}
}

// Of more findings than GitHub takes the gravest are kept, in their order.
func TestSARIFHoldsTheGravest(t *testing.T) {
	r := sample(t)
	item := listed(r)[0]
	var items []Item
	for i := range maxSARIF + 10 {
		item.Start.Line = i + 1
		item.Severity, item.Counts = checks.Warning, false
		if i >= maxSARIF {
			item.Severity, item.Counts = checks.Error, true
		}
		items = append(items, item)
	}
	r.Items = List(items...)
	var log struct {
		Runs []struct {
			Results []struct {
				Level     string
				Locations []struct {
					PhysicalLocation struct{ Region struct{ StartLine int } }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	results := log.Runs[0].Results
	if len(results) != maxSARIF {
		t.Fatalf("%d results", len(results))
	}
	line := func(i int) int { return results[i].Locations[0].PhysicalLocation.Region.StartLine }
	for i := range results[1:] {
		if line(i) >= line(i+1) {
			t.Fatalf("line %d before line %d", line(i), line(i+1))
		}
	}
	if results[maxSARIF-10].Level != "error" || results[maxSARIF-11].Level != "warning" {
		t.Errorf("the errors are not all there")
	}
}

func TestArtifactsAreURIs(t *testing.T) {
	for path, want := range map[string]string{
		"./a/../b.txt": "%SRCROOT% b.txt",
		"مقال.md":      "%SRCROOT% %D9%85%D9%82%D8%A7%D9%84.md",
		"a:b %.txt":    "%SRCROOT% a%3Ab%20%25.txt",
		"/tmp/x y.txt": " file:///tmp/x%20y.txt",
		"C:/x/y.txt":   " file:///C%3A/x/y.txt",
		"bad\xff.txt":  "%SRCROOT% bad%FF.txt",
		"نص\u202e.txt": "%SRCROOT% %D9%86%D8%B5%E2%80%AE.txt",
		"-":            "%SRCROOT% -",
	} {
		a := toArtifact(path)
		if got := fmt.Sprintf("%s %s", a.Base, a.URI); got != want {
			t.Errorf("%q: got %q, want %q", path, got, want)
		}
	}
}
