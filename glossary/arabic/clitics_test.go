package arabic

import (
	"slices"
	"strings"
	"testing"
)

func TestReadingsHoldTheRightOne(t *testing.T) {
	tests := []struct {
		word string
		want Reading
	}{
		{"وليد", Reading{Stem: "وليد"}},
		{"بلال", Reading{Stem: "بلال"}},
		{"لحفتر", Reading{Clitics: "ل", Stem: "حفتر", Skip: 2}},
		{"وبالقذافي", Reading{Clitics: "وب", Stem: "القذافي", Skip: 4}},
		{"وبالقذافي", Reading{Clitics: "وب", Article: true, Stem: "قذافي", Skip: 8}},
		{"للقذافي", Reading{Clitics: "ل", Stem: "القذافي", Skip: 4}},
		{"للقذافي", Reading{Clitics: "ل", Article: true, Stem: "قذافي", Skip: 4}},
		{"لليبي", Reading{Clitics: "ل", Stem: "الليبي", Skip: 2}},
		{"وللدبيبة", Reading{Clitics: "ول", Stem: "الدبيبة", Skip: 6}},
		{"السعودية", Reading{Article: true, Stem: "سعودية", Skip: 4}},
	}
	for _, tt := range tests {
		got := Readings(tt.word)
		if !slices.Contains(got, tt.want) {
			t.Errorf("Readings(%q) = %+v, without %+v", tt.word, got, tt.want)
		}
		if got[0].Stem != tt.word {
			t.Errorf("Readings(%q) does not begin with the whole word", tt.word)
		}
	}
}

func TestAttachWritesTheContraction(t *testing.T) {
	tests := []struct{ clitics, form, want string }{
		{"ل", "القذافي", "للقذافي"},
		{"ول", "الجيش الوطني الليبي", "وللجيش الوطني الليبي"},
		{"ل", "الليبي", "لليبي"},
		{"ل", "حفتر", "لحفتر"},
		{"وب", "القذافي", "وبالقذافي"},
		{"", "حفتر", "حفتر"},
		{"ل", "إلهام", "لإلهام"},
	}
	for _, tt := range tests {
		if got := Attach(tt.clitics, tt.form); got != tt.want {
			t.Errorf("Attach(%q, %q) = %q, want %q", tt.clitics, tt.form, got, tt.want)
		}
	}
}

func TestAttachedClyticsAreReadBack(t *testing.T) {
	for _, clitics := range []string{"", "و", "ف", "ب", "ك", "ل", "وب", "ول", "فك"} {
		for _, form := range []string{"حفتر", "القذافي", "الليبي", "وليد", "لبنان"} {
			word := Attach(clitics, form)
			if !slices.ContainsFunc(Readings(word), func(r Reading) bool { return r.Clitics == clitics && r.Stem == form }) {
				t.Errorf("%q is not read back as %q + %q", word, clitics, form)
			}
		}
	}
}

func TestDefiniteFormNeverGetsASecondArticle(t *testing.T) {
	if got := Definite("القذافي"); got != "القذافي" {
		t.Errorf("got %q", got)
	}
	if got := Definite("حفتر"); got != "الحفتر" {
		t.Errorf("got %q", got)
	}
}

func TestDetachedClitics(t *testing.T) {
	tests := []struct {
		word, clitics string
		definite, ok  bool
	}{
		{"لـ", "ل", false, true}, {"ال", "", true, true}, {"الـ", "", true, true}, {"للـ", "ل", true, true},
		{"وبـ", "وب", false, true}, {"وبالـ", "وب", true, true}, {"و", "و", false, true}, {"ولل", "ول", true, true},
		{"من", "", false, false}, {"بل", "", false, false}, {"أو", "", false, false},
	}
	for _, tt := range tests {
		clitics, definite, ok := Detached(tt.word)
		if clitics != tt.clitics || definite != tt.definite || ok != tt.ok {
			t.Errorf("Detached(%q) = %q, %v, %v", tt.word, clitics, definite, ok)
		}
	}
}

// FuzzReadingsAreOfTheWord: every reading, written together again, gives the
// word that was read, and says rightly how much of it was cut.
func FuzzReadingsAreOfTheWord(f *testing.F) {
	for _, s := range []string{"وبالقذافي", "للقذافي", "لليبي", "وللدبيبة", "الي", "لل", "و", "ب\xff", "ولل\u200f", "ككك", "للل00", "لال", "لالقذافي"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		word = Fold(word, Light)
		for i, r := range Readings(word) {
			form := r.Stem
			if r.Article {
				form = article + form
			}
			// «لالقذافي», which no speller writes, is read as ل and القذافي all the same.
			if got := Attach(r.Clitics, form); got != word && r.Clitics+form != word {
				t.Fatalf("%q is read as %q + %q, which is written %q", word, r.Clitics, form, got)
			}
			if r.Skip > len(word) || !strings.HasSuffix(r.Stem, word[r.Skip:]) || !strings.HasPrefix(word, r.Clitics) || i > 0 && r.Skip == 0 {
				t.Fatalf("%q: reading %+v", word, r)
			}
		}
	})
}

// FuzzNothingPanics runs what is run on every word of a text.
func FuzzNothingPanics(f *testing.F) {
	for _, s := range []string{"لـ", "Haftar’s", "\xd8", "ﻼ", "للل", "'s", "İ", "ﬀ", "سيكتبونها"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Ordinary(s)
		Detached(s)
		_ = HasArticle(Definite(s))
		if once := LatinKey(s); HasArabic(once) && !HasArabic(s) {
			t.Fatalf("LatinKey(%q) = %q", s, once)
		}
		if n := Possessive(s); n >= len(s) && n > 0 {
			t.Fatalf("Possessive(%q) = %d", s, n)
		}
	})
}

func TestLatinKeyIgnoresWhatReadersIgnore(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Gadhafi’s", "gadhafi"}, {"GADHĀFĪ", "gadhafi"}, {"Sana'a", "sanaa"}, {"Al-Sisi", "al sisi"},
		{"Łukasz Ørsted", "lukasz orsted"}, {"haftar", "haftar"}, {"Lahore's", "lahore"}, {"AT&T", "at&t"}, {"U.S.", "us"},
	}
	for _, tt := range tests {
		if got := LatinKey(tt.in); got != tt.want {
			t.Errorf("LatinKey(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	text := "قال المشير خليفة حفتر إن الجيش الوطني الليبي (LNA) سيبقى، وأضاف Haftar في بنغازي. "
	b.SetBytes(int64(len(text)))
	var words []Word
	for b.Loop() {
		words = AppendWords(words[:0], text)
	}
}
