package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// scratch makes a git repository of files in a folder of its own, commits them
// and goes there.
func scratch(t *testing.T, files map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	t.Chdir(t.TempDir())
	for path, content := range files {
		put(t, path, content)
	}
	for _, name := range []string{"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"} {
		t.Setenv(name, "somebody")
	}
	git(t, "init", "-q")
	git(t, "add", ".")
	git(t, "commit", "-q", "-m", "before")
}

func git(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asma runs the program in the current folder.
func asma(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(""), &out, &complaints)
	return code, out.String(), complaints.String()
}

// archive is 20 articles with ten old faults each: spellings that are not
// listed, a deprecated one, names in Latin letters, one name in two spellings.
func archive() map[string]string {
	files := map[string]string{"house.yaml": `version: 1
names:
  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر, never: [خليفة هفتر]}
  - {name: Muammar Gaddafi, kind: person, arabic: معمر القذافي, latin: [Muammar Gadhafi]}
  - {name: Donald Trump, kind: person, arabic: دونالد ترامب, also: [دونالد ترمب]}
`}
	for i := range 20 {
		var b strings.Builder
		fmt.Fprintf(&b, "تقرير رقم %d عن زيارة الوفد إلى المدينة.\n\n", i)
		for j := range 3 {
			fmt.Fprintf(&b, "وصل خليفة هافتار في الساعة %d من يوم أمس إلى مقر المجلس.\n", j)
			fmt.Fprintf(&b, "التقى Haftar وفدا في القاعة %d وتحدث عن الأوضاع.\n", j)
			fmt.Fprintf(&b, "وجرت المباراة في استاد Gadhafi أمام %d متفرجا.\n", 100*j)
		}
		b.WriteString("وقال متحدث إن رسالة وجهت إلى خليفة هفتر أمس.\n")
		files[fmt.Sprintf("مقالات/%02d.txt", i)] = b.String()
	}
	return files
}

// oldFaults is how many faults the archive has.
const oldFaults = 200

func TestAnArchiveFullOfOldFaultsIsGatedFromTheFirstDay(t *testing.T) {
	scratch(t, archive())
	_, out, _ := asma(t, "check", "--no-builtin", "-g", "house.yaml")
	if n := strings.Count(out, "\n"); n != oldFaults {
		t.Fatalf("the archive has %d faults, want %d", n, oldFaults)
	}
	const file = "مقالات/07.txt"
	before := archive()[file]
	for _, c := range []struct {
		name, after string
		code        int
		found, sum  string
	}{
		{"a wrong spelling more", before + "وودع خليفة هفتار ضيوفه مساء.\n", exitFindings, file + ":13:", "brought 1, mended 0, left 10"},
		{"the same wrong spelling once more", before + "وودع خليفة هافتار ضيوفه مساء.\n", exitFindings, file + ":13:", "brought 1, mended 0, left 10"},
		{"the right spelling of a name that is wrong elsewhere", before + "وودع خليفة حفتر ضيوفه مساء، وحضر معمر القذافي.\n", exitClean, "", "brought 0, mended 0, left 10"},
		{"the right spelling before the wrong ones", "كلمة من خليفة حفتر.\n" + before, exitClean, "", "brought 0, mended 0, left 10"},
		{"a mended fault", strings.Replace(before, "هافتار", "حفتر", 1), exitClean, "", "brought 0, mended 1, left 9"},
		{"all of them mended", strings.NewReplacer("هافتار", "حفتر", "هفتر", "حفتر", "Haftar", "حفتر", "Gadhafi", "القذافي").Replace(before), exitClean, "", "brought 0, mended 10, left 0"},
		{"one mended and one brought", strings.Replace(before, "هافتار", "حفتر", 1) + "وودع خليفة هفتار ضيوفه مساء.\n", exitFindings, file + ":13:", "brought 1, mended 1, left 9"},
		{"lines in another order", reversedLines(before), exitClean, "", "brought 0, mended 0, left 10"},
		{"other line ends", strings.ReplaceAll(before, "\n", "\r\n"), exitClean, "", "brought 0, mended 0, left 10"},
		{"words around a fault", strings.Replace(before, "وصل خليفة هافتار في الساعة", "عاد خليفة هافتار عند الساعة", 1), exitClean, "", "brought 0, mended 0, left 10"},
	} {
		put(t, file, c.after)
		code, out, sum := asma(t, "check", "--no-builtin", "-g", "house.yaml", "--fail-on", "warning", "--since", "HEAD")
		if want := c.found != ""; code != c.code || !strings.HasPrefix(out, c.found) || strings.Count(out, "\n") > 1 || (out != "") != want || !strings.Contains(sum, c.sum) {
			t.Errorf("%s: exit code %d, want %d and %q\n%s%s", c.name, code, c.code, c.sum, out, sum)
		}
	}
	put(t, file, before)
	git(t, "mv", "مقالات", "أرشيف")
	if code, out, sum := asma(t, "check", "--no-builtin", "-g", "house.yaml", "--fail-on", "warning", "--since", "HEAD"); code != exitClean || out != "" || !strings.Contains(sum, "left 200") {
		t.Errorf("a rename: exit code %d\n%s%s", code, out, sum)
	}
}

func reversedLines(text string) string {
	lines := strings.SplitAfter(text, "\n")
	out := ""
	for _, l := range lines {
		out = l + out
	}
	return out
}

func TestANameInADifferentFormThanTheArchiveUsesIsBrought(t *testing.T) {
	files := archive()
	files["مقالات/07.txt"] = "وصل دونالد ترامب أمس.\n"
	files["مقالات/08.txt"] = "عاد دونالد ترامب أمس.\n"
	files["مقالات/09.txt"] = "لا اسم هنا.\n"
	scratch(t, files)
	put(t, "مقالات/09.txt", "سافر دونالد ترمب أمس.\n")
	args := []string{"check", "--no-builtin", "-g", "house.yaml", "--fail-on", "warning", "--since", "HEAD"}
	if code, out, _ := asma(t, args...); code != exitClean || out != "" {
		t.Errorf("files are compared without being asked: exit code %d\n%s", code, out)
	}
	code, out, sum := asma(t, append(args, "--only", "corpus-inconsistency")...)
	if code != exitFindings || !strings.HasPrefix(out, "مقالات/09.txt:1:") || strings.Count(out, "\n") != 1 || !strings.Contains(sum, "brought 1, mended 0, left 0") {
		t.Errorf("exit code %d\n%s%s", code, out, sum)
	}
	git(t, "add", ".")
	put(t, "مقالات/09.txt", "لا اسم هنا.\n")
	code, out, _ = asma(t, "check", "--no-builtin", "-g", "house.yaml", "--fail-on", "warning", "--staged", "--only", "corpus-inconsistency")
	if code != exitFindings || !strings.HasPrefix(out, "مقالات/09.txt:1:") {
		t.Errorf("staged: exit code %d\n%s", code, out)
	}
}
