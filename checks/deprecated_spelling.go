package checks

import "fmt"

var deprecatedSpelling = &Check{
	Name: "deprecated-spelling", Severity: Error,
	Short:   "a spelling that the glossary lists as wrong",
	Article: checkDeprecated,
}

func checkDeprecated(p *Pass, a *Article) {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Status != Deprecated && m.Status != Translated || m.Doubtful {
			continue
		}
		r := Report{Want: m.Want, Safe: m.Status == Deprecated && !m.Shared,
			Message: fmt.Sprintf("“%s” is a deprecated spelling of %s; write %s", m.Spelling, m.Name.Label, m.Want)}
		if m.Status == Translated {
			r.Severity = Warning
			if m.Lone {
				r.Severity = Info
			}
			r.Message = fmt.Sprintf("“%s” is the name %s translated as a word; write %s", m.Spelling, m.Name.Label, m.Want)
		}
		p.Mention(a, m, r)
	}
}
