package mend

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// git apply is strict about line ends, names and counts.
func TestGitTakesTheDiff(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	long := strings.Repeat("سطر\n", 40)
	for name, c := range map[string][2]string{
		"a.txt":                 {"قال Haftar\n", "قال حفتر\n"},
		"بلا نهاية سطر.txt":     {"قال Haftar", "قال حفتر"},
		"crlf.txt":              {"قال Haftar\r\nثم\r\n", "قال حفتر\r\nثم\r\n"},
		"cr.txt":                {"قال Haftar\rثم\u2028ثم\n", "قال حفتر\rثم\u2028ثم\n"},
		"mark.txt":              {"\uFEFFHaftar\n", "\uFEFFحفتر\n"},
		"hunks.txt":             {"Haftar\n" + long + "Haftar\n" + long + "Haftar", "حفتر\n" + long + "حفتر\n" + long + "حفتر"},
		"dashes.txt":            {"-- Haftar\n++ x\n@@ y\n", "-- حفتر\n++ x\n@@ y\n"},
		"tab\tand \"quotes.txt": {"Haftar\n", "حفتر\n"},
		"back\\slash\n.txt":     {"Haftar\n", "حفتر\n"},
		"below/ مقال .txt":      {"Haftar\n", "حفتر\n"},
	} {
		t.Run(strings.ToValidUTF8(name, "?"), func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(c[0]), 0o600); err != nil {
				t.Skip("the file system has no such names: ", err)
			}
			git := exec.Command("git", "apply", "-")
			git.Dir = folder
			git.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(folder))
			git.Stdin = strings.NewReader(string(Diff(name, []byte(c[0]), []byte(c[1]))))
			if out, err := git.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s\n%s", err, out, Diff(name, []byte(c[0]), []byte(c[1])))
			}
			if got, _ := os.ReadFile(path); string(got) != c[1] {
				t.Errorf("%q, want %q", got, c[1])
			}
		})
	}
	if d := Diff("a", []byte("x\n"), []byte("x\n")); d != nil {
		t.Errorf("a diff of nothing: %q", d)
	}
}
