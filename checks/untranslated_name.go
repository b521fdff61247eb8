package checks

import (
	"fmt"

	"example.com/asma/glossary/arabic"
)

var untranslatedName = &Check{
	Name: "untranslated-name", Severity: Warning,
	Short:   "a name left in Latin letters that has no Arabic form in text or glossary",
	Article: checkUntranslatedName,
}

func checkUntranslatedName(p *Pass, a *Article) {
	if !a.mostlyArabic() {
		return
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if !a.isLeftover(m) || m.Name.Best != "" || m.Name.Entry != nil || a.inForeignText(m) {
			continue
		}
		r := Report{Message: fmt.Sprintf("“%s” is left in Latin letters", m.Spelling)}
		if m.Want != "" && !isShort(m.Spelling) { // capitals are letters, not sounds: LNA is not لنا
			r.Want = m.Want
			r.Message += "; perhaps " + m.Want
		}
		if m.First == m.Last && spelledOut(m.Spelling) >= 3 {
			r.Severity = Info // a brand, which many newsrooms leave as it is: ChatGPT
		}
		p.Mention(a, m, r)
	}
}

// mostlyArabic reports whether at least two of three words are Arabic.
func (a *Article) mostlyArabic() bool { return 3*a.Arabic >= 2*a.Words }

// inForeignText reports whether the mention stands in a stretch of Latin prose
// rather than being a name by itself.
func (a *Article) inForeignText(m *Mention) bool {
	run := a.Tokens[m.First].run
	return run > 0 && a.Runs[run-1].isProse()
}

// isProse: three or more words of the run have no capital, so it is a sentence.
func (r *LatinRun) isProse() bool { return r.Lower >= 3 }

var untranslatedText = &Check{
	Name: "untranslated-text", Severity: Info,
	Short:   "a whole sentence left in the source language",
	Article: checkUntranslatedText,
}

func checkUntranslatedText(p *Pass, a *Article) {
	if !a.mostlyArabic() {
		return
	}
	for i := range a.Runs {
		r := &a.Runs[i]
		if r.isProse() && r.Rule == NoRule {
			p.Stretch(a, r.Segment, r.Start, r.End, Off, "this stretch is left in the source language")
		}
	}
}

var unexplainedAcronym = &Check{
	Name: "unexplained-acronym", Severity: Info,
	Short:   "a Latin acronym that is never introduced by its Arabic expansion",
	Article: checkAcronyms,
}

func checkAcronyms(p *Pass, a *Article) {
	introduced := map[string]bool{}
	for i := range a.Runs {
		r := &a.Runs[i]
		text := a.Text(r.Segment, r.Start, r.End)
		switch {
		case r.Rule == Gloss:
			introduced[arabic.LatinKey(text)] = true
		case r.Rule == Acronym && !introduced[arabic.LatinKey(text)] && !a.reported(r):
			p.Stretch(a, r.Segment, r.Start, r.End, Off, fmt.Sprintf("the acronym “%s” is not introduced by its Arabic name", text), a.expansion(r)...)
		}
	}
}

// reported reports whether mixed-script already speaks of the run.
func (a *Article) reported(r *LatinRun) bool {
	m := a.Tokens[r.First].mention
	return m > 0 && (a.isLeftover(&a.Mentions[m-1]) || a.Mentions[m-1].Name.Entry != nil && a.Mentions[m-1].Name.Entry.KeepLatin)
}

// expansion gives the Arabic name of a listed acronym.
func (a *Article) expansion(r *LatinRun) []string {
	if m := a.Tokens[r.First].mention; m > 0 && a.Mentions[m-1].Want != "" {
		return []string{a.Mentions[m-1].Want}
	}
	return nil
}
