package checks

import (
	"cmp"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// atom is a distinct word of an article that may be a name: a Latin word, or
// an Arabic stem with its clitics cut. All its tokens share one spelling but
// for folding.
type atom struct {
	script   arabic.Script
	text     string // as first written, light-folded, clitics and ال cut
	key      string // medium-folded, or LatinKey
	tokens   []int
	ordinary bool // an everyday word: needs context
	possible bool // a word that grammar allows, everyday or not
	known    bool // a word of an accepted form, or a known given name or surname
	listed   bool // all its tokens belong to mentions of the glossary
	sound    *sound
	group    *group
}

// group is a set of atoms heard as one name.
type group struct {
	atoms      []*atom
	entry      *glossary.Entry
	part       string // Arabic of the part of the entry that the atoms spell
	confidence float64
	evidence   string
	lone       bool // heard by the sound alone
}

// collect gathers the atoms of the article. Arabic words are read first as
// they stand; then those whose stem stands bare elsewhere give up their
// clitics: وهافتار beside هافتار.
func (e *ear) collect() {
	for i := e.from; i < e.to; i++ {
		w := e.a.Tokens[i].word
		if w.script == arabic.Latin && w.capital && len(w.light) > 1 && !english[strings.ToLower(w.light)] {
			e.add(e.vocabulary.stem(w, 0), i)
		}
	}
	e.latin = len(e.atoms)
	e.seeStems()
	e.findTwins()
	for i := e.from; i < e.to; i++ {
		t := &e.a.Tokens[i]
		if t.word.script == arabic.Arabic && (e.candidate(i) || e.isTwin(i)) {
			t.stem = uint16(e.pickStem(i))
			e.add(e.vocabulary.stem(t.word, int(t.stem)), i)
		}
	}
}

// add makes a token one of the atom of its stem. رئيس is no رييس, though folding
// makes them one: everyday words have atoms of their own.
func (e *ear) add(s *stem, token int) {
	t := &e.a.Tokens[token]
	place := s.place.here(e.vocabulary)
	at := &place.atoms[0]
	if t.word.ordinary {
		at = &place.atoms[1]
	}
	if *at == nil {
		*at = e.newAtom()
		**at = atom{
			script: t.word.script, text: s.text, key: s.key, sound: e.vocabulary.soundOf(s), listed: true,
			ordinary: t.word.ordinary, possible: t.word.possible, known: t.word.known, tokens: (*at).tokens[:0],
		}
	}
	x := *at
	x.tokens = append(x.tokens, token)
	if t.mention != 0 && x.group == nil {
		e.adopt(x, token)
	}
	x.listed = x.listed && t.mention != 0
	e.byTok[token-e.from] = x
}

// newAtom gives room for an atom.
func (e *ear) newAtom() *atom {
	n := len(e.atoms)
	e.atoms = slices.Grow(e.atoms, 1)[:n+1]
	if e.atoms[n] == nil {
		e.atoms[n] = &atom{}
	}
	return e.atoms[n]
}

// newGroup makes a group of one atom.
func (e *ear) newGroup(x *atom) *group {
	if e.groups == len(e.heard) {
		e.heard = append(e.heard, &group{})
	}
	g := e.heard[e.groups]
	e.groups++
	*g = group{atoms: append(g.atoms[:0], x)}
	x.group = g
	return g
}

// adopt gives an atom the entry of the mention that a token of it belongs to.
func (e *ear) adopt(x *atom, token int) {
	m := &e.a.Mentions[e.a.Tokens[token].mention-1]
	if m.Name.Entry == nil || m.Doubtful {
		return
	}
	part := m.Name.Entry.PartFor(x.text)
	if part == "" {
		part = cmp.Or(definiteForm(m.Name.Entry, x.key), x.text)
		if x.script == arabic.Arabic && e.isDefinite(token) && m.First < token {
			part = arabic.Definite(part) // ثمامة of «استاد الثمامة»
		}
	}
	if x.script == arabic.Latin {
		if m.First != m.Last || isShort(x.text) {
			return // one word of several, or an acronym: it has no Arabic of its own
		}
		part = m.Want
	}
	g := e.newGroup(x)
	g.entry, g.part, g.confidence = m.Name.Entry, part, 1
}

// definiteForm gives the accepted form with ال that a key without it is of:
// البنجاب for بنجاب; "" for none.
func definiteForm(entry *glossary.Entry, key string) string {
	for _, f := range entry.Arabic {
		if f.Status.Accepted() && arabic.HasArticle(f.Text) && arabic.Key(arabic.Indefinite(f.Text)) == key {
			return f.Text
		}
	}
	return ""
}

// isShort reports an acronym, which is not heard letter by letter.
func isShort(text string) bool { return len(text) <= 6 && strings.ToUpper(text) == text }

// english are words that may stand in capitals in a Latin run and are no names.
var english = map[string]bool{
	"the": true, "of": true, "and": true, "for": true, "in": true, "on": true, "at": true, "to": true, "a": true, "an": true, "by": true, "with": true, "from": true,
}

// candidate reports whether an Arabic word may be a name here: it is no
// everyday word, or is also a name and sounds like a Latin word of the article,
// or it stands beside a word that is a name for certain.
func (e *ear) candidate(i int) bool {
	t := &e.a.Tokens[i]
	if t.mark == adjective || len(t.word.light) < 4 || len(t.word.stems()[0].text) < 6 && t.word.ordinary {
		return false
	}
	if !t.word.ordinary || t.mention != 0 {
		return true
	}
	if t.word.known && (e.isSpeaker(i) || e.latin > 0 && e.likesLatin(t.word)) {
		return true
	}
	if !t.word.known && (t.word.title || t.word.behindClitic() && e.leadOf(i) == "") {
		return false
	}
	return e.leadOf(i) != "" || e.a.follows(i) && e.surelyName(i-1) || e.a.follows(i+1) && e.surelyName(i+1)
}

// likesLatin reports whether a word may spell a Latin one of the article.
func (e *ear) likesLatin(w *word) bool {
	if w.latinOf != e.vocabulary.article {
		w.likeLatin, w.latinOf = e.soundsLatin(w), e.vocabulary.article
	}
	return w.likeLatin
}

func (e *ear) soundsLatin(w *word) bool {
	for i := range w.stems() {
		s := e.vocabulary.soundOf(e.vocabulary.stem(w, i))
		if slices.ContainsFunc(e.atoms[:e.latin], func(x *atom) bool { return x.sound.far(s) <= farFaintly }) {
			return true
		}
	}
	return false
}

func (e *ear) surelyName(i int) bool {
	t := &e.a.Tokens[i]
	return t.mention != 0 || t.mark == namePart || t.word.script == arabic.Arabic && !t.word.ordinary
}

// lastClitic is the clitic right before the stem. بيسرز and وبيسرز have the
// same before يسرز and so tell nothing of it.
func lastClitic(clitics string) string { return clitics[len(clitics)-letterBytes:] }

// seeStems notes the stems that stand bare, and those that stand behind two
// different clitics: بحميدتي and ولحميدتي.
func (e *ear) seeStems() {
	for i := e.from; i < e.to; i++ {
		t := &e.a.Tokens[i]
		if t.word.script != arabic.Arabic {
			continue
		}
		if t.mention > 0 {
			if m := &e.a.Mentions[t.mention-1]; m.First == i && m.Script == arabic.Arabic {
				e.seeMention(t, m)
				continue
			}
		}
		if t.word.ordinary && !t.word.known {
			continue
		}
		for j := range t.word.stems() {
			s := e.vocabulary.stem(t.word, j)
			place := s.place.here(e.vocabulary)
			if j == 0 && !arabic.HasArticle(s.text) {
				place.whole = true
			}
			switch {
			case s.clitics == "" || place.behind != "" && place.behind != lastClitic(s.clitics):
				place.bare = true
			default:
				place.behind = lastClitic(s.clitics)
			}
		}
	}
}

// seeMention notes what the first word of a mention is without its clitics.
func (e *ear) seeMention(t *Token, m *Mention) {
	word := e.a.Text(t.Segment, max(m.Core, t.Start), t.End)
	key := arabic.Key(arabic.Indefinite(arabic.Fold(word, arabic.Light)))
	e.vocabulary.place(key).here(e.vocabulary).bare = true
}

// pickStem chooses the reading of a word: inside a mention what the glossary
// read; else the deepest cut whose stem stands bare in the article or is a
// known word, unless a given name before it asks for a surname (باويل in «جيروم
// باويل»); else the word without its article.
func (e *ear) pickStem(i int) int {
	t := &e.a.Tokens[i]
	best := 0
	first := e.vocabulary.stem(t.word, 0)
	whole := t.mention == 0 && (first.known || e.a.behindGivenName(i))
	for j := range t.word.stems() {
		s := e.vocabulary.stem(t.word, j)
		switch {
		case t.mention != 0 && s.clitics != "" && s.clitics != e.cliticsOf(i):
			// فالبارايسو, though بارايسو stands there too
		case s.clitics == "" && s.definite && first.place.here(e.vocabulary).whole:
			// الكسندر beside ألكسندر
		case s.clitics == "" && s.definite:
			best = j
		case s.clitics != "" && (len(s.text) >= 6 && s.place.here(e.vocabulary).bare || !whole && s.known):
			best = j
		}
	}
	return best
}

// cliticsOf gives the clitics that a mention begins with, where token i is its
// first word.
func (e *ear) cliticsOf(i int) string {
	if m := &e.a.Mentions[e.a.Tokens[i].mention-1]; m.First == i {
		return m.Clitics
	}
	return ""
}
