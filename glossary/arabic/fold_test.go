package arabic

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFoldRemovesOnlyTheClassesAsked(t *testing.T) {
	tests := []struct {
		in      string
		classes Folds
		want    string
	}{
		{"مُحَمَّد", Light, "محمد"},
		{"ســلام", Light, "سلام"},
		{"أحمد", Light, "أحمد"},
		{"أحمد", Medium, "احمد"},
		{"عيسى", Medium, "عيسي"},
		{"الدبيبة", Medium, "الدبيبه"},
		{"ﻻهور", Light, "لاهور"},
		{"کابل", Light, "كابل"},
		{"علی", Light, "علي"},
		{"پاريس", Medium, "باريس"},
		{"٢٠٢٤", Light, "2024"},
		{"مؤيد", Medium, "مويد"},
		{"علاء", Medium, "علا"},
		{"حف\u200fتر", Light, "حفتر"},
		{"ىxة ب", Medium, "يxه ب"},
	}
	for _, tt := range tests {
		if got := Fold(tt.in, tt.classes); got != tt.want {
			t.Errorf("Fold(%q, %v) = %q, want %q", tt.in, tt.classes, got, tt.want)
		}
	}
}

func TestDifferenceNamesTheClasses(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"أحمد", "احمد", "hamza"},
		{"عيسى", "عيسي", "ى/ي"},
		{"الدبيبه", "الدبيبة", "ة/ه"},
		{"إسلام أباد", "اسلام اباد", "hamza"},
		{"مُنى", "مني", "harakat and ى/ي"},
		{"حفتر", "حفتر", ""},
	}
	for _, tt := range tests {
		got, ok := Difference(tt.a, tt.b)
		if !ok || got.String() != tt.want {
			t.Errorf("Difference(%q, %q) = %q, %v; want %q", tt.a, tt.b, got, ok, tt.want)
		}
	}
	if _, ok := Difference("حسن", "حسين"); ok {
		t.Error("حسن and حسين differ in more than folding")
	}
}

// FuzzFoldingKeepsOffsets is law 3, for every class alone and for all sets that
// are in use.
func FuzzFoldingKeepsOffsets(f *testing.F) {
	for _, s := range []string{"مُحَمَّد", "ﻻ", "\xd8", "a\u200fb", "ة ى", "ـهافتـــار", "\u0627\u0654", "٢٠۴", "ﷲ ﷺ", "کابلی\xff", "پڤچگژ ہے ۃ", "أإآٱؤئء"} {
		f.Add(s)
	}
	sets := []Folds{0, Light, Medium}
	for _, n := range foldNames {
		sets = append(sets, n.class, Medium&^n.class)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, classes := range sets {
			keepsOffsets(t, s, classes)
		}
	})
}

func keepsOffsets(t *testing.T, s string, classes Folds) {
	m := FoldMapped(s, classes)
	if m.Text != Fold(s, classes) {
		t.Fatalf("FoldMapped(%q, %v) = %q, Fold gives %q", s, classes, m.Text, Fold(s, classes))
	}
	last := 0
	for i := range len(m.Text) {
		start, end := m.Source(i, i+1)
		if start < last || end < start || end > len(s) {
			t.Fatalf("%v: byte %d of %q maps to %d:%d", classes, i, s, start, end)
		}
		last = start
	}
	if _, end := m.Source(0, len(m.Text)); end != len(s) {
		t.Fatalf("%v: the end of %q maps to %d", classes, s, end)
	}
}

func TestWhatFoldedLettersWereMadeOf(t *testing.T) {
	tests := []struct{ in, folded, source string }{
		{"مُحَمَّد", "حم", "حَمَّ"}, // marks belong to the letter before them
		{"هافـتار", "ت", "ت"},
		{"قال ﻻهور", "لا", "ﻻ"},
		{"وبـالقذافي", "ال", "ال"},
	}
	for _, tt := range tests {
		m := FoldMapped(tt.in, Medium)
		at := strings.Index(m.Text, tt.folded)
		start, end := m.Source(at, at+len(tt.folded))
		if got := tt.in[start:end]; got != tt.source {
			t.Errorf("%q in %q is made of %q, want %q", tt.folded, tt.in, got, tt.source)
		}
	}
}

// FuzzDifferenceIsTheLeast: the classes that it names make the two the same,
// and none of them can be left out.
func FuzzDifferenceIsTheLeast(f *testing.F) {
	f.Add("أحمد الدبيبة", "احمد الدبيبه")
	f.Add("کابل", "كابل")
	f.Add("مُنى", "مني")
	f.Fuzz(func(t *testing.T, a, b string) {
		classes, same := Difference(a, b)
		if !same {
			if Key(a) == Key(b) {
				t.Fatalf("Difference(%q, %q) finds one where folding finds none", a, b)
			}
			return
		}
		if Fold(a, classes) != Fold(b, classes) {
			t.Fatalf("%v does not make %q and %q the same", classes, a, b)
		}
		for _, n := range foldNames {
			if less := classes &^ n.class; less != classes && Fold(a, less) == Fold(b, less) {
				t.Fatalf("%v: %v is not needed for %q and %q", classes, n.class, a, b)
			}
		}
	})
}

func FuzzFoldingTwiceChangesNothing(f *testing.F) {
	f.Add("أإآ ى ة ﻻ ﷲ")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("dropping a joiner between broken bytes can make a letter of them")
		}
		for _, classes := range []Folds{Light, Medium} {
			once := Fold(s, classes)
			if twice := Fold(once, classes); twice != once {
				t.Fatalf("Fold(%q) = %q, then %q", s, once, twice)
			}
		}
	})
}
