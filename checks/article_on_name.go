package checks

import (
	"fmt"

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
		spelling := arabic.Fold(m.Spelling, arabic.Light)
		switch {
		case m.Definite && !arabic.HasArticle(m.Want) && m.Name.Entry.Article == glossary.Never:
			p.Mention(a, m, Report{Want: m.Want, Message: fmt.Sprintf("%s never takes ال", m.Want)})
		case !m.Definite && !arabic.HasArticle(spelling) && arabic.HasArticle(m.Want) && m.Name.Entry.Article == glossary.Always &&
			arabic.Key(arabic.Indefinite(m.Want)) == arabic.Key(spelling):
			p.Mention(a, m, Report{Want: m.Want, Message: fmt.Sprintf("%s is written with ال", m.Want)})
		}
	}
}
