package main

import (
	"bytes"
	"strings"
	"testing"

	"example.com/asma/glossary"
)

func TestNoRowOfTheBuiltInGlossaryIsAtFault(t *testing.T) {
	entries, err := read("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range prove(entries) {
		t.Error(fault)
	}
}

const header = "name\tkind\tarabic\talso\tnever\ttranslated\tlatin\trules\n"

func TestFaultsAreFound(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"a form that another row deprecates", "Kyiv\tplace\tكييف\t\t\t\t\texonym\nKief\tplace\tكيفكا\t\tكييف\t\t\texonym\n", "deprecates كييف"},
		{"a row that stands twice", "Kyiv\tplace\tكييف\t\t\t\t\texonym\nKyiv\tplace\tكييف\t\t\t\t\texonym\n", "stands twice"},
		{"another sound", "Berlin\tplace\tباريس\n", "no sound of"},
		{"an everyday word", "Kitab\tplace\tكتاب\n", "everyday word"},
		{"a slip of the pen as alternate", "Schalke\torganization\tشالكه\tشالكة\n", "differ in ة/ه only"},
		{"a stretched letter", "Berlin\tplace\tبرلـين\n", "tatweel"},
		{"Persian letters", "Paris\tplace\tپاريس\n", "Persian letters"},
		{"needless harakat", "Berlin\tplace\tبَرلين\n", "harakat"},
		{"Latin letters in Arabic", "Zone E\tplace\tمنطقة E\t\t\t\t\ttranslation\n", "Latin letters"},
		{"a form behind a shorter one", "Disney\torganization\tديزني\nDisney Plus\torganization\tديزني بلس\tديزني+\n", "can never match"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			entries, err := glossary.Parse("t.tsv", []byte(header+test.rows))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(prove(entries), "\n"); !strings.Contains(got, test.want) {
				t.Errorf("told %q, want %q", got, test.want)
			}
		})
	}
}

func TestSameSeedDrawsSameRows(t *testing.T) {
	entries, err := glossary.Parse("t.tsv", []byte(header+"Berlin\tplace\tبرلين\nParis\tplace\tباريس\nRome\tplace\tروما\tرومة\n"))
	if err != nil {
		t.Fatal(err)
	}
	var first, second, other bytes.Buffer
	printSample(&first, entries, 2, 7)
	printSample(&second, entries, 2, 7)
	printSample(&other, entries, 9, 8)
	if first.String() != second.String() || strings.Count(first.String(), "\n") != 2 || strings.Count(other.String(), "\n") != 3 {
		t.Errorf("drew\n%s then\n%s and of all\n%s", &first, &second, &other)
	}
}

func TestHomographsAreListed(t *testing.T) {
	entries, err := glossary.Parse("t.tsv", []byte(header+"Tripoli\tplace\tطرابلس\nTripoli (Lebanon)\tplace\tطرابلس\n"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	printHomographs(&out, entries)
	if want := "طرابلس\tTripoli\tTripoli (Lebanon)\n"; out.String() != want {
		t.Errorf("listed %q, want %q", &out, want)
	}
}
