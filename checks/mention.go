package checks

import (
	"cmp"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// Mark says what is known of a token that belongs to no mention.
type Mark uint8

const (
	unmarked  Mark = iota
	adjective      // of a place: باكستاني
	namePart       // a known given name or surname, of nobody in particular
)

func (a *Article) mark(first, last int, m Mark) {
	for i := first; i <= last; i++ {
		a.Tokens[i].mark = m
	}
}

// addMention adds a mention of a listed entry, or of no entry in particular
// (nil) where all that could be meant agree on what should stand there.
func (a *Article) addMention(m Mention, entry *glossary.Entry) {
	m.Name = a.nameOf(entry, m.Want)
	a.add(m)
}

func (a *Article) add(m Mention) {
	a.Mentions = append(a.Mentions, m)
	for i := m.First; i <= m.Last; i++ {
		a.Tokens[i].mention = int32(len(a.Mentions))
	}
}

// drop takes back the mention of a token; nameMentions removes it.
func (a *Article) drop(token int) {
	m := &a.Mentions[a.Tokens[token].mention-1]
	m.dropped = true
	for i := m.First; i <= m.Last; i++ {
		a.Tokens[i].mention = 0
	}
}

// nameOf gives the article's record of an entry, or of a part that several
// entries share.
func (a *Article) nameOf(entry *glossary.Entry, part string) *Name {
	label, best := part, part
	if entry != nil {
		label = entry.Name
	}
	n := a.named[nameKey{entry, label}]
	if n == nil {
		if entry != nil {
			best = entry.Preferred()
		}
		n = &Name{Entry: entry, Label: label, Best: best}
		a.addName(n)
	}
	return n
}

// nameKey is what nameOf finds a name by.
type nameKey struct {
	entry *glossary.Entry
	label string
}

func (n *Name) key() nameKey { return nameKey{n.Entry, n.Label} }

// addName adds a name; what it is found by leads to the first of its kind.
func (a *Article) addName(n *Name) {
	a.Names = append(a.Names, n)
	if a.named == nil {
		a.named, a.foreign = map[nameKey]*Name{}, map[string]*Name{}
	}
	if a.named[n.key()] == nil {
		a.named[n.key()] = n
	}
	if n.Entry == nil && arabic.HasLatin(n.Label) {
		if latin := arabic.LatinKey(n.Label); a.foreign[latin] == nil {
			a.foreign[latin] = n
		}
	}
}

// nameMentions sorts the mentions and gives every name its own.
func nameMentions(a *Article) {
	a.Mentions = slices.DeleteFunc(a.Mentions, func(m Mention) bool { return m.dropped })
	slices.SortStableFunc(a.Mentions, func(x, y Mention) int {
		return cmp.Or(cmp.Compare(x.Segment, y.Segment), cmp.Compare(x.Start, y.Start))
	})
	for _, n := range a.Names {
		n.Mentions = n.Mentions[:0]
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		m.Name.Mentions = append(m.Name.Mentions, i)
		for t := m.First; t <= m.Last; t++ {
			a.Tokens[t].mention = int32(i + 1)
		}
	}
	a.Names = slices.DeleteFunc(a.Names, func(n *Name) bool { return len(n.Mentions) == 0 })
	slices.SortStableFunc(a.Names, func(x, y *Name) int { return cmp.Compare(x.Mentions[0], y.Mentions[0]) })
}

// mentions turns the groups that the ear has formed into names and mentions. An
// everyday word that is a listed one too is a name where it is given as a
// speaker: «قال عطا» for ياسر العطا.
func (e *ear) mentions() {
	names := map[*group]*Name{}
	for _, x := range e.atoms {
		if x.group == nil || x.listed || x.script != arabic.Arabic {
			continue
		}
		g := x.group
		if g.entry == nil && len(g.atoms) < 2 {
			continue
		}
		asListed := g.entry != nil && x.ordinary && arabic.Key(arabic.Indefinite(g.part)) == x.key
		for _, i := range x.tokens {
			if e.a.Tokens[i].mention == 0 && (!asListed || g.entry.Kind == glossary.Person && e.isSpeaker(i)) {
				e.a.add(e.arabicMention(x, i, e.groupName(names, g)))
			}
		}
	}
	e.latinMentions(names)
}

func (e *ear) groupName(names map[*group]*Name, g *group) *Name {
	if g.entry != nil {
		return e.a.nameOf(g.entry, "")
	}
	n := names[g]
	if n == nil {
		best, sure := e.best(g)
		n = &Name{Label: best, Best: best, Unsure: !sure}
		for _, x := range g.atoms {
			if x.script == arabic.Latin {
				n.Label = x.text
				break
			}
		}
		names[g] = n
		e.a.addName(n)
	}
	return n
}

func (e *ear) arabicMention(x *atom, i int, name *Name) Mention {
	t := &e.a.Tokens[i]
	s := &t.word.stems()[t.stem]
	m := Mention{
		Segment: t.Segment, Start: t.Start, End: t.End, First: i, Last: i, Name: name, Script: arabic.Arabic,
		Clitics: s.clitics, Status: Discovered, Confidence: x.group.confidence, Evidence: x.group.evidence,
	}
	m.Core = e.core(t)
	m.Spelling = e.a.Text(t.Segment, m.Core, t.End)
	m.Want = name.Best
	m.Definite = s.definite
	if x.group.entry != nil {
		m.Status, m.Want, m.Lone = Unlisted, x.group.part, x.group.lone
		if arabic.Key(arabic.Indefinite(x.group.part)) == x.key {
			m.Status = Preferred
		}
	}
	return m
}

// core gives where a token's name begins, behind clitics; ال belongs to it.
func (e *ear) core(t *Token) int {
	s := &t.word.stems()[t.stem]
	core := s.skip
	if s.definite {
		core -= len("ال")
	}
	folded := arabic.FoldMapped(e.a.spelling(t), arabic.Light)
	from, _ := folded.Source(min(max(core, 0), len(folded.Text)), len(folded.Text))
	return t.Start + from
}

// best chooses among the Arabic spellings of a group the one to use: a known
// word; then one with letters that only Arabic has, which machine translation
// loses on the way through Latin (حفتر, not هافتار); then the one that stands
// most often; then one with ق; then the one that stands first. sure is false where only the
// count speaks, and not by three to one.
func (e *ear) best(g *group) (text string, sure bool) {
	var best, second *atom
	for _, x := range g.atoms {
		if x.script != arabic.Arabic {
			continue
		}
		if best == nil || x.better(best) > 0 {
			best, second = x, best
		} else if second == nil || x.better(second) > 0 {
			second = x
		}
	}
	if best == nil {
		return "", false
	}
	text = best.text
	if !slices.ContainsFunc(best.tokens, func(i int) bool { return !e.isDefinite(i) }) {
		text = arabic.Definite(text) // the text has it with ال alone: الثمامة for ثوماما
	}
	sure = second == nil || best.known != second.known || best.native() != second.native() || len(best.tokens) >= 3*len(second.tokens) || best.rather() > second.rather()
	return text, sure
}

// isDefinite reports whether ال was cut off token i.
func (e *ear) isDefinite(i int) bool {
	t := &e.a.Tokens[i]
	return t.word.stems()[t.stem].definite
}

// better compares two spellings of one name: above 0, x is the one to use.
func (x *atom) better(y *atom) int {
	if x.known != y.known {
		if x.known {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(x.native(), y.native()), cmp.Compare(len(x.tokens), len(y.tokens)), cmp.Compare(x.rather(), y.rather()))
}

// native counts the letters that no foreign name is written with.
func (x *atom) native() int { return countOf(x.text, "عحصضظذثط") }

// rather counts those that few are: القبيسي, not الكوبيسي, but أوسيك.
func (x *atom) rather() int { return countOf(x.text, "قآ") }

func countOf(text, letters string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(letters, r) {
			n++
		}
	}
	return n
}
