package arabic

import "strings"

// Reading is one way to read an Arabic word: as clitics, perhaps the article,
// and a stem. وبالقذافي can be read as the whole word, as و+بالقذافي, as
// و+ب+القذافي and as و+ب+ال+قذافي; which one is right only a list of known
// forms can tell, because وليد, فاروق and بلال begin with the same letters.
type Reading struct {
	Clitics string // of و ف ب ك ل, as written: "وب"
	Article bool   // ال was cut off behind them
	Stem    string // what is left, light-folded; لل is undone: للقذافي gives ل + القذافي
	Skip    int    // bytes of the light-folded word that Clitics and ال take up
}

const article = "ال"

// Readings lists the ways to read a light-folded word (see Fold), the whole
// word first, then with ever more cut off. A stem has at least two letters.
func Readings(word string) []Reading { return AppendReadings(nil, word) }

// AppendReadings is Readings appending to dst.
func AppendReadings(dst []Reading, word string) []Reading {
	dst = append(dst, Reading{Stem: word})
	dst = appendArticle(dst, word, 0)
	cut := 0
	if conjunction(word) {
		cut = 2
		dst = appendStem(dst, word, cut)
	}
	if len(word) > cut+2 && preposition(word[cut:]) {
		dst = appendContracted(dst, word, cut)
		dst = appendStem(dst, word, cut+2)
	}
	return dst
}

func conjunction(word string) bool {
	return strings.HasPrefix(word, "و") || strings.HasPrefix(word, "ف")
}

func preposition(word string) bool {
	return strings.HasPrefix(word, "ب") || strings.HasPrefix(word, "ك") || strings.HasPrefix(word, "ل")
}

// letterBytes is the length of every letter of the basic Arabic block.
const letterBytes = 2

func appendStem(dst []Reading, word string, cut int) []Reading {
	if len(word) < cut+2*letterBytes {
		return dst
	}
	dst = append(dst, Reading{Clitics: word[:cut], Stem: word[cut:], Skip: cut})
	return appendArticle(dst, word, cut)
}

func appendArticle(dst []Reading, word string, cut int) []Reading {
	rest, found := strings.CutPrefix(word[cut:], article)
	if !found || len(rest) < 2*letterBytes {
		return dst
	}
	return append(dst, Reading{Clitics: word[:cut], Article: true, Stem: rest, Skip: cut + len(article)})
}

// appendContracted undoes the writing of ل + ال as لل. Where the noun itself
// begins with ل, one of three is dropped: ل + الليبي is لليبي.
func appendContracted(dst []Reading, word string, cut int) []Reading {
	rest, found := strings.CutPrefix(word[cut:], "لل")
	if !found || len(rest) < 2*letterBytes {
		return dst
	}
	ours := word[:cut+letterBytes]
	skip := cut + 2*letterBytes
	if !strings.HasPrefix(rest, "ل") { // else one ل too many is written
		dst = append(dst,
			Reading{Clitics: ours, Stem: article + rest, Skip: skip},
			Reading{Clitics: ours, Article: true, Stem: rest, Skip: skip},
		)
	}
	return append(dst,
		Reading{Clitics: ours, Stem: article + "ل" + rest, Skip: cut + letterBytes},
		Reading{Clitics: ours, Article: true, Stem: "ل" + rest, Skip: cut + letterBytes},
	)
}

// Attach writes clitics before a form as Arabic spelling wants it: ل + القذافي
// gives للقذافي, ل + الليبي gives لليبي, و + حفتر gives وحفتر.
func Attach(clitics, form string) string {
	if !HasArticle(form) || !strings.HasSuffix(clitics, "ل") {
		return clitics + form
	}
	return clitics + "ل" + strings.TrimPrefix(form[len(article):], "ل")
}

// Definite gives a form its article, unless it has one already: a definite
// form never gets a second ال.
func Definite(form string) string {
	if HasArticle(form) {
		return form
	}
	return article + form
}

// HasArticle reports whether the form is written with ال. Two letters are too
// few behind it: in الي or الف it is part of the word.
func HasArticle(form string) bool {
	rest, found := strings.CutPrefix(form, article)
	return found && len(rest) >= 2*letterBytes
}

// Indefinite takes the article off, where there is one.
func Indefinite(form string) string {
	if HasArticle(form) {
		return form[len(article):]
	}
	return form
}

// Detached reads a word that consists of clitics alone, as machine translation
// leaves it before a Latin name: «لـ The LNA», «ال Haftar», «وبـ Binance».
// It gives the clitics without ال, and whether ال was there.
func Detached(word string) (clitics string, definite, ok bool) {
	bare := Fold(word, Light)
	rest := bare
	if conjunction(rest) {
		rest = rest[letterBytes:]
	}
	if rest == "لل" {
		return bare[:len(bare)-letterBytes], true, true
	}
	if preposition(rest) {
		rest = rest[letterBytes:]
	}
	definite = rest == article
	if rest != "" && !definite {
		return "", false, false
	}
	clitics = bare[:len(bare)-len(rest)]
	return clitics, definite, clitics != "" || definite
}
