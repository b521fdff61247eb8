package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/asma/checks"
)

// cacheFiles lists the entries below $XDG_CACHE_HOME.
func cacheFiles(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "asma", "??", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// checked gives what a check of the scratch archive says, with the cache and
// without; both must be the same.
func checked(t *testing.T, args ...string) string {
	t.Helper()
	args = append([]string{"check", "--no-builtin", "-f", "jsonl"}, args...)
	_, want, _ := asma(t, args...)
	_, got, complaint := asma(t, append(args, "--cache")...)
	if got != want || complaint != "" {
		t.Errorf("%s: with the cache other things are said:\n%s%s", strings.Join(args, " "), changed(want, got), complaint)
	}
	return got
}

func TestTheCacheIsRightWhateverChanges(t *testing.T) {
	scratch(t, archive())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	entries := func(want int, when string) {
		t.Helper()
		if n := len(cacheFiles(t)); n != want {
			t.Errorf("%s: the cache has %d entries, want %d", when, n, want)
		}
	}
	first := checked(t, "-g", "house.yaml")
	entries(20, "a run")
	if checked(t, "-g", "house.yaml") != first {
		t.Error("a second run says something else")
	}
	entries(20, "the same run")

	put(t, "مقالات/03.txt", "وصل دونالد ترمب أمس.\n")
	checked(t, "-g", "house.yaml")
	entries(21, "an article changed")
	if err := os.Rename("مقالات/03.txt", "مقالات/30.txt"); err != nil {
		t.Fatal(err)
	}
	if got := checked(t, "-g", "house.yaml"); strings.Contains(got, "03.txt") {
		t.Error("an article that was moved is told by its old path")
	}
	entries(21, "an article moved")
	if err := os.Remove("مقالات/04.txt"); err != nil {
		t.Fatal(err)
	}
	if got := checked(t, "-g", "house.yaml"); strings.Contains(got, "04.txt") {
		t.Error("an article that was deleted is told")
	}
	put(t, "page.html", "<p>وصل دونالد ترمب أمس.</p>\n")
	put(t, "page.md", "<p>وصل دونالد ترمب أمس.</p>\n")
	checked(t, "-g", "house.yaml")
	entries(23, "the same bytes in two formats")

	source, err := os.ReadFile("house.yaml")
	if err != nil {
		t.Fatal(err)
	}
	put(t, "house.yaml", strings.Replace(string(source), "never: [خليفة هفتر]", "also: [خليفة هفتر]", 1))
	before := len(cacheFiles(t))
	if got := checked(t, "-g", "house.yaml"); strings.Contains(got, `"check":"deprecated-spelling"`) {
		t.Error("what the glossary does not deprecate any more is told")
	}
	entries(before+21, "the glossary changed")
	checked(t, "-g", "house.yaml", "--only", "mixed-script")
	checked(t)
	entries(before+3*21, "other checks, and no glossary")
	checked(t, "-g", "house.yaml", "--severity", "mixed-script=info", "--jobs", "1")
	entries(before+3*21, "other severities and jobs")
}

func TestADamagedCacheOnlyCostsTime(t *testing.T) {
	files := archive()
	scratch(t, map[string]string{"a.txt": files["مقالات/01.txt"], "b.txt": files["مقالات/02.txt"], "house.yaml": files["house.yaml"]})
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	checked(t, "-g", "house.yaml")
	entries := cacheFiles(t)
	whole := map[string][]byte{}
	for _, e := range entries {
		content, err := os.ReadFile(e)
		if err != nil {
			t.Fatal(err)
		}
		whole[e] = content
	}
	other := whole[entries[1]]
	for name, damage := range map[string]func([]byte) []byte{
		"empty":                func([]byte) []byte { return nil },
		"its beginning":        func(b []byte) []byte { return b[:len(b)/2] },
		"too much":             func(b []byte) []byte { return append(b, ' ') },
		"a bit":                func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		"its checksum":         func(b []byte) []byte { b[len(cacheMagic)] ^= 1; return b },
		"less than a checksum": func(b []byte) []byte { return b[:len(cacheMagic)+3] },
		"another":              func([]byte) []byte { return other },
	} {
		for e, content := range whole {
			put(t, e, string(damage(bytes.Clone(content))))
		}
		checked(t, "-g", "house.yaml")
		for e, content := range whole {
			if now, err := os.ReadFile(e); err != nil || !bytes.Equal(now, content) {
				t.Errorf("%s: the entry is not whole again", name)
			}
		}
	}
}

func TestACacheThatCannotBeWrittenIsToldAndNotUsed(t *testing.T) {
	scratch(t, map[string]string{"a.txt": "وصل خليفة هافتار أمس.\n", "file": ""})
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", filepath.Join(here, "file"))
	code, _, complaint := asma(t, "check", "--no-builtin", "--cache")
	if code != exitClean || !strings.HasPrefix(complaint, "asma: note: the cache is not used: ") {
		t.Errorf("exit code %d: %s", code, complaint)
	}
}

func TestTheCacheIsBounded(t *testing.T) {
	now := time.Now()
	c := &cache{folder: t.TempDir()}
	file := func(name string, age time.Duration, size int64) string {
		path := filepath.Join(c.folder, "ab", name)
		put(t, path, "")
		if err := errors.Join(os.Truncate(path, size), os.Chtimes(path, now.Add(-age), now.Add(-age))); err != nil {
			t.Fatal(err)
		}
		return path
	}
	kept := []string{file("fresh", 0, 10), file("used", cacheAge-time.Hour, 10), file(temporary+"1", time.Minute, 10), file("big", time.Hour, cacheBytes-100)}
	gone := []string{file("old", cacheAge+time.Hour, 10), file(temporary+"2", 2*cacheMark, 10), file("too much", cacheAge-time.Minute, 100)}
	c.prune(now)
	for _, path := range kept {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	for _, path := range gone {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there", path)
		}
	}
	late := file("old", cacheAge+time.Hour, 10)
	c.prune(now.Add(cachePrune / 2))
	if _, err := os.Stat(late); err != nil {
		t.Error("the cache is looked through too often")
	}
	c.prune(now.Add(cachePrune * 2))
	if _, err := os.Stat(late); err == nil {
		t.Error("the cache is not looked through again")
	}
}

func TestAnEntryThatIsAskedForStays(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	c, err := openCache(&settings{}, &checks.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	memory := c.memory()
	memory.Store("text", []byte("مقال"), []byte("قراءة"))
	path := cacheFiles(t)[0]
	old := time.Now().Add(-2 * cacheMark)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	if got := memory.Recall("text", []byte("مقال")); string(got) != "قراءة" {
		t.Errorf("%q is remembered", got)
	}
	if info, err := os.Stat(path); err != nil || time.Since(info.ModTime()) > cacheMark {
		t.Error("that it was asked for is not marked")
	}
	if memory.Recall("html", []byte("مقال")) != nil || memory.Recall("text", []byte("مقالات")) != nil {
		t.Error("another article is taken for it")
	}
}
