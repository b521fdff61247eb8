package glossary

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/asma/glossary/builtin"
	"github.com/google/go-cmp/cmp"
)

func TestCompiledEntriesReadBackAsTheyWere(t *testing.T) {
	entries := []*Entry{
		{
			Name: "Khalifa Haftar", Kind: Person, Origin: "people.tsv:12", Note: "field marshal, LNA",
			Arabic: []Form{{Text: "خليفة حفتر"}, {Text: "خليفة بلقاسم حفتر", Status: Admitted}, {Text: "الخليفة حفتر", Status: Deprecated}},
			Latin:  []string{"Khalifa Hifter"}, Distinct: []string{"Khalifa Abu Bakr"}, Article: Never,
		},
		{Name: "Chiefs", Kind: Organization, Origin: "a:b.tsv:7", KeepLatin: true, Word: true, Arabic: []Form{{Text: "تشيفز"}, {Text: "الزعماء", Status: Translated}}},
		{Name: "two  blanks and a very long word Donaudampfschifffahrtsgesellschaft", Kind: Event, Origin: "x:1", Translation: true, Exonym: true, Mononym: true},
	}
	l, ok := newLayer(string(Compile(entries)))
	if !ok {
		t.Fatal("the block is refused")
	}
	for i, want := range entries {
		got := *l.entry(i)
		if diff := cmp.Diff(*want, got, cmp.Transformer("nil", func(s []string) []string { return slices.Clip(append([]string{}, s...)) }),
			cmp.Transformer("forms", func(s []Form) []Form { return append([]Form{}, s...) })); diff != "" {
			t.Error(diff)
		}
	}
}

func TestABlockOfAnotherVersionIsRefused(t *testing.T) {
	data := Compile(nil)
	if _, ok := newLayer(string(data)); !ok {
		t.Error("an empty glossary is refused")
	}
	binary.LittleEndian.PutUint32(data, flatVersion-1)
	if _, ok := newLayer(string(data)); ok {
		t.Error("another version is taken")
	}
	if _, ok := newLayer("short"); ok {
		t.Error("five bytes are taken")
	}
}

func TestTheBuiltinGlossaryIsSmall(t *testing.T) {
	g, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const most = 200 // bytes a name: 3 MB hold 15,000 names
	if size := len(builtin.Data) / g.Len(); size > most {
		t.Errorf("%d bytes for %d names: %d each, want at most %d", len(builtin.Data), g.Len(), size, most)
	}
}

// A word's forms and uses, read back, are those that the entries give.
func TestEveryFormOfTheBuiltinGlossaryIsFoundByItsKey(t *testing.T) {
	l, _ := newLayer(builtin.Data)
	for i := range l.entries.count {
		e := l.entry(i)
		for ordinal, f := range formsOf(e) {
			if len(f.keys) > 0 && !hasForm(l, i, ordinal, f) {
				t.Errorf("%s: form %q (%v) is lost", e.Name, f.text, f.keys)
			}
		}
	}
}

func hasForm(l *layer, entry, ordinal int, want indexed) bool {
	word := l.find(want.keys[0])
	if word < 0 {
		return false
	}
	for forms := l.forms(word, nil); forms.next(); {
		f := forms.form
		if f.entry != entry || f.ordinal != ordinal {
			continue
		}
		keys := []string{want.keys[0]}
		for _, w := range f.further {
			keys = append(keys, l.keys.at(w))
		}
		return slices.Equal(keys, want.keys) && f.kind == want.kind && f.status == want.status && f.ordinary == want.plain && l.formText(&f).text == want.text
	}
	return false
}

// FuzzDictionaryGivesBackItsStrings holds the front coding against the list
// that it was made of: every string is found at its number, none else is.
func FuzzDictionaryGivesBackItsStrings(f *testing.F) {
	f.Add("حفتر حفترية حف a ab abc", "حفتري")
	f.Add(strings.Repeat("x", 40)+" "+strings.Repeat("x", 41), "x")
	var many strings.Builder
	for i := range 100 {
		fmt.Fprintf(&many, "%d ", i*i)
	}
	f.Add(many.String(), "81")
	f.Fuzz(func(t *testing.T, joined, other string) {
		list := strings.Split(joined, " ")
		slices.Sort(list)
		list = slices.Compact(list)
		var w recordWriter
		w.addStrings(list)
		d := dictionary{newRecords(string(append(w.index, w.body...)), w.count)}
		bloom := filter(buildFilter(list))
		for i, s := range list {
			if got := d.at(i); got != s {
				t.Fatalf("string %d of %q is %q", i, list, got)
			}
			if got := d.find(s); got != i {
				t.Fatalf("%q of %q is found at %d", s, list, got)
			}
			if !bloom.may(hashString(s)) {
				t.Fatalf("the filter of %q hides %q", list, s)
			}
		}
		if want := slices.Index(list, other); d.find(other) != want {
			t.Fatalf("%q in %q: found at %d, want %d", other, list, d.find(other), want)
		}
	})
}

func FuzzSoundsLikeAgreesWithTheKeys(f *testing.F) {
	f.Add("bkrt", "bkt")
	f.Add("bkrts", "krtsb")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 20 || len(b) > 20 {
			t.Skip("no word is so long")
		}
		want := slices.ContainsFunc(soundVariants(a), func(s string) bool { return slices.Contains(soundVariants(b), s) })
		if got := soundsLike(a, b); got != want {
			t.Fatalf("soundsLike(%q, %q) = %v", a, b, got)
		}
	})
}
