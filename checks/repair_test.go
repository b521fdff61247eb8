package checks_test

import (
	"strings"
	"testing"

	"example.com/asma/checks"
)

const repairHouse = `version: 1
names:
  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر, never: [خليفة هافتار]}
  - {name: Saddam Haftar, kind: person, arabic: صدام حفتر}
  - {name: Muammar Gaddafi, kind: person, arabic: معمر القذافي, latin: [Moammar Gadhafi], never: [معمر القزافي]}
  - {name: Burhan Ghalioun, kind: person, arabic: برهان غليون}
  - {name: Diosdado Cabello, kind: person, arabic: ديوسدادو كابيو}
  - {name: Camila Cabello, kind: person, arabic: كاميلا كابيو, also: [كاميلا كابيلو]}
  - {name: Carlos Alcaraz, kind: person, arabic: كارلوس ألكاراز, also: [كارلوس ألكاراس]}
  - {name: Subrahmanyam Jaishankar, kind: person, arabic: سوبرامانيام جايشانكار, latin: [S. Jaishankar]}
  - {name: Libyan National Army, kind: organization, arabic: الجيش الوطني الليبي, latin: [LNA]}
  - {name: Kansas City Chiefs, kind: organization, arabic: كانساس سيتي تشيفز, also: [تشيفز], latin: [Chiefs], article: optional}
  - {name: Binance, kind: organization, arabic: بينانس, never: [باينانس]}
  - {name: Rapid Support Forces, kind: organization, arabic: قوات الدعم السريع, latin: [RSF]}
  - {name: Reporters Without Borders, kind: organization, arabic: مراسلون بلا حدود, latin: [RSF]}
  - {name: Lahore, kind: place, arabic: لاهور}
  - {name: Niger, kind: place, arabic: النيجر}
  - {name: Judge, kind: person, arabic: جادج, translated: [القاضي]}
`

// A fix speaks Arabic (law 6), and is safe only where nothing is open. Each
// row is a text, the words that are mended, and what becomes of them; a ?
// before it: for review.
var repairs = []struct{ name, text, spelling, want string }{
	{"a surname alone stays alone", "رسالة وجهت إلى هافتار أمس", "هافتار", "حفتر"},
	{"ل stays", "رسالة وجهت لهافتار أمس", "لهافتار", "لحفتر"},
	{"و and ب stay", "رسالة وبهافتار أمس", "وبهافتار", "وبحفتر"},
	{"the full name stays full", "قال خليفة هافتار أمس", "خليفة هافتار", "خليفة حفتر"},
	{"clitics before a full name", "رسالة ولمعمر القزافي أمس", "ولمعمر القزافي", "ولمعمر القذافي"},
	{"a clitic apart joins", "التقى الوفد بـ Haftar في بنغازي", "بـ Haftar", "بحفتر"},
	{"a clitic glued to Latin", "أعلنت منصة أخرى وBinance عن الصفقة", "وBinance", "وبينانس"},
	{"the English article goes", "في مقر The LNA أمس", "The LNA", "الجيش الوطني الليبي"},
	{"ل and ال contract", "القائد الأعلى لـ The LNA أمس", "لـ The LNA", "للجيش الوطني الليبي"},
	{"no second ال", "حضرت الـ LNA العرض", "الـ LNA", "الجيش الوطني الليبي"},
	{"no second ال for a place", "سافر إلى الـ Niger أمس", "الـ Niger", "النيجر"},
	{"two clitics and ال", "سافر ولـ Niger قصة أخرى", "ولـ Niger", "وللنيجر"},
	{"ال stays where the name takes it", "فاز فريق الـ Chiefs أمس", "الـ Chiefs", "التشيفز"},
	{"ال that nobody takes", "وقال الـ Haftar إنه راض", "الـ Haftar", "?حفتر"},
	{"a surname in a further Latin form", "أقيمت المباراة في استاد Gadhafi أمس", "Gadhafi", "القذافي"},
	{"other Latin words beside it", "تمت إعادة تسمية ملعب Lahore's Cricket لاحقا", "Lahore's Cricket", "?لاهور كريكيت"},
	{"a possessive", "وقال متحدث Haftar's أمس", "Haftar's", "?حفتر"},
	{"an initial", "وقال الوزير S. Jaishankar أمس", "S. Jaishankar", "?سوبرامانيام جايشانكار"},
	{"a given name alone", "وقال المعارض Burhan أمس", "Burhan", "?برهان"},
	{"a form of two entries", "وقال بيان RSF إن الوضع صعب، كما قالت RSF's ذلك", "RSF's", ""},
	{"a surname of two who admit another spelling", "وغنى Cabello أمس", "Cabello", "?كابيو"},
	{"the admitted form that the article uses", "فاز كارلوس ألكاراس بالمباراة، وقال Alcaraz إنه راض", "Alcaraz", "ألكاراس"},
	{"the name stands there already", "قال حفتر Haftar إن ذلك صحيح", "Haftar", "?حفتر"},
	{"harakat round about", "قَالَ هافتار إِنَّ الأمرَ انتهى", "هافتار", "حفتر"},
	{"harakat inside", "قال هَافتَار إن الأمر انتهى", "هَافتَار", "حفتر"},
}

func TestRepairsSpeakArabic(t *testing.T) {
	settings := &checks.Settings{Glossary: loadHouse(t, repairHouse), Checks: checks.All, Jobs: 1}
	for _, r := range repairs {
		t.Run(r.name, func(t *testing.T) {
			source := checks.Source{Path: "a.txt", Read: func() ([]byte, error) { return []byte(r.text + ".\n"), nil }}
			got := ""
			for f := range checks.Run(settings, []checks.Source{source}, nil).Findings.All() {
				if f.Text != r.spelling || len(f.Fixes) == 0 {
					continue
				}
				got = f.Fixes[0].Text
				if !f.Fixes[0].Safe {
					got = "?" + got
				}
			}
			if got != r.want {
				t.Errorf("in “%s” %s becomes %q, want %q", r.text, r.spelling, got, r.want)
			}
			if strings.Contains(got, "الال") {
				t.Errorf("%q has ال twice", got)
			}
		})
	}
}
