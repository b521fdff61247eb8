package document

import (
	"strings"
	"testing"
)

func lines(list ...string) string { return strings.Join(list, "\n") + "\n" }

func TestMarkdownSegments(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"emphasis of all kinds", "_أ_ **ب** ***ج*** ~~د~~", lines(`body paragraph "أ ب ج د"`)},
		{"headings", "# أ #\n\nب\n---\n", lines(`heading heading "أ"`, `heading heading "ب"`)},
		{"code blocks", "أ\n\n\tب\n\n```\nج\n```\n", lines(`body paragraph "أ"`)},
		{"code span over lines", "> أ `ب\n> ج` د", lines(`body quotation "أ ب\nج د" skip "ب\nج"`)},
		{"links", "[أ](http://x/ب \"ج\") [د][e] [e]\n\n[e]: http://x/ه 'و'\n", lines(`body paragraph "أ د e"`)},
		{"addresses", "<http://x.y/أ> http://x.y/ب <a@b.cd>", lines(`body paragraph "http://x.y/أ http://x.y/ب a@b.cd" skip "http://x.y/أ" skip "http://x.y/ب" skip "a@b.cd"`)},
		{"image in a sentence", "أ ![ب *ج*](x.png) د", lines(`body paragraph "أ  د"`, `body image description "ب ج"`)},
		{"escapes and entities", `\*أ\* &amp; &#1605; &nosuch; \ب`, lines(`body paragraph "*أ* & م &nosuch; \\ب"`)},
		{"line ends", "أ\r\nب  \r\nج\\\r\nد\r\n", lines(`body paragraph "أ\nب\nج\nد"`)},
		{"lists in lists", "- أ\n  1. ب\n     ج\n- [x] د\n", lines(`body list item "أ"`, `body list item "ب\nج"`, `body list item "د"`)},
		{"table", "أ | ب\n--|--\n*ج* | د\\|ه\n", lines(`body table cell "أ"`, `body table cell "ب"`, `body table cell "ج"`, `body table cell "د|ه"`)},
		{"footnotes, used or not", "أ[^1]\n\n[^2]: ج\n\n[^1]: ب\n", lines(`body paragraph "أ"`, `body footnote "ج"`, `body footnote "ب"`)},
		{"HTML block", "<aside title='أ'>ب</aside>\n\n<script>\nج\n</script>\n", lines(`attribute title attribute "أ"`, `body text "ب"`)},
		{"HTML in a quotation", "> <p>أ\n> ب</p>\n", lines(`body paragraph "أ\nب"`)},
		{"tags in a line", "أ<b title=ب>ج</b>د <code>ه</code><br/>و", lines(`body paragraph "أجد ه" skip "ه"`, `attribute title attribute "ب"`, `body paragraph "و"`)},
		{"comments", "أ <!-- ب --> ج\n\n<!-- د\nه -->\n", lines(`body paragraph "أ  ج"`, `comment " ب "`, `comment " د\nه "`)},
		{"front matter", "---\ntitle: أ ب\nlayout: ج\nsummary: 'د'\n---\nه", lines(`heading front matter "أ ب"`, `heading front matter "د"`, `body paragraph "ه"`)},
		{"front matter in TOML", "+++\ntitle = \"أ\"\n+++\nب", lines(`heading front matter "أ"`, `body paragraph "ب"`)},
		{"a rule is no front matter", "أ\n\n---\nب\n\n---\n", lines(`body paragraph "أ"`, `body paragraph "ب"`)},
		{"front matter that does not end", "---\nأ\n", lines(`body paragraph "أ"`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Open("f", "markdown", []byte(c.source))
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(d); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// The short way for plain words must agree with reading again, wherever the words
// stand.
func TestMarkdownShortWayAgreesWithReadingAgain(t *testing.T) {
	short := 0
	for _, source := range append(markdownSeeds, "**هافتار**قال\n", "- هافتار\n- ب\n", "هافتار\n===\n", "<هافتار\n", "&هافتار;\n", "`هافتار`\n", "[هافتار]\n\n[حفتر]: x\n") {
		d, err := Open("f", "markdown", []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		for i := range d.Segments {
			s := &d.Segments[i]
			for _, word := range strings.Fields(s.Text) {
				at := strings.Index(s.Text, word)
				edits, ok := s.layout.splice(s.Text, at, at+len(word), "حفتر", 0)
				page := &markdownPage{newMarkdownReader(source, 0)}
				page.parse(nil)
				if s.Where == "front matter" || !ok || !page.harmless(s, edits) {
					continue
				}
				short++
				if want := s.Text[:at] + "حفتر" + s.Text[at+len(word):]; !frontMatterIn(source) && !page.reads(Span{0, len(source)}, edits, s, want) {
					t.Errorf("%q for %q in %q", "حفتر", word, source)
				}
			}
		}
	}
	if short < 20 {
		t.Errorf("only %d words took the short way", short)
	}
}

func frontMatterIn(source string) bool { return frontMatter(source, 0) > 0 }

// A long list is mended as fast as many short ones.
func TestMarkdownLongListIsMendedFast(t *testing.T) {
	source := strings.Repeat("- "+sentence+"\n", 3000)
	d, err := Open("f", "markdown", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var edits []Edit
	for i := range d.Segments {
		s := &d.Segments[i]
		at := strings.Index(s.Text, "هافتار")
		edits = append(edits, s.Edits(at, at+len("هافتار"), "حفتر")...)
	}
	mended, err := Apply(d.Source, edits)
	if err != nil || string(mended) != strings.ReplaceAll(source, "هافتار", "حفتر") {
		t.Errorf("the list is not mended: %v", err)
	}
}
