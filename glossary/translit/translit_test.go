package translit

import (
	"math"
	"strings"
	"testing"
)

// naiveRead sums over every way to split the target, one letter after another.
func naiveRead(t *transducer, s *source, codes []uint8, letter int) float64 {
	if letter == len(s.letters) {
		if len(codes) == 0 {
			return 1
		}
		return 0
	}
	total := 0.0
	for i, e := range t.emits[s.letters[letter]] {
		if rest, found := strings.CutPrefix(string(codes), e); found {
			total += float64(s.rows[letter][i+1]) * naiveRead(t, s, []uint8(rest), letter+1)
		}
	}
	return total
}

var readings = [][2]string{
	{"Gadhafi", "القذافي"}, {"Haftar", "حفتر"}, {"Li", "لي"}, {"Schwarzenegger", "شوارزنيغر"}, {"Haftar", "الحكومة"}, {"Ox", "أوكسفورد"}, {"Wrocław", "فروتسواف"},
}

func TestReadingSumsOverAllWays(t *testing.T) {
	m := model()
	for _, r := range readings {
		latin, arab := LatinCodes(r[0]), ArabicCodes(r[1])
		for _, c := range []struct {
			t        *transducer
			from, to []uint8
		}{{m.forward[0], latin, arab}, {m.forward[1], latin, arab}, {m.backward, arab, latin}, {m.variants, arab, arab}} {
			s, to := c.t.compile(c.from), c.t.target(c.to)
			if got, want := c.t.read(&s, &to), naiveRead(c.t, &s, c.to, 0); math.Abs(got-want) > 1e-9*want {
				t.Errorf("%s, %s: %g, the slow way gives %g", r[0], r[1], got, want)
			}
		}
		a, b, to := m.forward[0].compile(latin), m.forward[1].compile(latin), m.forward[0].target(arab)
		p, q := m.forward[0].readBoth(&a, &b, &to)
		if wantP, wantQ := m.forward[0].read(&a, &to), m.forward[1].read(&b, &to); math.Abs(p-wantP) > 1e-9*wantP || math.Abs(q-wantQ) > 1e-9*wantQ {
			t.Errorf("%s, %s: read together %g and %g, apart %g and %g", r[0], r[1], p, q, wantP, wantQ)
		}
	}
}

func TestRowsAreProbabilities(t *testing.T) {
	for _, word := range []string{"haftar", "schwarzenegger", "xyzzy", "qaddafi"} {
		for _, tr := range model().forward {
			s := tr.compile(LatinCodes(word))
			for i, row := range s.rows {
				sum := 0.0
				for _, p := range row {
					sum += float64(p)
				}
				// Packing rounds every logarithm to a sixteenth.
				if sum < 0.85 || sum > 1.15 {
					t.Errorf("%s, letter %d: the probabilities add up to %.3f", word, i, sum)
				}
			}
		}
	}
}

func TestABrokenModelIsRefused(t *testing.T) {
	for _, n := range []int{0, 5, 100, len(packed) / 2, len(packed) - 1} {
		if _, err := Decode(packed[:n]); err == nil {
			t.Errorf("a model cut to %d bytes is taken", n)
		}
	}
	if _, err := Decode(packed + "x"); err == nil {
		t.Error("a model with something behind it is taken")
	}
	if len(packed) > 300_000 {
		t.Errorf("the model has %d bytes, want at most 300,000", len(packed))
	}
}

func TestAlignShowsWhichLettersAnswer(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"Haftar", "حفتر", "h→ح a→ f→ف t→ت a→ r→ر"},
		{"حفتر", "Haftar", "ح→h →a ف→f ت→t →a ر→r"},
		{"Gadhafi", "القذافي", "→ال g→ق a→ d→ذ h→ a→ا f→ف i→ي"},
	} {
		var got []string
		for _, p := range Align(test.a, test.b) {
			got = append(got, p.A+"→"+p.B)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s, %s: %s, want %s", test.a, test.b, s, test.want)
		}
	}
}

