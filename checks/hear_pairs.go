package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// joinSpellings hears Arabic words of the article as spellings of one name.
func (e *ear) joinSpellings() {
	var open []*atom
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && (!x.listed || x.group != nil || !x.ordinary && !x.possible) {
			open = append(open, x)
		}
	}
	e.near.reset(len(open))
	for i, x := range open {
		e.near.add(i, x.sound)
	}
	for _, x := range open {
		if strings.HasPrefix(x.text, "و") && !x.listed && !x.ordinary {
			e.joinBehindClitic(x, open) // before «and» passes for a letter of the name
		}
	}
	for i, x := range open {
		if x.ordinary {
			continue // two everyday words are never one name
		}
		for _, j := range e.near.near(x.sound) {
			y := open[j]
			if j <= i && !y.ordinary || x.group != nil && x.group == y.group || x.listed && y.listed {
				continue
			}
			p, company := e.sameName(x, y)
			if p < heardInText || y.ordinary && !company && x.group != nil && x.group.entry != nil {
				continue // الشارع is no الشرع because الشارا is
			}
			e.leaveNamesake(x)
			e.leaveNamesake(y)
			evidence := x.text + " sounds like " + y.text
			if company {
				evidence += ", beside the same word"
			}
			e.join(x, y, p, evidence)
		}
	}
	for _, x := range open {
		if !x.listed && !x.ordinary {
			e.joinBehindClitic(x, open)
		}
	}
}

// What else than the sound speaks for or against two Arabic words being
// spellings of one name, in nats of log-odds. The sound alone is weighed for
// words met at random; in an article, company is worth more than any likeness.
const (
	oddsCompany  = 4.0  // both stand beside one and the same name word
	oddsTitle    = 1.0  // both stand behind a title
	oddsEveryday = -2.5 // one of them is an everyday word
	oddsNamed    = -1.5 // it is, but stands where a surname would
	oddsKnown    = -1.0 // one of them is a word of a listed name
	oddsGender   = -3.0 // they differ in what parts man from woman: زيلينسكي, زيلينسكا
)

// oddsLength is for the letters of the shorter word: many short words are alike.
func oddsLength(letters int) float64 {
	switch {
	case letters <= 3:
		return -1.5
	case letters == 4:
		return -0.5
	case letters == 5:
		return 0
	case letters <= 7:
		return 0.7
	}
	return 1.2
}

// sameName gives the probability that two Arabic atoms are one name, and
// whether they stand in the same company; 0 where they cannot be, or where
// less than heardInText is left of the likest that their shapes allow.
func (e *ear) sameName(x, y *atom) (p float64, company bool) {
	far := x.sound.far(y.sound)
	if far > farFaintly || x.key == y.key || x.ordinary && y.ordinary || x.known && y.known && !(e.sameCompany(x, y) && e.vocabulary.renderOne(x, y)) {
		return 0, false
	}
	odds := e.besideSound(x, y)
	if least := logit(heardInText) - logit(likest(far)); odds+oddsCompany < least || relatives(x.key, y.key) && !doubledEnd(x.key, y.key) || isAnd(x.key, y.key) || isAnd(y.key, x.key) {
		return 0, false
	} else if company = e.sameCompany(x, y); company {
		odds += oddsCompany
	} else if odds < least || x.possible && y.possible && (!e.speaks(x) && !e.speaks(y) || uninflected(x.key) == uninflected(y.key)) {
		return 0, false // متسلقون and متسلقين are words, though hardly anyone writes them
	}
	p = e.vocabulary.likeness(x.sound, y.sound)
	if doubledEnd(x.key, y.key) {
		p = max(p, heardAlone)
	}
	if p < heardFaintly {
		return 0, false
	}
	return sigmoid(odds + logit(p)), company
}

// besideSound is what speaks for two atoms being one name beside their sound
// and their company.
func (e *ear) besideSound(x, y *atom) float64 {
	odds := oddsLength(min(len(x.key), len(y.key)) / letterBytes)
	if e.behindTitle(x) && e.behindTitle(y) {
		odds += oddsTitle
	}
	switch {
	case !x.ordinary && !y.ordinary:
	case x.ordinary && e.behindName(x), y.ordinary && e.behindName(y):
		odds += oddsNamed
	default:
		odds += oddsEveryday
	}
	if x.known || y.known {
		odds += oddsKnown
	}
	if genders(x.key, y.key) {
		odds += oddsGender
	}
	return odds
}

// behindName reports whether the atom stands somewhere right behind a word that
// is no everyday word, as a surname does: جوف in «كوكو جوف».
func (e *ear) behindName(x *atom) bool {
	return slices.ContainsFunc(x.tokens, func(i int) bool {
		return e.a.follows(i) && e.a.Tokens[i].word.stems()[e.a.Tokens[i].stem].clitics == "" && e.surelyName(i-1)
	})
}

// letterBytes is the length of an Arabic letter in UTF-8.
const letterBytes = 2

// behindTitle reports whether the atom stands somewhere behind a title.
func (e *ear) behindTitle(x *atom) bool {
	return slices.ContainsFunc(x.tokens, func(i int) bool { return e.a.follows(i) && e.a.Tokens[i-1].word.title })
}

// sameCompany reports whether both stand beside one and the same name word, on
// the same side: محمر القذافي and معمر القذافي.
func (e *ear) sameCompany(x, y *atom) bool {
	for _, side := range [...]int{-1, 1} {
		for _, i := range x.tokens {
			beside := e.neighbour(i, side)
			if beside == nil || beside.ordinary {
				continue
			}
			for _, j := range y.tokens {
				if e.neighbour(j, side) == beside {
					return true
				}
			}
		}
	}
	return false
}

func (e *ear) groupOf(x *atom) *group {
	if x.group == nil {
		e.newGroup(x)
	}
	return x.group
}

// join makes two atoms one name, unless they belong to different entries.
func (e *ear) join(x, y *atom, p float64, evidence string) {
	g, h := e.groupOf(x), e.groupOf(y)
	if g == h || e.differentNames(x, y) {
		return
	}
	if g.entry == nil && h.entry != nil || len(g.atoms) < len(h.atoms) && h.entry != nil {
		g, h = h, g
	}
	for _, atom := range h.atoms {
		atom.group = g
	}
	g.atoms = append(g.atoms, h.atoms...)
	if g.evidence == "" {
		g.evidence = evidence
	}
	if g.confidence == 0 || p < g.confidence {
		g.confidence = p
	}
}

// differentNames reports whether two atoms are known to speak of two names, or
// of two words of one.
func (e *ear) differentNames(x, y *atom) bool {
	g, h := x.group, y.group
	if g.entry == nil || h.entry == nil {
		return false
	}
	return g.entry != h.entry || arabic.Key(arabic.Indefinite(g.part)) != arabic.Key(arabic.Indefinite(h.part))
}
