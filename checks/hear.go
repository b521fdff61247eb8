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

// ear holds what is heard in one article.
type ear struct {
	*reader
	a      *Article
	atoms  []*atom
	arabic map[string]*atom // by key
	latin  map[string]*atom
	byTok  map[int]*atom
}

// hear finds the names that no list gives: other spellings of listed names,
// Latin names with their Arabic ones, spellings that sound alike and stand in
// the same company.
func (r *reader) hear(a *Article) {
	e := &ear{reader: r, a: a, arabic: map[string]*atom{}, latin: map[string]*atom{}, byTok: map[int]*atom{}}
	e.collect()
	e.joinEntries()
	e.joinScripts()
	e.joinSpellings()
	e.joinAlone()
	e.joinSplit()
	e.mentions()
	e.leave()
}

// leave hands on the words that were not heard as any name here.
func (e *ear) leave() {
	for _, x := range e.atoms {
		first := &e.a.Tokens[x.tokens[0]]
		if x.script != arabic.Arabic || x.ordinary || x.known || x.listed || x.group != nil || len(x.text) < 5*letterBytes || first.mention != 0 {
			continue
		}
		core := e.core(first)
		e.a.Unheard = append(e.a.Unheard, Unheard{Text: x.text, Segment: first.Segment, Start: core, End: first.End, Count: len(x.tokens)})
	}
}

// collect gathers the atoms of the article. Arabic words are read first as
// they stand; then those whose stem stands bare elsewhere give up their
// clitics: وهافتار beside هافتار.
func (e *ear) collect() {
	for i := range e.a.Tokens {
		w := e.a.Tokens[i].word
		if w.script == arabic.Latin && w.capital && len(w.light) > 1 && !english[strings.ToLower(w.light)] {
			e.add(e.latin, arabic.LatinKey(w.light), w.light, i)
		}
	}
	bare := e.bareKeys()
	for i := range e.a.Tokens {
		t := &e.a.Tokens[i]
		if t.word.script == arabic.Arabic && e.candidate(i) {
			t.stem = uint16(e.pickStem(t, bare))
			s := &t.word.stems()[t.stem]
			e.add(e.arabic, s.key, s.text, i)
		}
	}
}

func (e *ear) add(index map[string]*atom, key, text string, token int) {
	t := &e.a.Tokens[token]
	place := key
	if t.word.ordinary {
		place += " " // رئيس is no رييس, though folding makes them one
	}
	x := index[place]
	if x == nil {
		x = &atom{script: t.word.script, text: text, key: key, ordinary: t.word.ordinary, possible: t.word.possible, known: t.word.known, listed: true}
		x.sound = e.vocabulary.sound(text)
		index[place] = x
		e.atoms = append(e.atoms, x)
	}
	x.tokens = append(x.tokens, token)
	if t.mention != 0 && x.group == nil {
		e.adopt(x, &e.a.Mentions[t.mention-1])
	}
	x.listed = x.listed && t.mention != 0
	x.ordinary = x.ordinary && t.word.ordinary
	e.byTok[token] = x
}

// adopt gives an atom the entry of the mention that its token belongs to.
func (e *ear) adopt(x *atom, m *Mention) {
	if m.Name.Entry == nil || m.Doubtful {
		return
	}
	part := m.Name.Entry.PartFor(x.text)
	if part == "" {
		part = cmp.Or(definiteForm(m.Name.Entry, x.key), x.text)
	}
	if x.script == arabic.Latin {
		if m.First != m.Last || isShort(x.text) {
			return // one word of several, or an acronym: it has no Arabic of its own
		}
		part = m.Want
	}
	x.group = &group{atoms: []*atom{x}, entry: m.Name.Entry, part: part, confidence: 1}
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
	if t.word.known && e.likeLatin(t) {
		return true
	}
	if !t.word.known && (t.word.title || t.word.behindClitic()) {
		return false
	}
	return e.leadOf(i) != "" || e.a.follows(i) && e.surelyName(i-1) || e.a.follows(i+1) && e.surelyName(i+1)
}

// likeLatin reports whether a word may spell a Latin one of the article.
func (e *ear) likeLatin(t *Token) bool {
	if len(e.latin) == 0 {
		return false
	}
	return slices.ContainsFunc(t.word.stems(), func(read stem) bool {
		s := e.vocabulary.sound(read.text)
		return slices.ContainsFunc(e.atoms, func(x *atom) bool { return x.script == arabic.Latin && x.sound.within(s, farFaintly) })
	})
}

func (e *ear) surelyName(i int) bool {
	t := &e.a.Tokens[i]
	return t.mention != 0 || t.mark == namePart || t.word.script == arabic.Arabic && !t.word.ordinary
}

// lastClitic is the clitic right before the stem. بيسرز and وبيسرز have the
// same before يسرز and so tell nothing of it.
func lastClitic(clitics string) string { return clitics[len(clitics)-letterBytes:] }

// bareKeys gives the keys of all candidate words as they stand, and of stems
// that stand behind two different clitics: بحميدتي and ولحميدتي.
func (e *ear) bareKeys() map[string]int {
	bare := map[string]int{}
	behind := map[string]string{}
	for i := range e.a.Tokens {
		t := &e.a.Tokens[i]
		if t.word.script != arabic.Arabic {
			continue
		}
		if t.mention > 0 {
			m := &e.a.Mentions[t.mention-1]
			if m.First == i && m.Script == arabic.Arabic {
				bare[arabic.Key(arabic.Indefinite(arabic.Fold(e.a.Text(t.Segment, max(m.Core, t.Start), t.End), arabic.Light)))]++
				continue
			}
		}
		if !t.word.ordinary || t.word.known {
			for _, s := range t.word.stems() {
				if s.clitics == "" {
					bare[s.key]++
				} else if other, seen := behind[s.key]; seen && other != lastClitic(s.clitics) {
					bare[s.key]++
				} else {
					behind[s.key] = lastClitic(s.clitics)
				}
			}
		}
	}
	return bare
}

// pickStem chooses the reading of a word: inside a mention what the glossary
// read; else the deepest cut whose stem stands bare in the article or is a
// known word; else the word without its article.
func (e *ear) pickStem(t *Token, bare map[string]int) int {
	best := 0
	whole := t.mention == 0 && t.word.stems()[0].known
	for i, s := range t.word.stems() {
		switch {
		case s.clitics == "" && s.definite:
			best = i
		case s.clitics != "" && (bare[s.key] > 0 && len(s.text) >= 6 || !whole && s.known):
			best = i
		}
	}
	return best
}
