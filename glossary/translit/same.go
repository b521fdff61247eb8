package translit

import (
	"bytes"
	"math"
)

// ProbabilityArabic says how probable it is that two Arabic words are spellings
// of one name. Names known to be two are.
func ProbabilityArabic(a, b *Arabic) float64 {
	if string(a.codes) == string(b.codes) {
		return 1
	}
	m := a.m
	if relatives(a.codes, b.codes) || adjective(a, b) || adjective(b, a) {
		return 0
	}
	if !m.sameFilter.passesEither(a.mask, b.mask, len(a.codes), len(b.codes)) {
		return 0
	}
	features, near := m.sameFeatures(a, b)
	if !near {
		return 0
	}
	const negligible = 1e-4
	p := m.sameNetwork.probability(features[:])
	if p < negligible || m.knownDistinct(a.codes, b.codes) {
		return 0
	}
	return p
}

// relatives reports a name and a word derived from it, which is another word
// and no spelling: باكستان and باكستاني, باكستانية, باكستانيون; names that
// are told apart by nothing else: سوريا and سوري, ماريا and ماري; and a name with
// the word beside it: في نيويورك.
func relatives(a, b []uint8) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	const least = 3 // letters of the shorter
	if n := len(a) - 1; n >= least && arabicOrder[a[n]-1] == 'ا' && len(b) > n+1 && bytes.HasPrefix(b, a[:n]) {
		switch arabicText(b[n:]) {
		case "ية", "يون", "يين", "يات": // of فرنسا; ي may be the ى of another spelling
			return true
		}
	}
	if len(a) < least {
		return false
	}
	const whole = 5 // letters of a name that leave no doubt of it in a longer word
	if len(a) >= whole && joined(b, a) && arabicText(b[:2]) != "ال" {
		return true
	}
	if !bytes.HasPrefix(b, a) {
		return false
	}
	switch arabicText(b[len(a):]) {
	case "ي", "ية", "يون", "يين", "يات", "يا":
		return true
	case "ا":
		return arabicOrder[a[len(a)-1]-1] == 'ي'
	case "ن": // of a plural: نحالون, نحالو
		return arabicOrder[a[len(a)-1]-1] == 'و' || arabicOrder[a[len(a)-1]-1] == 'ي'
	}
	return false
}

// adjective reports that b is the adjective of a, which drops its last alef:
// فرنسا, فرنسي. The ى of مصطفى and موسى may stand for an alef and is none.
func adjective(a, b *Arabic) bool {
	n := len(a.codes) - 1
	return b.yeh && n >= 3 && len(b.codes) == n+1 && bytes.HasPrefix(b.codes, a.codes[:n]) && arabicOrder[a.codes[n]-1] == 'ا'
}

func (a *Arabic) varyOnce() {
	a.weighOnce()
	a.varied.Do(func() {
		a.variant = a.m.variants.compile(a.codes)
		a.variantOf = a.m.variants.target(a.codes)
		a.bones = bones(a.codes)
		a.native = onlyArabic(a.codes)
	})
}

// joined reports a word with two letters or more written onto it: ستوكهولمفوز.
func joined(long, short []uint8) bool {
	return len(long) >= len(short)+2 && (bytes.HasPrefix(long, short) || bytes.HasSuffix(long, short))
}

// bones leaves out the letters that one spelling of a name may have and another
// lack.
func bones(codes []uint8) (out []uint8) {
	for _, c := range codes {
		switch arabicOrder[c-1] {
		case 'ا', 'و', 'ي', 'ه', 'ة':
		default:
			out = append(out, c)
		}
	}
	return out
}

// sameCount is how many features two Arabic words have.
const sameCount = 16

