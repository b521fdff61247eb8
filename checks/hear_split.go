package checks

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// joinSplit hears two neighbouring words as one name that was cut in two:
// «لوفت هانزا» beside لوفتهانزا, «بن غازي» for بنغازي.
func (e *ear) joinSplit() {
	var atoms []*atom
	var begin beginnings
	for _, x := range e.atoms {
		if x.script == arabic.Arabic && !x.possible {
			begin.add(x.key)
			if len(x.text) >= 5*letterBytes {
				atoms = append(atoms, x)
			}
		}
	}
	for i := e.from + 1; i < e.to; i++ {
		first, second := &e.a.Tokens[i-1], &e.a.Tokens[i]
		if !e.a.follows(i) || second.Gap != Blank || first.word.script != arabic.Arabic || second.word.script != arabic.Arabic {
			continue
		}
		splits := e.splits(first, second)
		if !splits && (e.surelyMentioned(first) || e.surelyMentioned(second)) || arabic.HasArticle(second.word.light) {
			continue
		}
		half := &first.word.stems()[first.stem]
		if half.clitics != "" && e.joinHalves(&first.word.stems()[0], i, false, &begin, atoms) {
			continue // بريمر of «بريمر هافن» is no ب before the surname ريمر
		}
		e.joinHalves(half, i, splits, &begin, atoms)
	}
}

// joinHalves joins a reading of a word and the word behind it, token i, where
// together they are a name. Halves that are free to be (see splits) need not
// stand in the article as a whole.
func (e *ear) joinHalves(half *stem, i int, splits bool, begin *beginnings, atoms []*atom) bool {
	first, second := &e.a.Tokens[i-1], &e.a.Tokens[i]
	if !splits && !begin.may(half.key, len(half.text)+len(second.word.light)) {
		return false
	}
	joined := half.text + second.word.light
	// فال of «فال بارايسو» is an article to nothing where فالبارايسو stands
	if len(joined) < 5*letterBytes || (!splits || arabic.HasArticle(joined) != first.word.article) && !e.standsWhole(joined, i) {
		return false
	}
	name, whole := e.wholeOf(joined, atoms, i)
	if name == nil {
		return false
	}
	for _, token := range [...]int{i - 1, i} {
		if e.a.Tokens[token].mention != 0 {
			e.a.drop(token)
		}
	}
	if name.Entry == nil && strings.HasPrefix(second.word.light, "آ") {
		whole = half.text + " " + second.word.light // آ begins words: جلال آباد, not جلالآباد
		name.Best = whole
		e.want(name)
	}
	e.a.add(e.splitMention(i, half, name, whole))
	return true
}

// want makes all mentions of a name that the text alone knows want its best
// spelling.
func (e *ear) want(name *Name) {
	for i := range e.a.Mentions {
		if m := &e.a.Mentions[i]; m.Name == name {
			m.Want = name.Best
		}
	}
}

// beginnings tells at a glance of most words that no key of a set can be theirs:
// the lengths of the keys in letters, a bit each, by their first letter.
type beginnings [64]uint64

func (b *beginnings) add(key string) {
	if len(key) >= letterBytes {
		b[key[1]&63] |= 1 << (len(key) / letterBytes & 63)
	}
}

// may reports whether a word that begins with a key may have one of the keys.
// Folding takes a letter or two from its length in bytes.
func (b *beginnings) may(key string, length int) bool {
	n := length / letterBytes & 63
	return len(key) >= letterBytes && b[key[1]&63]&(7<<n>>2) != 0
}

// splits reports whether two words may be the halves of a name: neither belongs
// to a mention that is sure, and at least one is no everyday word or the first
// is one that begins names (بن غازي, أم درمان).
func (e *ear) splits(first, second *Token) bool {
	free := func(t *Token) bool { return t.mention == 0 || e.a.Mentions[t.mention-1].Status >= Unlisted }
	return free(first) && free(second) && (!second.word.ordinary || first.word.lead || first.word.article)
}

