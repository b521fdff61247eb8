package translit

import "example.com/asma/glossary/arabic"

// Letters are numbered from 1 in both scripts; 0 is the boundary of a word.
const (
	latinLetters  = 26
	arabicLetters = 29 // ا to ي and ة; hamza seats and ى are folded
)

// arabicOrder numbers the Arabic letters.
var arabicOrder = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوية")

// arabicNumber has the number of a letter by how far it stands behind ء, the
// first of its block.
var arabicNumber = func() (t ['ي' - 'ء' + 1]uint8) {
	for i, r := range arabicOrder {
		t[r-'ء'] = uint8(i + 1)
	}
	return t
}()

// ArabicCodes numbers the letters of an Arabic word. What no reader sees,
// hamza seats and look-alikes are folded away; other signs are left out.
func ArabicCodes(word string) []uint8 {
	const classes = arabic.Light | arabic.Hamza | arabic.Yeh | arabic.Persian
	out := make([]uint8, 0, len(word)/2)
	for _, r := range arabic.Fold(word, classes) {
		if r == 'ى' {
			r = 'ي'
		}
		if r < 'ء' || r > 'ي' {
			continue
		}
		if n := arabicNumber[r-'ء']; n > 0 {
			out = append(out, n)
		}
	}
	return out
}

// LatinCodes numbers the letters of a Latin word, diacritics and case aside.
func LatinCodes(word string) []uint8 {
	var out []uint8
	for _, r := range arabic.LatinKey(word) {
		if r >= 'a' && r <= 'z' {
			out = append(out, uint8(r-'a'+1))
		}
	}
	return out
}

func arabicText(codes []uint8) string {
	var out []rune
	for _, c := range codes {
		out = append(out, arabicOrder[c-1])
	}
	return string(out)
}

func latinText(codes []uint8) string {
	out := make([]byte, len(codes))
	for i, c := range codes {
		out[i] = 'a' + c - 1
	}
	return string(out)
}
