package checks

import (
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// candidate is an entry that an unlisted word may belong to.
type candidate struct {
	ref         glossary.Ref
	word        string // how the entry writes the word
	probability float64
	evidence    string
}

// company gives the entries in which a known word y has, on the side of x, a
// word that x may spell: for «أراغشي» behind عباس the entry of عباس عراقجي. It
// depends on the two words alone and is remembered. side is where y stands:
// -1 left of x in reading order (before it), +1 behind it. The more names the
// known word has (محمد), the more probable the other must be.
func (v *vocabulary) company(x *atom, y *word, stem string, side int) []candidate {
	if y.ordinary && !y.known {
		return nil
	}
	key := [2]string{x.key, stem}
	if side > 0 {
		key = [2]string{stem + " ", x.key}
	}
	if out, ok := v.pairs[key]; ok {
		return out
	}
	var out []candidate
	refs := v.glossary.ByWord(stem)
	bound := min(heardPresent*5, heardBeside*float64(1+len(refs)))
	for _, ref := range refs {
		entry := v.glossary.Entry(ref)
		if c, ok := v.fits(entry, x, stem, side); ok && c.probability >= bound && (!y.ordinary || entry.HasWord(stem)) {
			c.ref = ref
			out = append(out, c)
		}
	}
	if len(out) == 0 && !y.known {
		out = v.bothNear(x, stem, side)
	}
	v.pairs[key] = out
	return out
}

// fits hears x against the word of an entry that stands beside y in it.
func (v *vocabulary) fits(entry *glossary.Entry, x *atom, y string, side int) (candidate, bool) {
	nuclei := v.nuclei(entry)
	key := arabic.Key(arabic.Indefinite(y))
	for i := range nuclei {
		j := i + side // where y is to stand
		if j < 0 || j >= len(nuclei) || nuclei[j].index != nuclei[i].index+side || nuclei[j].key != key || nuclei[i].key == x.key {
			continue
		}
		bound := heardBeside
		if x.ordinary {
			bound = heardAlone
		}
		if p := nuclei[i].likeness(x); p >= bound {
			return candidate{word: nuclei[i].word, probability: p,
				evidence: "sounds like " + nuclei[i].word + " beside " + y + " of the same name"}, true
		}
	}
	return candidate{}, false
}

// bothNear hears two unlisted neighbours together as one name: «آسيم مونير».
// The second is known by its nearness to a listed word; the first then has to
// fit beside that.
func (v *vocabulary) bothNear(x *atom, y string, side int) []candidate {
	var out []candidate
	for _, near := range v.near(y) {
		for _, ref := range near.Refs {
			entry := v.glossary.Entry(ref)
			if c, ok := v.fits(entry, x, near.Word, side); ok && c.probability >= heardPresent {
				c.ref = ref
				out = append(out, c)
			}
		}
	}
	return out
}

func (v *vocabulary) near(word string) []glossary.Near {
	out, ok := v.nears[word]
	if !ok {
		out = v.glossary.Sounding(word)
		v.nears[word] = out
	}
	return out
}

// alone hears an atom with nothing beside it as a listed name: only where the
// word is long, no everyday or known word, and sounds almost the same as a
// name that is one word. Surnames are left out: there are so many that any
// unlisted name sounds like one of them.
func (e *ear) alone(x *atom) candidate {
	if x.ordinary || x.known || len(x.text) < 5*letterBytes || arabic.Ordinary(x.text) {
		return candidate{}
	}
	var best candidate
	for _, near := range e.vocabulary.near(x.text) {
		for _, ref := range near.Refs {
			entry := e.settings.Glossary.Entry(ref)
			for _, n := range e.vocabulary.nuclei(entry) {
				if !n.whole || arabic.Key(arabic.Indefinite(near.Word)) != n.key {
					continue
				}
				if p := n.likeness(x); p >= heardClearly && p > best.probability {
					best = candidate{ref, n.word, p, "sounds like " + n.word}
				}
			}
		}
	}
	return best
}
