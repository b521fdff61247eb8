package glossary

import (
	"slices"
	"strings"
	"testing"

	"example.com/asma/glossary/arabic"
	"github.com/google/go-cmp/cmp"
)

// show writes what was found as core=entry, clitics before a plus, with what
// is special about a match behind it.
func show(g *Glossary, text string) string {
	var out []string
	for _, m := range g.NewFinder().Find(text) {
		s := text[m.Core:m.End] + "=" + g.Entry(m.Entry).Name
		for _, rival := range m.Rivals {
			s += "|" + g.Entry(rival).Name
		}
		if m.Clitics != "" {
			s = m.Clitics + "+" + s
		}
		switch m.How {
		case PartAlone:
			s += " part"
		case Nisba:
			s += " nisba"
		}
		if m.Definite {
			s += " definite"
		}
		if m.Form.Ordinary {
			s += " ordinary"
		}
		if m.Form.Status > Admitted {
			s += " " + m.Form.Status.String()
		}
		if m.Differs != 0 {
			s += " (" + m.Differs.String() + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func glossaryOf(t *testing.T, entries ...*Entry) *Glossary {
	t.Helper()
	g, err := New(entries)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func place(latin string, forms ...string) *Entry {
	e := person(latin, forms...)
	e.Kind = Place
	return e
}

func tryFind(t *testing.T, g *Glossary, tests [][2]string) {
	t.Helper()
	for _, tt := range tests {
		if diff := cmp.Diff(tt[1], show(g, tt[0])); diff != "" {
			t.Errorf("%q: -want +got\n%s", tt[0], diff)
		}
	}
}

func TestNamesThatBeginLikeCliticsSurviveWhole(t *testing.T) {
	var entries []*Entry
	names := strings.Fields("وليد فاروق بلال كريم لبنان إلهام والي فالح باسم كمال لؤي الهام")
	for _, name := range names {
		e := person("N "+name[2:], name)
		e.Name, e.Mononym = "Nom "+strings.Repeat("x", len(entries)+1), true
		entries = append(entries, e)
	}
	g := glossaryOf(t, entries...)
	for _, name := range names {
		for _, clitics := range []string{"", "و", "ل", "وب", "ف"} {
			word := clitics + name
			m := g.NewFinder().Find(word)
			if len(m) != 1 || m[0].Clitics != clitics || word[m[0].Core:] != name {
				t.Errorf("%s + %s: found %s", clitics, name, show(g, word))
			}
		}
	}
}

func TestCliticsBeforeNames(t *testing.T) {
	g := glossaryOf(t, person("Muammar Gaddafi", "معمر القذافي"), person("Khalifa Haftar", "خليفة حفتر"), person("Abdul Hamid Dbeibeh", "عبد الحميد الدبيبة"), place("Iraq", "العراق"), place("Lebanon", "لبنان"))
	tryFind(t, g, [][2]string{
		{"للقذافي", "ل+قذافي=Muammar Gaddafi part ordinary"},
		{"وبالقذافي", "وب+القذافي=Muammar Gaddafi part ordinary"},
		{"للدبيبة", "ل+دبيبة=Abdul Hamid Dbeibeh part"},
		{"وبالدبيبة", "وب+الدبيبة=Abdul Hamid Dbeibeh part"},
		{"دبيبة", "دبيبة=Abdul Hamid Dbeibeh part"},
		{"عبدالحميد دبيبة", "عبدالحميد دبيبة=Abdul Hamid Dbeibeh"},
		{"لحفتر", "ل+حفتر=Khalifa Haftar part"},
		{"لـحفتر", "ل+حفتر=Khalifa Haftar part"},
		{"لـ حفتر", "حفتر=Khalifa Haftar part"},
		{"الحفتر", "حفتر=Khalifa Haftar part definite"},
		{"وللعراق", "ول+عراق=Iraq"},
		{"بالعراق", "ب+العراق=Iraq"},
		{"ولبنان", "و+لبنان=Lebanon"},
		{"بلبنان", "ب+لبنان=Lebanon"},
		{"ومعمر القذافي", "و+معمر القذافي=Muammar Gaddafi"},
		{"كخليفة حفتر", "ك+خليفة حفتر=Khalifa Haftar"},
		{"حفترة", ""},
	})
}

func TestAdjectivesOfPlacesAreKnownAndNoMentions(t *testing.T) {
	g := glossaryOf(t, place("Libya", "ليبيا"), place("Pakistan", "باكستان"), place("France", "فرنسا"), place("Africa", "إفريقيا", "أفريقيا"), place("Kuwait", "الكويت"))
	for _, word := range strings.Fields("ليبي الليبية والليبيين ليبيون باكستاني باكستانية الباكستانيون فرنسي فرنسية إفريقي الكويتية كويتيات للفرنسيين") {
		m := g.NewFinder().Find(word)
		if !arabic.Ordinary(word) && (len(m) != 1 || m[0].How != Nisba) {
			t.Errorf("%s: found %s", word, show(g, word))
		}
		if !slices.ContainsFunc(arabic.Readings(word), func(r arabic.Reading) bool { return g.IsWord(r.Stem) }) {
			t.Errorf("%s is not known", word)
		}
	}
	for _, word := range strings.Fields("لي ية فري باكستاس") {
		if g.IsWord(word) {
			t.Errorf("%s is known", word)
		}
	}
}

func TestHomographsAreRivals(t *testing.T) {
	g := glossaryOf(t, place("Tripoli", "طرابلس"), place("Tripoli (Lebanon)", "طرابلس"), place("Oman", "عُمان"), place("Amman", "عمّان"),
		person("Khalifa Haftar", "خليفة حفتر"), person("Saddam Haftar", "صدام حفتر"))
	tryFind(t, g, [][2]string{
		{"في طرابلس", "طرابلس=Tripoli|Tripoli (Lebanon)"},
		{"حفتر", "حفتر=Khalifa Haftar|Saddam Haftar part"},
		{"صدام حفتر", "صدام حفتر=Saddam Haftar"},
		{"Haftar", "Haftar=Khalifa Haftar|Saddam Haftar part"},
		{"عمان", "عمان=Oman|Amman (harakat)"},
	})
}

func TestLatinFormsWithoutCaseArticleAndPossessive(t *testing.T) {
	army := &Entry{Name: "Libyan National Army", Kind: Organization, Arabic: []Form{{Text: "الجيش الوطني الليبي"}}, Latin: []string{"LNA", "The National Army"}}
	g := glossaryOf(t, army, person("Muammar Gaddafi", "معمر القذافي"), place("Lahore", "لاهور"), person("Recep Tayyip Erdoğan", "رجب طيب أردوغان"))
	tryFind(t, g, [][2]string{
		{"LIBYAN NATIONAL ARMY", "LIBYAN NATIONAL ARMY=Libyan National Army"},
		{"the libyan national army's", "libyan national army's=Libyan National Army"},
		{"The National Army", "The National Army=Libyan National Army"},
		{"National Army", "National Army=Libyan National Army"},
		{"The LNA", "LNA=Libyan National Army"},
		{"lna", ""},
		{"LNA’s", "LNA’s=Libyan National Army"},
		{"GADDAFI", "GADDAFI=Muammar Gaddafi part"},
		{"gaddafi", ""},
		{"Lahore's", "Lahore's=Lahore"},
		{"Erdogan", "Erdogan=Recep Tayyip Erdoğan part"},
	})
}

func TestDistinctNamesAreNotTakenForEachOther(t *testing.T) {
	pairs := [][2]string{
		{"النيجر", "نيجيريا"}, {"النمسا", "أستراليا"}, {"سلوفاكيا", "سلوفينيا"}, {"إيران", "العراق"}, {"مالي", "ملاوي"},
		{"محمد", "محمود"}, {"كمال", "كامل"},
	}
	for _, pair := range pairs {
		one, other := place("One", pair[0]), place("Other", pair[1])
		if strings.HasPrefix(pair[0], "محمد") || strings.HasPrefix(pair[0], "كمال") {
			one.Kind, other.Kind = Person, Person
		}
		g := glossaryOf(t, one, other)
		for i, name := range []string{"One", "Other"} {
			for _, clitics := range []string{"", "و", "ب"} {
				m := g.NewFinder().Find(clitics + pair[i])
				if len(m) != 1 || g.Entry(m[0].Entry).Name != name || len(m[0].Rivals) > 0 {
					t.Errorf("%s%s: found %s", clitics, pair[i], show(g, clitics+pair[i]))
				}
			}
		}
	}
}

func TestEverydayWordsAreMarkedOrdinary(t *testing.T) {
	for _, word := range strings.Fields("شريف خليفة سعيد القدر الحل كريم") {
		e := person("Some One", word)
		e.Mononym = true
		g := glossaryOf(t, e)
		m := g.NewFinder().Find(word)
		if len(m) != 1 || !m[0].Form.Ordinary {
			t.Errorf("%s: found %s", word, show(g, word))
		}
	}
}

func TestWhatIsFoldedIsNamed(t *testing.T) {
	g := glossaryOf(t, person("Ahmed al-Sharaa", "أحمد الشرع"), person("Hoda Shaarawi", "هدى شعراوي"), place("Islamabad", "إسلام آباد"), place("Kabul", "كابل"))
	tryFind(t, g, [][2]string{
		{"احمد الشرع", "احمد الشرع=Ahmed al-Sharaa (hamza)"},
		{"هدي شعراوى", "هدي شعراوى=Hoda Shaarawi (ى/ي)"},
		{"أحمَد الشَّرع", "أحمَد الشَّرع=Ahmed al-Sharaa (harakat)"},
		{"أحـــمد الشرع", "أحـــمد الشرع=Ahmed al-Sharaa (tatweel)"},
		{"اسلام اباد", "اسلام اباد=Islamabad (hamza)"},
		{"کابل", "کابل=Kabul (look-alike letters)"},
	})
}

func TestLongestAndLeftmostWin(t *testing.T) {
	g := glossaryOf(t, place("Kuwait", "الكويت"), place("Kuwait City", "مدينة الكويت"), place("Medina", "المدينة"), person("Ali Kuwait", "علي مدينة"))
	tryFind(t, g, [][2]string{
		{"في مدينة الكويت", "مدينة الكويت=Kuwait City"},
		{"علي مدينة الكويت", "علي مدينة=Ali Kuwait; الكويت=Kuwait"},
		{"مدينة، الكويت", "مدينة=Ali Kuwait part ordinary; الكويت=Kuwait"},
	})
}

func TestTheNearSpellingsOfAWordSoundLikeIt(t *testing.T) {
	g := glossaryOf(t, person("Khalifa Haftar", "خليفة حفتر"), person("Muammar Gaddafi", "معمر القذافي"))
	for word, want := range map[string]string{"هافتار": "حفتر", "محمر": "معمر", "قزافي": "قذافي"} {
		found := false
		for _, near := range g.Sounding(nil, word, 4) {
			found = found || g.Word(near) == want
		}
		if !found {
			t.Errorf("%s: %s is not among %v", word, want, g.Sounding(nil, word, 4))
		}
	}
}
