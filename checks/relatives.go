package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// genders reports whether two keys differ in a last vowel alone, as the names
// of a man and a woman do: زيلينسكي, زيلينسكا.
func genders(a, b string) bool {
	if len(a) != len(b) || len(a) < 2*letterBytes || a[:len(a)-letterBytes] != b[:len(b)-letterBytes] {
		return false
	}
	const vowels = "ايهو"
	return strings.Contains(vowels, a[len(a)-letterBytes:]) && strings.Contains(vowels, b[len(b)-letterBytes:])
}

// nisbaEndings make an adjective or a plural of a name, another word and not
// another spelling; they take the place of a last vowel: كندا, كندي.
var nisbaEndings = [...]string{"ي", "يه", "يون", "يين", "يات", "يا", "يان", "يتان", "يتين"}

// otherEndings are written behind the whole name: plurals, dual, accusative.
var otherEndings = [...]string{"ا", "ات", "ون", "ين", "ان", "ه", "و"}

// relatives reports whether one key is the other with an ending of adjective,
// plural or case: باكستان and باكستاني. A last -a that is written ا here and ه
// there (نيالا, نيالة) makes no relatives.
func relatives(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return derives(a, b) || len(a) == len(b) && derives(b, a)
}

// derives reports whether the longer key is made of the shorter one.
func derives(a, b string) bool {
	for _, stem := range [...]string{a, strings.TrimSuffix(a, "ا"), strings.TrimSuffix(a, "ه"), strings.TrimSuffix(a, "ي"), strings.TrimSuffix(a, "و")} {
		if rest, found := strings.CutPrefix(b, stem); found && slices.Contains(nisbaEndings[:], rest) {
			return true
		}
	}
	if stem := nisbaStem(a); stem != "" && stem == nisbaStem(b) {
		return true // الباكستانية and الباكستانيين
	}
	rest, found := strings.CutPrefix(b, a)
	return found && !endsInVowel(a) && slices.Contains(otherEndings[:], rest)
}

// nisbaStem is the name that an adjective is made of, "" for what is none.
func nisbaStem(key string) string {
	for _, ending := range [...]string{"يتان", "يتين", "يون", "يين", "يات", "يان", "يه", "يا", "ي"} {
		if stem, found := strings.CutSuffix(key, ending); found && len(stem) >= 3*letterBytes {
			return stem
		}
	}
	return ""
}

func endsInVowel(key string) bool {
	return strings.HasSuffix(key, "ا") || strings.HasSuffix(key, "و") || strings.HasSuffix(key, "ي")
}

// isAnd reports whether a key is the other, or a relative of it, behind «and»:
// وفرنسا and فرنسي, وهولندية and والهولندية.
func isAnd(a, b string) bool {
	rest, cut := strings.CutPrefix(a, "و")
	return cut && (rest == b || relatives(rest, b) || rest == arabic.Indefinite(strings.TrimPrefix(b, "و")))
}

// doubledEnd reports whether one key is the other with its last letter twice, as
// no ending of Arabic is written: سيرسكيي for سيرسكي.
func doubledEnd(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b) == len(a)+letterBytes && len(a) >= 4*letterBytes && strings.HasPrefix(b, a) && strings.HasSuffix(a, b[len(a):])
}
