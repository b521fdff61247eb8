// Package arabic knows the writing of Arabic text with foreign words in it:
// which script a letter belongs to, where words begin and end, what a reader
// takes for the same spelling (folding), and which letters at the front of a
// word are clitics. It knows no names; everything else in asma stands on it.
//
// All offsets are bytes, counted from 0, half open.
package arabic

// Script is the writing system of a letter or a word.
type Script uint8

// The scripts that asma tells apart. Digits count as a script of their own
// because a word is split wherever the script changes: «5العاشر» is two words.
const (
	None Script = iota // punctuation, blanks, symbols
	Arabic
	Latin
	Digit
	Other // Cyrillic, Hebrew, Greek, Han …
	mark  // a combining mark: belongs to the letter before it
	joint // tatweel, ZWNJ, bidi controls: inside a word they are passed over
)

func (s Script) String() string {
	switch s {
	case Arabic:
		return "arabic"
	case Latin:
		return "latin"
	case Digit:
		return "digit"
	case Other:
		return "other"
	}
	return "none"
}

// HasArabic reports whether s holds at least one Arabic letter.
func HasArabic(s string) bool { return hasScript(s, Arabic) }

// HasLatin reports whether s holds at least one Latin letter.
func HasLatin(s string) bool { return hasScript(s, Latin) }

func hasScript(s string, want Script) bool {
	for _, r := range s {
		if classOf(r) == want {
			return true
		}
	}
	return false
}

// low holds the class of every rune below U+0700: Latin, Greek, Cyrillic,
// Hebrew and the main Arabic block, which is all that news text is made of.
var low = func() (t [0x700]Script) {
	for r := range t {
		t[r] = slowClass(rune(r))
	}
	return t
}()

func classOf(r rune) Script {
	if r >= 0 && int(r) < len(low) {
		return low[r]
	}
	return slowClass(r)
}
