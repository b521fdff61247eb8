package checks

import (
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// recastSurnames hears the lone surname of a person whom the article never
// names in full as a misspelt surname of one whom it does: كارلسون in an article
// on ماغنوس كارلسن is no تاكر كارلسون. News names a person in full before it
// uses the surname alone.
func (e *ear) recastSurnames(present []*nucleus) {
	for _, x := range e.atoms {
		if !x.listed || x.script != arabic.Arabic || x.possible || len(x.key) < 4*letterBytes || x.group == nil || x.group.entry == nil || e.a.Mentions[e.a.Tokens[x.tokens[0]].mention-1].Name.chapter == e.vocabulary.article {
			continue
		}
		best := heardNamesake
		var found *nucleus
		for _, i := range e.near.near(x.sound) {
			n := present[i]
			if p := e.vocabulary.nucleusLikeness(n, x); p >= best && e.mayBeSurname(x, n) {
				best, found = p, n
			}
		}
		if found != nil {
			e.recast(x, found, best)
		}
	}
}

// heardNamesake is how probable it must be that the surname of one person is
// another's misspelt.
const heardNamesake = 0.9

// mayBeSurname reports whether an atom may be the surname that a nucleus is: it
// is another word, stands alone wherever it stands, and no oftener than the
// person's name does.
func (e *ear) mayBeSurname(x *atom, n *nucleus) bool {
	surname := n.index == len(n.entry.Parts)-1 || n.whole && n.entry.Kind == glossary.Person // Suga has no other
	if !surname || n.has(x.key) || relatives(x.key, n.key) || e.besideStranger(x, n) {
		return false
	}
	alone := !slices.ContainsFunc(x.tokens, func(i int) bool { return !e.a.Mentions[e.a.Tokens[i].mention-1].Alone })
	uses := 0
	for i := range e.a.Mentions {
		if e.a.Mentions[i].Name.Entry == n.entry {
			uses++
		}
	}
	return alone && len(x.tokens) <= uses
}

// leaveNamesake takes an atom from the person whose surname it is where the
// article does not name the person: in «قاسم الحاتمي» it is no عامر حاتمي.
func (e *ear) leaveNamesake(x *atom) {
	if !x.listed || x.script != arabic.Arabic || x.group == nil || x.group.entry == nil || slices.ContainsFunc(x.tokens, func(i int) bool { return !e.anothers(i) }) {
		return
	}
	for _, i := range x.tokens {
		e.a.drop(i)
	}
	x.listed, x.group = false, nil
}

// anothers reports whether token i is a lone surname of somebody whom the
// article does not name in full, behind a word that looks like the name of
// another: in «إدي هيرن» it may be إيدي هيرن.
func (e *ear) anothers(i int) bool {
	m := &e.a.Mentions[e.a.Tokens[i].mention-1]
	if !m.Alone || m.Name.chapter == e.vocabulary.article || !e.a.follows(i) {
		return false
	}
	before := &e.a.Tokens[i-1]
	if before.mention != 0 || before.mark == adjective || before.word.title || before.word.script != arabic.Arabic || before.word.ordinary && before.mark != namePart {
		return false
	}
	given := e.vocabulary.soundOf(e.vocabulary.stem(before.word, int(before.stem)))
	return !slices.ContainsFunc(e.vocabulary.nuclei(m.Name.Entry), func(n nucleus) bool { return e.vocabulary.likeness(n.sound, given) >= heardPresent })
}

// recast gives the mentions of a lone surname to the person that a nucleus is of.
func (e *ear) recast(x *atom, n *nucleus, p float64) {
	name := e.a.nameOf(n.entry, "")
	for _, i := range x.tokens {
		m := &e.a.Mentions[e.a.Tokens[i].mention-1]
		m.Name, m.Status, m.Want, m.Confidence = name, Unlisted, n.word, p
		m.Evidence = "sounds like " + n.word + ", who is named in full"
	}
	x.group = nil
	e.assign(x, n.entry, n.word, p, "sounds like "+n.word+", who is named in full")
}

// joinBehindAnd hears what is left of an unlisted word when its و is cut: ناتانز
// in وناتانز. Nothing else in the article has to speak for the cut where the
// rest sounds so much like a name that stands in it.
func (e *ear) joinBehindAnd(x *atom, present []*nucleus) {
	if !strings.HasPrefix(x.text, "و") {
		return
	}
	e.readAgain(x, func(rest *atom) bool {
		e.joinPresent(rest, present)
		return rest.group != nil && rest.group.confidence >= heardClearly
	})
}

// joinBehindClitic does the same for a word that no list has, نفيديا in لنفيديا
// beside إنفيديا; open are the words that the index gives.
func (e *ear) joinBehindClitic(x *atom, open []*atom) {
	e.readAgain(x, func(rest *atom) bool {
		for _, j := range e.near.near(rest.sound) {
			y := open[j]
			if y == x || y.ordinary || y.possible || strings.HasPrefix(x.text, "و") && strings.HasPrefix(y.text, "و") {
				continue // ويليام is no «and» beside وليام
			}
			if p, _ := e.sameName(rest, y); p >= heardNamesake {
				e.join(rest, y, p, rest.text+" sounds like "+y.text)
				return true
			}
		}
		return false
	})
}

// readAgain tries the readings of an unlisted word behind a clitic, and keeps
// the first that hears accepts.
func (e *ear) readAgain(x *atom, hears func(rest *atom) bool) {
	w := e.a.Tokens[x.tokens[0]].word
	if x.group != nil || x.possible || x.known ||
		slices.ContainsFunc(x.tokens, func(i int) bool { return e.a.Tokens[i].word != w || w.stems()[e.a.Tokens[i].stem].clitics != "" }) {
		return
	}
	for i := range w.stems() {
		s := e.vocabulary.stem(w, i)
		if s.clitics == "" || len(s.text) < 5*letterBytes {
			continue
		}
		rest := &atom{script: arabic.Arabic, text: s.text, key: s.key, tokens: x.tokens, sound: e.vocabulary.soundOf(s)}
		if !hears(rest) {
			continue
		}
		for _, token := range x.tokens {
			e.a.Tokens[token].stem = uint16(i)
		}
		x.text, x.key, x.sound, x.group = rest.text, rest.key, rest.sound, rest.group
		x.group.atoms[slices.Index(x.group.atoms, rest)] = x
		return
	}
}
