package document

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// inlineText adds a stretch of text and the line end behind it. The latter is one
// "\n" whatever stands there: spaces, a backslash, and the marks of the quotation
// or list that goes on in the next line.
func (r *markdownReader) inlineText(n *ast.Text, block ast.Node) {
	src := Span{n.Segment.Start, n.Segment.Stop}
	r.linked = r.linked || strings.ContainsAny(r.source[src.Start:src.End], "[]")
	if n.IsRaw() {
		r.builder.verbatim(src)
		return
	}
	r.builder.decodeMarkdown(src)
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	lines := block.Lines()
	i := sort.Search(lines.Len(), func(i int) bool { return lines.At(i).Stop > src.End })
	if i+1 < lines.Len() {
		r.builder.whole("\n", Span{src.End, lines.At(i + 1).Start}, false)
	}
}

// reference is what CommonMark takes for an entity; unlike HTML's it is closed.
var reference = pattern(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,40});`)

const asciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// decodeMarkdown adds the text of src with escapes and entities resolved.
func (b *builder) decodeMarkdown(src Span) {
	for i := src.Start; i < src.End; {
		n := strings.IndexAny(b.source[i:src.End], `\&`)
		if n < 0 {
			n = src.End - i
		}
		b.verbatim(Span{i, i + n})
		if i += n; i == src.End {
			return
		}
		raw := b.source[i:src.End]
		if raw[0] == '\\' && len(raw) > 1 && strings.IndexByte(asciiPunctuation, raw[1]) >= 0 {
			b.whole(raw[1:2], Span{i, i + 2}, false)
			i += 2
			continue
		}
		entity := reference().FindString(raw)
		if text := html.UnescapeString(entity); text != entity {
			b.whole(text, Span{i, i + len(entity)}, false)
			i += len(entity)
			continue
		}
		b.verbatim(Span{i, i + 1})
		i++
	}
}

// rawHTML reads a tag or comment inside a paragraph. Tags are transparent but for
// <br>, which ends the segment, and those of code.
func (r *markdownReader) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	src := Span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop}
	inner := newHTMLReader(r.source)
	inner.read(src)
	r.adopt(inner, true)
	raw := strings.TrimPrefix(r.source[src.Start:src.End], "<")
	name, closing := strings.CutPrefix(raw, "/")
	name = strings.ToLower(name[:len(name)-len(strings.TrimLeftFunc(name, isTagName))])
	switch t := tagOf(name); {
	case name == "br":
		r.flush("paragraph")
	case !t.code && !t.unread:
	case !closing:
		r.code = append(r.code, len(r.builder.text))
	case len(r.code) > 0:
		r.builder.skip(r.code[len(r.code)-1])
		r.code = r.code[:len(r.code)-1]
	}
}

func isTagName(c rune) bool { return c < 0x80 && (isAlnum(byte(c)) || c == '-') }

// htmlBlock reads a block of HTML. Inside a quotation or a list its lines stand
// apart, and are read one after another as if they were the whole.
func (r *markdownReader) htmlBlock(n *ast.HTMLBlock) {
	var parts []Span
	add := func(start, stop int) {
		if k := len(parts); k > 0 && parts[k-1].End == start {
			parts[k-1].End = stop
			return
		}
		parts = append(parts, Span{start, stop})
	}
	for i := range n.Lines().Len() {
		add(n.Lines().At(i).Start, n.Lines().At(i).Stop)
	}
	if n.HasClosure() {
		add(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	inner := newHTMLReader(r.source)
	for _, p := range parts {
		inner.read(p)
	}
	r.adopt(inner, false)
}

// adopt takes over what a reader of HTML has found. A tag in a line of text may
// stand in the label of a link.
func (r *markdownReader) adopt(inner *htmlReader, linked bool) {
	segments, comments := inner.finish()
	for i := range segments {
		segments[i].layout.linked = linked
	}
	r.segments = append(r.segments, segments...)
	r.comments = append(r.comments, comments...)
}
