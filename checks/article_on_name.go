package checks

import (
	"fmt"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

var articleOnName = &Check{
	Name: "article-on-name", Severity: Warning,
	Short:   "ال on a name that never takes it, or missing where it belongs",
	Article: checkArticleOnName,
}

func checkArticleOnName(p *Pass, a *Article) {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Script != arabic.Arabic || m.Doubtful || !m.Status.Accepted() || m.Name.Entry == nil || m.Want == "" {
			continue
		}
		switch {
		case m.Definite && !contractsAlike(m) && !arabic.HasArticle(m.Want) && (m.Name.Entry.Article == glossary.Never || m.Name.Entry.Kind == glossary.Place && !strings.Contains(m.Name.Best, " ") && !strings.HasSuffix(m.Want, "ي")):
			p.Mention(a, m, Report{Want: m.Want, Message: fmt.Sprintf("%s never takes ال", m.Want)})
		case a.lacksArticle(m):
			p.Mention(a, m, Report{Want: m.Want, Message: fmt.Sprintf("%s is written with ال", m.Want)})
		}
	}
}

// contractsAlike reports a ل before a name that begins with ل: للوكربي is ل and
// لوكربي, though the article would leave it written alike.
func contractsAlike(m *Mention) bool {
	return strings.HasSuffix(m.Clitics, "ل") && strings.HasPrefix(arabic.Fold(m.Want, arabic.Light), "ل")
}

// lacksArticle reports whether a word of the mention has lost the ال that the
// form wants: in a full name, in the name of a place, or in a surname that the
// article has with ال elsewhere.
func (a *Article) lacksArticle(m *Mention) bool {
	spelling, want := strings.Fields(arabic.Fold(m.Spelling, arabic.Light)), strings.Fields(m.Want)
	if m.Definite || len(spelling) != len(want) || m.Name.Entry.Article == glossary.Optional || m.Name.Entry.Article == glossary.Never || strings.HasSuffix(m.Clitics, "ل") {
		return false
	}
	if next := m.Last + 1; len(want) == 1 && a.follows(next) && arabic.HasArticle(a.Tokens[next].word.light) {
		return false // a construct, شيشان الأردن, or another name, سعد الدين
	}
	for i, w := range want {
		if !arabic.HasArticle(w) || arabic.HasArticle(spelling[i]) || arabic.Key(arabic.Indefinite(w)) != arabic.Key(spelling[i]) {
			continue
		}
		return len(want) > 1 || m.Name.Entry.Kind == glossary.Place || a.hasSpelling(m.Name, w)
	}
	return false
}

// hasSpelling reports whether a name stands in the article with a word just so.
func (a *Article) hasSpelling(n *Name, word string) bool {
	for _, i := range n.Mentions {
		if m := &a.Mentions[i]; strings.HasSuffix(arabic.Fold(m.Spelling, arabic.Light), word) {
			return true
		}
	}
	return false
}
