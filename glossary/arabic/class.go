package arabic

import "unicode"

// slowClass is the definition that the table in script.go is filled from.
func slowClass(r rune) Script {
	switch {
	case r < 0x80:
		return asciiClass(r)
	case isInvisible(r) || r == tatweel:
		return joint
	case isHarakah(r) || unicode.Is(unicode.Mn, r):
		return mark
	case isArabicLetter(r):
		return Arabic
	case unicode.Is(unicode.Nd, r):
		return Digit
	case unicode.Is(unicode.Latin, r), r >= 0xFF21 && r <= 0xFF5A && unicode.IsLetter(r):
		return Latin
	case unicode.IsLetter(r):
		return Other
	}
	return None
}

func asciiClass(r rune) Script {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return Latin
	case r >= '0' && r <= '9':
		return Digit
	}
	return None
}

// tatweel (kashida) stretches a word and means nothing: «ســلام».
const tatweel = 'ـ'

// isHarakah reports vowel signs and Quranic marks, which most text leaves out.
func isHarakah(r rune) bool {
	return r >= 0x064B && r <= 0x065F || r == 0x0670 ||
		r >= 0x0610 && r <= 0x061A || r >= 0x06D6 && r <= 0x06DC ||
		r >= 0x06DF && r <= 0x06E4 || r >= 0x06E7 && r <= 0x06E8 || r >= 0x06EA && r <= 0x06ED ||
		r >= 0x08D3 && r <= 0x08FF
}

// isInvisible reports the code points that no reader sees: joiners, bidi
// controls, soft hyphen and byte order mark.
func isInvisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || IsBidiControl(r) || r == 0xFEFF || r == 0xAD || r == 0x2060
}

// IsBidiControl reports the explicit direction controls of Unicode (UAX #9):
// embeddings, overrides, isolates and the Arabic letter mark. The implicit
// marks U+200E and U+200F count as well.
func IsBidiControl(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func isArabicLetter(r rune) bool {
	if r == 0xFD3E || r == 0xFD3F { // ornate parentheses
		return false
	}
	return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r)
}
