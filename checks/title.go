package checks

import (
	_ "embed"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// titleList holds the words that stand before a person's name in news text,
// one a line, without ال and clitics.
//
//go:embed titles.txt
var titleList string

var titles = func() []string {
	words := strings.Fields(titleList)
	slices.Sort(words)
	return words
}()

// isTitle reports whether a light-folded word is a title, in one reading.
func isTitle(light string) bool {
	var buffer [16]arabic.Reading
	for _, r := range arabic.AppendReadings(buffer[:0], light) {
		if _, found := slices.BinarySearch(titles, r.Stem); found {
			return true
		}
	}
	return false
}

// speechVerbs are the verbs that news gives its speakers with.
var speechVerbs = map[string]bool{
	"قال": true, "قالت": true, "أضاف": true, "أضافت": true, "أكد": true, "أكدت": true, "أوضح": true, "أوضحت": true, "صرح": true, "صرحت": true,
	"أعلن": true, "أعلنت": true, "تابع": true, "تابعت": true, "ذكر": true, "ذكرت": true, "أشار": true, "أشارت": true, "شدد": true, "شددت": true,
	"نفى": true, "نفت": true, "رأى": true, "رأت": true, "كتب": true, "كتبت": true, "رد": true, "ردت": true, "حذر": true, "حذرت": true,
}

// speaks reports whether an atom stands somewhere right behind a verb of speech.
func (e *ear) speaks(x *atom) bool { return slices.ContainsFunc(x.tokens, e.a.speaksAt) }

// speaksAt does so for a token.
func (a *Article) speaksAt(i int) bool {
	return a.follows(i) && (speechVerbs[a.Tokens[i-1].word.light] || speechVerbs[strings.TrimPrefix(a.Tokens[i-1].word.light, "و")])
}

// particles stand behind a speaker's name and never behind a noun that goes on,
// as كبير in «قال كبير مسؤولي المصرف» does.
var particles = map[string]bool{
	"إن": true, "أن": true, "إنه": true, "إنها": true, "في": true, "على": true, "من": true, "عن": true, "إلى": true, "أمام": true, "خلال": true, "بعد": true, "قبل": true,
}

// isSpeaker reports whether token i stands alone behind a verb of speech.
func (e *ear) isSpeaker(i int) bool {
	return e.a.speaksAt(i) && (!e.a.follows(i+1) || particles[e.a.Tokens[i+1].word.light])
}
