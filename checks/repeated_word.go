package checks

import (
	"fmt"

	"example.com/asma/glossary/arabic"
)

var repeatedWord = &Check{
	Name: "repeated-word", Severity: Warning,
	Short:   "a title or name doubled by the translator",
	Article: checkRepeatedWord,
}

func checkRepeatedWord(p *Pass, a *Article) {
	for i := 1; i < len(a.Tokens); i++ {
		before, t := &a.Tokens[i-1], &a.Tokens[i]
		if t.Gap != Blank || !a.follows(i) || t.word.script != arabic.Arabic || t.word.light != before.word.light || len(t.word.light) < 6 {
			continue
		}
		if t.word.title || t.mention > 0 && before.mention > 0 && t.mention != before.mention {
			p.Stretch(a, t.Segment, before.Start, t.End, Off, fmt.Sprintf("“%s” stands twice", a.spelling(t)), a.spelling(t))
		}
	}
}
