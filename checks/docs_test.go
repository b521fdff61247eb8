package checks_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/checks/docs"
	"example.com/asma/glossary"
	"github.com/google/go-cmp/cmp"
)

// Every check has a page and every page a check: a page without one would
// explain what asma does not do.
func TestEveryCheckHasItsPage(t *testing.T) {
	for _, c := range checks.All {
		page := c.Doc()
		if !strings.HasPrefix(page, "# "+c.Name+"\n") {
			t.Errorf("%s: its page does not begin with its name", c.Name)
		}
		for _, section := range []string{"## Why", "## Severity", "## Wrong", "## Right", "## Repair", "## Allow"} {
			if !strings.Contains(page, "\n"+section+"\n") {
				t.Errorf("%s: its page has no section %q", c.Name, section)
			}
		}
	}
	pages, err := fs.Glob(docs.Pages(), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if checks.ByName(strings.TrimSuffix(page, ".md")) == nil {
			t.Errorf("%s documents no check", page)
		}
	}
}

// TestPages runs the examples of the pages. An example is a fenced block whose
// last lines tell what asma says of the lines before them:
//
//	✗ CHECK SEVERITY: TEXT → SUGGESTION (safe)
//
// one line a finding, or ✓ alone: nothing of level warning and up. A line
// “-- b.txt --” begins another file. A yaml block is the glossary of all
// examples of the page.
func TestPages(t *testing.T) {
	for _, c := range checks.All {
		t.Run(c.Name, func(t *testing.T) {
			g := pageGlossary(t, c.Doc())
			wrong, right := 0, 0
			for _, e := range examplesOf(c.Doc()) {
				found := e.run(g, c.Name)
				if diff := cmp.Diff(e.want, found); diff != "" {
					t.Errorf("example\n%s\n(-page +asma):\n%s", e.text, diff)
				}
				if len(e.want) == 0 {
					right++
				} else {
					wrong++
				}
			}
			if wrong == 0 || right == 0 {
				t.Errorf("%d wrong and %d right examples: a page needs both", wrong, right)
			}
		})
	}
}

// example is one fenced block of a page that says what asma finds in it.
type example struct {
	format string
	text   string
	want   []string
}

var fence = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$")

func examplesOf(page string) []example {
	var out []example
	for _, block := range fence.FindAllStringSubmatch(page, -1) {
		e := example{format: block[1]}
		marked := false
		for line := range strings.Lines(block[2]) {
			switch text, said := strings.CutPrefix(line, "✗ "); {
			case said:
				e.want, marked = append(e.want, strings.TrimSpace(text)), true
			case strings.TrimSpace(line) == "✓":
				marked = true
			default:
				e.text += line
			}
		}
		if marked {
			out = append(out, e)
		}
	}
	return out
}

var fileMark = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// sources gives the files of an example.
func (e example) sources() []checks.Source {
	names := []string{"example"}
	for _, m := range fileMark.FindAllStringSubmatch(e.text, -1) {
		names = append(names, m[1])
	}
	var out []checks.Source
	for i, text := range fileMark.Split(e.text, -1) {
		if strings.TrimSpace(text) != "" {
			out = append(out, checks.Source{Path: names[i], Format: e.format, Read: func() ([]byte, error) { return []byte(text), nil }})
		}
	}
	return out
}

// run gives the findings of a check in the form of the pages, and those of
// other checks of level warning and up.
func (e example) run(g *glossary.Glossary, check string) []string {
	result := checks.Run(&checks.Settings{Glossary: g, Checks: checks.All, Jobs: 1}, e.sources(), nil)
	var out []string
	for f := range result.Findings.All() {
		if f.Check != check && f.Severity < checks.Warning || len(e.want) == 0 && f.Severity < checks.Warning {
			continue
		}
		line := fmt.Sprintf("%s %s: %s", f.Check, f.Severity, f.Text)
		if len(f.Fixes) > 0 {
			line += " → " + f.Fixes[0].Text
			if f.Fixes[0].Safe {
				line += " (safe)"
			}
		}
		out = append(out, line)
	}
	for _, f := range result.Failures {
		out = append(out, f.Err.Error())
	}
	return out
}

func pageGlossary(t *testing.T, page string) *glossary.Glossary {
	t.Helper()
	house := "version: 1\nnames: []\n"
	for _, block := range fence.FindAllStringSubmatch(page, -1) {
		if block[1] == "yaml" && strings.HasPrefix(block[2], "version:") {
			house = block[2]
		}
	}
	return loadHouse(t, house)
}

// loadHouse loads a glossary by itself, so that examples stay true while the
// built-in glossary grows.
func loadHouse(t *testing.T, house string) *glossary.Glossary {
	t.Helper()
	path := filepath.Join(t.TempDir(), "house.yaml")
	if err := os.WriteFile(path, []byte(house), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := glossary.Load(glossary.Options{Files: []string{path}, NoBuiltin: true})
	if err != nil {
		t.Fatal(err)
	}
	return g
}
