package checks_test

import (
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
