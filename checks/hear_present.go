package checks

import (
	"math"
	"slices"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// joinPresent hears an atom as a misspelt word of a name that stands in the
// article.
func (e *ear) joinPresent(x *atom, present []*nucleus) {
	best, besideBest := 0.0, false
	var found *nucleus
	for _, i := range e.near.near(x.sound) {
		n := present[i]
		if p, beside := e.presence(x, n); p > best {
			best, found, besideBest = p, n, beside
		}
	}
	if found == nil || best < sureText {
		return
	}
	evidence := "sounds like " + found.word
	if besideBest {
		evidence += " and stands beside another part of the name"
	} else {
		evidence += ", which stands in the article"
	}
	e.assign(x, found.entry, found.word, best, evidence)
}

// cutShort reports whether an unlisted word is the Latin name letter by letter,
// which Arabic writes with a vowel more: تورين for تورينو is no ending of it.
func (e *ear) cutShort(x *atom, n *nucleus) bool {
	return !x.known && !x.ordinary && n.whole && n.roman != nil && len(x.key) < len(n.key) &&
		e.vocabulary.likeness(n.roman, x.sound) >= heardClearly
}

// What speaks for or against a word being a misspelt word of a name that
// stands in the article, in nats of log-odds.
const (
	oddsPresent   = 2.0  // the name stands in the article
	oddsBeside    = 5.0  // another part of the name stands beside the word
	oddsStranger  = -3.0 // a word of another name stands there: موريس تشانغ is no لاي تشينغ
	oddsElsewhere = -2.0 // the word is a word of other listed names too
)

// presence gives the probability that an unlisted word spells a word of a name
// that stands in the article, and whether another part of the name stands
// beside it; 0 where it cannot, or where less than sureText is left of the
// likest that the shapes allow.
func (e *ear) presence(x *atom, n *nucleus) (p float64, beside bool) {
	far := n.far(x)
	if far > farFaintly || x.ordinary && !e.alwaysBeside(x, n) || n.lead != "" && !e.behindLead(x, n.lead) || n.has(x.key) {
		return 0, false
	}
	odds := oddsLength(min(len(x.key), len(n.key)) / letterBytes)
	if x.ordinary {
		odds += oddsEveryday
	}
	if x.known {
		odds += oddsElsewhere
	}
	switch beside = e.besideEntry(x, n); {
	case beside:
		odds += oddsBeside
	case len(n.entry.Parts) == 0 && !n.whole:
		return 0, false
	default:
		odds += oddsPresent
		if e.besideStranger(x, n) {
			odds += oddsStranger
		}
	}
	if odds+logit(likest(far)) < logit(sureText) || relatives(x.key, n.key) && !e.cutShort(x, n) || x.known && e.vocabulary.established(x, n) {
		return 0, false
	}
	if p = e.vocabulary.nucleusLikeness(n, x); p < heardFaintly {
		return 0, false
	}
	return sigmoid(odds + logit(p)), beside
}

// established reports whether other entries write the nucleus' Latin word as
// the atom does: ريان is another way to write Ryan, no fault of رايان.
func (v *vocabulary) established(x *atom, n *nucleus) bool {
	return n.latin != "" && slices.Contains(v.renderedBy(x), arabic.LatinKey(n.latin))
}

// renderOne reports whether two known words are listed as renderings of one
// Latin word, فينسنت and فنسنت of Vincent, or in forms of one name.
func (v *vocabulary) renderOne(x, y *atom) bool {
	refs := v.glossary.ByWord(x.text)
	if slices.ContainsFunc(v.glossary.ByWord(y.text), func(r glossary.Ref) bool { return slices.Contains(refs, r) }) {
		return true
	}
	latin := v.renderedBy(x)
	return slices.ContainsFunc(v.renderedBy(y), func(l string) bool { return slices.Contains(latin, l) })
}

// renderedBy gives the keys of the Latin words that a known word renders.
func (v *vocabulary) renderedBy(x *atom) (latin []string) {
	for _, ref := range v.glossary.ByWord(x.text) {
		for _, p := range v.glossary.Entry(ref).Parts {
			if l := arabic.LatinKey(p.Latin); arabic.Key(arabic.Indefinite(p.Arabic)) == x.key && !slices.Contains(latin, l) {
				latin = append(latin, l)
			}
		}
	}
	return latin
}

// besideStranger reports whether the atom stands, where the name wants another
// of its words, beside one that looks like a name and is none of them: تشانغ in
// «موريس تشانغ» is no تشينغ of لاي تشينغ, فريد in «فريد رامسديل» no ألفريد,
// ألبرت in «ألبرت بورلة» no باير; or behind the word for a place: بيتاري in «حي
// بيتاري» is no بيترو.
func (e *ear) besideStranger(x *atom, n *nucleus) bool {
	return slices.ContainsFunc(x.tokens, func(i int) bool {
		return n.index == 0 && (e.strange(i, i+1, n) || e.strange(i, i-1, n) && e.mentionAt(i, i-1) == nil) || n.index > 0 && e.strange(i, i-1, n) ||
			n.entry.Kind == glossary.Person && e.behindPlaceNoun(i)
	})
}

// strange reports whether token j stands against token i and looks like a name
// that is no word of the nucleus' entry.
func (e *ear) strange(i, j int, n *nucleus) bool {
	if j < 0 || j >= len(e.a.Tokens) || !e.a.follows(max(i, j)) {
		return false
	}
	w := e.a.Tokens[j].word
	return w.script == arabic.Arabic && !w.title && !w.ordinary && n.entry.PartFor(w.stems()[e.a.Tokens[j].stem].text) == ""
}

func logit(p float64) float64 { return math.Log(p / (1 - min(p, 0.999))) }

func sigmoid(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// besideEntry reports whether a token of the atom stands beside a mention of
// the nucleus' entry, on the side where the name wants it.
func (e *ear) besideEntry(x *atom, n *nucleus) bool {
	for _, i := range x.tokens {
		if e.leadOf(i) != n.lead || n.whole {
			continue
		}
		j := i + 1
		if n.index > 0 {
			j = e.before(i)
		}
		m := e.mentionAt(i, j)
		switch {
		case m != nil && m.Name.Entry == n.entry, m == nil && n.entry.Kind == glossary.Place && e.restOf(i, j, n):
			return true
		case n.lead != "" && j >= 0 && leads[arabic.Key(e.a.Tokens[j].word.light)] && n.entry.HasWord(e.a.Tokens[j].word.light):
			return true // behind two small words of the name: «فون دير لين»
		}
	}
	return false
}

// restOf reports whether token j, which stands against token i, is what a place
// is called besides the nucleus: درمان in «أوم درمان» stands for no place alone.
func (e *ear) restOf(i, j int, n *nucleus) bool {
	z := e.atomAt(j)
	return z != nil && z.group != nil && z.group.entry == n.entry && (j < i || e.a.follows(j))
}

// behindLead reports whether a token of the atom stands behind a lead.
func (e *ear) behindLead(x *atom, lead string) bool {
	return slices.ContainsFunc(x.tokens, func(i int) bool { return e.leadOf(i) == lead })
}

// besideMention reports whether every token of the atom stands beside a mention.
func (e *ear) besideMention(x *atom) bool {
	return !slices.ContainsFunc(x.tokens, func(i int) bool {
		return e.mentionAt(i, i+1) == nil && e.mentionAt(i, e.before(i)) == nil && e.leadOf(i) == ""
	})
}

// alwaysBeside reports whether every token of the atom stands beside a mention
// of the nucleus' entry: an everyday word that stands elsewhere too is a word.
func (e *ear) alwaysBeside(x *atom, n *nucleus) bool {
	for _, i := range x.tokens {
		if !e.besideEntry(&atom{tokens: []int{i}}, n) {
			return false
		}
	}
	return true
}

// mentionAt gives the mention of token j, which stands against token i; nil if
// there is none.
func (e *ear) mentionAt(i, j int) *Mention {
	if j < 0 || j >= len(e.a.Tokens) || j > i && !e.a.follows(j) || e.a.Tokens[j].mention == 0 {
		return nil
	}
	return &e.a.Mentions[e.a.Tokens[j].mention-1]
}
