package document

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// readHTML makes a segment of every block of text of a page, and of the
// attributes that are prose.
func readHTML(d *Document, source string) {
	r := newHTMLReader(source)
	r.read(Span{bomLength(source), len(source)})
	d.Segments, d.Comments = r.finish()
}

// An htmlReader walks over the tokens of a page. It keeps a stack of the open
// elements but builds no tree: a tree has no bytes.
type htmlReader struct {
	source   string
	builder  builder
	stack    []element
	open     map[string]int // how often a name is on the stack
	unread   int            // how many open elements are not read
	codes    int            // how many are inline code
	codeFrom int            // where in the text the outermost of them starts
	segments []placed
	comments []Comment
	chrome   chrome
}

// A placed segment knows the part of the page that it stands in.
type placed struct {
	Segment
	part int // index in chrome.parts
}

// An element is an open element, with what it hands down to what is inside.
type element struct {
	name   string
	where  string
	lang   string
	block  int // index on the stack of the nearest block, itself included
	part   int
	unread bool
	code   bool
}

func newHTMLReader(source string) *htmlReader {
	r := &htmlReader{source: source, builder: builder{source: source}, open: map[string]int{}}
	r.chrome = newChrome()
	r.stack = []element{{where: "text"}}
	return r
}

func (r *htmlReader) top() *element { return &r.stack[len(r.stack)-1] }

// read goes over a stretch of the source. The tokenizer's Raw covers every byte,
// of broken pages too, so the place of a token is the sum of what came before.
func (r *htmlReader) read(src Span) {
	z := html.NewTokenizer(strings.NewReader(r.source[src.Start:src.End]))
	for at := src.Start; ; {
		kind := z.Next()
		token := Span{at, at + len(z.Raw())}
		at = token.End
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if r.unread == 0 {
				r.builder.decode(token, false)
			}
		case html.CommentToken:
			r.comment(token)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			r.start(string(name), token)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		}
	}
}

func (r *htmlReader) comment(token Span) {
	text, ok := strings.CutPrefix(r.source[token.Start:token.End], "<!--")
	if !ok {
		return
	}
	for _, end := range []string{"-->", "--!>", ">"} {
		if cut, ok := strings.CutSuffix(text, end); ok {
			text = cut
			break
		}
	}
	r.comments = append(r.comments, Comment{text, token})
}

func (r *htmlReader) start(name string, tag Span) {
	t, list := tagOf(name), attributes(r.source, tag)
	if t.block {
		r.flush()
		if !t.void && !strings.Contains(name, "-") || name == "hr" {
			r.imply(name)
		}
	}
	r.chrome.see(r.top().part, name, list, r.source)
	if r.unread == 0 && !t.unread {
		r.readAttributes(name, list)
	}
	if t.void {
		return
	}
	e := *r.top()
	e.name, e.unread, e.code = name, t.unread, t.code
	if t.where != "" {
		e.where = t.where
	}
	e.part = r.chrome.enter(e.part, name, list, r.source)
	if !t.block && e.part != r.top().part { // a link to the menu, straight in the page
		r.flush()
		t.block = true
	}
	if t.block {
		e.block = len(r.stack)
	}
	for _, a := range list {
		if a.name == "lang" || a.name == "xml:lang" {
			e.lang = strings.TrimSpace(r.source[a.value.Start:a.value.End])
		}
	}
	r.push(e)
}

func (r *htmlReader) push(e element) {
	r.stack = append(r.stack, e)
	r.open[e.name]++
	if e.unread {
		r.unread++
	}
	if e.code {
		if r.codes == 0 {
			r.codeFrom = len(r.builder.text)
		}
		r.codes++
	}
}

func (r *htmlReader) end(name string) {
	if tagOf(name).block {
		r.flush()
	}
	if r.open[name] == 0 {
		return
	}
	i := r.innermost(name)
	if r.top().block >= i {
		r.flush()
	}
	r.popTo(i)
}

