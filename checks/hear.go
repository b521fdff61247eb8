package checks

import (
	"slices"

	"example.com/asma/glossary/arabic"
)

// ear holds what is heard in one article. Its room is used again for the next.
type ear struct {
	*reader
	a      *Article
	atoms  []*atom // Latin ones first
	latin  int     // how many are Latin
	byTok  []*atom // nil for a token of none
	groups int     // how many of its groups are in use
	heard  []*group
	around []*nucleus // of the names of the article
	twins  []twin
}

// hear finds the names that no list gives: other spellings of listed names,
// Latin names with their Arabic ones, spellings that sound alike and stand in
// the same company.
func (r *reader) hear(a *Article) {
	e := &r.ear
	e.begin(r, a)
	e.collect()
	e.joinEntries()
	e.joinScripts()
	e.joinTwins()
	e.joinSpellings()
	e.joinAlone()
	e.joinSplit()
	e.mentions()
	e.leave()
}

// begin makes the ear ready for an article.
func (e *ear) begin(r *reader, a *Article) {
	e.reader, e.a = r, a
	e.atoms, e.latin, e.groups = e.atoms[:0], 0, 0
	clear(e.byTok)
	e.byTok = slices.Grow(e.byTok[:0], len(a.Tokens))[:len(a.Tokens)]
	r.vocabulary.article++
}

// atomAt gives the atom of a token, nil for none.
func (e *ear) atomAt(token int) *atom {
	if token < 0 || token >= len(e.byTok) {
		return nil
	}
	return e.byTok[token]
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