// standsWhole reports whether two words, the second of them token i and neither
// surely mentioned, make letter by letter a name that stands in the article:
// «فوكس كون» beside فوكسكون. That speaks louder than what the halves may be
// alone, everyday words (دوست دار) or surnames of others (إيزاك مان). Small words
// are no halves, «من صور» is no منصور, unless the name begins right before them:
// «مايكل أو ليري».
func (e *ear) standsWhole(joined string, i int) bool {
	first, second := &e.a.Tokens[i-1], &e.a.Tokens[i]
	x := e.vocabulary.atomOf(arabic.Key(joined))
	if x == nil || x.possible {
		return false
	}
	const half = 3 * letterBytes
	if len(first.word.light) >= half && len(second.word.light) >= half {
		return true
	}
	return x.group != nil && x.group.entry != nil && e.a.follows(i-1) && x.group.entry.HasWord(e.a.spelling(&e.a.Tokens[i-2]))
}

// surelyMentioned reports a word of a listed name that is more than a surname
// alone or an everyday word.
func (e *ear) surelyMentioned(t *Token) bool {
	if t.mention == 0 {
		return false
	}
	m := &e.a.Mentions[t.mention-1]
	return m.Status < Unlisted && !m.Alone && !m.Doubtful
}

// wholeOf finds the name that two joined words are: a listed one of one word,
// letter by letter, or another name of the article that sounds like them.
// second is the token of the second word.
func (e *ear) wholeOf(joined string, atoms []*atom, second int) (*Name, string) {
	if w := e.joinedWord(joined); w.entry != nil {
		return e.a.nameOf(w.entry, ""), w.form
	}
	shape := glossary.ShapeOf(arabic.Key(joined))
	for _, x := range atoms {
		if shape.Far(x.sound.shapes[0]) > farAlone || x == e.atomAt(second) || x == e.atomAt(second-1) || e.vocabulary.compare(newSound(joined), x.sound) < heardSurely {
			continue
		}
		if x.group == nil || x.group.entry == nil {
			return e.textName(x), x.text
		}
		return e.a.nameOf(x.group.entry, ""), x.group.part
	}
	return nil, ""
}

// joinedWord is what the glossary knows of two words written as one.
type joinedWord struct {
	entry *glossary.Entry // nil for nothing
	form  string
}

func (e *ear) joinedWord(joined string) joinedWord {
	w, known := e.vocabulary.joined[joined]
	if known {
		return w
	}
	if !e.settings.Glossary.IsWord(joined) {
		return joinedWord{}
	}
	for _, m := range e.finder.Find(joined) {
		if m.Start == 0 && m.End == len(joined) && m.Clitics == "" && m.Words == 1 && !m.Latin && m.Form.Status.Accepted() &&
			(!m.Form.Ordinary && len(m.Rivals) == 0 || arabic.HasArticle(joined)) { // an ال that stands apart is a fault, whatever it belongs to
			w = joinedWord{e.settings.Glossary.Entry(m.Entry), m.Form.Text}
		}
	}
	e.vocabulary.joined[joined] = w
	return w
}

// textName gives the record of a name that only the text knows.
func (e *ear) textName(x *atom) *Name {
	for _, i := range x.tokens {
		if m := e.a.Tokens[i].mention; m > 0 {
			return e.a.Mentions[m-1].Name
		}
	}
	n := &Name{Label: x.text, Best: x.text}
	e.a.addName(n)
	g := e.groupOf(x)
	g.confidence, g.evidence = 1, "stands in the article in two words too"
	for _, i := range x.tokens {
		e.a.add(e.arabicMention(x, i, n))
	}
	return n
}

func (e *ear) splitMention(i int, s *stem, name *Name, whole string) Mention {
	first, last := &e.a.Tokens[i-1], &e.a.Tokens[i]
	m := Mention{
		Segment: first.Segment, Start: first.Start, End: last.End, First: i - 1, Last: i, Name: name, Script: arabic.Arabic,
		Clitics: s.clitics, Status: Unlisted, Want: whole, Confidence: heardSurely, Evidence: "the two words together are " + whole,
	}
	if name.Entry == nil {
		m.Status = Discovered
	}
	folded := arabic.FoldMapped(e.a.spelling(first), arabic.Light)
	from, _ := folded.Source(min(s.skip, len(folded.Text)), len(folded.Text))
	m.Core = first.Start + from
	m.Spelling = e.a.Text(first.Segment, m.Core, m.End)
	return m
}
