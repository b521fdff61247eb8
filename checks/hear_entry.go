package checks

import (
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
		switch {
		case x.script != arabic.Arabic:
		case e.isLonePlace(x):
			e.recastPlace(x)
		case !x.listed && x.group == nil:
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

// isLonePlace reports whether an atom is the name of a place that stands once in
// the article, and not where places stand.
func (e *ear) isLonePlace(x *atom) bool {
	return x.listed && len(x.tokens) == 1 && x.group != nil && x.group.entry != nil && x.group.entry.Kind == glossary.Place &&
		!strings.Contains(x.group.entry.Preferred(), " ") && !e.whereAPlaceStands(x)
}

// recastPlace hears a lone place as a word of the person beside it whose other
// word is misspelt too: حوسان is a village, but in «رنا تانفير حوسان» it is
// تنوير حسين.
func (e *ear) recastPlace(x *atom) {
	i := x.tokens[0]
	z := e.atomAt(e.before(i))
	if z == nil || z.listed || z.group == nil || z.group.entry == nil || z.group.entry.Kind != glossary.Person {
		return
	}
	c := e.vocabulary.fits(z.group.entry, x, z.group.part, -1, e.leadOf(i))
	if c.probability < heardAlone {
		return
	}
	e.a.drop(i)
	x.listed, x.group = false, nil
	e.assign(x, z.group.entry, c.word, c.probability, c.evidence)
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
	return !x.possible && len(e.vocabulary.usesOf(x.sound)) <= fewRefs
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
		if j > i && x.ordinary && y.word.ordinary && y.mention == 0 && lead == "" && !arabic.HasArticle(y.word.light) {
			continue // «اسمه ربيع» is no أسامة ربيع, but «محمر القذافي» is somebody, and «عبد القدر خان»
		}
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
