package gate

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"example.com/asma/checks"
)

// What a baseline writes it reads again, whatever stands in the names; and it
// covers exactly the findings that it was made of.
func FuzzABaselineCoversWhatItWasMadeOf(f *testing.F) {
	f.Add("a.txt", "Khalifa Haftar", "هافتار", 3)
	f.Add("مقال \"1\"\\.md", "</script>", "\u202eحفتر\x00\n", 1)
	f.Fuzz(func(t *testing.T, path, name, spelling string, n int) {
		for _, s := range []string{path, name, spelling} {
			if path == "" || strings.ToValidUTF8(s, "") != s || strings.Contains(s, "\x00") {
				t.Skip("no path, or none that a file of UTF-8 can hold")
			}
		}
		one := checks.Finding{Check: "mixed-script", Path: path, Name: name, Spelling: spelling}
		other := checks.Finding{Check: "repeated-word", Path: path, Name: name, Spelling: spelling}
		n = 1 + max(n, -n)%5
		found := append(slices.Repeat([]checks.Finding{one}, max(n, 1)), other)
		written := NewBaseline("b.json", found, nil).Bytes()
		b, err := ReadBaseline("b.json", written)
		if err != nil {
			t.Fatalf("%v in\n%s", err, written)
		}
		if again := string(b.Bytes()); again != string(written) {
			t.Errorf("read and written again:\n%s\nit was\n%s", again, written)
		}
		p := &Passes{Baseline: b}
		passes := p.Judge(pointers(append(slices.Clone(found), one)), nil)
		for i, pass := range passes {
			if pass.Baseline != (i < len(found)) {
				t.Errorf("finding %d of %d: within the baseline: %v", i, len(found), pass.Baseline)
			}
		}
		if gone := b.Gone(func(*Known) bool { return true }); len(gone) > 0 {
			t.Errorf("all is there, but %v", gone)
		}
		p.Judge(pointers(nil), nil)
		all := func(*Known) bool { return true }
		if left := b.Prune(all).Total(); left != 0 || len(b.Gone(all)) != 2 {
			t.Errorf("nothing is there, but %d are left", left)
		}
	})
}

// FuzzAnyBytesAreReadOrRefused: no baseline makes asma panic, and what is
// refused is refused with a line.
func FuzzAnyBytesAreReadOrRefused(f *testing.F) {
	f.Add([]byte("{\"version\": 1, \"findings\": [\n{\"file\":\"a\",\"check\":\"c\",\"name\":\"\",\"spelling\":\"\",\"count\":1}\n]}\n"))
	f.Add([]byte("{\"version\": 2}"))
	f.Add([]byte("<<<<<<< HEAD\n"))
	f.Fuzz(func(t *testing.T, source []byte) {
		if _, err := ReadBaseline("b.json", source); err != nil && !strings.HasPrefix(err.Error(), "b.json:") {
			t.Errorf("%v has no line", err)
		}
	})
}

// FuzzEveryCommentIsARuleOrToldWrong holds that no comment to asma goes by in
// silence.
func FuzzEveryCommentIsARuleOrToldWrong(f *testing.F) {
	for _, text := range []string{
		"asma:allow mixed-script -- so it is", "asma:allow-file mixed-script,repeated-word\n -- so", "asma:allow", "asma:allow -- x",
		"asma:allow mixed-script --", "asma:allowed mixed-script -- x", "asma:", "asma:allow mixed-script, -- x",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rules, complaints := ReadRemarks([]checks.Remark{{Path: "a.md", Text: text, First: 3, Last: 4}})
		if len(rules)+len(complaints) == 0 {
			t.Errorf("%q says nothing", text)
		}
		for _, r := range rules {
			if r.Reason == "" || checks.ByName(r.Check) == nil || r.Path != "a.md" {
				t.Errorf("%q gives %+v", text, r)
			}
		}
	})
}

func TestACommentSpeaksOfItsLinesAndTheOneBelow(t *testing.T) {
	rules, _ := ReadRemarks([]checks.Remark{{Path: "a.md", Text: "asma:allow mixed-script -- so", First: 3, Last: 4}})
	for line, want := range map[int]bool{2: false, 3: true, 4: true, 5: true, 6: false} {
		f := checks.Finding{Check: "mixed-script", Path: "a.md", Start: checks.Place{Line: line}}
		if rules[0].allows(&f) != want {
			t.Errorf("line %d: %v, want %v", line, !want, want)
		}
	}
}

func pointers(findings []checks.Finding) iter.Seq[*checks.Finding] {
	return func(yield func(*checks.Finding) bool) {
		for i := range findings {
			if !yield(&findings[i]) {
				return
			}
		}
	}
}
