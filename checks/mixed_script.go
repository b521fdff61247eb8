package checks

import (
	"fmt"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

var mixedScript = &Check{
	Name: "mixed-script", Severity: Error,
	Short:   "a name stands in Latin letters though the text or the glossary has it in Arabic",
	Article: checkMixedScript,
}

func checkMixedScript(p *Pass, a *Article) {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if !a.isLeftover(m) || a.introduces(m) || m.Name.Best == "" && m.Name.Entry == nil {
			continue
		}
		r := Report{Want: m.Want, Message: fmt.Sprintf("“%s” stands in Latin letters", m.Spelling)}
		switch {
		case m.Confidence == 1:
			r.Message += "; the glossary has " + m.Want
			r.Safe = !m.Doubtful && !m.Shared && !a.wholeRunLeft(m) && !a.hasOtherForm(m)
		case m.Name.Entry != nil && m.Want != "":
			r.Severity = Warning
			r.Message += "; it seems to be " + m.Want
		default:
			r.Severity = Warning
			r.Message += "; the text has " + m.Name.Best
		}
		if m.Doubtful {
			r.Severity = Warning
		}
		r.Related = a.arabicMentions(m.Name)
		r.RelatedMsg = "the same name in Arabic letters"
		p.Mention(a, m, r)
	}
}

// introduces reports whether the Arabic of a Latin mention follows it in
// brackets or quotes: «OpenAI (أوبن إيه آي)» teaches the pair, as a gloss does.
func (a *Article) introduces(m *Mention) bool {
	const near = 80 // bytes
	text := a.Segments[m.Segment].Text
	for _, i := range m.Name.Mentions {
		o := &a.Mentions[i]
		if o.Script != arabic.Arabic || o.Segment != m.Segment || o.Start < m.End || o.Start > m.End+near {
			continue
		}
		if between := text[m.End:o.Start]; !strings.ContainsAny(between, ".!؟") && isEnclosed(text, o) {
			return true
		}
	}
	return false
}

// isEnclosed reports whether a mention fills a pair of brackets or quotes.
func isEnclosed(text string, m *Mention) bool {
	before, after := text[:m.Start], text[m.End:]
	if strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") {
		return true
	}
	for _, q := range quotes {
		if strings.HasSuffix(before, q[0]) && strings.HasPrefix(after, q[1]) {
			return true
		}
	}
	return false
}

// isLeftover reports whether a mention is a Latin one that should be Arabic.
func (a *Article) isLeftover(m *Mention) bool {
	if m.Script != arabic.Latin || m.Name.Entry != nil && m.Name.Entry.KeepLatin {
		return false
	}
	run := a.Tokens[m.First].run
	return run == 0 || a.allows(&a.Runs[run-1], m)
}

// allows reports whether a mention in a run is a fault although a rule may
// let the run stand: an acronym with an English article (The LNA) is one, and
// a listed person is no product with a number, and a listed model without one
// has its Arabic.
func (a *Article) allows(run *LatinRun, m *Mention) bool {
	switch run.Rule {
	case NoRule:
		return true
	case Model:
		return m.Name.Entry != nil && (!isNumbered(a, run) || m.Last > m.First && a.isWholeRun(run, m) && m.Name.Entry.Kind == glossary.Person)
	case Acronym:
		return a.hasEnglishArticle(m) || a.detachedBefore(m) || !a.allUpper(m)
	}
	return false
}

// isWholeRun reports whether a mention has all the words of a run.
func (a *Article) isWholeRun(run *LatinRun, m *Mention) bool {
	return m.First == run.First && m.Last == run.Last
}

func (a *Article) allUpper(m *Mention) bool {
	for i := m.First; i <= m.Last; i++ {
		if !a.Tokens[i].word.upper {
			return false
		}
	}
	return true
}

func (a *Article) hasEnglishArticle(m *Mention) bool {
	run := &a.Runs[a.Tokens[m.First].run-1]
	return run.Article
}

func (a *Article) detachedBefore(m *Mention) bool {
	_, _, ok := a.detached(m.First)
	return ok
}

// wholeRunLeft reports whether words of the run beside the mention are no part
// of it: «Lahore's Cricket» is left for review.
func (a *Article) wholeRunLeft(m *Mention) bool {
	run := a.Tokens[m.First].run
	if run == 0 {
		return false
	}
	r := &a.Runs[run-1]
	first := r.First
	if r.Article {
		first++
	}
	return m.First > first || m.Last < r.Last || arabic.Possessive(m.Spelling) > 0 || a.hasInitial(m)
}

// hasInitial reports whether a word of a Latin mention is one letter: what
// «S. Jaishankar» should be in full is a matter of style.
func (a *Article) hasInitial(m *Mention) bool {
	for i := m.First; i <= m.Last; i++ {
		if len(a.Tokens[i].word.light) == 1 {
			return true
		}
	}
	return false
}

// hasOtherForm reports whether the article writes the name of a mention in a
// form that the glossary admits beside the preferred one: then the preferred
// one would bring a second spelling in.
func (a *Article) hasOtherForm(m *Mention) bool {
	want := arabic.Key(m.Want)
	return slices.ContainsFunc(m.Name.Mentions, func(i int) bool {
		o := &a.Mentions[i]
		return o.Status == Admitted && !o.Doubtful && !strings.Contains(arabic.Key(o.Spelling), want)
	})
}

func (a *Article) arabicMentions(n *Name) []*Mention {
	const most = 3
	var out []*Mention
	for _, i := range n.Mentions {
		if m := &a.Mentions[i]; m.Script == arabic.Arabic && len(out) < most {
			out = append(out, m)
		}
	}
	return out
}
