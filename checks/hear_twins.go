package checks

import (
	"slices"

	"example.com/asma/glossary/arabic"
)

// twin is an everyday word that stands beside a word which an unlisted one stands
// beside too: محرز in «رياض محرز», where «رياض ماهريز» stands elsewhere. There
// it is a name, and the two sound like one.
type twin struct{ token, unlisted int }

// spot is where a word stands: right before (side +1) or behind (-1) another.
type spot struct {
	word *word
	side int
}

// findTwins finds the twins of the article, so that they become atoms.
func (e *ear) findTwins() {
	e.twins = e.twins[:0]
	places := e.unlistedPlaces()
	if len(places) == 0 {
		return
	}
	for i := e.from; i < e.to; i++ {
		w := e.a.Tokens[i].word
		if w.marked != e.vocabulary.article {
			continue
		}
		for _, side := range [...]int{-1, 1} {
			if !e.a.follows(max(i, i-side)) || !e.everyday(i-side) || e.isTwin(i-side) {
				continue
			}
			for _, j := range places[spot{w, side}] {
				if e.alikeWords(e.a.Tokens[j].word, e.a.Tokens[i-side].word) {
					e.twins = append(e.twins, twin{i - side, j})
					break
				}
			}
		}
	}
}

// isTwin reports whether token i is an everyday word that became a twin.
func (e *ear) isTwin(i int) bool {
	return slices.ContainsFunc(e.twins, func(t twin) bool { return t.token == i })
}

// unlistedPlaces gives the tokens of unlisted words by where they stand, and
// marks the words that they stand beside. Titles and verbs of speech have
// anybody beside them.
func (e *ear) unlistedPlaces() map[spot][]int {
	var places map[spot][]int
	for i := e.from; i < e.to; i++ {
		t := &e.a.Tokens[i]
		if t.word.script != arabic.Arabic || t.word.ordinary || t.word.known || t.mention != 0 || len(t.word.light) < 4*letterBytes {
			continue
		}
		for _, side := range [...]int{-1, 1} {
			if !e.a.follows(max(i, i+side)) {
				continue
			}
			w := e.a.Tokens[i+side].word
			if w.script != arabic.Arabic || len(w.light) < 3*letterBytes || w.title || speechVerbs[w.light] {
				continue
			}
			if places == nil {
				places = map[spot][]int{}
			}
			w.marked = e.vocabulary.article
			places[spot{w, side}] = append(places[spot{w, side}], i)
		}
	}
	return places
}

// everyday reports whether token i is an everyday word of no name.
func (e *ear) everyday(i int) bool {
	t := &e.a.Tokens[i]
	return t.word.script == arabic.Arabic && t.word.ordinary && !t.word.title && t.mention == 0
}

func (e *ear) alikeWords(a, b *word) bool {
	x, y := e.vocabulary.bare(a), e.vocabulary.bare(b)
	if len(y.text) < 3*letterBytes || x.key == y.key {
		return false
	}
	mine, other := e.vocabulary.soundOf(x), e.vocabulary.soundOf(y)
	return mine.far(other) <= farPresent && e.vocabulary.likeness(mine, other) >= heardPresent && !relatives(x.key, y.key)
}

// bare is the reading of a word as it stands, without its article.
func (v *vocabulary) bare(w *word) *stem {
	for i := range w.stems() {
		if s := v.stem(w, i); s.clitics == "" && s.definite {
			return s
		}
	}
	return v.stem(w, 0)
}

// joinTwins makes one name of twins.
func (e *ear) joinTwins() {
	for _, t := range e.twins {
		x, y := e.atomAt(t.token), e.atomAt(t.unlisted)
		if x == nil || y == nil || x.group != nil && x.group.entry != nil {
			continue
		}
		odds := logit(e.vocabulary.likeness(x.sound, y.sound)) + oddsLength(min(len(x.key), len(y.key))/letterBytes) + oddsCompany + oddsEveryday
		if p := sigmoid(odds); p >= heardInText {
			e.join(x, y, p, x.text+" sounds like "+y.text+", beside the same word")
		}
	}
}
