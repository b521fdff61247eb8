package document

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]string{
		"a.txt": "text", "A.TXT": "text", "x/مقال.md": "markdown", "a.markdown": "markdown",
		"a.html": "html", "a.htm": "html", "a.xhtml": "html", "a.go": "text?", "Makefile": "text?",
	} {
		name, known := FormatOf(path)
		if !known {
			name += "?"
		}
		if name != want {
			t.Errorf("%s: %s, want %s", path, name, want)
		}
	}
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	utf16 := func(text string, high int) string {
		b := make([]byte, 0, 2*len(text))
		for _, r := range text {
			pair := [2]byte{byte(r), byte(r)}
			pair[high] = byte(r >> 8)
			b = append(b, pair[:]...)
		}
		return string(b)
	}
	for _, c := range []struct {
		name, source, msg string
		line, offset      int
		binary            bool
	}{
		{"Windows-1256", "a\nb\xC7\xE1", "p:2: byte 3 (0xC7) is not UTF-8; if the file is in WINDOWS-1256, convert it: iconv -f WINDOWS-1256 -t UTF-8", 2, 3, false},
		{"what the page declares", "<meta charset=iso-8859-6>\xC7", "iconv -f ISO-8859-6 -t UTF-8", 1, 25, false},
		{"binary", "a\n\x00b", "p:2: byte 2 is NUL: this is a binary file, not text", 2, 2, true},
		{"UTF-16 with a mark", "\xFF\xFEa\x00", "UTF-16LE", 1, 0, false},
		{"UTF-16 big with a mark", "\xFE\xFF\x00a", "UTF-16BE", 1, 0, false},
		{"UTF-16 without a mark", utf16("قال خليفة حفتر أمس", 1), "UTF-16LE", 1, 0, false},
		{"UTF-16 big without a mark", utf16("قال خليفة حفتر أمس", 0), "UTF-16BE", 1, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open("p", "text", []byte(c.source))
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(err.Error(), c.msg) || e.Line != c.line || e.Offset != c.offset || errors.Is(err, ErrBinary) != c.binary {
				t.Errorf("got %q line %d offset %d", err, e.Line, e.Offset)
			}
		})
	}
}

// A page that was converted often still claims its old encoding.
func TestOpenReadsUTF8WhateverIsDeclared(t *testing.T) {
	d, err := Open("p.html", "", []byte("<meta charset=windows-1256><p>حفتر"))
	if err != nil || len(d.Segments) != 1 || d.Segments[0].Text != "حفتر" {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestOpenUnknownFormatIsText(t *testing.T) {
	d, err := Open("p", "po", []byte("<p>"))
	if err != nil || d.Format != "text" || len(d.Segments) != 1 {
		t.Errorf("got %+v, %v", d, err)
	}
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits []Edit
		want  string // "" for an error
	}{
		{"none", nil, "abcdef"},
		{"any order", []Edit{{Span{4, 5}, "E"}, {Span{0, 1}, ""}}, "bcdEf"},
		{"side by side", []Edit{{Span{1, 2}, "B"}, {Span{2, 3}, "C"}}, "aBCdef"},
		{"insertion before a replacement", []Edit{{Span{1, 2}, "B"}, {Span{1, 1}, "+"}}, "a+Bcdef"},
		{"overlap", []Edit{{Span{1, 3}, "B"}, {Span{2, 4}, "C"}}, ""},
		{"twice the same", []Edit{{Span{1, 2}, "B"}, {Span{1, 2}, "B"}}, ""},
		{"two insertions at one place", []Edit{{Span{1, 1}, "B"}, {Span{1, 1}, "C"}}, ""},
		{"outside", []Edit{{Span{5, 7}, ""}}, ""},
		{"backwards", []Edit{{Span{3, 2}, ""}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := []byte("abcdef")
			got, err := Apply(source, c.edits)
			if string(got) != c.want || (err != nil) != (c.want == "") || string(source) != "abcdef" {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
}

// position is the slow and plain way to count what Lines counts.
func position(source string, offset int) Position {
	before := strings.TrimPrefix(source[:offset], "\uFEFF")
	p := Position{1 + strings.Count(before, "\n"), 1, 1, 1 + offset - (strings.LastIndexByte(source[:offset], '\n') + 1)}
	for _, r := range before[strings.LastIndexByte(before, '\n')+1:] {
		p.Column++
		p.UTF16 += len([]rune(string(r)))
		if r >= 0x10000 {
			p.UTF16++
		}
	}
	return p
}

func TestLinesAgreesWithCounting(t *testing.T) {
	source := "\uFEFFأ🙂ب\r\nج\rد\n\n" + strings.Repeat("حفتر 🙂", 2000) + "\nهـ"
	l := NewLines([]byte(source))
	var offsets []int
	for i := range source {
		if i == 0 || i >= 3 {
			offsets = append(offsets, i)
		}
	}
	offsets = append(offsets, len(source), 4096, 7)
	for n := range offsets {
		i := offsets[(n*7919)%len(offsets)] // in no order
		for i > 0 && i < len(source) && source[i]&0xC0 == 0x80 {
			i--
		}
		if got, want := l.Position(i), position(source, i); got != want {
			t.Fatalf("offset %d: %v, want %v", i, got, want)
		}
	}
	if p := l.Position(1 << 30); p.Line != 5 || p.Column != 3 {
		t.Errorf("beyond the end: %v", p)
	}
}

func TestAddresses(t *testing.T) {
	for text, want := range map[string][]string{
		"انظر https://ar.wikipedia.org/wiki/ترامب_(سياسي)، ثم": {"https://ar.wikipedia.org/wiki/ترامب_(سياسي)"},
		"(www.example.com/a).":                                  {"www.example.com/a"},
		"رابطhttp://a.b/c?d=e&f#g!":                             {"http://a.b/c?d=e&f#g"},
		"راسل a.b+c@mail.example.org":                           {"a.b+c@mail.example.org"},
		"موقع gemini.google.com وقال":                           {"gemini.google.com"},
		"bbc.co/x ثم":                                           {"bbc.co/x"},
		"في /usr/local/bin و C:\\Users\\x و checks/document.go": {"/usr/local/bin", "C:\\Users\\x", "checks/document.go"},
		"U.S. و Node.js و AC/DC و 12/10/2024 و 10:30 و @Haftar": nil,
		"و/أو الـBBC.":                                          nil,
	} {
		var got []string
		for _, s := range mergeSpans(addresses(text)) {
			got = append(got, text[s.Start:s.End])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
