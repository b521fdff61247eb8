package document

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// readMarkdown makes a segment of every paragraph, heading, cell and so on, and
// reads HTML in it as HTML.
func readMarkdown(d *Document, source string) {
	body := bomLength(source)
	var matter []Segment
	if end := frontMatter(source, body); end > body {
		matter = readFrontMatter(source, Span{body, end})
		body = end
	}
	r := newMarkdownReader(source[body:], body)
	r.parse(nil)
	page := &markdownPage{r}
	for i := range r.segments {
		r.segments[i].layout.accept = page.accept
	}
	d.Segments = append(matter, r.segments...)
	d.Comments = r.comments
}

// markdownParser reads CommonMark with the tables, footnotes, task lists and
// struck text of GitHub. Its link finder is not used: it ends an address at the
// first Arabic letter. Nor is the step that sorts footnotes and drops those that
// nothing refers to.
func markdownParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// A markdownReader turns the tree of a Markdown text into segments.
type markdownReader struct {
	source     string // what is parsed
	bytes      []byte // the same, for the parser
	base       int    // where that starts in the file
	builder    builder
	segments   []Segment
	comments   []Comment
	code       []int // where in the text HTML's inline code starts, for each that is open
	linked     bool  // the current block has, or may have, a link in it
	tops       []int // where the outermost blocks start
	references []parser.Reference
	notes      []string // labels of footnotes
}

func newMarkdownReader(source string, base int) *markdownReader {
	return &markdownReader{source: source, bytes: []byte(source), base: base, builder: builder{source: source}}
}

// parse reads the whole source. References are those of links that are defined
// elsewhere. The segments come in the order of the source, with offsets that
// count from the start of the file.
func (r *markdownReader) parse(references []parser.Reference) {
	context := parser.NewContext()
	for _, ref := range references {
		context.AddReference(ref)
	}
	root := markdownParser().Parse(text.NewReader(r.bytes), parser.WithContext(context))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if p := n.Pos(); p >= 0 {
			r.tops = append(r.tops, strings.LastIndexByte(r.source[:min(p, len(r.source))], '\n')+1)
		}
		r.block(n, "paragraph")
	}
	slices.Sort(r.tops)
	r.references = context.References()
	slices.SortStableFunc(r.segments, func(a, b Segment) int { return a.Span(0, 0).Start - b.Span(0, 0).Start })
	slices.SortStableFunc(r.comments, func(a, b Comment) int { return a.Span.Start - b.Span.Start })
	for i := range r.segments {
		r.segments[i].move(r.base)
	}
	for i := range r.comments {
		r.comments[i].Span.Start += r.base
		r.comments[i].Span.End += r.base
	}
}

// move counts a segment's places from base bytes earlier.
func (s *Segment) move(base int) {
	s.base += base
	if s.layout == nil {
		return
	}
	for i := range s.layout.pieces {
		s.layout.pieces[i].src.Start += base
		s.layout.pieces[i].src.End += base
	}
}

// block reads a block and those inside; where is what its text is called.
func (r *markdownReader) block(n ast.Node, where string) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		r.htmlBlock(n)
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		return
	case *ast.Heading:
		where = "heading"
	case *ast.ListItem:
		where = "list item"
	case *ast.Blockquote:
		where = "quotation"
	case *east.Footnote:
		where = "footnote"
		r.notes = append(r.notes, string(n.Ref))
	case *east.TableCell:
		where = "table cell"
	}
	if c := n.FirstChild(); c == nil || c.Type() == ast.TypeBlock {
		for ; c != nil; c = c.NextSibling() {
			r.block(c, where)
		}
		return
	}
	r.linked = false
	r.inlines(n, n)
	r.flush(where)
}

// flush ends the current segment.
func (r *markdownReader) flush(where string) {
	for i, from := range r.code {
		r.builder.skip(from)
		r.code[i] = 0
	}
	s, ok := r.builder.take(layout{encode: encodeMarkdown, linked: r.linked}, true, Role{Where: where})
	if !ok {
		return
	}
	if where == "heading" {
		s.Origin = Heading
	}
	r.segments = append(r.segments, s)
}

// inlines adds the text inside n, which stands in the lines of block.
func (r *markdownReader) inlines(n, block ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.inlineText(c, block)
		case *ast.CodeSpan:
			from := len(r.builder.text)
			r.inlines(c, block)
			r.builder.skip(from)
		case *ast.AutoLink:
			label, from := c.Label(r.bytes), len(r.builder.text)
			start := c.Pos() + 1
			r.builder.verbatim(Span{start, start + len(label)})
			r.builder.skip(from)
		case *ast.Link:
			r.linked = true
			r.inlines(c, block)
		case *ast.Image:
			r.linked = true
			outer, code := r.builder, r.code
			r.builder, r.code = builder{source: r.source}, nil
			r.inlines(c, block)
			r.flush("image description")
			r.builder, r.code = outer, code
		case *ast.RawHTML:
			r.rawHTML(c)
		default:
			r.inlines(c, block)
		}
	}
}
