package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// nucleus is one word of a listed name, as the ear compares it.
type nucleus struct {
	entry *glossary.Entry
	word  string // as the preferred form writes it: القذافي
	key   string // medium-folded, without ال
	lead  string // key of the small word of the name right before it: عبد before الملك
	sound *sound
	latin string // "" where the Arabic is no transliteration
	roman *sound // of latin; nil there
	index int    // which word of the name it is
	whole bool   // it is the whole name
}

// nuclei gives the words of an entry that a misspelling can be heard against,
// in their order, then the accepted forms of one word. They are worked out once.
func (v *vocabulary) nuclei(entry *glossary.Entry) []nucleus {
	out, known := v.entries[entry]
	if !known {
		out = v.newNuclei(entry)
		v.entries[entry] = out
	}
	return out
}

func (v *vocabulary) newNuclei(entry *glossary.Entry) []nucleus {
	if entry.Translation {
		return nil
	}
	var out []nucleus
	if len(entry.Parts) > 0 {
		for i, p := range entry.Parts {
			out = append(out, v.nucleus(entry, p.Arabic, p.Latin, i))
		}
		return append(out, v.leadNuclei(entry)...)
	}
	words, latin := strings.Fields(entry.Preferred()), strings.Fields(arabic.LatinKey(entry.Name))
	for i, w := range words {
		n := ""
		if len(latin) == len(words) && (!entry.Exonym || len(words) == 1) {
			n = latin[i] // an exonym is misspelt by its Latin: تريبولي for طرابلس
		}
		if len(words) == 1 || !arabic.Ordinary(w) || leads[arabic.Key(w)] { // أوم for the أم of أم درمان
			out = append(out, v.nucleus(entry, w, n, i))
			out[len(out)-1].whole = len(words) == 1 || calledAlone(entry, n)
		}
	}
	for _, f := range entry.Arabic[min(1, len(entry.Arabic)):] {
		if f.Status.Accepted() && !f.Ordinary && !strings.Contains(f.Text, " ") {
			n := v.nucleus(entry, f.Text, v.latinFor(entry, f.Text), 0)
			n.whole = true
			out = append(out, n)
		}
	}
	return out
}

// leadNuclei gives the last words of the parts that have several: الملك behind
// عبد, قصرة behind أبو.
func (v *vocabulary) leadNuclei(entry *glossary.Entry) []nucleus {
	var out []nucleus
	for i, p := range entry.Parts {
		words := strings.Fields(p.Arabic)
		last := len(words) - 1
		if last < 1 || !leads[arabic.Key(words[last-1])] {
			continue
		}
		n := v.nucleus(entry, words[last], "", i)
		n.lead = arabic.Key(words[last-1])
		out = append(out, n)
	}
	return out
}

// leads are the small words that make one part of a name with the word behind
// them, as keys.
var leads = map[string]bool{
	"عبد": true, "ابو": true, "ابا": true, "ابي": true, "بن": true, "ابن": true, "بنت": true, "ام": true, "ال": true, "ولد": true, "ذو": true,
	"فان": true, "فون": true, "دي": true, "دو": true, "دا": true, "دير": true, "لو": true, "سان": true,
}

// calledAlone reports whether a word of an entry's canonical name is one of its
// Latin forms: Pacers of Indiana Pacers.
func calledAlone(entry *glossary.Entry, word string) bool {
	return word != "" && slices.ContainsFunc(entry.Latin, func(form string) bool { return arabic.LatinKey(form) == word })
}

// latinFor gives the Latin word of an entry that an Arabic form of one word
// renders: Pacers for بيسرز; "" where none sounds like it.
func (v *vocabulary) latinFor(entry *glossary.Entry, form string) string {
	for _, w := range append(strings.Fields(entry.Called()), entry.Latin...) {
		if !strings.Contains(w, " ") && v.renders([]string{w}, []string{form}) {
			return w
		}
	}
	return ""
}

func (v *vocabulary) nucleus(entry *glossary.Entry, word, latin string, index int) nucleus {
	bare := arabic.Indefinite(word)
	n := nucleus{entry: entry, word: word, key: arabic.Key(bare), index: index, sound: v.sound(bare)}
	if latin != "" {
		n.latin = latin
		n.roman = v.sound(latin)
	}
	return n
}

// nucleusLikeness is the probability that an Arabic atom spells a nucleus, by
// its Arabic and by its Latin form. An everyday word is heard in Arabic alone:
// «أحمد مساء الخميس» is no Moussa.
func (v *vocabulary) nucleusLikeness(n *nucleus, x *atom) float64 {
	p := v.likeness(n.sound, x.sound)
	if n.roman != nil && !x.ordinary {
		p = max(p, v.likeness(n.roman, x.sound))
	}
	return p
}

// far says how far an atom is from the nucleus, in the nearer of its scripts.
func (n *nucleus) far(x *atom) int {
	far := n.sound.far(x.sound)
	if n.roman != nil {
		far = min(far, n.roman.far(x.sound))
	}
	return far
}

// has reports whether a key is that of the nucleus or of one of its words.
func (n *nucleus) has(key string) bool {
	return key == n.key || strings.Contains(" "+n.key+" ", " "+key+" ")
}
