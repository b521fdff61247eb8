package arabic

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func split(text string) []string {
	var out []string
	for _, w := range Words(text) {
		out = append(out, w.Of(text))
	}
	return out
}

func TestWordsEndWhereTheScriptChanges(t *testing.T) {
	tests := []struct{ text, want string }{
		{"قال حفتر.", "قال|حفتر"},
		{"الـBBC", "الـ|BBC"},
		{"Appleالأمريكية", "Apple|الأمريكية"},
		{"5العاشر", "5|العاشر"},
		{"هافتـــار", "هافتـــار"},
		{"مُحَمَّد بن سلمان", "مُحَمَّد|بن|سلمان"},
		{"لـ The LNA", "لـ|The|LNA"},
		{"Lahore's Cricket", "Lahore's|Cricket"},
		{"Abdul-Hamid D’Angelo", "Abdul|Hamid|D’Angelo"},
		{"S. Jaishankar, U.S. and U.S.A. end.", "S|Jaishankar|U.S|and|U.S.A|end"},
		{"ترا\u200Cمب", "ترا\u200Cمب"},
		{"\u2067حفتر\u2069 قال", "حفتر|قال"},
		{"حف\u200Fتر", "حف\u200Fتر"},
		{"Erdoğan Çelik", "Erdoğan|Çelik"},
		{"٢٠٢٤ عاما، 35%", "٢٠٢٤|عاما|35"},
		{"ﻻهور", "ﻻهور"},
		{"Путин пути", "Путин|пути"},
		{"قال:حفتر", "قال|حفتر"},
		{"", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, strings.Join(split(tt.text), "|")); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}

func FuzzWordsLieInTheTextAndHoldLetters(f *testing.F) {
	for _, s := range []string{"لـ The LNA", "a'b'", "\xff\xd8", "حف\u200Fتر U.S.", "ـــ", "\u064bا"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Words(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %v out of order in %q", w, text)
			}
			first, _ := utf8.DecodeRuneInString(w.Of(text))
			if classOf(first) != w.Script {
				t.Fatalf("%q does not begin with its script %v", w.Of(text), w.Script)
			}
			last = w.End
		}
	})
}