func FuzzAlignKeepsEveryLetter(f *testing.F) {
	for _, r := range readings {
		f.Add(r[0], r[1])
		f.Add(r[1], r[1])
		f.Add(r[0], r[0])
	}
	f.Add("هتفار", "Haftar")
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		var x, y string
		for _, p := range Align(a, b) {
			x, y = x+p.A, y+p.B
		}
		if wantX, wantY := foldedText(a), foldedText(b); x != wantX || y != wantY {
			t.Errorf("%q, %q: aligned %q, %q; want %q, %q", a, b, x, y, wantX, wantY)
		}
	})
}

func foldedText(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return len(LatinCodes(string(r))) > 0 }) {
		return latinText(cut(LatinCodes(word)))
	}
	return arabicText(cut(ArabicCodes(word)))
}

func FuzzProbabilities(f *testing.F) {
	for _, row := range rows(f, "names.tsv") {
		f.Add(row[0], row[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if p := probability(a, b); !(p >= 0 && p <= 1) {
			t.Errorf("%q, %q: probability %g", a, b, p)
		}
	})
}

func TestSpellingsGoOutAndComeBack(t *testing.T) {
	for _, name := range []string{"Haftar", "Zelensky", "Gramsci", "Oppenheimer", "Tanaka", "Khalid"} {
		for _, s := range Spell(name, 2, Profile{}) {
			if p := Probability(CompileLatin(name), CompileArabic(s.Text)); p < 0.5 {
				t.Errorf("%s is spelled %s, which is heard as it with %.3f only", name, s.Text, p)
			}
		}
	}
	if got := Spell("", 3, Profile{}); got != nil {
		t.Errorf("nothing is spelled %v", got)
	}
}

func TestTheHouseChoosesItsLetters(t *testing.T) {
	for _, test := range []struct {
		name, letter string
		house        Profile
	}{{"Magritte", "ج", Profile{G: "ج"}}, {"Magritte", "غ", Profile{G: "غ"}}, {"Navalny", "ڤ", Profile{V: "ڤ"}}, {"Picasso", "پ", Profile{P: "پ"}}} {
		s := Spell(test.name, 1, test.house)
		if len(s) != 1 || !strings.Contains(s[0].Text, test.letter) {
			t.Errorf("%s with %+v is spelled %v, want %s in it", test.name, test.house, s, test.letter)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		Decode(packed)
	}
}

func BenchmarkCompileLatin(b *testing.B) {
	for b.Loop() {
		CompileLatin("Gadhafi").readOnce()
	}
}

func BenchmarkCompileArabic(b *testing.B) {
	for b.Loop() {
		CompileArabic("القذافي")
	}
}

// BenchmarkAgainstAll hears one name against all places of the test data.
func BenchmarkAgainstAll(b *testing.B) {
	l, x := CompileLatin("Gadhafi"), CompileArabic("القذافي")
	var arabs []*Arabic
	for _, row := range rows(b, "cldr.tsv") {
		arabs = append(arabs, CompileArabic(row[1]))
	}
	perWord := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(arabs)), "ns/comparison")
	}
	b.Run("latin", func(b *testing.B) {
		for b.Loop() {
			for _, a := range arabs {
				Probability(l, a)
			}
		}
		perWord(b)
	})
	b.Run("arabic", func(b *testing.B) {
		for b.Loop() {
			for _, a := range arabs {
				ProbabilityArabic(x, a)
			}
		}
		perWord(b)
	})
}

func BenchmarkNear(b *testing.B) {
	l, x, y := CompileLatin("Gadhafi"), CompileArabic("القذافي"), CompileArabic("قدافي")
	b.Run("latin", func(b *testing.B) {
		for b.Loop() {
			Probability(l, x)
		}
	})
	b.Run("arabic", func(b *testing.B) {
		for b.Loop() {
			ProbabilityArabic(x, y)
		}
	})
}
