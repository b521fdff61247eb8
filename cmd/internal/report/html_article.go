package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/glossary/arabic"
)

// pageArticle is a text with its marks, and what was found in it.
type pageArticle struct {
	ID       int
	Path     string
	Open     bool
	Classes  []pageClass
	Blocks   []pageBlock
	Findings []pageFinding
}

// pageClass is how many findings of a severity a text has.
type pageClass struct {
	Class, Label string
	Count        int
}

// pageBlock is a segment of a text.
type pageBlock struct {
	Heading, Aside bool
	Dir            string
	Pieces         []pagePiece
}

// pagePiece is text with a mark or without.
type pagePiece struct {
	Text string
	Mark *pageMark
}

type pageMark struct {
	ID     int
	Class  string
	Names  string // IDs of names, for the filter
	Checks string
	Title  string
	Fix    *pageFix // nil where nothing is proposed
}

type pageFix struct {
	Text string
	Safe bool
}

type pageFinding struct {
	Mark            int // ID; below 0 where the place is in no text that is shown
	Class, Severity string
	Check, Label    string
	Names           string
	Line, Column    int
	Text            string
	Fix             *pageFix
	Message         string
	Reason          string // of the allow rule that let it pass
}

// openArticles is up to how many texts of a page are unfolded at first. More
// would make a page of a thousand slow to show.
const openArticles = 20

// pageArticles builds the texts one by one, while the page is written.
func (r *Report) pageArticles(names []*pageName) iter.Seq[*pageArticle] {
	found := map[string][]Item{}
	for item := range r.Items.All() {
		found[item.Path] = append(found[item.Path], item)
	}
	census := r.Census.Names()
	ids := map[string]int{}
	for _, n := range names {
		// Two texts may write a discovered name with other capitals: the census
		// counts them as one.
		ids[arabic.LatinKey(census[n.ID].Label)] = n.ID
	}
	for _, n := range names {
		ids[census[n.ID].Label] = n.ID
	}
	return func(yield func(*pageArticle) bool) {
		b := &articleBuilder{ids: ids}
		for id, a := range r.Articles {
			items := found[a.Doc.Path]
			built := b.build(a, items)
			built.ID = id
			built.Open = len(r.Articles) == 1 || len(r.Articles) <= openArticles && len(items) > 0
			if !yield(built) {
				return
			}
		}
	}
}

// articleBuilder numbers the marks of all texts of a page.
type articleBuilder struct {
	ids   map[string]int
	marks int
}

func (b *articleBuilder) nameID(label string) string {
	id, ok := b.ids[label]
	if !ok {
		id, ok = b.ids[arabic.LatinKey(label)]
	}
	if !ok {
		return ""
	}
	return strconv.Itoa(id)
}

func (b *articleBuilder) build(a *checks.Article, items []Item) *pageArticle {
	out := &pageArticle{Path: visible(a.Doc.Path)}
	stretches := b.stretches(a, items)
	marked := map[*Item]int{}
	for i := range a.Doc.Segments {
		s := &a.Doc.Segments[i]
		if s.Origin == document.Chrome && len(stretches[s]) == 0 {
			continue
		}
		out.Blocks = append(out.Blocks, b.block(s, stretches[s], marked))
	}
	for i := range items {
		out.Findings = append(out.Findings, b.finding(&items[i], marked))
	}
	for _, severity := range []checks.Severity{checks.Error, checks.Warning, checks.Info} {
		n := 0
		for _, item := range items {
			if item.Severity == severity && item.Suppressed == "" {
				n++
			}
		}
		if n > 0 {
			out.Classes = append(out.Classes, pageClass{severity.String(), severityLabels[severity], n})
		}
	}
	return out
}

// stretch is a part of a segment's text to mark.
type stretch struct {
	start, end int
	items      []*Item
	mentions   []*checks.Mention
}

// stretches gives what to mark in each segment, in order; what overlaps is one.
func (b *articleBuilder) stretches(a *checks.Article, items []Item) map[*document.Segment][]stretch {
	out := map[*document.Segment][]stretch{}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; !m.Doubtful {
			s := a.Segments[m.Segment]
			out[s] = append(out[s], stretch{start: m.Start, end: m.End, mentions: []*checks.Mention{m}})
		}
	}
	for i := range items {
		if s, start, end := locate(a, &items[i]); s != nil {
			out[s] = append(out[s], stretch{start: start, end: end, items: []*Item{&items[i]}})
		}
	}
	for s, list := range out {
		out[s] = merged(list)
	}
	return out
}

