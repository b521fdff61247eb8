package checks

import (
	"slices"
	"strings"
	"unicode"

	"example.com/asma/glossary/arabic"
)

// latinMentions makes a mention of every stretch of a run that the glossary
// left over, as a whole: «Naveed Ashraf», not its two words.
func (e *ear) latinMentions(names map[*group]*Name) {
	for r := range e.a.Runs {
		run := &e.a.Runs[r]
		if run.First < e.from || run.First >= e.to {
			continue
		}
		if run.Rule == NoRule && e.a.isInitial(run) {
			e.initials(run)
			continue
		}
		for i := run.First; i <= run.Last; i++ {
			if e.a.Tokens[i].mention != 0 || e.atomAt(i) == nil || e.atomAt(i).script != arabic.Latin {
				continue
			}
			last := i
			for last < run.Last && e.a.Tokens[last+1].mention == 0 {
				last++
			}
			for e.atomAt(last) == nil {
				last--
			}
			e.latinMention(names, i, last)
			i = last
		}
	}
}

// initials makes a mention of the letters of «S. جايشانكار», with the dot.
func (e *ear) initials(run *LatinRun) {
	m := Mention{
		Segment: run.Segment, Start: run.Start, End: run.End + 1, Core: run.Start, First: run.First, Last: run.Last,
		Script: arabic.Latin, Status: Foreign, Spelling: e.a.Text(run.Segment, run.Start, run.End+1),
	}
	var names []string
	for _, r := range strings.ToUpper(m.Spelling) {
		if name := letterNames[r]; name != "" {
			names = append(names, name)
		}
	}
	m.Want = strings.Join(names, " ")
	m.Name = e.foreignName(m.Spelling)
	e.a.add(m)
}

// letterNames are the names of the Latin letters, as initials are written.
var letterNames = map[rune]string{
	'A': "إيه", 'B': "بي", 'C': "سي", 'D': "دي", 'E': "إي", 'F': "إف", 'G': "جي", 'H': "إتش", 'I': "آي", 'J': "جيه", 'K': "كيه", 'L': "إل", 'M': "إم",
	'N': "إن", 'O': "أو", 'P': "بي", 'Q': "كيو", 'R': "آر", 'S': "إس", 'T': "تي", 'U': "يو", 'V': "في", 'W': "دبليو", 'X': "إكس", 'Y': "واي", 'Z': "زد",
}

func (e *ear) latinMention(names map[*group]*Name, first, last int) {
	a := e.a
	t := &a.Tokens[first]
	m := Mention{
		Segment: t.Segment, Start: t.Start, End: a.Tokens[last].End, Core: t.Start, First: first, Last: last,
		Script: arabic.Latin, Status: Foreign,
	}
	m.Spelling = a.Text(m.Segment, m.Start, m.End)
	var words []string
	definite := false
	for i := first; i <= last; i++ {
		x := e.atomAt(i)
		if x == nil {
			continue
		}
		if i < last && a.isLatinArticle(i) {
			definite = true
			continue
		}
		if x.group != nil && e.hasArabic(x.group) {
			m.Name = e.groupName(names, x.group)
			m.Confidence = max(m.Confidence, x.group.confidence)
			m.Evidence = x.group.evidence
		}
		word := e.rendering(x)
		if definite && word != "" {
			word, definite = arabic.Definite(word), false
		}
		words = append(words, word)
	}
	if !slices.Contains(words, "") {
		m.Want = strings.Join(words, " ")
	}
	if m.Name == nil {
		m.Name = e.foreignName(m.Spelling)
	}
	a.add(m)
}

// isLatinArticle reports the Arabic article before a hyphen, assimilated or
// not: Al-Sawaf, ash-Sharaa.
func (a *Article) isLatinArticle(i int) bool {
	t, next := &a.Tokens[i], &a.Tokens[i+1]
	if a.Text(t.Segment, t.End, next.Start) != "-" {
		return false
	}
	switch strings.ToLower(t.word.light) {
	case "al", "el", "as", "ash", "ad", "adh", "ar", "an", "at", "ath", "az":
		return true
	}
	return false
}

func (e *ear) hasArabic(g *group) bool {
	return g.entry != nil || slices.ContainsFunc(g.atoms, func(x *atom) bool { return x.script == arabic.Arabic })
}

// foreignName gives the record of a name that stands in the text in Latin
// letters alone.
func (e *ear) foreignName(spelling string) *Name {
	if n := e.a.foreign[arabic.LatinKey(spelling)]; n != nil {
		return n
	}
	n := &Name{Label: spelling}
	e.a.addName(n)
	return n
}

// spelledOut counts the capitals that a word with small letters ends in: GPT in
// ChatGPT.
func spelledOut(text string) int {
	rest := strings.TrimRightFunc(text, unicode.IsUpper)
	if strings.IndexFunc(rest, unicode.IsLower) < 0 {
		return 0
	}
	return len(text) - len(rest)
}

// rendering proposes Arabic for a Latin word: what the text itself uses for
// it, else what it is known as, else what the ear prefers; "" for an acronym.
func (e *ear) rendering(x *atom) string {
	if x.group != nil {
		if x.group.entry != nil {
			return x.group.part
		}
		if best, _ := e.best(x.group); best != "" {
			return best
		}
	}
	if isShort(x.text) || spelledOut(x.text) >= 2 {
		return "" // letters are no sounds: LNA is not لنا, nor is ChatGPT شاتغبت
	}
	return e.vocabulary.spell(x.text)
}
