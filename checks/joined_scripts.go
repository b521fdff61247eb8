package checks

import (
	"fmt"
	"strings"

	"example.com/asma/glossary/arabic"
)

var joinedScripts = &Check{
	Name: "joined-scripts", Severity: Warning,
	Short:   "Arabic and Latin letters in one word, look-alike letters, stray bidi controls inside a name",
	Article: checkJoinedScripts,
}

func checkJoinedScripts(p *Pass, a *Article) {
	for i := 1; i < len(a.Tokens); i++ {
		before, t := &a.Tokens[i-1], &a.Tokens[i]
		if t.Gap == Glued && t.Position == before.Position+1 && lettersMeet(before, t) && a.clitic(before) == "" && !a.legit(before) && !a.legit(t) {
			p.Stretch(a, t.Segment, before.Start, t.End, Off, fmt.Sprintf("“%s” joins two scripts in one word", a.Text(t.Segment, before.Start, t.End)),
				a.spelling(before)+" "+a.spelling(t))
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Script != arabic.Arabic || m.Doubtful {
			continue
		}
		clean := arabic.Fold(m.Spelling, arabic.LookAlike|arabic.Presentation)
		if strings.IndexFunc(m.Spelling, arabic.IsBidiControl) >= 0 {
			clean = arabic.Fold(clean, arabic.Invisible)
		}
		if clean != m.Spelling {
			want := clean
			if m.Definite {
				want = arabic.Definite(clean)
			}
			p.Mention(a, m, Report{Want: want, Message: fmt.Sprintf("“%s” holds letters or controls that only look right", m.Spelling)})
		}
	}
}

// lettersMeet reports whether two glued words are Arabic and Latin.
func lettersMeet(x, y *Token) bool {
	return x.word.script == arabic.Arabic && y.word.script == arabic.Latin ||
		x.word.script == arabic.Latin && y.word.script == arabic.Arabic
}

func (a *Article) legit(t *Token) bool {
	return t.run > 0 && a.Runs[t.run-1].Rule != NoRule && a.Runs[t.run-1].Rule != Acronym
}

// clitic gives the clitics that a word consists of, "" where it is more.
func (a *Article) clitic(t *Token) string {
	if t.word.script != arabic.Arabic {
		return ""
	}
	clitics, definite, ok := arabic.Detached(a.spelling(t))
	if ok && definite {
		return clitics + "ال"
	}
	return clitics
}
