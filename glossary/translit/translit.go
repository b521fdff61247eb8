// Package translit hears whether two spellings are one name.
package translit

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

type Latin struct{ s []rune }
type Arabic struct{ s []rune }
type Pair struct{ A, B string }
type Profile struct{ G, V, P string }
type Spelling struct {
	Text        string
	Probability float64
}

func CompileLatin(t string) *Latin {
	return &Latin{[]rune(strings.ReplaceAll(arabic.LatinKey(t), " ", ""))}
}
func CompileArabic(t string) *Arabic { return &Arabic{[]rune(arabic.Key(t))} }

var cls = map[rune]string{'a': "اعيه", 'b': "ب", 'c': "كسقت", 'd': "دض", 'e': "ايهع", 'f': "ف", 'g': "غجق", 'h': "هح", 'i': "يا", 'j': "جي", 'k': "كقخ", 'l': "ل", 'm': "م", 'n': "ن", 'o': "واع", 'p': "ب", 'q': "قك", 'r': "ر", 's': "سصشز", 't': "تطث", 'u': "واي", 'v': "ف", 'w': "و", 'x': "كس", 'y': "يا", 'z': "زسظ"}

const vow = "اويهع"

func dist(a, b []rune, sub func(x, y rune) float64, ins func(r rune) float64) float64 {
	row := make([]float64, len(b)+1)
	for j := 1; j <= len(b); j++ {
		row[j] = row[j-1] + ins(b[j-1])
	}
	for i := range a {
		d := row[0]
		row[0] += ins(a[i])
		for j := range b {
			c := min(d+sub(a[i], b[j]), row[j]+ins(b[j]), row[j+1]+ins(a[i]))
			d, row[j+1] = row[j+1], c
		}
	}
	return row[len(b)]
}
func ins(r rune) float64 {
	if strings.ContainsRune("aeiouhy"+vow, r) {
		return 0.35
	}
	return 1
}
func Score(l *Latin, a *Arabic) float64 {
	return -dist(l.s, a.s, func(x, y rune) float64 {
		if strings.ContainsRune(cls[x], y) {
			return 0
		}
		return 1.2
	}, ins)
}
func prob(d float64, n int) float64 {
	r := d / float64(n)
	switch {
	case r < 0.15:
		return 0.97
	case r < 0.25:
		return 0.7
	case r < 0.35:
		return 0.3
	}
	return 0
}
func Probability(l *Latin, a *Arabic) float64 { return prob(-Score(l, a), max(len(l.s), len(a.s))) }
func ScoreArabic(a, b *Arabic) float64 {
	return -dist(a.s, b.s, func(x, y rune) float64 {
		if x == y {
			return 0
		}
		for _, c := range []string{"حه", "عا", "قكغج", "سصزث", "تط", "دض", "وي", "اي"} {
			if strings.ContainsRune(c, x) && strings.ContainsRune(c, y) {
				return 0.3
			}
		}
		return 1.2
	}, ins)
}
func ProbabilityArabic(a, b *Arabic) float64 {
	return prob(-ScoreArabic(a, b), max(len(a.s), len(b.s)))
}
func Spell(l string, n int, p Profile) []Spelling { return nil }
