package checks

import (
	"strings"
	"unicode/utf8"

	"example.com/asma/glossary/arabic"
)

// LatinRun is a stretch of Latin words with nothing but blanks, hyphens and dots of
// initials between them. It is looked at as a whole before its parts.
type LatinRun struct {
	Segment     int
	Start, End  int // bytes in the segment's text, without clitics
	First, Last int // tokens, both included
	Rule        LatinRule
	Article     bool // begins with the English article: The LNA
	Names       bool // holds a word with a capital
	Lower       int  // words without one
}

// LatinRule says why Latin letters may stand in an Arabic text.
type LatinRule uint8

// The rules for legitimate Latin, in the order in which they are tried.
const (
	NoRule LatinRule = iota
	Handle
	Hashtag
	Gloss
	QuotedTitle
	Model
	Unit
	Ticker
	Roman
	Credit
	Code
	Acronym
)

var latinRuleNames = [...]string{"", "handles", "hashtags", "glosses", "quoted-titles", "models", "units", "tickers", "roman", "credits", "code", "acronyms"}

func (r LatinRule) String() string { return latinRuleNames[r] }

// LatinRuleNames lists the rules as the config names them.
func LatinRuleNames() []string { return latinRuleNames[1:] }

// appendRuns finds the Latin runs among the tokens from first on, which all
// belong to one segment.
func appendRuns(runs []LatinRun, a *Article, first int, settings *Settings) []LatinRun {
	for i := first; i < len(a.Tokens); i++ {
		if a.Tokens[i].word.script != arabic.Latin {
			continue
		}
		last := i
		for continuesRun(a, last+1) {
			last++
		}
		for last > i && a.Tokens[last].word.script == arabic.Digit {
			last--
		}
		run := newRun(a, i, last)
		run.Rule = legitimate(a, &run, settings)
		runs = append(runs, run)
		for j := i; j <= last; j++ {
			a.Tokens[j].run = int32(len(runs))
		}
		i = last
	}
	return runs
}

func continuesRun(a *Article, i int) bool {
	if i >= len(a.Tokens) || a.Tokens[i].Position != a.Tokens[i-1].Position+1 {
		return false
	}
	switch a.Tokens[i].word.script {
	case arabic.Latin:
		return a.Tokens[i].Gap != Apart || joinsLatin(a, i)
	case arabic.Digit:
		return a.Tokens[i].Gap != Apart
	}
	return false
}

// joinsLatin reports a sign that joins Latin words into one name: the dot of
// an initial (S. Jaishankar), an ampersand, the dot of a domain.
func joinsLatin(a *Article, i int) bool {
	before, t := &a.Tokens[i-1], &a.Tokens[i]
	if before.Segment != t.Segment {
		return false
	}
	switch between := a.Text(t.Segment, before.End, t.Start); between {
	case ". ", ".":
		return before.End-before.Start <= 4 || between == "."
	case "&", " & ", "/", "_", "'", "’":
		return true
	}
	return false
}

func newRun(a *Article, first, last int) LatinRun {
	run := LatinRun{Segment: a.Tokens[first].Segment, Start: a.Tokens[first].Start, End: a.Tokens[last].End, First: first, Last: last}
	for i := first; i <= last; i++ {
		switch w := a.Tokens[i].word; {
		case w.script != arabic.Latin:
		case w.capital:
			run.Names = true
		default:
			run.Lower++
		}
	}
	run.Article = last > first && strings.EqualFold(a.spelling(&a.Tokens[first]), "the")
	return run
}

// legitimate gives the rule by which a run may stand in Latin letters, if one
// does and the settings allow it.
func legitimate(a *Article, run *LatinRun, settings *Settings) LatinRule {
	for _, try := range [...]struct {
		rule LatinRule
		is   func(*Article, *LatinRun) bool
	}{
		{Handle, isHandle}, {Hashtag, isHashtag}, {Gloss, isGloss}, {QuotedTitle, isQuotedTitle}, {Model, isModel}, {Unit, isUnit},
		{Ticker, isTicker}, {Roman, isRoman}, {Credit, isCredit}, {Code, isCode}, {Acronym, isAcronym},
	} {
		if !settings.LatinFaults[try.rule] && try.is(a, run) {
			return try.rule
		}
	}
	return NoRule
}

// around gives the text before and behind a run in its segment.
func (a *Article) around(run *LatinRun) (before, after string) {
	text := a.Segments[run.Segment].Text
	return text[:run.Start], text[run.End:]
}

func isHandle(a *Article, run *LatinRun) bool {
	before, _ := a.around(run)
	return strings.HasSuffix(before, "@")
}

func isHashtag(a *Article, run *LatinRun) bool {
	before, _ := a.around(run)
	return strings.HasSuffix(strings.TrimRight(before, "_"), "#")
}

// isGloss: the run fills a pair of brackets behind an Arabic word, as
// «الجيش الوطني الليبي (LNA)» does. Digits and signs may stand with it.
func isGloss(a *Article, run *LatinRun) bool {
	before, after := a.around(run)
	open := strings.LastIndexAny(before, "([（")
	end := strings.IndexAny(after, ")]）")
	if open < 0 || end < 0 {
		return false
	}
	inside := before[open+1:] + after[:end]
	return !arabic.HasArabic(inside) && !strings.ContainsAny(inside, "()[]") && endsInArabic(before[:open])
}

func endsInArabic(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \u00a0\"»”'’*_\u200e\u200f"))
	return arabic.HasArabic(string(r)) || r >= '0' && r <= '9'
}

// quotes pair the opening with the closing sign.
var quotes = [...][2]string{{"«", "»"}, {"“", "”"}, {"\"", "\""}, {"‹", "›"}, {"„", "“"}, {"”", "“"}, {"‘", "’"}, {"'", "'"}}

// isEmphasized: two words or more fill a stretch in italics (*The Paper Sea*,
// <em>…</em>), which is how pages set titles.
func isEmphasized(a *Article, run *LatinRun) bool {
	if run.First == run.Last {
		return false
	}
	span := a.Segments[run.Segment].Span(run.Start, run.End)
	before, after := string(a.Doc.Source[max(0, span.Start-len("<cite>")):span.Start]), string(a.Doc.Source[span.End:min(len(a.Doc.Source), span.End+len("</cite>"))])
	for _, mark := range [...]string{"*", "_"} {
		if a.Doc.Format == "markdown" && strings.HasSuffix(before, mark) && !strings.HasSuffix(before, mark+mark) && strings.HasPrefix(after, mark) {
			return true
		}
	}
	for _, tag := range [...]string{"em", "i", "cite"} {
		if strings.HasSuffix(before, "<"+tag+">") && strings.HasPrefix(after, "</"+tag+">") {
			return true
		}
	}
	return false
}

// isQuotedTitle: the run fills a pair of quotation marks alone, as the title
// of a work does; «استاد Gadhafi» in quotes does not.
func isQuotedTitle(a *Article, run *LatinRun) bool {
	if isEmphasized(a, run) {
		return true
	}
	before, after := a.around(run)
	for _, q := range quotes {
		if rest, found := strings.CutSuffix(strings.TrimRight(before, " "), q[0]); found && strings.HasPrefix(strings.TrimLeft(after, " .!?"), q[1]) {
			return q[0] != "'" || endsInArabic(rest) || strings.HasSuffix(rest, " ")
		}
	}
	return false
}
