package arabic

import "unicode/utf8"

// Word is a run of letters of one script in a text.
type Word struct {
	Start, End int // bytes in the text
	Script     Script
}

// Of gives the word's bytes in the text that it was found in.
func (w Word) Of(text string) string { return text[w.Start:w.End] }

// LongestWord is the length in bytes of the longest word that may be one of a
// language; what is longer is no name and is looked at no further.
const LongestWord = 256

// Words splits text into words. A word ends where the script changes
// («Appleالأمريكية» is two), and keeps what belongs to it: harakat, tatweel,
// joiners and bidi controls between its letters, the apostrophe of D'Angelo,
// the dots of U.S.A. A hyphen parts words. Invalid UTF-8 parts words too.
func Words(text string) []Word { return AppendWords(nil, text) }

// AppendWords is Words appending to dst, for callers that keep a buffer.
func AppendWords(dst []Word, text string) []Word {
	for i := 0; i < len(text); {
		r, size := decode(text, i)
		script := classOf(r)
		if script == None || script >= mark {
			i += size
			continue
		}
		end := wordEnd(text, i+size, script)
		dst = append(dst, Word{i, end, script})
		i = end
	}
	return dst
}

// decode reads the rune at i; the two-byte case is inlined because nearly
// every Arabic letter takes it.
func decode(text string, i int) (rune, int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c >= 0xC2 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}

// wordEnd finds where the word ends whose first letter ends at i. Tatweel and
// invisible controls count only if the word goes on behind them, except that
// trailing tatweel belongs to an Arabic word: «لـ» is one.
func wordEnd(text string, i int, script Script) int {
	end := i
	for i < len(text) {
		r, size := decode(text, i)
		switch c := classOf(r); {
		case c == script:
			i += size
			end = i
		case c == mark:
			i += size
			end = i
		case r == tatweel:
			if script != Arabic {
				return end
			}
			i += size
			end = i
		case c == joint:
			i += size
		case script == Latin && i == end && linksLatin(text, i, r, size):
			i += size
		default:
			return end
		}
	}
	return end
}

// linksLatin reports whether the sign at i stands inside a Latin word: an
// apostrophe before a letter, or the dot of an abbreviation after a single
// letter (the U.S of «U.S.»).
func linksLatin(text string, i int, r rune, size int) bool {
	if i+size >= len(text) {
		return false
	}
	next, nextSize := decode(text, i+size)
	if classOf(next) != Latin {
		return false
	}
	switch r {
	case '\'', '’', 'ʼ', 'ʻ', '‘', '`', '´', 'ʿ', 'ʾ':
		return true
	case '.':
		return singleLetterBefore(text, i) && !letterAt(text, i+size+nextSize)
	}
	return false
}

func singleLetterBefore(text string, i int) bool {
	_, size := utf8.DecodeLastRuneInString(text[:i])
	return !letterBefore(text, i-size)
}

func letterBefore(text string, i int) bool {
	if i <= 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return classOf(r) == Latin
}

func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := decode(text, i)
	return classOf(r) == Latin
}
