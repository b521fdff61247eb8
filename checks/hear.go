package checks

import (
	"slices"

	"example.com/asma/glossary/arabic"
)

// ear holds what is heard in one article. Its room is used again for the next.
type ear struct {
	*reader
	a        *Article
	from, to int     // the tokens that are heard together: see chapter
	atoms    []*atom // Latin ones first
	latin    int     // how many are Latin
	byTok    []*atom // of the tokens from on; nil for a token of none
	groups   int     // how many of its groups are in use
	heard    []*group
	around   []*nucleus // of the names that stand there
	twins    []twin
}

// hear finds the names that no list gives: other spellings of listed names,
// Latin names with their Arabic ones, spellings that sound alike and stand in
// the same company.
func (r *reader) hear(a *Article) {
	e := &r.ear
	e.reader, e.a = r, a
	for e.to = 0; e.to < len(a.Tokens); {
		e.begin()
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
}

// begin makes the ear ready for the next chapter of the article.
func (e *ear) begin() {
	e.from, e.to = e.to, e.chapter(e.to)
	e.atoms, e.latin, e.groups = e.atoms[:0], 0, 0
	clear(e.byTok)
	e.byTok = slices.Grow(e.byTok[:0], e.to-e.from)[:e.to-e.from]
	e.vocabulary.article++
}

// chapterTokens is how many tokens are heard together. An article has some
// hundreds; a file that is a book or an archive is heard piece by piece, as the
// words of far pieces say nothing of each other, and each is heard against each.
const chapterTokens = 1 << 12

// chapter gives the end of the chapter that begins with a token: with that of a
// segment, or, in a segment that goes on for long, where words do not follow
// each other.
func (e *ear) chapter(from int) int {
	tokens := e.a.Tokens
	to := min(from+chapterTokens, len(tokens))
	for to < len(tokens) && (e.a.follows(to) || to < from+2*chapterTokens && tokens[to].Segment == tokens[to-1].Segment) {
		to++
	}
	return to
}

// atomAt gives the atom of a token, nil for none.
func (e *ear) atomAt(token int) *atom {
	if token < e.from || token >= e.to {
		return nil
	}
	return e.byTok[token-e.from]
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