// sameFeatures are what the network weighs for two Arabic words, the same
// whichever comes first; not near tells that they are too far apart to go on.
func (m *Model) sameFeatures(a, b *Arabic) (f [sameCount]float32, near bool) {
	const worst = -4.5 // a letter; true pairs lie above
	if string(a.codes) > string(b.codes) {
		a, b = b, a
	}
	a.varyOnce()
	b.varyOnce()
	sizeA, sizeB := float64(len(a.codes)), float64(len(b.codes))
	edited, swapped := edits(a.codes, b.codes)
	boneEdits, boneSwapped := edits(a.bones, b.bones)
	swapped = swapped || boneSwapped
	ab := safeLog(m.variants.read(&a.variant, &b.variantOf))
	if ab < worst*(sizeB+1) && !swapped {
		return f, false
	}
	ba := safeLog(m.variants.read(&b.variant, &a.variantOf))
	perA, perB := max(ab/(sizeB+1), -8), max(ba/(sizeA+1), -8)
	last := a.codes[len(a.codes)-1] != b.codes[len(b.codes)-1]
	return [sameCount]float32{
		float32(perA+perB) / 2, float32(min(perA, perB)),
		float32((max(ab, -60) - b.asWord + max(ba, -60) - a.asWord) / 20),
		float32(float64(edited) / max(sizeA, sizeB)), float32(edited) / 3, mark(swapped),
		float32(boneEdits) / 3, mark(boneEdits == 0), mark(a.codes[0] != b.codes[0]), mark(last),
		float32(min(sizeA, sizeB) / 10), float32(math.Abs(sizeA-sizeB) / 4),
		mark(a.native && b.native), mark(a.native != b.native),
		float32((a.asName + b.asName - a.asWord - b.asWord) / 10),
		float32(math.Abs(a.asName-a.asWord-b.asName+b.asWord) / 10),
	}, true
}

// edits counts letters to add, drop, replace or swap with a neighbour (optimal
// string alignment), and tells whether two were swapped and nothing else.
func edits(a, b []uint8) (int, bool) {
	var rows [3][maxLetters + 1]int
	for j := range len(b) + 1 {
		rows[1][j] = j
	}
	swap := false
	for i := 1; i <= len(a); i++ {
		before, last, now := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := last[j-1]
			if a[i-1] != b[j-1] {
				cost++
			}
			cost = min(cost, last[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] && before[j-2]+1 < cost {
				cost = before[j-2] + 1
				swap = true
			}
			now[j] = cost
		}
	}
	distance := rows[(len(a)+1)%3][len(b)]
	return distance, swap && distance == 1 && len(a) == len(b)
}

// ProbabilityLatin says how probable it is that two Latin words are one name:
// the best Arabic spellings of each are heard against the other. Two whose best
// spellings are known to be two names are two.
func ProbabilityLatin(a, b *Latin) float64 {
	if string(a.codes) == string(b.codes) {
		return 1
	}
	if !nearLatin(a.codes, b.codes) {
		return 0
	}
	a.spellOnce()
	b.spellOnce()
	if len(a.spellings) == 0 || len(b.spellings) == 0 || a.m.knownDistinct(a.spellings[0].codes, b.spellings[0].codes) {
		return 0
	}
	return math.Sqrt(heardThrough(a, b) * heardThrough(b, a))
}

// nearLatin tells at a glance two Latin words that are worth spelling, which
// costs a thousand comparisons: their consonants differ in few places.
func nearLatin(a, b []uint8) bool {
	x, y := latinBones(a), latinBones(b)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	different, _ := edits(x, y)
	return different <= 1+min(len(x), len(y))/4
}

// latinBones leaves out vowels, h and doubled letters, and takes letters that
// stand for one another as one.
func latinBones(codes []uint8) (out []uint8) {
	for _, c := range codes {
		letter := byte('a' + c - 1)
		switch letter {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w':
			continue
		case 'q', 'c', 'g', 'x':
			letter = 'k'
		case 'z':
			letter = 's'
		case 'v':
			letter = 'f'
		case 'd':
			letter = 't'
		}
		if len(out) == 0 || out[len(out)-1] != letter {
			out = append(out, letter)
		}
	}
	return out
}

func (l *Latin) spellOnce() {
	const tried = 3
	l.spelled.Do(func() {
		for _, s := range l.m.spell(l, tried) {
			l.spellings = append(l.spellings, l.m.compileArabic(s.Text))
		}
	})
}

func heardThrough(a, b *Latin) (best float64) {
	for _, s := range a.spellings {
		best = max(best, Probability(b, s))
	}
	return best
}
