package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var slowTests = flag.Bool("slow", false, "measure on an archive of 10,000 articles")

// TestLargeArchive holds that judging an edit takes a small part of the time of
// a whole run, and prints both.
func TestLargeArchive(t *testing.T) {
	if !*slowTests {
		t.Skip("takes a minute: -slow")
	}
	const articles, most = 10_000, 0.10
	scratch(t, largeArchive(t, articles))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	timed := func(args ...string) (time.Duration, string) {
		start := time.Now()
		code, out, complaint := asma(t, append([]string{"check", "--exit-zero", "-f", "jsonl"}, args...)...)
		if code != exitClean {
			t.Fatalf("exit code %d: %s", code, complaint)
		}
		took := time.Since(start)
		t.Logf("%6.2f s  check %s", took.Seconds(), strings.Join(args, " "))
		return took, out
	}
	whole, _ := timed()
	for i := range 3 {
		put(t, filepath.Join("00", fmt.Sprintf("%05d.txt", i)), "وصل خليفة هافتار أمس.\n")
	}
	since, out := timed("--since", "HEAD")
	if !strings.Contains(out, `"files":3,`) {
		t.Error("--since reads more than the 3 articles that changed")
	}
	if since.Seconds() > most*whole.Seconds() {
		t.Errorf("--since takes %v, more than %v of %v", since, most, whole)
	}
	filling, first := timed("--cache")
	again, second := timed("--cache")
	if first != second {
		t.Error("the cache changes what is said")
	}
	both, _ := timed("--since", "HEAD", "--cache")
	t.Logf("of a whole run: --since %.1f %%, --cache the first time %.0f %%, then %.1f %%, --since --cache %.1f %%",
		share(since, whole), share(filling, whole), share(again, whole), share(both, whole))
}

func share(part, whole time.Duration) float64 { return 100 * part.Seconds() / whole.Seconds() }

// largeArchive mixes articles of the paragraphs of the marked ones.
func largeArchive(t *testing.T, articles int) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, "no articles")
	}
	var paragraphs []string
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if strings.TrimSpace(line) != "" {
				paragraphs = append(paragraphs, line)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	files := map[string]string{}
	for i := range articles {
		var b strings.Builder
		for range 12 {
			b.WriteString(paragraphs[random.IntN(len(paragraphs))] + "\n")
		}
		files[fmt.Sprintf("%02d/%05d.txt", i/500, i)] = b.String()
	}
	return files
}
