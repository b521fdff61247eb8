package document

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// describe shows what was read of a file, a line for each segment.
func describe(d *Document) string {
	var b strings.Builder
	for i := range d.Segments {
		s := &d.Segments[i]
		fmt.Fprintf(&b, "%v %s", s.Origin, s.Where)
		if s.Lang != "" {
			fmt.Fprintf(&b, " (%s)", s.Lang)
		}
		fmt.Fprintf(&b, " %q", s.Text)
		for _, skip := range s.Skip {
			fmt.Fprintf(&b, " skip %q", s.Text[skip.Start:skip.End])
		}
		b.WriteString("\n")
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment %q\n", c.Text)
	}
	return b.String()
}

// Whole pages as content systems write them: what is article, what is chrome.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, file := range files {
		if filepath.Ext(file) == ".golden" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Open(file, "", source)
			if err != nil {
				t.Fatal(err)
			}
			holdSpans(t, d)
			compareGolden(t, file+".golden", describe(d))
		})
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}
