package main

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// soundBound is the probability below which an Arabic word does not pass for a
// rendering of its Latin counterpart: the row is then wrong, or it must be
// marked exonym or translation.
const soundBound = 0.001

// spelled are the words by which Arabic spells out Latin letters and signs: بي
// إم دبليو for BMW.
const spelled = " إيه بي سي دي إي إف جي إتش آي جيه كيه إل إم إن أو كيو آر إس تي يو في دبليو إكس واي زد زي آند دوت كوم بلس دو الأب الابن الأول الثاني الثالث "

// sound hears the Arabic words of a name that is no translation against the
// Latin ones, of which any form counts: يوهانسبورغ is heard in one, جوهانسبرغ in
// another. Everyday words are taken as translated: مجموعة in مجموعة أداني.
func (p *proof) sound(e *glossary.Entry) {
	if e.Translation || e.Exonym || e.Preferred() == "" || spelledOut(e.Called()) {
		return
	}
	latin := latinWords(e)
	whole := strings.ReplaceAll(e.Preferred(), " ", "")
	if heard(latin, whole) >= soundBound {
		return
	}
	words := strings.Fields(e.Preferred())
	for _, w := range words {
		if strings.Contains(spelled, " "+w+" ") || len(words) > 1 && (arabic.Ordinary(w) || len(w) <= 3*2) {
			continue
		}
		if q := heard(latin, w); q < soundBound {
			p.fault(e, "%s is no sound of %s (%.1g)", w, e.Called(), q)
		}
	}
}

// spelledOut reports a name with digits or with letters that are read one by
// one: U2, HSBC, H.R. McMaster.
func spelledOut(name string) bool {
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if strings.ContainsAny(word, "0123456789.&+") || len(word) > 1 && strings.ToUpper(word) == word {
			return true
		}
	}
	return false
}

// english writes the endings of English words as they are spoken, which the
// model of names does not know: نيشن for Nation.
var english = strings.NewReplacer("'s", "s", "tions", "shens", "tion", "shen", "sion", "jen", "ture", "cher")

// latinWords gives the words of all Latin forms, and the forms and their
// neighbours written together: حمدالله is heard in Hamdallah, عبدالله in Abd
// Allah.
func latinWords(e *glossary.Entry) []string {
	var out []string
	for _, form := range append([]string{e.Called()}, e.Latin...) {
		words := strings.Fields(arabic.LatinKey(english.Replace(form)))
		out = append(append(out, words...), strings.Join(words, ""))
		for i := range len(words) - 1 {
			out = append(out, words[i]+words[i+1])
		}
	}
	return out
}

// heard gives how probable it is that the Arabic word renders one of the Latin
// ones. An ال on either side may lack on the other, and a Latin word may be
// written as two in Arabic: نصر الله for Nasrallah.
func heard(latin []string, arab string) float64 {
	best := 0.0
	for _, a := range []string{arab, arabic.Indefinite(arab)} {
		compiled := translit.CompileArabic(a)
		for _, l := range latin {
			best = max(best, translit.Probability(translit.CompileLatin(l), compiled))
			if best < soundBound && (strings.HasPrefix(l, "al") || strings.HasPrefix(l, "el")) {
				best = max(best, translit.Probability(translit.CompileLatin(l[2:]), compiled))
			}
		}
	}
	return best
}
