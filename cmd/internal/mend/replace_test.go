package mend

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const before, after = "قال Haftar\n", "قال حفتر\n"

// fileWith makes a file in a folder of its own.
func fileWith(t *testing.T, content string, mode fs.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds fails unless the file has the content and stands alone in its folder.
func holds(t *testing.T, path, content string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != content {
		t.Errorf("the file holds %q, %v; want %q", got, err, content)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files are left in the folder, %v", len(entries), err)
	}
}

func TestReplaceKeepsTheMode(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o755, 0o664} {
		path := fileWith(t, before, mode)
		if err := Replace(path, []byte(before), []byte(after)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, after)
		if info, err := os.Stat(path); err != nil || info.Mode() != mode && runtime.GOOS != "windows" {
			t.Errorf("mode %v, want %v", info.Mode(), mode)
		}
	}
}

// Whichever call fails, the file is the old one and nothing is left behind.
func TestReplaceFailsWithoutAScratch(t *testing.T) {
	broken := errors.New("no space left on device")
	for name, breaks := range map[string]func(*disk){
		"create": func(d *disk) { d.create = func(string) (*os.File, error) { return nil, broken } },
		"write": func(d *disk) {
			d.write = func(f *os.File, content []byte) error {
				_, _ = f.Write(content[:len(content)/2])
				return broken
			}
		},
		"adopt":  func(d *disk) { d.adopt = func(*os.File, fs.FileInfo) error { return broken } },
		"sync":   func(d *disk) { d.sync = func(*os.File) error { return broken } },
		"close":  func(d *disk) { d.close = func(f *os.File) error { return errors.Join(broken, f.Close()) } },
		"read":   func(d *disk) { d.read = func(string) ([]byte, error) { return nil, broken } },
		"rename": func(d *disk) { d.rename = func(string, string) error { return broken } },
	} {
		t.Run(name, func(t *testing.T) {
			path := fileWith(t, before, 0o644)
			d := onDisk
			breaks(&d)
			if err := d.replace(path, []byte(before), []byte(after)); !errors.Is(err, broken) {
				t.Errorf("the error is lost: %v", err)
			}
			holds(t, path, before)
		})
	}
}

func TestReplaceLeavesAChangedFile(t *testing.T) {
	path := fileWith(t, "anything else\n", 0o644)
	if err := Replace(path, []byte(before), []byte(after)); !errors.Is(err, ErrChanged) {
		t.Errorf("error %v", err)
	}
	holds(t, path, "anything else\n")

	// Changed at the last moment, when the new bytes lie ready.
	path = fileWith(t, before, 0o644)
	d := onDisk
	d.sync = func(f *os.File) error { return os.WriteFile(path, []byte("new words\n"), 0o600) }
	if err := d.replace(path, []byte(before), []byte(after)); !errors.Is(err, ErrChanged) {
		t.Errorf("error %v", err)
	}
	holds(t, path, "new words\n")
}

func TestReplaceRefusesWhatIsNoFileOfOurs(t *testing.T) {
	folder := t.TempDir()
	if err := Replace(folder, nil, []byte(after)); err == nil {
		t.Error("a folder was replaced")
	}
	link := filepath.Join(folder, "link.txt")
	if err := os.Symlink(fileWith(t, before, 0o644), link); err != nil {
		t.Skip(err)
	}
	if err := Replace(link, []byte(before), []byte(after)); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a link was replaced: %v", err)
	}
	if os.Geteuid() == 0 {
		return // root may write to everything
	}
	path := fileWith(t, before, 0o444)
	if err := Replace(path, []byte(before), []byte(after)); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a file closed to writing was replaced: %v", err)
	}
	holds(t, path, before)
}

func TestTargetStaysInTheTree(t *testing.T) {
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	at := func(parts ...string) string { return filepath.Join(append([]string{top}, parts...)...) }
	for _, folder := range []string{at("tree", "sub"), at("outside")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{at("tree", "a.txt"), at("outside", "b.txt")} {
		if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		at("tree", "sub", "inside.txt"): filepath.Join("..", "a.txt"),
		at("tree", "out.txt"):           at("outside", "b.txt"),
		at("tree", "folder"):            at("outside"),
		at("tree", "dangling.txt"):      at("tree", "nowhere.txt"),
		at("entry"):                     at("tree"),
	} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
	}
	for _, c := range []struct{ path, root, want string }{
		{at("tree", "a.txt"), at("tree"), at("tree", "a.txt")},
		{at("tree", "sub", "inside.txt"), at("tree"), at("tree", "a.txt")},
		{at("tree", "out.txt"), at("tree"), ""},
		{at("tree", "folder", "b.txt"), at("tree"), ""},
		{at("tree", "dangling.txt"), at("tree"), ""},
		{at("entry", "a.txt"), at("entry"), at("tree", "a.txt")}, // the tree itself may be reached by a link
		{at("outside", "b.txt"), at("tree"), at("outside", "b.txt")},
		{at("tree", "out.txt"), at("outside"), ""},
	} {
		got, err := Target(c.path, []string{c.root})
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s in %s: %s, %v; want %s", c.path, c.root, got, err, c.want)
		}
	}
}
