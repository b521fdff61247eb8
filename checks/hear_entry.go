package checks

import (
	"math"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// leadOf gives the key of the lead that stands right before token i, "" for none.
func (e *ear) leadOf(i int) string {
	if !e.a.follows(i) || e.a.Tokens[i-1].word.script != arabic.Arabic {
		return ""
	}
	t := &e.a.Tokens[i-1]
	if s := &t.word.stems()[t.stem]; s.lead {
		return s.key
	}
	return ""
}

// before gives the token that stands before token i and its lead; -1 for none.
func (e *ear) before(i int) int {
	if e.leadOf(i) != "" {
		i--
	}
	if !e.a.follows(i) {
		return -1
	}
	return i - 1
}

// The bounds of the ear, chosen on the development articles and held on clean
// ones: how probable a spelling must be, by what else speaks for it.
const (
	heardSurely  = 0.80 // one of the words is an everyday word too
	heardAlone   = 0.5  // the sound alone
	heardClearly = 0.97 // the sound alone, of a name that stands nowhere else
	heardPresent = 0.1  // the name stands in the article in another form
	heardBeside  = 0.01 // the other part of the same name stands beside it
	heardInText  = 0.15 // all that the text says of two spellings taken together
	heardFaintly = 0.003
)

// joinEntries hears unlisted Arabic words as misspelt words of listed names:
// of names that stand in the article, then of names that the word beside
// points to, then of any name that sounds very much alike.
func (e *ear) joinEntries() {
	present := e.present()
	e.near.reset(2 * len(present))
	for i, n := range present {
		e.near.add(i, n.sound)
		if n.roman != nil {
			e.near.add(i, n.roman)
		}
	}
	e.recastSurnames(present)
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.listed && (!x.ordinary || e.besideMention(x)) {
			e.joinPresent(x, present)
			e.joinBehindAnd(x, present)
		}
	}
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.listed && x.group == nil && (!x.known || e.rarelyKnown(x)) {
			e.joinBeside(x)
		}
	}
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.listed && x.group == nil {
			e.joinHeard(x)
		}
	}
}

// present gives the words of the names that stand in the article.
func (e *ear) present() []*nucleus {
	e.around = e.around[:0]
	for i := e.from; i < e.to; i++ {
		if e.a.Tokens[i].mention == 0 {
			continue
		}
		m := &e.a.Mentions[e.a.Tokens[i].mention-1]
		if m.Name.Entry == nil || m.Doubtful || m.Alone || m.Name.chapter == e.vocabulary.article {
			continue
		}
		m.Name.chapter = e.vocabulary.article
		nuclei := e.vocabulary.nuclei(m.Name.Entry)
		for j := range nuclei {
			e.around = append(e.around, &nuclei[j])
		}
	}
	return e.around
}

// joinHeard hears an atom beside one that was itself heard as a word of a name:
// آسيم beside مونير. A word of other names (heardAlone) has to be clearer.
func (e *ear) joinHeard(x *atom) {
	for _, i := range x.tokens {
		for _, side := range [...]int{-1, 1} {
			j := i + 1
			if side < 0 {
				j = e.before(i)
			}
			z := e.atomAt(j)
			if z == nil || z.group == nil || z.group.entry == nil || j > i && !e.a.follows(j) {
				continue
			}
			c := e.vocabulary.fits(z.group.entry, x, z.group.part, side, e.leadOf(i))
			if c.probability >= heardPresent && (!x.known || c.probability >= heardAlone) {
				e.assign(x, z.group.entry, c.word, c.probability, c.evidence)
				return
			}
		}
	}
}

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
	if n.latin == "" {
		return false
	}
	latin := arabic.LatinKey(n.latin)
	for _, ref := range v.glossary.ByWord(x.text) {
		for _, p := range v.glossary.Entry(ref).Parts {
			if arabic.LatinKey(p.Latin) == latin && arabic.Key(arabic.Indefinite(p.Arabic)) == x.key {
				return true
			}
		}
	}
	return false
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

// joinBeside hears an atom as a word of a name that its neighbour belongs to,
// though the name as a whole stands nowhere in the article.
func (e *ear) joinBeside(x *atom) {
	var best candidate
	for _, i := range x.tokens {
		here := e.companyOf(x, i)
		if here.probability == 0 && x.ordinary {
			return // an everyday word that stands elsewhere too is a word
		}
		if here.probability > best.probability {
			best = here
		}
	}
	if best.probability > 0 && (!x.known || best.probability >= heardSurely) {
		e.assign(x, e.settings.Glossary.Entry(best.ref), best.word, best.probability, best.evidence)
	}
}

// rarelyKnown reports whether a known word that is no everyday one stands in so
// few names that it may be another one misspelt.
func (e *ear) rarelyKnown(x *atom) bool {
	return !x.possible && len(e.settings.Glossary.ByWord(x.text)) <= fewRefs
}

// companyOf gives the likest name that the neighbours of token i point to. A
// neighbour that belongs to another name as a whole points to nothing: مساء in
// «جاستن توماس مساء» is no ماسي of توماس ماسي.
func (e *ear) companyOf(x *atom, i int) candidate {
	var best candidate
	lead := e.leadOf(i)
	for _, side := range [...]int{-1, 1} {
		j := i + 1
		if side < 0 {
			j = e.before(i)
		}
		if j < 0 || j >= len(e.a.Tokens) || j > i && (!e.a.follows(j) || x.known) || e.a.Tokens[j].word.script != arabic.Arabic {
			continue // a known given name is one that people have: روبيرت is no روبير
		}
		y := &e.a.Tokens[j]
		if m := y.mention; m > 0 && e.a.Mentions[m-1].First != e.a.Mentions[m-1].Last && !e.a.Mentions[m-1].Doubtful {
			continue
		}
		stem := y.word.stems()[y.stem].text
		list := e.vocabulary.company(x, y.word, stem, side, lead)
		if len(list) == 0 && y.mention == 0 && !y.word.ordinary && !x.ordinary {
			list = e.vocabulary.bothNear(x, stem, side, lead)
		}
		for _, c := range list {
			if c.probability > best.probability {
				best = c
			}
		}
	}
	return best
}

// joinAlone hears what is left as names that stand nowhere else in the article.
func (e *ear) joinAlone() {
	for _, x := range e.atoms {
		if x.script != arabic.Arabic || x.listed || x.group != nil {
			continue
		}
		if best := e.alone(x); best.probability > 0 {
			e.assign(x, e.settings.Glossary.Entry(best.ref), best.word, best.probability, best.evidence)
			x.group.lone = !best.place || !e.whereAPlaceStands(x)
		}
	}
}

// behindPlaceNoun reports whether token i stands right behind a word that the
// name of a place stands behind.
func (e *ear) behindPlaceNoun(i int) bool {
	return e.a.follows(i) && slices.ContainsFunc(e.a.Tokens[i-1].word.stems(), func(s stem) bool { return !s.definite && placeNouns[s.text] })
}

// whereAPlaceStands reports whether the atom stands somewhere behind a word that
// places stand behind: «في كاسالا».
func (e *ear) whereAPlaceStands(x *atom) bool {
	return slices.ContainsFunc(x.tokens, func(i int) bool {
		return e.a.follows(i) && placeWords[strings.TrimPrefix(e.a.spelling(&e.a.Tokens[i-1]), "و")]
	})
}

func (e *ear) assign(x *atom, entry *glossary.Entry, word string, p float64, evidence string) {
	g := e.groupOf(x)
	g.entry, g.part, g.confidence, g.evidence = entry, word, p, evidence
}
