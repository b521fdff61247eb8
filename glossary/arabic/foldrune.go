package arabic

import "golang.org/x/text/unicode/norm"

// drop marks a rune that folding removes.
const drop rune = -1

// oneToOne are the folds that replace a letter wherever it stands.
var oneToOne = map[rune]struct {
	to    rune
	class Folds
}{
	'أ': {'ا', Hamza}, 'إ': {'ا', Hamza}, 'آ': {'ا', Hamza}, 'ٱ': {'ا', Hamza},
	'ٲ': {'ا', Hamza}, 'ٳ': {'ا', Hamza}, 'ؤ': {'و', Hamza}, 'ئ': {'ي', Hamza}, 'ء': {drop, Hamza},
	'ک': {'ك', LookAlike}, 'ڪ': {'ك', LookAlike}, 'ی': {'ي', LookAlike}, 'ې': {'ي', LookAlike}, 'ے': {'ي', LookAlike},
	'ہ': {'ه', LookAlike}, 'ھ': {'ه', LookAlike}, 'ە': {'ه', LookAlike}, 'ۃ': {'ة', LookAlike}, 'ۂ': {'ه', LookAlike},
	'پ': {'ب', Persian}, 'ڤ': {'ف', Persian}, 'ڥ': {'ف', Persian}, 'چ': {'ج', Persian},
	'گ': {'غ', Persian}, 'ڭ': {'غ', Persian}, 'ݣ': {'غ', Persian}, 'ژ': {'ج', Persian}, 'ڨ': {'غ', Persian},
}

// foldTable is oneToOne for the main Arabic block, as an array: it is read for
// every letter of a text.
var foldTable = func() (t [0x700]struct {
	to    rune
	class Folds
}) {
	for r, f := range oneToOne {
		if int(r) < len(t) {
			t[r] = f
		}
	}
	for r := rune(0); int(r) < len(t); r++ {
		switch {
		case isHarakah(r):
			t[r].to, t[r].class = drop, Harakat
		case r == tatweel:
			t[r].to, t[r].class = drop, Tatweel
		case isInvisible(r):
			t[r].to, t[r].class = drop, Invisible
		case r >= '٠' && r <= '٩':
			t[r].to, t[r].class = r-'٠'+'0', Digits
		case r >= '۰' && r <= '۹':
			t[r].to, t[r].class = r-'۰'+'0', Digits
		}
	}
	return t
}()

// foldRune gives what r becomes and the class that made it so; class 0 means
// that r stays. rest is the text behind r: ى and ة fold only at a word's end,
// because inside a word they are faults of another kind.
func foldRune(r rune, classes Folds, rest string) (rune, Folds) {
	switch r {
	case 'ى', 'ی', 'ے':
		return foldFinalYeh(r, classes, rest)
	case 'ة', 'ۃ':
		return foldTeh(r, classes, rest)
	}
	if int(r) < len(foldTable) && r >= 0 {
		if f := foldTable[r]; f.class&classes != 0 {
			return f.to, f.class
		}
		return r, 0
	}
	return foldRare(r, classes)
}

// foldFinalYeh: Persian ی stands for ي inside a word, and at its end for
// either of ى and ي.
func foldFinalYeh(r rune, classes Folds, rest string) (rune, Folds) {
	switch {
	case r == 'ى' && classes&Yeh != 0 && endsWord(rest):
		return 'ي', Yeh
	case r != 'ى' && classes&LookAlike != 0:
		return 'ي', LookAlike
	}
	return r, 0
}

func foldTeh(r rune, classes Folds, rest string) (rune, Folds) {
	switch {
	case classes&Teh != 0 && endsWord(rest):
		return 'ه', Teh
	case r == 'ۃ' && classes&LookAlike != 0:
		return 'ة', LookAlike
	}
	return r, 0
}

// endsWord reports whether no Arabic letter follows at the start of rest,
// marks and joiners passed over.
func endsWord(rest string) bool {
	for i := 0; i < len(rest); {
		r, size := decode(rest, i)
		switch classOf(r) {
		case Arabic:
			return false
		case mark, joint:
			i += size
		default:
			return true
		}
	}
	return true
}

// foldRare handles what stands outside the main block.
func foldRare(r rune, classes Folds) (rune, Folds) {
	switch {
	case isInvisible(r) && classes&Invisible != 0:
		return drop, Invisible
	case isHarakah(r) && classes&Harakat != 0:
		return drop, Harakat
	case classes&Presentation != 0 && shapeOf(r) != "":
		return drop, Presentation // appendRune writes the letters
	}
	if f, ok := oneToOne[r]; ok && f.class&classes != 0 {
		return f.to, f.class
	}
	return r, 0
}

// shapeOf spells out a presentation form by Unicode's own decomposition
// (NFKC): ﻻ is لا. It is "" for every other rune, and for whole phrases such
// as ﷺ, which are no letters of a name.
func shapeOf(r rune) string {
	if r < 0xFB50 || r > 0xFEFC || !isArabicLetter(r) || r >= 0xFDF0 && r <= 0xFDFF {
		return ""
	}
	if s := norm.NFKC.String(string(r)); s != string(r) {
		return s
	}
	return ""
}
