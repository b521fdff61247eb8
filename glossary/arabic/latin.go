package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LatinKey is the form under which Latin spellings are looked up: lower case,
// without diacritics, apostrophes and the possessive ’s. Gadhafi’s, GADHAFI
// and Gadhāfī share one key. Blanks and hyphens become one blank.
func LatinKey(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= 'a' && s[i] <= 'z'
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	s = stripPossessive(s)
	if !isASCII(s) {
		s = norm.NFKD.String(s)
	}
	for _, r := range s {
		writeLatin(&b, r)
	}
	return strings.TrimSuffix(b.String(), " ")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func writeLatin(b *strings.Builder, r rune) {
	switch {
	case r == ' ' || r == '-' || r == '‐' || r == '‑' || r == '–' || r == '\u00a0' || r == '_':
		if b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
	case r >= 'a' && r <= 'z':
		b.WriteByte(byte(r))
	case r >= 'A' && r <= 'Z':
		b.WriteByte(byte(r) + 'a' - 'A')
	case unicode.IsLetter(r):
		if s, ok := ligatures[unicode.ToLower(r)]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	case unicode.IsDigit(r) || r == '&' || r == '+':
		b.WriteRune(r)
	}
}

// ligatures are the Latin letters that Unicode does not decompose.
var ligatures = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d",
	'ı': "i", 'ħ': "h", 'ə': "a", 'ŋ': "ng",
}

// stripPossessive takes the English possessive off: Lahore's, Lahore’s.
func stripPossessive(s string) string {
	return s[:len(s)-Possessive(s)]
}

// Possessive gives the length in bytes of an English possessive at the end of
// a Latin word, 0 where there is none: 2 for Lahore's, 4 for Lahore’s.
func Possessive(word string) int {
	for _, suffix := range [...]string{"'s", "’s", "'S", "’S", "ʼs", "`s", "´s"} {
		if strings.HasSuffix(word, suffix) && len(word) > len(suffix) {
			return len(suffix)
		}
	}
	return 0
}
