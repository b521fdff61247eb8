package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/asma/cmd/internal/mend"
)

// FuzzPatchBackwards holds that a unified diff taken back gives the old text.
func FuzzPatchBackwards(f *testing.F) {
	f.Add("قال هافتار أمس.\nخبر\n", "خبر\nقال حفتر أمس.\n")
	f.Add("", "كلمة")
	f.Add("أ\r\nب\r\n\r\nج", "ج\r\nب\r\nأ\n")
	f.Add(strings.Repeat("سطر\n", 30), "أول\n"+strings.Repeat("سطر\n", 30)+"آخر")
	f.Fuzz(func(t *testing.T, old, new string) {
		if old == new || new == "" { // which git and fix write differently: +0,0 and +1,0
			return
		}
		path := filepath.Join(t.TempDir(), "a.diff")
		if err := os.WriteFile(path, mend.Diff("مقالات/أ ب.txt", []byte(old), []byte(new)), 0o600); err != nil {
			t.Fatal(err)
		}
		files, err := readPatch(path, nil)
		if err != nil || len(files) != 1 || !strings.HasSuffix(files[0].NewName, "مقالات/أ ب.txt") {
			t.Fatalf("%d files: %v", len(files), err)
		}
		got, _, err := reversed(files[0], []byte(new))
		if err != nil || string(got) != old {
			t.Fatalf("%q became %q; back it is %q: %v", old, new, got, err)
		}
	})
}

// FuzzRawDiff holds that no output of git diff --raw makes the program panic.
func FuzzRawDiff(f *testing.F) {
	f.Add(":100644 100644 1a 2b M\x00مقال.txt\x00")
	f.Add(":100644 100644 1a 2b R086\x00a.txt\x00b.txt\x00:000000 100644 00 2b A\x00c.txt\x00:100644 000000 1a 00 D\x00d.txt\x00")
	f.Add(":100644 120000 1a 2b T\x00a.txt\x00:000000 000000 00 00 U\x00b.txt\x00:100644 100644 1a 2b C100\x00a.txt\x00b.txt\x00")
	f.Fuzz(func(t *testing.T, listing string) {
		pairs, err := parseRaw(listing)
		for _, p := range pairs {
			if err != nil || p[0].path == "" && p[1].path == "" {
				t.Fatalf("%q gives %+v, %v", listing, p, err)
			}
		}
	})
}

func TestARawDiffIsReadByItsStatus(t *testing.T) {
	pairs, err := parseRaw(":100644 100755 1a 2b M\x00a b.txt\x00:100644 100644 1a 2b R086\x00a.txt\x00b.txt\x00:100644 100644 1a 2b C100\x00a.txt\x00c.txt\x00" +
		":000000 160000 00 2b A\x00module\x00:100644 120000 1a 2b T\x00d.txt\x00:000000 100644 00 00 A\x00e.txt\x00")
	want := [][2]treeFile{
		{{"a b.txt", "1a"}, {"a b.txt", "2b"}}, {{"a.txt", "1a"}, {"b.txt", "2b"}}, {{}, {"c.txt", "2b"}},
		{{"d.txt", "1a"}, {}}, {{}, {"e.txt", "00"}},
	}
	if err != nil || len(pairs) != len(want) {
		t.Fatalf("%+v, %v", pairs, err)
	}
	for i := range want {
		if pairs[i] != want[i] {
			t.Errorf("%+v, want %+v", pairs[i], want[i])
		}
	}
	if !pairs[4][1].onDisk() || pairs[0][1].onDisk() {
		t.Error("content of the work tree is not told from that of git")
	}
}
