package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/mend"
)

// holdFixLaws mends a text and checks it again (law 5): none of the faults
// that were mended is told in its place, and all but the mended places is what
// it was.
func holdFixLaws(t *testing.T, settings *checks.Settings, path string, source []byte, unsafe bool) {
	t.Helper()
	findings := findingsIn(settings, path, source)
	made, waiting := mend.Choose(findings, unsafe)
	d, err := document.Open(path, "", source)
	if err != nil {
		return
	}
	mended, refused := mend.Apply(d, made)
	made = slices.DeleteFunc(made, func(r mend.Repair) bool {
		return slices.ContainsFunc(refused, func(x mend.Repair) bool { return x.Finding == r.Finding })
	})
	again := findingsIn(settings, path, mended)
	moved := 0
	for _, r := range made {
		start := r.Finding.Start.Offset + moved
		for _, e := range r.Edits {
			moved += len(e.New) - (e.End - e.Start)
		}
		end := r.Finding.End.Offset + moved
		for _, f := range again {
			if f.Check == r.Finding.Check && f.Start.Offset < end && start < f.End.Offset {
				t.Errorf("%s: “%s” became “%s”, and %s says again: %s\nin %q", path, r.Finding.Text, r.Text, f.Check, f.Message, f.Before+" "+f.Text+" "+f.After)
			}
		}
	}
	if left, _ := mend.Choose(again, false); len(left) > 0 && len(waiting)+len(refused) == 0 {
		t.Errorf("%s: a second run would mend “%s” to “%s”", path, left[0].Finding.Text, left[0].Text)
	}
}

func findingsIn(settings *checks.Settings, path string, source []byte) []checks.Finding {
	var out []checks.Finding
	for f := range checks.Run(settings, []checks.Source{{Path: path, Read: func() ([]byte, error) { return source, nil }}}, nil).Findings.All() {
		out = append(out, *f)
	}
	return out
}

// houseSettings run all checks with the glossary of the marked articles alone,
// which is loaded quickly.
func houseSettings(tb testing.TB) *checks.Settings {
	tb.Helper()
	return &checks.Settings{Glossary: namesOf(tb, false, "../../testdata/glossary/articles.yaml"), Checks: checks.All, Jobs: 1}
}

func TestFixedTextIsClean(t *testing.T) {
	settings := houseSettings(t)
	for path, source := range articleFiles(t) {
		for _, unsafe := range []bool{false, true} {
			holdFixLaws(t, settings, path, source, unsafe)
		}
	}
}

// FuzzFix holds the laws on what becomes of the articles when they are cut and
// joined anyhow.
func FuzzFix(f *testing.F) {
	settings := houseSettings(f)
	for path, source := range articleFiles(f) {
		for paragraph := range strings.SplitSeq(string(source), "\n\n") {
			f.Add(filepath.Ext(path), paragraph, true)
		}
	}
	f.Add(".html", "<p>قال <b>Haf</b>tar&amp;<i>The</i> LNA لـ Haftar</p>", false)
	f.Fuzz(func(t *testing.T, ending, source string, unsafe bool) {
		holdFixLaws(t, settings, "a"+ending, []byte(source), unsafe)
	})
}

// articleFiles gives the marked articles by name.
func articleFiles(tb testing.TB) map[string][]byte {
	tb.Helper()
	out := map[string][]byte{}
	paths, err := filepath.Glob("../../testdata/articles/*")
	if err != nil {
		tb.Fatal(err)
	}
	for _, path := range paths {
		if _, known := document.FormatOf(path); !known {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		out[filepath.Base(path)] = content
	}
	return out
}
