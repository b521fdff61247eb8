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
// edge of its node; bits 8–31: index of the first edge of the next node, 0 for
// none. The root's edges begin at index 1.
//
//go:embed ordinary.bin
var ordinaryWords string

// Ordinary reports whether a word, as written, is an everyday Arabic word in
// one of its readings: with clitics (وبالمدينة), a pronoun (زيارتهم) or the
// future س (سيعلن). Many names are ordinary words too (شريف, سالم, كريم); such
// a word needs other evidence before it may be heard as a misspelt name. The
// word is only light-folded, so that إلى never turns into الي; a missing hamza
// on the first alef is forgiven.
func Ordinary(word string) bool {
	var buffer [16]Reading
	for _, r := range AppendReadings(buffer[:0], Fold(word, Light)) {
		if ordinaryStem(r.Stem) {
			return true
		}
	}
	return false
}

func ordinaryStem(stem string) bool {
	if listed(stem) || future(stem) {
		return true
	}
	if base, found := cutPronoun(stem); found && (listed(base) || listed(base+"ه") || future(base)) {
		return true
	}
	return conjugated(stem)
}

// conjugated reads the endings of verbs that the dictionary leaves to the
// prefix rules of its spell checker: أعلنت, طالبوا, يعتمدان, يستخدمون.
func conjugated(stem string) bool {
	if base, found := strings.CutSuffix(stem, "ت"); found && len(base) >= 3*letterBytes {
		return listed(base) || listed(base+"ى")
	}
	if base, found := strings.CutSuffix(stem, "وا"); found && len(base) >= 3*letterBytes {
		return listed(base) || future(base)
	}
	if !strings.HasPrefix(stem, "ي") && !strings.HasPrefix(stem, "ت") {
		return false
	}
	for _, ending := range [...]string{"ون", "ان"} {
		if base, found := strings.CutSuffix(stem, ending); found && len(base) >= 3*letterBytes {
			return listed(base)
		}
	}
	return false
}

// future reads س + imperfect: سيعلن.
func future(stem string) bool {
	rest, found := strings.CutPrefix(stem, "س")
	return found && (strings.HasPrefix(rest, "ي") || strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ن")) && listed(rest)
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

// listed looks a word up in the automaton.
func listed(word string) bool {
	node, final := uint32(1), false
	for _, r := range word {
		if r < 0x0621 || r > 0x064A || node == 0 {
			return false
		}
		edge, found := findEdge(node, uint32(r-0x0620))
		if !found {
			return false
		}
		node, final = edge>>8, edge&0x40 != 0
	}
	return final
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
		if edge&0x80 != 0 {
			break
		}
	}
	return 0, false
}
