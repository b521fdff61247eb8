package document

import (
	"strings"
	"testing"
)

const (
	aParagraph = "قال رئيس الأركان إن الزيارة كانت ناجحة وإن الجانبين اتفقا على مواصلة المحادثات.\n"
	another    = "وأضاف أن الوفد سيعود إلى بنغازي غدا بعد أن يلتقي وزير الخارجية.\n"
)

func TestPlainTextLines(t *testing.T) {
	d, err := Open("f.txt", "", []byte("\uFEFFأ\r\n \t\r\n\nب\rج\n  د"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range d.Segments {
		got = append(got, d.Segments[i].Text)
	}
	if want := "أ|ب\rج|  د"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// chromeLines gives the lines of a plain text that are taken for chrome.
func chromeLines(t *testing.T, source string) string {
	t.Helper()
	d, err := Open("f.txt", "", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i := range d.Segments {
		if d.Segments[i].Origin == Chrome {
			lines = append(lines, d.Segments[i].Text)
		}
	}
	return strings.Join(lines, "|")
}

func TestPlainTextChrome(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"an article alone", "زيارة حفتر\n" + aParagraph + another, ""},
		{"a label with harakat and stop", aParagraph + "اتركْ تعليقًا:\n" + another, "اتركْ تعليقًا:"},
		{"a label inside a sentence", "قال: اترك تعليقك.\n" + aParagraph, ""},
		{"nothing follows a comment form", aParagraph + "لن يتم نشر عنوان بريدك الإلكتروني.\nس\n", "لن يتم نشر عنوان بريدك الإلكتروني.|س"},
		{"a list of other articles ends at a paragraph", aParagraph + "اقرأ أيضا\nعنوان\nخبر...\n" + another, "اقرأ أيضا|عنوان|خبر..."},
		{"a headline under «related» that is not cut off stays", aParagraph + "مقالات ذات صلة\nعنوان قصير\n" + another, "مقالات ذات صلة"},
		{"a section before the article", "اخر الاخبار\nعنوان\n" + aParagraph, "اخر الاخبار"},
		{"a section within the article is a heading", aParagraph + "آخر الأخبار\n" + another, ""},
		{"a menu with a known entry", "الرئيسية\nأ\nب\nج\nد\nعنوان الخبر هو هذا\n" + aParagraph, "الرئيسية|أ|ب|ج|د"},
		{"a list of names is no menu", "محمد\nأحمد\nعلي\nحسن\nعمر\n" + aParagraph, ""},
		{"a short menu is none", "الرئيسية\nأ\nعنوان الخبر هو هذا\n" + aParagraph, "الرئيسية"},
		{"an article that only trails off", aParagraph + "ثم سكت...\n" + another, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := chromeLines(t, c.source); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestPlainTextHeadline(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   Origin
	}{
		"over an article":       {"زيارة حفتر\n" + aParagraph, Heading},
		"a paragraph first":     {aParagraph + another, Body},
		"a label before it":     {"Advertisement\nزيارة حفتر\n" + aParagraph, Heading},
		"one line of no length": {"زيارة حفتر", Heading},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Open("f.txt", "", []byte(c.source))
			if err != nil {
				t.Fatal(err)
			}
			s := d.Segments[0]
			if s.Origin == Chrome {
				s = d.Segments[1]
			}
			if s.Origin != c.want {
				t.Errorf("%q is %v, want %v", s.Text, s.Origin, c.want)
			}
		})
	}
}

// Segments of plain text share the memory of the file: opening a long file makes
// one copy of it and not one a line.
func TestPlainTextSharesMemory(t *testing.T) {
	source := []byte(strings.Repeat(sentence+" ", 20000) + "\n" + strings.Repeat(sentence+"\n", 20000))
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Open("f.txt", "", source); err != nil {
				b.Fatal(err)
			}
		}
	})
	if most := int64(3 * len(source)); r.AllocedBytesPerOp() > most {
		t.Errorf("%d bytes for a file of %d", r.AllocedBytesPerOp(), len(source))
	}
}

func TestLineOfAnArchiveIsReadInParts(t *testing.T) {
	line := strings.Repeat(strings.TrimSpace(aParagraph)+" ", 2000)
	source := another + line + "\n" + another
	d, err := Open("f.txt", "", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var joined strings.Builder
	for i := range d.Segments[1 : len(d.Segments)-1] {
		s := &d.Segments[i+1]
		span := s.Span(0, len(s.Text))
		if len(s.Text) > longestLine || source[span.Start:span.End] != s.Text || !strings.HasSuffix(s.Text, " ") {
			t.Fatalf("part %d has %d bytes, from %v", i, len(s.Text), span)
		}
		joined.WriteString(s.Text)
	}
	if len(d.Segments) < 4 || joined.String() != line {
		t.Errorf("%d segments, which make %d of %d bytes", len(d.Segments), joined.Len(), len(line))
	}
}
