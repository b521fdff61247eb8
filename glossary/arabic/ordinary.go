package arabic

import (
	_ "embed"
	"strings"
)

// ordinaryWords is a minimal automaton (DAFSA) of everyday Arabic words, used
// in place. The program in ordinary/ writes it from the Ayaspell dictionary
// and words.txt; the licence of the former stands in ordinary/LICENSE.
//
// It is a list of little-endian 32-bit edges; the edges of a node follow one
// another. Bits 0–5: letter less U+0620; bit 6: a word ends here; bit 7: last
// edge of its node; bits 8–30: index of the first edge of the next node, 0 for
// none; bit 31: the word that ends here is in use. The root's edges begin at
// index 1.
//
//go:embed ordinary.bin
var ordinaryWords string

// Ordinary reports whether a word, as written, is an everyday Arabic word in
// one of its readings: with clitics (وبالمدينة), a pronoun (زيارتهم) or the
// future س (سيعلن). Many names are ordinary words too (شريف, سالم, كريم); such
// a word needs other evidence before it may be heard as a misspelt name. The
// word is only light-folded, so that إلى never turns into الي; a missing hamza
// on the first alef is forgiven.
func Ordinary(word string) bool { return inLexicon(word, listed) }

// Common reports whether a word is an everyday word that people write, and not
// only a form that grammar allows: أليما, بوشرا and جنسين are ordinary, but
// hardly anyone writes them, so that in a text with عليمة and بشرى they may
// well be names misspelt.
func Common(word string) bool { return inLexicon(word, inUse) }

// lexicon is a set of words without clitics and endings.
type lexicon func(word string) bool

func inLexicon(word string, has lexicon) bool {
	var buffer [16]Reading
	for _, r := range AppendReadings(buffer[:0], Fold(word, Light)) {
		if has.stem(r.Stem) {
			return true
		}
	}
	return false
}

func (has lexicon) stem(stem string) bool {
	if has(stem) || has.future(stem) {
		return true
	}
	if base, found := cutPronoun(stem); found && (has(base) || has(base+"ه") || has.future(base) || has.beforePronoun(base)) {
		return true
	}
	return has.conjugated(stem)
}

// beforePronoun undoes what a noun becomes before a pronoun: حفيدتـ(ه) of حفيدة,
// حفيديـ(ها) of the two حفيدين.
func (has lexicon) beforePronoun(base string) bool {
	if word, found := strings.CutSuffix(base, "ت"); found && len(word) >= 3*letterBytes {
		return has(word + "ة")
	}
	word, found := strings.CutSuffix(base, "ي")
	return found && len(word) >= 3*letterBytes && has(word)
}

// conjugated reads the endings of verbs that the dictionary leaves to the
// prefix rules of its spell checker: أعلنت, طالبوا, يعتمدان, يستخدمون.
func (has lexicon) conjugated(stem string) bool {
	if base, found := strings.CutSuffix(stem, "ت"); found && len(base) >= 3*letterBytes {
		return has(base) || has(base+"ى")
	}
	if base, found := strings.CutSuffix(stem, "وا"); found && len(base) >= 3*letterBytes {
		return has(base) || has.future(base)
	}
	if !strings.HasPrefix(stem, "ي") && !strings.HasPrefix(stem, "ت") {
		return false
	}
	for _, ending := range [...]string{"ون", "ان"} {
		if base, found := strings.CutSuffix(stem, ending); found && len(base) >= 3*letterBytes {
			return has(base)
		}
	}
	return false
}

// future reads س + imperfect: سيعلن.
func (has lexicon) future(stem string) bool {
	rest, found := strings.CutPrefix(stem, "س")
	return found && len(rest) >= 3*letterBytes && (strings.HasPrefix(rest, "ي") || strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ن")) && has(rest)
}

// pronouns are those that news text writes onto words. ي and ك are left out:
// they are rare there, and would make ordinary words of many names.
var pronouns = [...]string{"هما", "ها", "هم", "هن", "نا", "كم", "ني", "ه"}

func cutPronoun(stem string) (string, bool) {
	for _, p := range pronouns {
		if base, found := strings.CutSuffix(stem, p); found && len(base) >= 2*letterBytes {
			return base, true
		}
	}
	return "", false
}

// The marks of an edge.
const (
	wordEnds = 1 << 6
	lastEdge = 1 << 7
	usedWord = 1 << 31
)

func listed(word string) bool { return lastEdgeOf(word)&wordEnds != 0 }

func inUse(word string) bool { return lastEdgeOf(word)&usedWord != 0 }

// lastEdgeOf follows a word through the automaton; 0 where it has no way.
func lastEdgeOf(word string) uint32 {
	node, edge := uint32(1), uint32(0)
	for _, r := range word {
		if r < 0x0621 || r > 0x064A || node == 0 {
			return 0
		}
		var found bool
		if edge, found = findEdge(node, uint32(r-0x0620)); !found {
			return 0
		}
		node = edge &^ usedWord >> 8
	}
	return edge
}

func edgeAt(i int) uint32 {
	b := ordinaryWords[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func findEdge(node, letter uint32) (uint32, bool) {
	for i := int(node) * 4; i+4 <= len(ordinaryWords); i += 4 {
		edge := edgeAt(i)
		if edge&0x3F == letter {
			return edge, true
		}
		if edge&lastEdge != 0 {
			break
		}
	}
	return 0, false
}
