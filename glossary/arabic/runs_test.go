package arabic

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzRunsHoldTheWordsOfTheText: the words of the runs, one by one, are those
// of the text, and a run has the value that it was given.
func FuzzRunsHoldTheWordsOfTheText(f *testing.F) {
	for _, s := range []string{
		"قال حفتر (LNA) في U.S.A. وD'Angelo's لـ The", "وبالاجتماعاتالطويلة وبالاجتماعاتالطويلت", "a\u00a0b ـ\u200f", "\xd8 \xff'a'.b",
		strings.Repeat("x", 300) + " " + strings.Repeat("x", 300), "12345678 123456789 1234567812345678 12345678x12345678", "'. '.'",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := NewRuns()
		given := map[string]uint32{}
		for range 2 {
			var words []Word
			last := 0
			for _, run := range allRuns(r, text) {
				start, end, value := run.Start, run.End, r.Value(text, &run)
				run := text[start:end]
				if start < last || end <= start {
					t.Fatalf("run %d:%d of %q behind %d", start, end, text, last)
				}
				if want := given[run]; *value != want && len(run) <= longestRun {
					t.Fatalf("%q has the value %d, was given %d", run, *value, want)
				}
				if *value == 0 {
					*value = uint32(len(given) + 1)
					given[run] = *value
				}
				for _, w := range Words(run) {
					words = append(words, Word{w.Start + start, w.End + start, w.Script})
				}
				last = end
			}
			if diff := cmp.Diff(Words(text), words); diff != "" {
				t.Fatalf("%q: -text +runs\n%s", text, diff)
			}
		}
	})
}

func TestRunsAreKeptWhenTheMemoryGrows(t *testing.T) {
	r := NewRuns()
	word := func(i int) string {
		return strings.Repeat("و", i%9) + "كلمة" + string(rune('ا'+i%20)) + string(rune('ا'+i/20%20)) + string(rune('ا'+i/400%20)) + string(rune('ا'+i/8000))
	}
	for i := range 20_000 {
		if value := valueOf(r, word(i)); *value == 0 {
			*value = uint32(i + 1)
		}
	}
	for i := range 20_000 {
		if value := valueOf(r, word(i)); *value != uint32(i+1) {
			t.Fatalf("%s has the value %d, want %d", word(i), *value, i+1)
		}
	}
	if r.Len() != 20_000 {
		t.Errorf("%d runs", r.Len())
	}
	r.Reset()
	if value := valueOf(r, word(7)); *value != 0 || r.Len() != 1 {
		t.Error("a run is remembered after Reset")
	}
}

func allRuns(r *Runs, text string) (all []Run) {
	for batch, at := r.Next(text, 0); len(batch) > 0; batch, at = r.Next(text, at) {
		all = append(all, batch...)
	}
	return all
}

func valueOf(r *Runs, word string) *uint32 {
	batch, _ := r.Next(word, 0)
	return r.Value(word, &batch[0])
}
