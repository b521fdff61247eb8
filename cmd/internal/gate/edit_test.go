package gate

import (
	"fmt"
	"strings"
	"testing"

	"example.com/asma/checks"
)

// found makes findings of words of a text: every word that is written with a
// mark before it, as in *هافتار, is one.
func found(path, text string) (plain string, out []checks.Finding) {
	var b strings.Builder
	words := strings.Fields(text)
	bare := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return strings.TrimLeft(words[i], "*!")
	}
	for i, w := range words {
		word := strings.TrimLeft(w, "*!")
		start := b.Len()
		b.WriteString(word + " ")
		if w == word {
			continue
		}
		check := "unlisted-spelling"
		if w[0] == '!' {
			check = "mixed-script"
		}
		out = append(out, checks.Finding{
			Check: check, Path: path, Name: "Khalifa Haftar", Text: word, Spelling: word, Before: bare(i - 1), After: bare(i + 1),
			Start: checks.Place{Offset: start}, End: checks.Place{Offset: start + len(word)},
			Fingerprint: key(check, word, bare(i-1), bare(i+1)),
		})
	}
	return b.String(), out
}

// editOf makes an edit of one text. What stands in both at its beginning or
// end is unchanged.
func editOf(before, after string) *Edit {
	old, oldFound := found("a.txt", before)
	new, newFound := found("a.txt", after)
	head, tail := 0, 0
	for head < min(len(old), len(new)) && old[head] == new[head] {
		head++
	}
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	return &Edit{
		Old: oldFound, New: newFound,
		Unchanged: func(f *checks.Finding) (int, bool) {
			switch {
			case f.End.Offset <= head:
				return f.Start.Offset, true
			case f.Start.Offset >= len(new)-tail:
				return f.Start.Offset - len(new) + len(old), true
			}
			return 0, false
		},
		Preferred: func(string) string { return "خليفة حفتر" },
	}
}

func TestAnEditIsJudgedByWhatItBrought(t *testing.T) {
	for _, c := range []struct {
		name, old, new        string
		brought, mended, left int
	}{
		{"nothing changed", "قال *هافتار أمس", "قال *هافتار أمس", 0, 0, 1},
		{"a fault is added", "قال *هافتار أمس", "قال *هافتار أمس ووصل *هافتار اليوم", 1, 0, 1},
		{"a fault is mended", "قال *هافتار أمس", "قال حفتر أمس", 0, 1, 0},
		{"a fault moves", "قال *هافتار أمس . خبر", "خبر . قال *هافتار أمس", 0, 0, 1},
		{"both neighbours and the place change", "قال *هافتار أمس", "صرح *هافتار اليوم", 1, 1, 0},
		{"one neighbour changes", "قال *هافتار أمس", "صرح *هافتار أمس", 0, 0, 1},
		{"the same fault twice more", "ثم *هافتار ثم", "ثم *هافتار ثم *هافتار ثم *هافتار ثم", 2, 0, 1},
		{"one for another", "قال *هافتار أمس ثم نام", "قال حفتر أمس ثم نام عند *هافتار", 1, 1, 0},
		{"another spelling of it", "قال *هافتار أمس", "قال *هفتار أمس", 1, 1, 0},
		{"told by another check", "أول كلمة *هافتار هنا", "جديد أول كلمة !هافتار هنا", 0, 0, 1},
		{"an unchanged word becomes wrong", "أول كلمة هافتار هنا", "أول كلمة *هافتار هنا ثم هفتار", 1, 0, 0},
	} {
		brought, mended, left := editOf(c.old, c.new).Judge().Counts()
		if got, want := fmt.Sprint(brought, mended, left), fmt.Sprint(c.brought, c.mended, c.left); got != want {
			t.Errorf("%s: brought, mended, left = %s, want %s", c.name, got, want)
		}
	}
}

func TestAFaultThatMovesToAnotherFileIsNotBrought(t *testing.T) {
	_, old := found("a.txt", "قال *هافتار أمس")
	_, new := found("b.txt", "قال *هافتار أمس ثم قال *هافتار أمس")
	e := &Edit{Old: old, New: new, Unchanged: func(*checks.Finding) (int, bool) { return 0, false }}
	if brought, mended, left := e.Judge().Counts(); brought != 1 || mended != 0 || left != 1 {
		t.Errorf("brought %d, mended %d, left %d; want the second one alone brought", brought, mended, left)
	}
}

func TestWhatTheRightSpellingBringsToLightIsNotBrought(t *testing.T) {
	listed := func(e *Edit, check string) *Edit {
		for i := range e.New {
			e.New[i].Entry, e.New[i].Check = "Khalifa Haftar", check
			e.New[i].Fixes = []checks.Fix{{Text: "لحفتر"}}
		}
		return e
	}
	for _, c := range []struct {
		name, check, old, new string
		brought               int
	}{
		{"a wrong spelling that nothing confirmed", "unlisted-spelling", "وصل هافتار أمس", "وصل *هافتار أمس إلى خليفة حفتر", 0},
		{"an admitted form beside the preferred one", "inconsistent-spelling", "وصل خفتر أمس", "وصل *خفتر أمس إلى خليفة حفتر", 0},
		{"the preferred form among admitted ones", "inconsistent-spelling", "وصل خفتر أمس", "وصل خفتر أمس ثم *حفتر", 0},
		{"an admitted form among preferred ones", "inconsistent-spelling", "وصل حفتر أمس", "وصل حفتر أمس ثم *خفتر", 1},
		{"a wrong spelling that the edit wrote", "unlisted-spelling", "وصل حفتر أمس", "وصل حفتر أمس ثم *هافتار", 1},
	} {
		if brought, _, _ := listed(editOf(c.old, c.new), c.check).Judge().Counts(); brought != c.brought {
			t.Errorf("%s: %d brought, want %d", c.name, brought, c.brought)
		}
	}
}
