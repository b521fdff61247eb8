package checks_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/glossary"
)

// The texts are held only where a report shows them: a run over many files
// would not fit into memory with them.
func TestArticlesAreKeptOnRequest(t *testing.T) {
	g, err := glossary.Load(glossary.Options{NoBuiltin: true})
	if err != nil {
		t.Fatal(err)
	}
	var sources []checks.Source
	for _, path := range []string{"b.txt", "a.txt"} {
		sources = append(sources, checks.Source{Path: path, Read: func() ([]byte, error) { return []byte("عاد خليفة حفتر إلى بنغازي.\n"), nil }})
	}
	for _, keep := range []bool{false, true} {
		result := checks.Run(&checks.Settings{Glossary: g, Checks: checks.All, Keep: keep}, sources, nil)
		if (len(result.Articles) > 0) != keep {
			t.Fatalf("Keep is %v: %d articles", keep, len(result.Articles))
		}
		if keep && result.Articles[0].Doc.Path != "a.txt" {
			t.Errorf("first article is %s", result.Articles[0].Doc.Path)
		}
	}
}

// A file that is an archive is read in parts: what stands in the last is found
// where it stands, and the file counts once.
func TestArchiveInOneFileIsReadWhole(t *testing.T) {
	g, err := glossary.Load(glossary.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const fault, filler = "وصل Haftar إلى بنغازي.\n", "ثم عاد إلى بيته في المساء كما قال.\n"
	lines := 5 << 20 / len(filler)
	text := fault + strings.Repeat(filler, lines) + fault
	result := checks.Run(&checks.Settings{Glossary: g, Checks: checks.All}, []checks.Source{{Path: "archive.txt", Read: func() ([]byte, error) { return []byte(text), nil }}}, nil)
	var places []int
	for f := range result.Findings.All() {
		places = append(places, f.Start.Line)
	}
	if want := []int{1, lines + 2}; !slices.Equal(places, want) || result.Files != 1 || result.Census.Files != 1 {
		t.Errorf("found in lines %v of %d files, want %v of one", places, result.Files, want)
	}
}