// merged joins stretches that overlap.
func merged(list []stretch) []stretch {
	slices.SortStableFunc(list, func(a, b stretch) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	out := list[:0]
	for _, s := range list {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			last := &out[n-1]
			last.end = max(last.end, s.end)
			last.items = append(last.items, s.items...)
			last.mentions = append(last.mentions, s.mentions...)
			continue
		}
		out = append(out, s)
	}
	return out
}

// locate finds the text of a finding. Segments may lie in each other (the alt
// text of a picture in a paragraph), so that the right one is that which gives
// the finding's bytes back.
func locate(a *checks.Article, item *Item) (s *document.Segment, start, end int) {
	from, to := item.Start.Offset, item.End.Offset
	after, _ := slices.BinarySearchFunc(a.Segments, from+1, func(s *document.Segment, at int) int { return cmp.Compare(s.Span(0, 0).Start, at) })
	for i := after - 1; i >= 0; i-- {
		s := a.Segments[i]
		start, end := s.Offset(from), s.Offset(to)
		if s.Span(start, end) == (document.Span{Start: from, End: to}) {
			return s, start, end
		}
	}
	return nil, 0, 0
}

func (b *articleBuilder) block(s *document.Segment, stretches []stretch, marked map[*Item]int) pageBlock {
	block := pageBlock{Heading: s.Origin == document.Heading, Aside: s.Origin == document.Attribute || s.Origin == document.Chrome}
	if !arabic.HasArabic(s.Text) {
		block.Dir = "ltr"
	}
	at := 0
	add := func(end int, mark *pageMark) {
		if end > at {
			block.Pieces = append(block.Pieces, pagePiece{visible(s.Text[at:end]), mark})
		}
		at = max(at, end)
	}
	for _, x := range stretches {
		add(x.start, nil)
		mark := b.mark(x)
		for _, item := range x.items {
			marked[item] = mark.ID
		}
		add(x.end, mark)
	}
	add(len(s.Text), nil)
	return block
}

// mark tells the state of a stretch: the gravest of its findings, else whether
// the glossary accepts what stands there.
func (b *articleBuilder) mark(x stretch) *pageMark {
	m := &pageMark{ID: b.marks, Class: "other"}
	b.marks++
	var names, titles, found []string
	for _, mention := range x.mentions {
		names = append(names, b.nameID(mention.Name.Label))
		titles = append(titles, visible(mention.Name.Label)+": "+statusLabels[mention.Status])
		if mention.Status.Accepted() {
			m.Class = "accepted"
		}
	}
	for _, item := range x.items {
		names = append(names, b.nameID(item.Name))
		found = append(found, item.Check)
		titles = append(titles, checkLabel(item.Check))
		if m.Fix == nil && item.Suppressed == "" {
			m.Fix = toPageFix(item)
		}
	}
	if len(x.items) > 0 {
		m.Class = gravest(x.items)
	}
	slices.Sort(names)
	m.Names = strings.TrimSpace(strings.Join(slices.Compact(names), " "))
	m.Checks = strings.Join(found, " ")
	m.Title = strings.Join(slices.Compact(titles), "\n")
	return m
}

func (b *articleBuilder) finding(item *Item, marked map[*Item]int) pageFinding {
	f := pageFinding{
		Mark: -1, Class: item.class(), Severity: severityLabels[item.Severity], Check: item.Check, Label: checkLabel(item.Check),
		Names: b.nameID(item.Name), Line: item.Start.Line, Column: item.Start.Column, Text: visible(shortened(item.Text)),
		Fix: toPageFix(item), Message: visible(item.Message), Reason: visible(item.Suppressed),
	}
	if id, ok := marked[item]; ok {
		f.Mark = id
	}
	return f
}

func toPageFix(item *Item) *pageFix {
	if len(item.Fixes) == 0 {
		return nil
	}
	return &pageFix{visible(shortened(item.Fixes[0].Text)), item.Fixes[0].Safe}
}

// Place is where a finding stands, for people.
func (f pageFinding) Place() string { return fmt.Sprintf("%d:%d", f.Line, f.Column) }