// popTo closes the elements from index i of the stack up.
func (r *htmlReader) popTo(i int) {
	for _, e := range slices.Backward(r.stack[i:]) {
		r.open[e.name]--
		if e.unread {
			r.unread--
		}
		if e.code {
			if r.codes--; r.codes == 0 {
				r.builder.skip(r.codeFrom)
			}
		}
	}
	r.stack = r.stack[:i]
}

// farthest is how many open blocks are looked through for one to close. No page
// needs more, and a hostile one must not make every tag look through all.
const farthest = 100

// imply closes what the start of a block closes without a word: a paragraph, the
// list item before this one, the cell before this one, and drawings, which hold
// no blocks.
func (r *htmlReader) imply(name string) {
	for _, drawing := range []string{"svg", "math"} {
		if r.open[drawing] > 0 {
			r.popTo(r.innermost(drawing))
		}
	}
	if i := r.top().block; r.stack[i].name == "p" {
		r.popTo(i)
	}
	closes, within := impliedEnd(name)
	for i, n := r.top().block, 0; i > 0 && closes != nil && n < farthest; i, n = r.stack[i-1].block, n+1 {
		switch e := r.stack[i].name; {
		case slices.Contains(closes, e):
			r.popTo(i)
			return
		case slices.Contains(within, e):
			return
		}
	}
}

// innermost gives the place on the stack of the innermost element of a name that
// is open.
func (r *htmlReader) innermost(name string) int {
	i := len(r.stack) - 1
	for r.stack[i].name != name {
		i--
	}
	return i
}

// flush ends the current segment.
func (r *htmlReader) flush() {
	if r.codes > 0 {
		r.builder.skip(r.codeFrom)
		r.codeFrom = 0
	}
	e := r.stack[r.top().block]
	s, ok := r.builder.take(layout{encode: encodeHTML}, true, Role{Where: e.where, Lang: e.lang})
	if !ok {
		return
	}
	if s.Where == "heading" || s.Where == "title" {
		s.Origin = Heading
	}
	r.chrome.count(e.part, len(s.Text))
	r.segments = append(r.segments, placed{s, e.part})
}

// readAttributes makes segments of the attributes that people read.
func (r *htmlReader) readAttributes(name string, list []attribute) {
	for _, a := range list {
		where := a.name + " attribute"
		switch {
		case name == "meta" && a.name == "content" && isDescription(list, r.source):
			where = "page description"
		case name == "meta" || name == "link":
			continue
		case a.name != "alt" && a.name != "title" && a.name != "aria-label":
			continue
		}
		b := builder{source: r.source}
		b.decode(a.value, true)
		if s, ok := b.take(layout{encode: encodeAttribute(a.quote)}, true, Role{Where: where, Lang: r.top().lang}); ok {
			s.Origin = Attribute
			r.segments = append(r.segments, placed{s, r.top().part})
		}
	}
}

// isDescription says whether a meta element holds prose about the page.
func isDescription(list []attribute, source string) bool {
	for _, a := range list {
		if a.name == "name" || a.name == "property" || a.name == "itemprop" {
			switch strings.ToLower(source[a.value.Start:a.value.End]) {
			case "description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description", "headline":
				return true
			}
		}
	}
	return false
}

// finish gives the segments in the order of the file; an attribute stands before
// the text that surrounds its tag ends.
func (r *htmlReader) finish() ([]Segment, []Comment) {
	r.flush()
	slices.SortStableFunc(r.segments, func(a, b placed) int {
		return a.Span(0, 0).Start - b.Span(0, 0).Start
	})
	segments, chrome := make([]Segment, 0, len(r.segments)), r.chrome.judge()
	for _, p := range r.segments {
		if chrome[p.part] {
			p.Origin = Chrome
		}
		segments = append(segments, p.Segment)
	}
	return segments, r.comments
}
