package checks

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// mended gives the text that mends a mention, and where in the segment it
// begins: at the clitic before it, where that is written on or stands apart,
// and at the English article, for which Arabic has no word of its own. sure is
// false where clitics or words beside it leave a doubt that a person must
// settle; see the section Repair of the checks' pages.
func (a *Article) mended(m *Mention, want string) (text string, start int, sure bool) {
	clitics, start, definite := m.Clitics, m.Start, m.Definite
	first := m.First
	if m.Script == arabic.Latin {
		definite = false
		if r := a.Tokens[first].run; r > 0 && a.Runs[r-1].Article && first == a.Runs[r-1].First+1 {
			first--
			start = a.Tokens[first].Start
		}
		if c, d, ok := a.detached(first); ok {
			clitics, definite = c, d
			first--
			start = a.Tokens[first].Start
		}
	}
	sure = !a.doubles(first, m.Last, want)
	if m.Script == arabic.Arabic && m.First == m.Last && (clitics != "" || definite) && a.Tokens[first].word.ordinary {
		sure = false // as a whole it may be another word, which begins with these letters
	}
	if definite && !arabic.HasArticle(want) {
		if m.Name.takesArticle(want) {
			want = arabic.Definite(want)
		} else {
			sure = false
		}
	}
	return arabic.Attach(clitics, want), start, sure
}

// takesArticle reports whether ال may stand before a form of the name. The
// translator wrote it for the English article: «الـ FTC» is لجنة التجارة
// الفيدرالية, which as a construct never takes it, and «ال Haftar» is حفتر.
func (n *Name) takesArticle(form string) bool {
	return n.Entry != nil && (n.Entry.Article == glossary.Always || n.Entry.Article == glossary.Optional) && !strings.Contains(form, " ")
}

// doubles reports whether a repair would write a word that already stands
// beside it: «حفتر Haftar» is not mended to حفتر حفتر by itself.
func (a *Article) doubles(first, last int, want string) bool {
	words := strings.Fields(want)
	if len(words) == 0 {
		return false
	}
	same := func(i int, word string) bool {
		light := a.Tokens[i].word.light
		for _, r := range arabic.Readings(light) {
			if arabic.Key(arabic.Indefinite(r.Stem)) == arabic.Key(arabic.Indefinite(word)) {
				return true
			}
		}
		return false
	}
	return a.follows(first) && same(first-1, words[0]) || a.follows(last+1) && same(last+1, words[len(words)-1])
}
