package checks

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/asma/glossary"
)

// mapMemory is a memory that lasts as long as the test.
func mapMemory() *Memory {
	stored := map[string][]byte{}
	var mutex sync.Mutex
	return &Memory{
		Recall: func(format string, source []byte) []byte {
			mutex.Lock()
			defer mutex.Unlock()
			return stored[format+string(source)]
		},
		Store: func(format string, source, reading []byte) {
			mutex.Lock()
			defer mutex.Unlock()
			stored[format+string(source)] = reading
		},
	}
}

// articleSources are some of the marked articles, each behind a prefix.
func articleSources(t *testing.T, prefix string) []Source {
	t.Helper()
	paths, err := filepath.Glob("../testdata/articles/*.*")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, "no articles")
	}
	var out []Source
	for _, p := range paths {
		if !strings.HasSuffix(p, ".tsv") {
			out = append(out, Source{Path: prefix + filepath.Base(p), Read: func() ([]byte, error) { return os.ReadFile(p) }})
		}
	}
	return out[:9]
}

func allChecks(t *testing.T) *Settings {
	t.Helper()
	g, err := glossary.Load(glossary.Options{Files: []string{"../testdata/glossary/articles.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	return &Settings{Glossary: g, Checks: All}
}

// sameResult compares everything in two results.
func sameResult(t *testing.T, a, b *Result) bool {
	t.Helper()
	x, y := *a, *b
	x.Census, y.Census = nil, nil
	return reflect.DeepEqual(x, y) && sameCensus(t, a.Census, b.Census)
}

// sameCensus compares what is written of two censuses: how their sites lie in
// memory depends on the order of the articles.
func sameCensus(t *testing.T, a, b *Census) bool {
	t.Helper()
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	return string(x) == string(y)
}

func TestWhatIsRememberedIsWhatWouldBeRead(t *testing.T) {
	settings := allChecks(t)
	want := Run(settings, articleSources(t, ""), nil)
	memory := mapMemory()
	settings.Memory = memory
	if got := Run(settings, articleSources(t, ""), nil); !sameResult(t, got, want) {
		t.Error("a run that fills a memory finds other things")
	}
	memory.Store = func(string, []byte, []byte) { t.Error("an article that is remembered was checked") }
	if got := Run(settings, articleSources(t, ""), nil); !sameResult(t, got, want) {
		t.Error("a run from memory finds other things")
	}
	settings.Memory = nil
	want = Run(settings, articleSources(t, "moved/"), nil)
	settings.Memory = memory
	if got := Run(settings, articleSources(t, "moved/"), nil); !sameResult(t, got, want) {
		t.Error("articles that were only moved are not remembered as what they are")
	}
}

func TestWhatCannotBeReadIsNotRemembered(t *testing.T) {
	settings := allChecks(t)
	sources := articleSources(t, "")[:1]
	want := Run(settings, sources, nil)
	for _, junk := range []string{"", "null", "{}", "[1]", `{"version":2}`, `{"version":1,"census":{"version":1}}`, `{"version":2,"census":{"version":0}}`,
		`{"version":2,"census":{"version":1},"findings":[{"Start":[1,2]}]}`} {
		settings.Memory = &Memory{Recall: func(string, []byte) []byte { return []byte(junk) }, Store: func(string, []byte, []byte) {}}
		if got := Run(settings, sources, nil); !sameResult(t, got, want) {
			t.Errorf("%q is taken for a reading", junk)
		}
	}
}

func TestACensusIsWrittenAndReadWithoutLoss(t *testing.T) {
	settings := allChecks(t)
	all := articleSources(t, "")
	whole := Run(settings, all, nil).Census
	written, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	read := NewCensus()
	if err := json.Unmarshal(written, read); err != nil || !sameCensus(t, read, whole) {
		t.Errorf("the census is not what was written: %v", err)
	}

	// Two halves that were written and read add up to the same bytes.
	total := NewCensus()
	for _, half := range [][]Source{all[len(all)/2:], all[:len(all)/2]} {
		part, err := json.Marshal(Run(settings, half, nil).Census)
		if err != nil {
			t.Fatal(err)
		}
		c := NewCensus()
		if err := json.Unmarshal(part, c); err != nil {
			t.Fatal(err)
		}
		total.Merge(c)
	}
	if again, err := json.Marshal(total); err != nil || string(again) != string(written) {
		t.Errorf("two halves are not the whole: %v", err)
	}
	if err := json.Unmarshal([]byte(`{"version":99}`), NewCensus()); err == nil {
		t.Error("a census of another version is read")
	}
}

func TestBothVersionsOfACollectionAreWhatEachIsAlone(t *testing.T) {
	settings := allChecks(t)
	all := articleSources(t, "")
	same, old, new := all[:5], all[5:7], all[6:9]
	before, after := RunBoth(settings, old, new, same, nil)
	for _, c := range []struct {
		got     *Result
		sources []Source
	}{{before, append(same[:len(same):len(same)], old...)}, {after, append(same[:len(same):len(same)], new...)}} {
		want := Run(settings, c.sources, nil)
		if !sameCensus(t, c.got.Census, want.Census) {
			t.Error("the census differs")
		}
		var findings []*Finding
		for f := range want.Findings.All() {
			own := false
			for _, s := range same {
				own = own || s.Path == f.Path && ByName(f.Check).Corpus == nil
			}
			if !own {
				findings = append(findings, f)
			}
		}
		if !reflect.DeepEqual(slices.Collect(c.got.Findings.All()), findings) {
			t.Error("the findings differ")
		}
	}
}
