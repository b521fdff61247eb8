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
		for _, f := range formsOf(e) {
			if len(f.keys) > 0 && !hasForm(l, i, f) {
				t.Errorf("%s: form %q (%v) is lost", e.Name, f.text, f.keys)
			}
		}
	}
}

func hasForm(l *layer, entry int, want indexed) bool {
	word := l.find(want.keys[0])
	if word < 0 {
		return false
	}
	for forms := l.forms(word, nil); forms.next(); {
		f := forms.form
		keys := []string{want.keys[0]}
		for _, w := range f.further {
			keys = append(keys, l.keys.at(w))
		}
		if f.entry == entry && slices.Equal(keys, want.keys) && f.kind == want.kind && f.status == want.status &&
			f.ordinary == want.plain && l.readText(&f) == want.text {
			return true
		}
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
		var heads recordWriter
		heads.addHeads(list)
		d := sortedDictionary{dictionary{newRecords(string(append(w.index, w.body...)), w.count)}, string(heads.body)}
		var bloom recordWriter
		bloom.addFilter(list)
		for i, s := range list {
			if got := d.at(i); got != s {
				t.Fatalf("string %d of %q is %q", i, list, got)
			}
			if got := d.find(s); got != i {
				t.Fatalf("%q of %q is found at %d", s, list, got)
			}
			if !filter(bloom.body).may(probeOf(s)) {
				t.Fatalf("the filter of %q hides %q", list, s)
			}
		}
		if want := slices.Index(list, other); d.find(other) != want {
			t.Fatalf("%q in %q: found at %d, want %d", other, list, d.find(other), want)
		}
	})
}

func FuzzFarIsTheLeastOfAllWaysToSetTwoWordsAgainstEachOther(f *testing.F) {
	f.Add("هافتار", "حفتر")
	f.Add("هتفار", "حفتر")
	f.Add("بيرنسايد", "برنسايد")
	f.Add("haftar", "حفتر")
	f.Add("قطر", "كترو")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := naiveSlots(a), naiveSlots(b)
		want := naiveFar(x, y)
		if got := ShapeOf(a).Far(ShapeOf(b)); got != want {
			t.Fatalf("%q and %q are %d apart, want %d", a, b, got, want)
		}
		if got := ShapeOf(b).Far(ShapeOf(a)); got != want {
			t.Fatalf("%q and %q are %d apart the other way, want %d", a, b, got, want)
		}
	})
}

// naiveSlot is a consonant with the vowels before it, as sets of letters.
type naiveSlot struct{ letter, class, vowels string }

func naiveSlots(word string) (out []naiveSlot) {
	next := naiveSlot{}
	for _, r := range word {
		class := Skeleton(string(r))
		if class != "" && len(out) > 0 && out[len(out)-1].class == class {
			continue
		}
		if class == "" {
			next.vowels += naiveVowel(r)
			continue
		}
		if len(out) == shapeSlots {
			return out
		}
		next.letter, next.class = string(r), class
		if r < 0x600 || !strings.ContainsRune(shapeLetters, r) {
			next.letter = ""
		}
		out, next = append(out, next), naiveSlot{}
	}
	if len(out) == shapeSlots {
		return out
	}
	return append(out, next)
}

func naiveVowel(r rune) string {
	switch r {
	case 'ا', 'a':
		return "a"
	case 'و', 'o', 'u', 'w':
		return "o"
	case 'ي', 'y', 'e', 'i':
		return "i"
	}
	return "h"
}

func naiveFar(a, b []naiveSlot) int {
	n, m := naiveConsonants(a), naiveConsonants(b)
	switch {
	case n < m:
		return naiveFar(b, a)
	case n > m+1:
		return TooFar
	case n == m:
		return naiveAligned(a, b, true) - n
	}
	least := TooFar
	for i := range n {
		rest := slices.Clone(a[:i])
		next := naiveSlot{}
		if i+1 < len(a) {
			next = a[i+1]
			rest = append(rest, a[i+1:]...)
		} else {
			rest = append(rest, next)
		}
		next.vowels += a[i].vowels
		rest[i] = next
		least = min(least, naiveAligned(rest, b, false)+farDropped)
	}
	return least - m
}

func naiveConsonants(a []naiveSlot) (n int) {
	for _, s := range a {
		if s.class != "" {
			n++
		}
	}
	return n
}

func naiveAligned(a, b []naiveSlot, swaps bool) (far int) {
	a, b = slices.Concat(a, make([]naiveSlot, 9-len(a))), slices.Concat(b, make([]naiveSlot, 9-len(b)))
	for i := 0; i < 8; i++ {
		if x, y := a[i:i+2], b[i:i+2]; swaps && x[0].class != x[1].class && x[1].class != "" && x[0].class == y[1].class && x[1].class == y[0].class {
			far += farSwapped + naiveVowelsFar(x[0].vowels+x[1].vowels, y[0].vowels+y[1].vowels)
			i++
			continue
		}
		far += naiveVowelsFar(a[i].vowels, b[i].vowels)
		switch {
		case a[i].class != b[i].class:
			far += farOther
		case a[i].letter != b[i].letter && a[i].letter != "" && b[i].letter != "":
			far += farLetter
		}
	}
	return far
}

func naiveVowelsFar(a, b string) (far int) {
	for _, v := range []string{"a", "o", "i", "h"} {
		if strings.Contains(a, v) != strings.Contains(b, v) {
			far++
		}
	}
	return far
}
