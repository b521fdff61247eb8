package document

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// holdLaws is the one place where laws 1 to 3 are written down. It opens source,
// replaces a stretch of a segment's text and opens the result: exactly that
// stretch may differ. which, start and size choose it, whatever they are.
func holdLaws(t *testing.T, format, source string, which, start, size uint, new string) {
	t.Helper()
	d, err := Open("f", format, []byte(source))
	if err != nil {
		return
	}
	same, err := Apply(d.Source, nil)
	if err != nil || string(same) != source {
		t.Fatalf("without edits the file differs: %q, %v", same, err)
	}
	holdSpans(t, d)
	if len(d.Segments) == 0 || strings.ContainsFunc(new, unicode.IsControl) || !utf8.ValidString(new) ||
		strings.Contains(new, "\uFEFF") || strings.Contains(source, "\x06") {
		return
	}
	i := int(which % uint(len(d.Segments)))
	s := &d.Segments[i]
	from := boundary(s.Text, int(start%uint(len(s.Text)+1)))
	to := boundary(s.Text, from+int(size%uint(len(s.Text)-from+1)))
	want := s.Text[:from] + new + s.Text[to:]
	if strings.TrimSpace(want) == "" || format != "text" && strings.Trim(want, whitespace) != want {
		return // such a segment is cut or gone by definition
	}
	holdEdit(t, d, i, from, to, new, want)
}

func holdEdit(t *testing.T, d *Document, i, from, to int, new, want string) {
	t.Helper()
	s := &d.Segments[i]
	edits := s.Edits(from, to, new)
	if edits == nil {
		if want != s.Text && d.Format == "html" {
			t.Fatalf("HTML can hold any text, but %q for %q in %q is refused", new, s.Text[from:to], d.Source)
		}
		return
	}
	edited, err := Apply(d.Source, edits)
	if err != nil {
		t.Fatalf("edits %v of %q: %v", edits, d.Source, err)
	}
	again, err := Open("f", d.Format, edited)
	if err != nil {
		t.Fatalf("after edits %v of %q: %v", edits, d.Source, err)
	}
	if len(again.Segments) != len(d.Segments) {
		t.Fatalf("%d segments become %d\nbefore %q\nafter  %q", len(d.Segments), len(again.Segments), d.Source, edited)
	}
	for k := range d.Segments {
		expect := d.Segments[k].Text
		if k == i {
			expect = want
		}
		if got := again.Segments[k].Text; got != expect {
			t.Fatalf("segment %d (edited: %d) is %q, want %q\nbefore %q\nafter  %q", k, i, got, expect, d.Source, edited)
		}
	}
}

// boundary moves i back to the start of a character.
func boundary(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// holdSpans checks that all places lie in the file and in order, and that text
// without markup stands where it says.
func holdSpans(t *testing.T, d *Document) {
	t.Helper()
	for k := range d.Segments {
		s := &d.Segments[k]
		last := 0
		for i := range s.Text {
			sp := s.Span(i, i+1)
			if sp.Start < last || sp.End < sp.Start || sp.End > len(d.Source) {
				t.Fatalf("byte %d of %q is at %v after %d in %q", i, s.Text, sp, last, d.Source)
			}
			last = sp.Start
			if from, to := s.Offset(sp.Start), s.Offset(sp.End); from > i || to < i+1 && sp.End > sp.Start {
				t.Fatalf("byte %d of %q is at %v, which is said to be text %d to %d in %q", i, s.Text, sp, from, to, d.Source)
			}
		}
		if all := s.Span(0, len(s.Text)); s.layout == nil && string(d.Source[all.Start:all.End]) != s.Text {
			t.Fatalf("%q is not at %v of %q", s.Text, all, d.Source)
		}
		end := 0
		for _, sp := range s.Skip {
			if sp.Start < end || sp.End <= sp.Start || sp.End > len(s.Text) {
				t.Fatalf("skips %v of %q", s.Skip, s.Text)
			}
			end = sp.End
		}
	}
	for _, c := range d.Comments {
		if !strings.HasPrefix(string(d.Source[c.Span.Start:c.Span.End]), "<!--") {
			t.Fatalf("no comment at %v of %q", c.Span, d.Source)
		}
	}
}

func FuzzTextRoundTrip(f *testing.F) {
	for _, s := range []string{"", "حفتر\r\n\r\nهافتار", "\uFEFFأ\nب\rج\n", "اترك تعليقك\nمقالات ذات صلة\nلن يتم نشر عنوان بريدك\n", "https://a.b/ج(د)."} {
		f.Add(s, uint(1), uint(0), uint(3), "س")
	}
	f.Fuzz(func(t *testing.T, source string, which, start, size uint, new string) {
		holdLaws(t, "text", source, which, start, size, new)
	})
}

func FuzzMarkdownRoundTrip(f *testing.F) {
	for _, s := range markdownSeeds {
		f.Add(s, uint(0), uint(0), uint(4), "س")
		f.Add(s, uint(1), uint(2), uint(4), "*x_ [y](z) <b> &amp;")
	}
	f.Fuzz(func(t *testing.T, source string, which, start, size uint, new string) {
		holdLaws(t, "markdown", source, which, start, size, new)
		holdLaws(t, "markdown", source, which, start, size, "خليفة حفتر") // takes the short way
	})
}

func FuzzHTMLRoundTrip(f *testing.F) {
	for _, s := range htmlSeeds {
		f.Add(s, uint(0), uint(0), uint(4), "س")
		f.Add(s, uint(1), uint(2), uint(4), `a<b> &amp; "'`)
	}
	f.Fuzz(func(t *testing.T, source string, which, start, size uint, new string) {
		holdLaws(t, "html", source, which, start, size, new)
	})
}

var markdownSeeds = []string{
	"# عنوان\n\nقال **هاف**تار إن\n> اقتباس طويل\n> يستمر هنا\n\n- بند\n  يستمر\n- بند `كود` <https://x.y/ز>\n",
	"---\ntitle: \"خبر\"\ndescription: نص\n---\n\nنص[^1] و[رابط](http://a.b \"ت\") و![صورة](x.png)\n\n[^1]: حاشية\n    تستمر\n",
	"| أ | ب |\n|---|---|\n| حف\\|تر | `x\\|y` |\n\n1\\. ليس بندا\n\n&#1605;رحبا &amp; \\* a_b_c 2 * 3 * 4\n",
	"<div>نص <b>حف</b>تر</div>\n\nنص <span title=\"س\">هنا</span> <!-- asma:allow x --> سطر  \nثان\\\nثالث\n\n[ا]: http://x\n[ا] ~~ب~~\n",
	"- [ ] عمل\n- أ\n\n  > <p>ب\n  > ج</p>\n\n\tcode\n\nعنوان\n===\n***\n<!-- x\ny -->\n",
}

var htmlSeeds = []string{
	`<!doctype html><html lang="ar"><head><title>عن &amp; وان</title><meta name=description content='و "صف'></head><body class="has-sidebar"><p>قال <b>هاف</b>تار<br>سطر</p><img alt=صورة></body></html>`,
	`<p>a & b &amp c &copy d < e &#1605; &notin; &notit;<p title="x&y=1&copy=2">ن<!-- ت --><li>و<code>ك</code>`,
	`<nav><a href=x>ر</a></nav><article><header><h1>ع</h1></header><p>نص&shy;نص&zwnj;<bdi>ا</bdi><wbr>ب</p><svg><p>خ</article>`,
	"\uFEFF<p>أ\r\nب</p><textarea>x</textarea><script>a<b</script>&", `<p a="1" alt='&#39;س' alt=2 / aria-label = ص/>ن</ p><`,
}
