package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.com/asma/checks"
	"example.com/asma/glossary"
)

var update = flag.Bool("update", false, "rewrite the goldens from what the formats say")

// house is the glossary of the articles below.
const house = `version: 1
names:
  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر, never: [خليفة هفتر]}
  - {name: Aguila Saleh, kind: person, arabic: عقيلة صالح}
`

// The paths and texts are such as break formats: blanks, signs that a format
// gives a meaning, line ends, control and bidi controls, markup that is text.
const (
	oddPath     = "أخبار/ليبيا 100%, a:b#1|@x.txt"
	hostilePath = "zz\n\u202e\x1b[31m<b>&amp;\"'.txt"
	htmlPath    = "page.html"
	cleanPath   = "clean.md"
)

var articles = map[string]string{
	oddPath: "التقى Haftar وفدا في بنغازي 😀😀 وقال خليفة هفتر إن Haftar يرحب به.\n" +
		"وقال عقيلة صالح إن عقيلة صالح يرحب به أيضا.\n" +
		"قال متحدث باسم UNHCR إن المارشال المارشال عاد.\n",
	hostilePath: "التقى <script>alert(1)</script> خليفة هفتر | وفدا @haftar https://example.com `code` **bold**.\n",
	htmlPath: "<!doctype html><title>خبر</title><p>التقى خليفة <b>هف</b>تر وفدا &lt;img src=x onerror=alert(1)&gt; في بنغازي.</p>\n" +
		"<p>وعاد خليفة هفتر إلى بنغازي.</p>\n",
	cleanPath: "# خبر\n\nعاد خليفة حفتر إلى بنغازي.\n",
}

// sample checks the articles. An allow rule lets one finding pass, another has
// no suggestion.
func sample(t *testing.T) *Report {
	t.Helper()
	return sampleOf(t, articles)
}

func sampleOf(t testing.TB, articles map[string]string) *Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), "house.yaml")
	if err := os.WriteFile(path, []byte(house), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := glossary.Load(glossary.Options{Files: []string{path}, NoBuiltin: true})
	if err != nil {
		t.Fatal(err)
	}
	var sources []checks.Source
	for path, text := range articles {
		sources = append(sources, checks.Source{Path: path, Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	result := checks.Run(&checks.Settings{Glossary: g, Checks: checks.All, Keep: true}, sources, nil)
	r := &Report{Census: result.Census, Files: result.Files, Paths: result.Paths, Words: result.Words, Articles: result.Articles, Version: "1.2.3",
		Skipped: []Skipped{{"image\u202e.txt", "binary"}}}
	var items []Item
	for f := range result.Findings.All() {
		item := Item{Finding: *f, Counts: f.Severity == checks.Error}
		if f.Path == htmlPath && f.Start.Line == 2 {
			item.Counts, item.Set, item.Suppressed = false, "allowed", "quoted as it was written"
		}
		if f.Check == "unexplained-acronym" {
			item.Fixes = nil
		}
		items = append(items, item)
	}
	r.Items = List(items...)
	return r
}

// listed gives the items of a report as a list.
func listed(r *Report) []Item { return slices.Collect(r.Items.All()) }

func written(t *testing.T, format string, r *Report) string {
	t.Helper()
	f, err := FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Every format shows the same findings; -update rewrites the goldens.
func TestFormatsShowTheSameFindings(t *testing.T) {
	r := sample(t)
	for _, f := range Formats {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, f.Name, withoutAssets(withoutPages(written(t, f.Name, r))))
		})
	}
	for _, f := range CensusFormats {
		t.Run("names "+f.Name, func(t *testing.T) {
			var out bytes.Buffer
			if err := f.Write(&out, r.Census, View{}); err != nil {
				t.Fatal(err)
			}
			golden(t, "names."+f.Name, out.String())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// withoutPages leaves the pages of the checks out of SARIF, so that a better
// explanation is no other format.
func withoutPages(s string) string {
	for _, c := range checks.All {
		var page bytes.Buffer
		if err := newEncoder(&page).Encode(c.Doc()); err != nil {
			panic(err)
		}
		s = strings.ReplaceAll(s, strings.TrimSpace(page.String()), `"the page of `+c.Name+`"`)
	}
	return s
}

// What a terminal or page would act on never goes out as it came in.
func TestNoFormatEmitsUnseenCharacters(t *testing.T) {
	r := sample(t)
	outputs := map[string]string{}
	for _, f := range Formats {
		outputs[f.Name] = written(t, f.Name, r)
	}
	for _, f := range CensusFormats {
		var out bytes.Buffer
		if err := f.Write(&out, r.Census, View{}); err != nil {
			t.Fatal(err)
		}
		outputs["names "+f.Name] = out.String()
	}
	for name, out := range outputs {
		for i, c := range out {
			if unseen(c) && c != '\n' {
				t.Errorf("%s: %U in %q", name, c, out[max(0, i-40):i+10])
			}
		}
	}
}

func TestUnknownFormatNamesTheKnown(t *testing.T) {
	_, err := FormatNamed("serif")
	if err == nil || !strings.Contains(err.Error(), "table, plain, json, jsonl, sarif") {
		t.Errorf("got %v", err)
	}
}
