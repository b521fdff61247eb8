package document

import (
	"slices"
	"sort"
	"strings"
)

// encodeMarkdown writes text at four levels of care: as it is, with what is most
// often markup escaped, with all punctuation escaped, with all of it and the
// characters at both ends as numbers. What a character means in Markdown hangs on
// what stands round it, so that only reading again tells which level is enough;
// escaping everything at once would make "Al\-Jazeera" of a plain name.
func encodeMarkdown(text string, level int) (string, bool) {
	if level > 3 || strings.ContainsAny(text, "\n\r\x00") {
		return "", false
	}
	escaped := [...]string{"", "\\`*_[]<&|~", asciiPunctuation, asciiPunctuation}[level]
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case strings.IndexByte(escaped, c) < 0:
			b.WriteByte(c)
		case level == 3:
			b.WriteString(numeric(c))
		default:
			b.WriteByte('\\')
			b.WriteByte(c)
		}
	}
	return b.String(), true
}

// numeric writes an ASCII character as an entity.
func numeric(c byte) string {
	const digits = "0123456789ABCDEF"
	return "&#x" + string([]byte{digits[c>>4], digits[c&15]}) + ";"
}

// A markdownPage is a whole Markdown text as it was read, kept to try edits on.
type markdownPage struct{ *markdownReader }

// accept says whether the text of s is want after the edits, and that of all
// other segments what it was. It reads the outermost block round s again, with
// the ones before and behind it, and not the whole page, whose length would make
// mending all of it quadratic.
func (p *markdownPage) accept(s *Segment, edits []Edit, want string) bool {
	if p.harmless(s, edits) {
		return true
	}
	start := s.Span(0, 0).Start - p.base
	k := sort.SearchInts(p.tops, start+1) - 1 // the block that s is in
	unit := Span{0, len(p.source)}
	if k >= 1 {
		unit.Start = p.tops[k-1]
	}
	if k+2 < len(p.tops) {
		unit.End = p.tops[max(k, 0)+2]
	}
	if p.reads(unit, edits, s, want) {
		return true
	}
	if unit.Start == 0 && unit.End == len(p.source) || p.reads(unit, nil, s, s.Text) {
		return false
	}
	// The unit means something else by itself, as lines inside an open list do.
	return p.reads(Span{0, len(p.source)}, edits, s, want)
}

// calm are words that can neither be nor become markup, whatever stands round
// them: letters at both ends, so that emphasis beside them stays what it is.
var (
	calm    = pattern(`^\p{L}(?:[\p{L}\p{M}\p{N}\x{200C}\x{200D} ]*\p{L})?$`)
	isASCII = func(c rune) bool { return c < 0x80 && c != ' ' }
)

// harmless says that an edit puts words for words, which is what nearly all do,
// and needs no second reading. The new ones are not Latin, as "b" behind "<" or
// "amp" behind "&" would be.
func (p *markdownPage) harmless(s *Segment, edits []Edit) bool {
	if len(edits) != 1 || s.layout.linked {
		return false
	}
	e := edits[0]
	return calm().MatchString(e.New) && !strings.ContainsFunc(e.New, isASCII) &&
		calm().MatchString(p.source[e.Start-p.base:e.End-p.base])
}

// reads says whether a unit of the page, read by itself after the edits, has the
// segments that it had in the page, but for s, which has the text want.
func (p *markdownPage) reads(unit Span, edits []Edit, s *Segment, want string) bool {
	local := make([]Edit, len(edits))
	for i, e := range edits {
		local[i] = Edit{Span{e.Start - p.base - unit.Start, e.End - p.base - unit.Start}, e.New}
	}
	edited, err := Apply([]byte(p.source[unit.Start:unit.End]), local)
	if err != nil {
		return false
	}
	r := newMarkdownReader(p.withNotes(string(edited)), 0)
	r.parse(p.references)
	got := slices.DeleteFunc(r.segments, func(g Segment) bool { return g.Span(0, 0).Start >= len(edited) })
	had := p.within(unit)
	return slices.EqualFunc(had, got, func(a, b Segment) bool {
		if a.Span(0, 0) == s.Span(0, 0) {
			return b.Text == want
		}
		return a.Text == b.Text
	})
}

// within gives the segments of the page that start in a unit of it.
func (p *markdownPage) within(unit Span) []Segment {
	from := func(offset int) int {
		return sort.Search(len(p.segments), func(i int) bool { return p.segments[i].Span(0, 0).Start-p.base >= offset })
	}
	return p.segments[from(unit.Start):from(unit.End)]
}

// withNotes adds empty footnotes to a unit, since "[^1]" is one only where its
// note stands somewhere.
func (p *markdownPage) withNotes(unit string) string {
	var b strings.Builder
	b.WriteString(unit)
	for _, label := range p.notes {
		if strings.Contains(unit, "[^"+label+"]") {
			b.WriteString("\n\n[^" + label + "]: -\n")
		}
	}
	return b.String()
}
