package checks

import (
	"reflect"
	"slices"
	"testing"

	"example.com/asma/checks/document"
)

// What is packed comes out again, whatever numbers and texts a cache may hold.
func FuzzFindingsArePackedWithoutLoss(f *testing.F) {
	f.Add("هافتار", "Khalifa Haftar", 17, -3, uint8(2), 0.5)
	f.Add("", "", 0, 1<<62, uint8(255), -1.0)
	f.Fuzz(func(t *testing.T, text, name string, a, b int, severity uint8, confidence float64) {
		if confidence != confidence {
			t.Skip("not a number")
		}
		start, end := Place{a, b, a, b, a}, Place{b, a, b, a, b}
		one := Finding{
			Check: "mixed-script", Severity: Severity(severity), Path: "a.txt", Start: start, End: end, Text: text, Spelling: text, Name: name,
			Message: name + text, Confidence: confidence, Before: text, Fingerprint: name, Occurrence: 1,
			Fixes: []Fix{
				{Text: name, Safe: true, Edits: []document.Edit{{Span: document.Span{Start: a, End: b}, New: name}, {New: text}}},
				{Text: text, Undecided: true},
			},
			Related: []Related{{"b.txt", start, end, text}, {"", end, start, name}},
		}
		two := Finding{Path: "a.txt", Message: text}
		var got []Finding
		for finding := range packedAs(one, two).All() {
			got = append(got, *finding)
		}
		if want := []Finding{one, two}; !reflect.DeepEqual(got, want) {
			t.Errorf("\n%+v\nbecame\n%+v", want, got)
		}
	})
}

func packedAs(findings ...Finding) *Findings {
	var out Findings
	out.add(pack("a.txt", findings))
	return &out
}

// The sites of a spelling are one a file, in order, wherever they were added.
func FuzzSitesArePackedWithoutLoss(f *testing.F) {
	f.Add(17, 3, 5, -1)
	f.Add(1<<62, 0, -1<<63, 9)
	f.Fuzz(func(t *testing.T, a, b, c, d int) {
		var list siteList
		var chain siteChain
		want := []Site{
			{"a.txt", Place{a, b, c, d, a}, Place{b, c, d, a, b}, c},
			{"b.txt", Place{d, c, b, a, d}, Place{}, d},
			{"c.txt", Place{}, Place{d, d, d, d, d}, b},
		}
		for _, i := range []int{2, 0, 1} {
			chain = list.add(chain, &want[i])
			list.add(0, &want[i]) // of another spelling
		}
		if got := list.of(chain); !slices.Equal(got, want) {
			t.Errorf("\n%+v\nbecame\n%+v", want, got)
		}
		list.add(0, &want[0])
		twice := want[1]
		twice.Start.Offset = d - 1
		if d > -1<<63 {
			chain = list.add(chain, &twice)
			if got := list.of(chain)[1]; got.Start.Offset != d-1 || got.Count != 2*d {
				t.Errorf("%+v and %+v became %+v", want[1], twice, got)
			}
		}
	})
}
