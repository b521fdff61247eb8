package checks_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"example.com/asma/checks"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// Articles of correct Arabic, made of the built-in glossary's own preferred and
// admitted forms: one form a name and article, with clitics in every position.
// Whatever asma finds in them is false.
func TestCorrectArabicIsClean(t *testing.T) {
	g, err := glossary.Load(glossary.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := maker{random: rand.New(rand.NewPCG(5, 0)), glossary: g}
	var sources []checks.Source
	for i := range 200 {
		text := m.article()
		sources = append(sources, checks.Source{Path: fmt.Sprintf("%03d.txt", i), Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	settings := &checks.Settings{Glossary: g}
	for _, c := range checks.All {
		if c.Corpus == nil { // other articles may write another admitted form
			settings.Checks = append(settings.Checks, c)
		}
	}
	for f := range checks.Run(settings, sources, nil).Findings.All() {
		if f.Severity >= checks.Warning {
			t.Errorf("%s: %s: %s\n\t%s«%s»%s", f.Path, f.Check, f.Message, f.Before, f.Text, f.After)
		}
	}
}

// maker makes articles.
type maker struct {
	random   *rand.Rand
	glossary *glossary.Glossary
}

// frames are settings of a name in a sentence: what stands before it, the clitics that are
// written onto it, what stands behind.
var frames = []struct{ before, clitics, after string }{
	{"وقال مسؤولون كبار إن", "", "ظل في صلب المحادثات."},
	{"وذكرت مصادر مطلعة أن الاجتماع تناول", "", "من جوانب عدة."},
	{"وأضافت المصادر أن الصحف كتبت كثيرا عن", "", "في الأيام الماضية."},
	{"وتحدث الحاضرون طويلا قبل المساء،", "و", "في مقدمة ما ذكروا."},
	{"وأشاد البيان", "ب", "في فقرته الأخيرة."},
	{"وتعود القصة الأولى", "ل", "بحسب المراسلين."},
	{"ووصفه التقرير السنوي بأنه مهم", "ك", "تماما."},
	{"واهتم القراء بالخبر كله،", "وب", "على وجه الخصوص."},
	{"ووجهت الصحيفة أسئلة جديدة للقراء،", "ول", "أيضا."},
	{"وجرى ذلك في", "", "وفق ما نشر."},
	{"وعاد الوفد سريعا من", "", "مساء الخميس."},
	{"ثم انتهى النقاش الطويل،", "ف", "لم يذكر بعد ذلك."},
}

// article writes twenty names, each three times and always in one form.
func (m *maker) article() string {
	var names []string
	used := map[int]bool{}
	for len(names) < 20 {
		n := m.random.IntN(m.glossary.Len())
		if used[n] {
			continue
		}
		used[n] = true
		e := m.glossary.Entry(glossary.Ref(n))
		var forms []string
		for _, f := range e.Arabic {
			if f.Status.Accepted() {
				forms = append(forms, f.Text)
			}
		}
		if len(forms) > 0 {
			names = append(names, forms[m.random.IntN(len(forms))])
		}
	}
	var sentences []string
	for _, name := range names {
		for _, i := range m.random.Perm(len(frames))[:3] {
			s := frames[i]
			sentences = append(sentences, s.before+" "+arabic.Attach(s.clitics, name)+" "+s.after)
		}
	}
	m.random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	var text strings.Builder
	for i, s := range sentences {
		text.WriteString(s + []string{" ", "\n\n"}[min(1, i%4/3)])
	}
	return text.String()
}
