package checks

import (
	"fmt"

	"example.com/asma/glossary/arabic"
)

var unlistedSpelling = &Check{
	Name: "unlisted-spelling", Severity: Warning,
	Short:   "an Arabic spelling close to a listed name and not one of its forms",
	Article: checkUnlisted,
}

// careless are the differences that much good text makes: told, but as info.
const careless = arabic.Hamza | arabic.Yeh | arabic.Teh

func checkUnlisted(p *Pass, a *Article) {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		switch {
		case m.Script != arabic.Arabic || m.Doubtful:
		case m.Status == Unlisted:
			severity := Warning
			if m.Lone {
				severity = Info
			}
			p.Mention(a, m, Report{Severity: severity, Want: m.Want, Message: fmt.Sprintf("“%s” is no listed spelling of %s; %s is", m.Spelling, m.Name.Label, m.Want)})
		case m.Status.Accepted() && m.Differs&careless != 0 && m.Want != "":
			p.Mention(a, m, Report{Severity: Info, Want: m.Want,
				Message: fmt.Sprintf("“%s” differs from %s in %s only", m.Spelling, m.Want, m.Differs&careless)})
		}
	}
}
