package document

import (
	"strings"
	"testing"
)

// Each case replaces old, as it stands in the text of some segment, by new.
func TestEditsKeepWhatIsNotReplaced(t *testing.T) {
	for _, c := range []struct{ name, format, source, old, new, want string }{
		{"plain text, BOM and CRLF", "text", "\uFEFFقال هافتار\r\nثم", "هافتار", "حفتر", "\uFEFFقال حفتر\r\nثم"},
		{"tag inside a name", "html", "<p><b>هاف</b>تار قال</p>", "هافتار", "حفتر", "<p><b>حفتر</b> قال</p>"},
		{"entity inside a name", "html", "<p>ها&shy;فتار</p>", "ها\u00ADفتار", "حفتر", "<p>حفتر</p>"},
		{"joiner as an entity", "html", "<p>الـ&zwnj;Haftar</p>", "الـ\u200CHaftar", "حفتر", "<p>حفتر</p>"},
		{"embedding as an entity", "html", "<p>قال &#x202B;Haftar&#x202C; أمس</p>", "Haftar", "حفتر", "<p>قال &#x202B;حفتر&#x202C; أمس</p>"},
		{"bdi and wbr", "html", "<p>ل<bdi dir=ltr>Haf<wbr>tar</bdi>!</p>", "لHaftar", "لحفتر", "<p>لحفتر<bdi dir=ltr><wbr></bdi>!</p>"},
		{"new text is escaped", "html", "<p>س</p>", "س", `a<b> & "c"`, `<p>a&lt;b&gt; &amp; "c"</p>`},
		{"an open & is closed first", "html", "<p>A& amp;</p>", " ", "", "<p>A&amp;amp;</p>"},
		{"an open < is closed first", "html", "<p>1 < b</p>", " b", "b", "<p>1 &lt;b</p>"},
		{"an old entity is closed first", "html", "<p>&not س</p>", " س", "in;", "<p>¬in;</p>"},
		{"double quotes", "html", `<img alt="س">`, "س", `a"b'`, `<img alt="a&quot;b'">`},
		{"single quotes", "html", `<img alt='س'>`, "س", `a"b'`, `<img alt='a"b&#39;'>`},
		{"no quotes", "html", `<img alt=س>`, "س", `خليفة حفتر`, `<img alt=خليفة&#32;حفتر>`},
		{"emphasis inside a name", "markdown", "قال **هاف**تار أمس", "هافتار", "حفتر", "قال **حفتر** أمس"},
		{"line break in a quotation", "markdown", "> قال خليفة\n> هافتار أمس\n", "خليفة\nهافتار", "حفتر", "> قال حفتر أمس\n"},
		{"an escape", "markdown", "س\\*ص\n", "س*ص", "حفتر", "حفتر\n"},
		{"plain punctuation is not escaped", "markdown", "قناة س\n", "س", "Al-Jazeera (C.J.)", "قناة Al-Jazeera (C.J.)\n"},
		{"markup is escaped", "markdown", "قال س أمس\n", "س", "*ص*", "قال \\*ص\\* أمس\n"},
		{"no list is begun", "markdown", "س أمس\n", "س", "1. ص", "1\\. ص أمس\n"},
		{"no cell is begun", "markdown", "| س |\n|---|\n| ع |\n", "ع", "a|b", "| س |\n|---|\n| a\\|b |\n"},
		{"HTML in Markdown", "markdown", "<div>هاف<b>تار</b></div>\n", "هافتار", "A&B", "<div>A&amp;B<b></b></div>\n"},
		{"tag in Markdown", "markdown", "قال هاف<b>تار</b> أمس\n", "هافتار", "حفتر", "قال حفتر<b></b> أمس\n"},
		{"front matter", "markdown", "---\ntitle: 'س ص'\n---\nع\n", "س", "حفتر", "---\ntitle: 'حفتر ص'\n---\nع\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, i, at := find(t, c.format, c.source, c.old)
			edits := d.Segments[i].Edits(at, at+len(c.old), c.new)
			got, err := Apply(d.Source, edits)
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, %v\nwant %q\nedits %v", got, err, c.want, edits)
			}
			holdEdit(t, d, i, at, at+len(c.old), c.new, strings.Replace(d.Segments[i].Text, c.old, c.new, 1))
		})
	}
}

// What a format cannot hold is refused, never guessed.
func TestEditsRefuse(t *testing.T) {
	for _, c := range []struct{ name, format, source, old, new string }{
		{"a line end in plain text", "text", "س ص", "ص", "a\nb"},
		{"a line end in Markdown", "markdown", "س ص", "ص", "a\nb"},
		{"a lone CR left before the line end", "text", "س\rص\n", "ص", ""},
		{"the label that makes a link", "markdown", "[حفتر]\n\n[حفتر]: http://x.y\n", "حفتر", "هفتر"},
		{"a colon in plain front matter", "markdown", "---\ntitle: س\n---\n", "س", "a: b"},
		{"a value of front matter that would end", "markdown", "---\ntitle: س - ص\n---\n", "س ", ""},
		{"the same text", "html", "<p>س</p>", "س", "س"},
		{"NUL", "html", "<p>س</p>", "س", "\x00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, i, at := find(t, c.format, c.source, c.old)
			if edits := d.Segments[i].Edits(at, at+len(c.old), c.new); edits != nil {
				t.Errorf("got %v, want nil", edits)
			}
		})
	}
}

// find opens source and gives the segment that old stands in, and where in it.
func find(t *testing.T, format, source, old string) (d *Document, segment, at int) {
	t.Helper()
	d, err := Open("f", format, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range d.Segments {
		if at := strings.Index(s.Text, old); at >= 0 {
			return d, i, at
		}
	}
	t.Fatalf("%q is in no segment of %q", old, describe(d))
	return nil, 0, 0
}

func TestSpanIsTheHull(t *testing.T) {
	source := "<p>قال <b>هاف</b>تار &amp; س</p>"
	d, i, at := find(t, "html", source, "هافتار")
	s := &d.Segments[i]
	hull := func(start, end int) string { sp := s.Span(start, end); return source[sp.Start:sp.End] }
	if got := hull(at, at+len("هافتار")); got != "هاف</b>تار" {
		t.Errorf("name: %q", got)
	}
	if got := hull(at+len("هافتار "), at+len("هافتار &")); got != "&amp;" {
		t.Errorf("entity: %q", got)
	}
	if got := hull(-5, 1000); got != "قال <b>هاف</b>تار &amp; س" {
		t.Errorf("beyond the text: %q", got)
	}
}
