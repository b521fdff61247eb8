package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/mend"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// rightFixes is the least share of safe fixes of marked mentions that are what
// the marking wants.
const rightFixes = 0.97

// TestFixMarkedArticles holds the laws of mending on the marked articles: what
// was mended is right, no safe fault is left, and a second run changes no
// byte.
func TestFixMarkedArticles(t *testing.T) {
	articles, err := readMarked("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	holdFix(t, articles, "../../testdata/glossary/articles.yaml")
}

// TestFixGold does the same for the folder that ASMA_GOLD names.
func TestFixGold(t *testing.T) {
	folder := os.Getenv("ASMA_GOLD")
	if folder == "" {
		t.Skip("ASMA_GOLD names no folder")
	}
	articles, err := readGold(folder)
	if err != nil {
		t.Fatal(err)
	}
	holdFix(t, articles, filepath.Join(folder, "glossary.yaml"))
}

func holdFix(t *testing.T, articles []article, house string) {
	t.Helper()
	g := namesOf(t, true, house)
	house, err := filepath.Abs(house)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, a := range articles {
		if err := os.WriteFile(a.name, []byte(a.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	made := safeFixes(articles, g)
	judgeFixes(t, articles, made)
	once := fixed(t, articles, house)
	for name, left := range safeFixes(once, g) {
		t.Errorf("%s: %d safe faults are left, the first is %q", name, len(left), left[0].Finding.Text)
	}
	for i, a := range fixed(t, articles, house) {
		if a.text != once[i].text {
			t.Errorf("%s: a second run changes it", a.name)
		}
	}
}

// fixed mends the files of the articles in the current folder by the program,
// and gives them back as they are then.
func fixed(t *testing.T, articles []article, house string) []article {
	t.Helper()
	args := []string{"fix", "--write", "--fail-on", "none", "-g", house}
	out := slices.Clone(articles)
	for _, a := range articles {
		args = append(args, a.name)
	}
	var output, complaints bytes.Buffer
	if code := run(t.Context(), args, strings.NewReader(""), &output, &complaints); code != exitClean || output.Len() > 0 {
		t.Fatalf("exit code %d: %s%s", code, output.String(), complaints.String())
	}
	for i := range out {
		text, err := os.ReadFile(out[i].name)
		if err != nil {
			t.Fatal(err)
		}
		out[i].text = string(text)
	}
	return out
}

// safeFixes gives what can be mended safely, by the name of the article.
func safeFixes(articles []article, g *glossary.Glossary) map[string][]mend.Repair {
	out := map[string][]mend.Repair{}
	for name, fs := range allFindings(articles, g) {
		if chosen, _ := mend.Choose(fs, false); len(chosen) > 0 {
			out[name] = chosen
		}
	}
	return out
}

func allFindings(articles []article, g *glossary.Glossary) map[string][]checks.Finding {
	var sources []checks.Source
	for _, a := range articles {
		sources = append(sources, checks.Source{Path: a.name, Read: func() ([]byte, error) { return []byte(a.text), nil }})
	}
	out := map[string][]checks.Finding{}
	for f := range checks.Run(&checks.Settings{Glossary: g, Checks: checks.All}, sources, nil).Findings.All() {
		out[f.Path] = append(out[f.Path], *f)
	}
	return out
}

// judgeFixes prints how many of the marked mentions that were mended are right.
func judgeFixes(t *testing.T, articles []article, made map[string][]mend.Repair) {
	t.Helper()
	right, all, elsewhere := 0, 0, 0
	var wrong []string
	for i := range articles {
		a := &articles[i]
		for _, r := range made[a.name] {
			met := slices.IndexFunc(a.marks, func(m mark) bool { return overlap(r.Finding, &m) })
			switch {
			case met < 0 || a.marks[met].doubtful:
				elsewhere++
				continue
			case isRight(r.Finding.Text, r.Text, a.marks[met].want):
				right++
			default:
				wrong = append(wrong, fmt.Sprintf("%s: “%s” became “%s”, wanted is %s", a.name, r.Finding.Text, r.Text, strings.Join(a.marks[met].want, "; ")))
			}
			all++
		}
	}
	t.Logf("%d of %d marked mentions that a safe fix mended are right: %.3f; %d safe fixes stand on no sure mark\n%s", right, all, ratio(right, all), elsewhere, strings.Join(wrong, "\n"))
	if all == 0 || ratio(right, all) < rightFixes {
		t.Errorf("a share of %.3f is below %.2f", ratio(right, all), rightFixes)
	}
}

// isRight reports whether a repair is a wanted form, or whole words of one, by
// the clitics that stood there before, and by no others.
func isRight(old, mended string, want []string) bool {
	if slices.Contains(want, mended) {
		return true // the marking has the clitics where they are part of the fault
	}
	for clitics := range cliticsBefore(old) {
		for _, form := range want {
			words := strings.Fields(form)
			for i := range words {
				for j := i + 1; j <= len(words); j++ {
					if arabic.Attach(clitics, strings.Join(words[i:j], " ")) == mended {
						return true
					}
				}
			}
		}
	}
	return false
}

// cliticsBefore gives the clitics that a mention may have been read with.
func cliticsBefore(mention string) map[string]bool {
	first := strings.TrimRight(strings.Fields(mention)[0], latinLetters)
	out := map[string]bool{}
	if clitics, _, ok := arabic.Detached(first); ok {
		out[clitics] = true
		return out
	}
	for _, r := range arabic.Readings(arabic.Fold(first, arabic.Light)) {
		out[r.Clitics] = true
	}
	return out
}

const latinLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
