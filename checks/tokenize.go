package checks

import (
	"strings"

	"example.com/asma/checks/document"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// reader turns documents into articles. Every worker has its own.
type reader struct {
	settings   *Settings
	finder     *glossary.Finder
	vocabulary *vocabulary
	words      []arabic.Word // buffers, reused from segment to segment
	tokens     []Token
	keep       []bool
	matches    []glossary.Match
	near       soundIndex
}

// segments picks the stretches of a document that are checked: those with
// Arabic letters, without page chrome unless the settings ask for it, and a
// repeated block only once.
func (r *reader) segments(d *document.Document) []*document.Segment {
	seen := map[string]bool{}
	var out []*document.Segment
	for i := range d.Segments {
		s := &d.Segments[i]
		if s.Origin == document.Chrome && !r.settings.Chrome || !arabic.HasArabic(s.Text) {
			continue
		}
		if len(s.Text) >= repeatedBlock {
			if seen[s.Text] {
				continue
			}
			seen[s.Text] = true
		}
		out = append(out, s)
	}
	return out
}

// repeatedBlock is the length in bytes from which an identical block counts
// as repeated by the page (a teaser printed twice), not as a short line that
// may well stand twice.
const repeatedBlock = 160

// tokenize finds the words of one segment, and keeps those that can be part of
// a name, with their neighbours.
func (r *reader) tokenize(a *Article, segment int) {
	s := a.Segments[segment]
	r.words = arabic.AppendWords(r.words[:0], s.Text)
	r.tokens = r.tokens[:0]
	skip, end := s.Skip, 0
	for _, w := range r.words {
		for len(skip) > 0 && skip[0].End <= w.Start {
			end = max(end, skip[0].End)
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Start < w.End {
			continue
		}
		t := Token{Segment: segment, Start: w.Start, End: w.End, Position: a.Words, Gap: Apart}
		if len(r.tokens) > 0 {
			t.Gap = gapBetween(s.Text[max(end, r.tokens[len(r.tokens)-1].End):w.Start], end > r.tokens[len(r.tokens)-1].End)
		}
		t.word = r.vocabulary.word(w.Of(s.Text), w.Script)
		a.Words++
		if w.Script == arabic.Arabic {
			a.Arabic++
		}
		r.tokens = append(r.tokens, t)
	}
	r.keepNear(a)
}

// gapBetween classes what stands between two words of a segment.
func gapBetween(between string, skipped bool) Gap {
	switch {
	case skipped:
		return Apart
	case between == "":
		return Glued
	}
	for _, c := range between {
		if c != ' ' && c != '-' && c != '\u00a0' && c != '‑' && c != '\'' && !arabic.IsBidiControl(c) {
			return Apart
		}
	}
	return Blank
}

// keepNear appends the interesting tokens of the segment, and those within two
// words of one: a neighbour confirms a name or is a clitic or title of it.
func (r *reader) keepNear(a *Article) {
	const reach = 2
	r.keep = append(r.keep[:0], make([]bool, len(r.tokens))...)
	for i := range r.tokens {
		if r.tokens[i].word.interesting() {
			for j := max(0, i-reach); j <= min(i+reach, len(r.tokens)-1); j++ {
				r.keep[j] = true
			}
		}
	}
	for i, keep := range r.keep {
		if keep {
			a.Tokens = append(a.Tokens, r.tokens[i])
		}
	}
}

// Read finds everything in a document that the checks look at.
func (r *reader) read(d *document.Document) *Article {
	if len(r.vocabulary.words) > vocabularyLimit {
		r.vocabulary.forget()
	}
	a := &Article{Doc: d, lines: document.NewLines(d.Source), Segments: r.segments(d)}
	for i := range a.Segments {
		first := len(a.Tokens)
		r.tokenize(a, i)
		a.Runs = appendRuns(a.Runs, a, first, r.settings)
	}
	r.findListed(a)
	r.hear(a)
	nameMentions(a)
	a.followUsage()
	return a
}

// detached reads the clitic that stands by itself before token i, as in
// «لـ The LNA», «و Binance» or glued to it as in «وBinance».
func (a *Article) detached(i int) (clitics string, definite, ok bool) {
	if i == 0 || !a.follows(i) || a.Tokens[i-1].word.script != arabic.Arabic {
		return "", false, false
	}
	text := a.spelling(&a.Tokens[i-1])
	if a.Tokens[i].Gap == Blank && !strings.ContainsRune(text, 'ـ') && len(text) > 4 {
		return "", false, false
	}
	return arabic.Detached(text)
}
