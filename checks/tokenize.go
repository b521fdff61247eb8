package checks

import (
	"slices"
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
	limit      int              // runs of letters that finder and vocabulary remember
	words      []segmentWord    // a buffer, reused from segment to segment
	matches    []glossary.Match // of the segment that is read
	tokens     []Token          // of the last article, room for the next
	claims     []claim          // likewise
	refs       []glossary.Ref   // of the claims
	near       soundIndex
	ear        ear
}

// segmentWord is a word of the segment that is read.
type segmentWord struct {
	word       *word
	start, end int  // bytes in the segment's text
	skipped    bool // between it and the word before lies what is no prose
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
// a name, with their neighbours: one within two words confirms a name or is a
// clitic or title of it. Where the article has Latin letters, an everyday word
// that is also a name may be how it writes one of them.
func (r *reader) tokenize(a *Article, segment int, latin bool) {
	r.split(a.Segments[segment])
	const reach = 2
	next := 0 // the first word that is not kept yet
	matches := r.matches
	for i := range r.words {
		w := &r.words[i]
		if w.word.script == arabic.Arabic {
			a.Arabic++
		}
		for len(matches) > 0 && matches[0].End <= w.start {
			matches = matches[1:]
		}
		if !w.word.interesting && !(latin && w.word.known) && (len(matches) == 0 || w.end <= matches[0].Start) {
			continue
		}
		for next = max(next, i-reach); next <= min(i+reach, len(r.words)-1); next++ {
			a.Tokens = append(a.Tokens, r.token(a, segment, next))
		}
	}
	a.Words += len(r.words)
}

// split finds the words of a segment that are prose.
func (r *reader) split(s *document.Segment) {
	r.words = r.words[:0]
	skip, skipped := s.Skip, false
	runs := r.vocabulary.runs
	for batch, at := runs.Next(s.Text, 0); len(batch) > 0; batch, at = runs.Next(s.Text, at) {
		for i := range batch {
			for _, w := range r.vocabulary.wordsOf(s.Text, &batch[i]) {
				start, end := batch[i].Start+int(w.start), batch[i].Start+int(w.end)
				for len(skip) > 0 && skip[0].End <= start {
					skip, skipped = skip[1:], true
				}
				if len(skip) > 0 && skip[0].Start < end {
					continue
				}
				r.words = append(r.words, segmentWord{w.word, start, end, skipped && len(r.words) > 0})
				skipped = false
			}
		}
	}
}

func (r *reader) token(a *Article, segment, i int) Token {
	w := &r.words[i]
	t := Token{Segment: segment, Start: w.start, End: w.end, Position: int32(a.Words + i), word: w.word}
	if i > 0 && !w.skipped {
		t.Gap = gapOf(a.Text(segment, r.words[i-1].end, w.start))
	}
	return t
}

// gapOf classes what stands between two words of a segment.
func gapOf(between string) Gap {
	if between == "" {
		return Glued
	}
	for _, c := range between {
		if c != ' ' && c != '-' && c != '\u00a0' && c != '‑' && c != '\'' && !arabic.IsBidiControl(c) {
			return Apart
		}
	}
	return Blank
}

// read finds everything in segments of a document that the checks look at.
func (r *reader) read(d *document.Document, lines *document.Lines, segments []*document.Segment) *Article {
	if len(r.vocabulary.known) > r.limit {
		r.vocabulary.forget()
	}
	if r.finder.Known() > r.limit {
		r.finder.Forget()
	}
	a := &Article{Doc: d, lines: lines, Segments: segments, Tokens: r.tokens[:0]}
	r.claims, r.refs = r.claims[:0], r.refs[:0]
	latin := slices.ContainsFunc(a.Segments, func(s *document.Segment) bool { return arabic.HasLatin(s.Text) })
	done, size := 0, 0
	for _, s := range a.Segments {
		size += len(s.Text)
	}
	for i, s := range a.Segments {
		first := len(a.Tokens)
		r.matches = r.finder.AppendMatches(r.matches[:0], s.Text)
		r.tokenize(a, i, latin)
		a.Runs = appendRuns(a.Runs, a, first, r.settings)
		r.claim(a, i, first)
		done += len(s.Text)
		a.Tokens, r.claims = withRoom(a.Tokens, done, size), withRoom(r.claims, done, size)
	}
	r.tokens = a.Tokens
	if len(r.claims) > longList {
		a.Mentions = make([]Mention, 0, len(r.claims))
	}
	r.settleClaims(a)
	if cap(r.claims) > longList {
		r.claims, r.refs = nil, nil
	}
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

// behindGivenName reports whether token i stands right behind the given name of
// a person alone, or a known name of nobody in particular.
func (a *Article) behindGivenName(i int) bool {
	if !a.follows(i) {
		return false
	}
	t := &a.Tokens[i-1]
	if t.mention == 0 {
		return t.mark == namePart || t.mark == unmarked && t.word.script == arabic.Arabic && t.word.known && !t.word.ordinary
	}
	m := &a.Mentions[t.mention-1]
	return m.Alone && m.Script == arabic.Arabic && m.Name.Entry != nil && len(m.Name.Entry.Parts) > 1 &&
		arabic.Key(m.Name.Entry.Parts[0].Arabic) == arabic.Key(m.Spelling)
}

// longList is from how many things on a list is that of a large file: no longer
// kept than needed, and no more than once.
const longList = 1 << 16

// withRoom gives a long list, which the first bytes of an article made, room for
// what the others will make: of a large file every copy counts.
func withRoom[T any](list []T, done, size int) []T {
	const spare = 64
	if len(list) < longList || cap(list)-len(list) > len(list)/spare {
		return list
	}
	return slices.Grow(list, int(float64(len(list))/float64(done)*float64(size-done))+2*len(list)/spare)
}
