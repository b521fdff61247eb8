package translit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rows reads a table parted by tabs, comments left out.
func rows(t testing.TB, name string) (out [][]string) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(source)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func probability(a, b string) float64 { return ProbabilityName(CompileName(a), CompileName(b)) }

func TestNamesAreHeardAsOneOrAsTwo(t *testing.T) {
	for _, row := range rows(t, "names.tsv") {
		a, b, want := row[0], row[1], row[2]
		p := probability(a, b)
		ok := p >= 0.5
		switch want {
		case "heard":
			ok = p >= 0.003
		case "two":
			ok = p < 0.5
		}
		if !ok {
			t.Errorf("%s, %s: probability %.4f, want them to be %s", a, b, p, want)
		}
	}
}

func TestTheOrderOfTwoNamesDoesNotMatter(t *testing.T) {
	for _, row := range rows(t, "names.tsv") {
		p, q := probability(row[0], row[1]), probability(row[1], row[0])
		if d := p - q; d > 1e-6 || d < -1e-6 {
			t.Errorf("%s, %s: %.6f one way, %.6f the other", row[0], row[1], p, q)
		}
	}
}

// Of the names of CLDR one of six is a translation or an exonym (Egypt, مصر),
// which the glossary knows and the ear cannot hear.
func TestPlacesAreHeardAmongAllOthers(t *testing.T) {
	var latins []*Latin
	var arabs []*Arabic
	list := rows(t, "cldr.tsv")
	for _, row := range list {
		latins = append(latins, CompileLatin(row[0]))
		arabs = append(arabs, CompileArabic(row[1]))
	}
	heard, wrong := 0, 0
	for i, l := range latins {
		for k, a := range arabs {
			switch yes := Probability(l, a) >= 0.5; {
			case i == k && yes:
				heard++
			case yes && list[i][0] != list[k][0] && list[i][1] != list[k][1]:
				wrong++
			}
		}
	}
	t.Logf("%d of %d heard, %d others with them", heard, len(list), wrong)
	if share := float64(heard) / float64(len(list)); share < leastPlaces {
		t.Errorf("%.3f of the places are heard, want %.3f", share, leastPlaces)
	}
	if wrong > mostPlaces {
		t.Errorf("%d pairs of different places are heard as one, want at most %d", wrong, mostPlaces)
	}
}

const (
	leastPlaces = 0.80
	mostPlaces  = 12
)

func TestDistinctNamesNeverMeet(t *testing.T) {
	for line := range strings.Lines(distinctList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		for i, a := range words {
			for _, b := range words[i+1:] {
				if string(ArabicCodes(a)) == string(ArabicCodes(b)) {
					if a == b {
						t.Errorf("%s stands twice on a line of distinct.txt", a)
					}
					continue
				}
				if p := ProbabilityArabic(CompileArabic(a), CompileArabic(b)); p != 0 {
					t.Errorf("%s, %s: probability %.4f, though they are listed as two", a, b, p)
				}
			}
		}
	}
}
