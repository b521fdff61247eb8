package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/asma/glossary"
)

// namesOf loads the built-in glossary, or none, with files over it.
func namesOf(t testing.TB, builtin bool, files ...string) *glossary.Glossary {
	t.Helper()
	g, err := glossary.Load(glossary.Options{Files: files, NoBuiltin: !builtin})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestArticles measures the checks on the marked articles. The floors lie a
// little below what was last measured: raise them when the figures rise.
func TestArticles(t *testing.T) {
	articles, err := readMarked("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	house := "../../testdata/glossary/articles.yaml"
	for _, c := range []struct {
		title    string
		glossary *glossary.Glossary
		shown    bool
		floor    figures
	}{
		{"built-in and house glossary", namesOf(t, true, house), false, figures{recall: 0.84, precision: 0.98, first: 0.96}},
		{"built-in glossary", namesOf(t, true), false, figures{recall: 0.84, precision: 0.98, first: 0.94}},
		{"no glossary, faults that the text shows", namesOf(t, false), true, figures{recall: 0.76, precision: 0.97, first: 0.81}},
	} {
		tally := judge(articles, c.glossary, c.shown)
		t.Logf("%s:\n%s", c.title, tally)
		got := tally.figures()
		if got.recall < c.floor.recall || got.precision < c.floor.precision || got.first < c.floor.first {
			t.Errorf("%s: %+v, below %+v; missed:\n%s\nmistaken:\n%s", c.title, got, c.floor, strings.Join(tally.missed, "\n"), strings.Join(tally.mistaken, "\n"))
		}
	}
}

// falseAlarms is how many findings the clean articles still have; it only ever
// goes down.
const falseAlarms = 0

// TestCleanArticles holds that innocent look-alikes are left alone.
func TestCleanArticles(t *testing.T) {
	articles, err := readMarked("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	articles = slices.DeleteFunc(articles, func(a article) bool { return !a.clean })
	var alarms []string
	for name, fs := range findings(articles, namesOf(t, true, "../../testdata/glossary/articles.yaml")) {
		for _, f := range fs {
			alarms = append(alarms, told(name, &f))
		}
	}
	slices.Sort(alarms)
	t.Logf("%d false alarms in %d clean articles\n%s", len(alarms), len(articles), strings.Join(alarms, "\n"))
	if len(alarms) > falseAlarms {
		t.Errorf("%d false alarms, more than %d:\n%s", len(alarms), falseAlarms, strings.Join(alarms, "\n"))
	}
}

// TestGold prints the figures on another folder of marked articles: those
// that gold.jsonl marks in the folder that ASMA_GOLD names, with its
// glossary.yaml.
func TestGold(t *testing.T) {
	folder := os.Getenv("ASMA_GOLD")
	if folder == "" {
		t.Skip("ASMA_GOLD names no folder")
	}
	articles, err := readGold(folder)
	if err != nil {
		t.Fatal(err)
	}
	house := filepath.Join(folder, "glossary.yaml")
	for _, builtin := range []bool{true, false} {
		t.Logf("its glossary, built-in %v:\n%s", builtin, judge(articles, namesOf(t, builtin, house), false))
		t.Logf("no glossary of its own, built-in %v:\n%s", builtin, judge(articles, namesOf(t, builtin), false))
		t.Logf("no glossary of its own, built-in %v, faults that the text shows:\n%s", builtin, judge(articles, namesOf(t, builtin), true))
	}
}

// TestArticlesGolden compares what the program prints about the articles with
// testdata/articles.golden, which -update rewrites.
func TestArticlesGolden(t *testing.T) {
	t.Chdir("../..")
	var out, complaints bytes.Buffer
	code := run(t.Context(), []string{"check", "--format", "plain", "--fail-on", "none", "testdata/articles"}, bytes.NewReader(nil), &out, &complaints)
	if code != exitClean || complaints.Len() > 0 {
		t.Fatalf("exit code %d: %s", code, complaints.String())
	}
	const golden = "testdata/articles.golden"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("the findings are not those of %s: look at each change, then run go test ./cmd/asma -update\n%s", golden, changed(string(want), out.String()))
	}
}

// changed lists the lines that only one of two texts has.
func changed(old, now string) string {
	var b strings.Builder
	only(&b, "-", old, now)
	only(&b, "+", now, old)
	return b.String()
}

func only(w io.Writer, sign, text, other string) {
	have := map[string]bool{}
	for line := range strings.Lines(other) {
		have[line] = true
	}
	for line := range strings.Lines(text) {
		if !have[line] {
			fmt.Fprint(w, sign, line)
		}
	}
}

// TestCleanText counts false alarms in correct, edited Arabic full of names,
// most of which no glossary has. The bounds are findings of level warning and
// up per 1,000 words, a little above what was last measured; editors bear 0.5.
func TestCleanText(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 88 articles twice")
	}
	articles, err := readClean("../../testdata/clean")
	if err != nil {
		t.Fatal(err)
	}
	for builtin, bound := range map[bool]float64{true: 0.5, false: 0.5} {
		var alarms []string
		total := 0
		byPath := findings(articles, namesOf(t, builtin))
		for _, a := range articles {
			total += words(a.text)
			for _, f := range byPath[a.name] {
				alarms = append(alarms, told(a.name, &f))
			}
		}
		rate := 1000 * ratio(len(alarms), total)
		t.Logf("built-in %v: %d findings in %d words, %.2f per 1,000\n%s", builtin, len(alarms), total, rate, strings.Join(alarms, "\n"))
		if rate > bound {
			t.Errorf("built-in %v: %.2f findings per 1,000 words, more than %.1f:\n%s", builtin, rate, bound, strings.Join(alarms, "\n"))
		}
	}
}
