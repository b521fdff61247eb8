package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/mend"
	"example.com/asma/cmd/internal/report"
)

const askedText = `التقى Haftar وفدا. ثم قال Haftar إنه راض! وجهت لـ The LNA رسالة؟
وصل Haftar أمس؛ وعاد LNA's قائد.
`

// asked gives the text as it is after the answers, and what was shown.
func asked(t *testing.T, view report.View, answers string) (mended, shown string) {
	t.Helper()
	source := []byte(askedText)
	d, err := document.Open("a.txt", "", source)
	if err != nil {
		t.Fatal(err)
	}
	house := t.TempDir() + "/house.yaml"
	err = writeFile(house, func(w io.Writer) error {
		_, err := w.Write([]byte("version: 1\nnames:\n  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر}\n" +
			"  - {name: Libyan National Army, kind: organization, arabic: الجيش الوطني الليبي, latin: [LNA]}\n"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	settings := &checks.Settings{Glossary: namesOf(t, false, house), Checks: checks.All}
	var out bytes.Buffer
	a := newAsker(streams{in: strings.NewReader(answers), err: &out}, view)
	chosen, _ := a.choose(d, findingsIn(settings, "a.txt", source))
	content, refused := mend.Apply(d, chosen)
	if len(refused) > 0 {
		t.Errorf("refused: %v", refused)
	}
	return string(content), out.String()
}

func TestAskingMendsWhatIsAnsweredWithYes(t *testing.T) {
	mend := func(pairs ...string) string {
		text := askedText
		for i := 0; i < len(pairs); i += 2 {
			text = strings.Replace(text, pairs[i], pairs[i+1], 1)
		}
		return text
	}
	for _, c := range []struct{ name, answers, want string }{
		{"one", "y\nn\nn\nn\nn\n", mend("Haftar", "حفتر")},
		{"all of a name", "a\nn\nn\n", strings.ReplaceAll(askedText, "Haftar", "حفتر")},
		{"none of a name", "s\ny\nn\n", mend("لـ The LNA", "للجيش الوطني الليبي")},
		{"own words", "e\nالمشير حفتر\nq\n", mend("Haftar", "المشير حفتر")},
		{"own words that change nothing, asked again", "e\n\ny\nq\n", mend("Haftar", "حفتر")},
		{"for review too", "s\nn\ny\n", mend("LNA's", "الجيش الوطني الليبي")},
		{"stop keeps what was answered", "y\nq\n", mend("Haftar", "حفتر")},
		{"the end of the answers stops", "n\ny", mend("قال Haftar", "قال حفتر")},
		{"nothing at all", "", askedText},
		{"what is no answer is asked again", "what\nyes\nno\nq\n", mend("Haftar", "حفتر")},
	} {
		if got, shown := asked(t, report.View{}, c.answers); got != c.want {
			t.Errorf("%s: %s, want %s\n%s", c.name, got, c.want, shown)
		}
	}
}

func TestAskingShowsTheSentence(t *testing.T) {
	_, shown := asked(t, report.View{}, "n\nn\nq\n")
	for _, want := range []string{
		"a.txt:1:7: “Haftar” stands in Latin letters; the glossary has حفتر [mixed-script]\n  التقى [-Haftar-]{+حفتر+} وفدا.\nmend it?",
		"  ثم قال [-Haftar-]{+حفتر+} إنه راض!\nmend it?",
		"  وجهت [-لـ The LNA-]{+للجيش الوطني الليبي+} رسالة؟\nmend it?",
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not in\n%s", want, shown)
		}
	}
	_, shown = asked(t, report.View{Color: true, Isolates: true}, "q\n")
	if want := "\u2067التقى \x1b[31m[-Haftar-]\x1b[0m\x1b[32m{+حفتر+}\x1b[0m وفدا.\u2069"; !strings.Contains(shown, want) {
		t.Errorf("%q is not in\n%q", want, shown)
	}
}
