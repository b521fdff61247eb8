package arabic

import (
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

func FuzzFoldingKeepsOffsets(f *testing.F) {
	for _, s := range []string{"مُحَمَّد", "ﻻ", "\xd8", "a\u200fb", "ة ى"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := FoldMapped(s, Medium)
		if m.Text != Fold(s, Medium) {
			t.Fatalf("FoldMapped(%q) = %q, Fold gives %q", s, m.Text, Fold(s, Medium))
		}
		last := 0
		for i := range len(m.Text) {
			start, end := m.Source(i, i+1)
			if start < last || end < start || end > len(s) {
				t.Fatalf("byte %d of %q maps to %d:%d", i, s, start, end)
			}
			last = start
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
