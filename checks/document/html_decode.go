package document

import (
	"strings"

	"golang.org/x/net/html"
)

// decode adds the text of src, which is text between tags or (attribute) the
// value of an attribute, with entities resolved as browsers do.
func (b *builder) decode(src Span, attribute bool) {
	for i := src.Start; i < src.End; {
		n := strings.IndexAny(b.source[i:src.End], "&<")
		if n < 0 {
			n = src.End - i
		}
		b.verbatim(Span{i, i + n})
		if i += n; i < src.End {
			size, text, open := special(b.source[i:src.End], attribute)
			b.whole(text, Span{i, i + size}, open)
			i += size
		}
	}
}

// special reads the entity, or the bare & or <, at the start of raw: its size in
// bytes and its text. open says that what follows could change its meaning: "amp;"
// after a bare "&", a letter after "<", "in;" after "&not".
func special(raw string, attribute bool) (size int, text string, open bool) {
	if raw[0] == '<' {
		size = 1
		for size < len(raw) && (isAlnum(raw[size]) || strings.IndexByte("/!?-", raw[size]) >= 0) {
			size++
		}
		return size, raw[:size], true
	}
	run := 1
	for run < len(raw) && (isAlnum(raw[run]) || raw[run] == '#' && run == 1) {
		run++
	}
	closed := run < len(raw) && raw[run] == ';'
	if closed {
		run++
	}
	size, text = entity(raw[:run], attribute, run < len(raw) && raw[run] == '=')
	return size, text, size < run || !closed
}

// entity resolves the reference that raw, "&" with the letters and digits after
// it, starts with. Where there is none it gives raw back whole. In an attribute
// "&copy=" and "&copyx" are no references, as they are in addresses.
func entity(raw string, attribute, equals bool) (size int, text string) {
	all := html.UnescapeString(raw)
	numeric := len(raw) > 1 && raw[1] == '#'
	if all == raw || attribute && equals && !numeric && !strings.HasSuffix(raw, ";") {
		return len(raw), raw
	}
	// An old reference needs no semicolon, so "&notit;" is "¬it;": the shortest
	// beginning that gives the same with the rest is the reference.
	for size = 2; size < len(raw); size++ {
		if head := html.UnescapeString(raw[:size]); head != raw[:size] && head+raw[size:] == all {
			break
		}
	}
	if attribute && size < len(raw) && !numeric {
		return len(raw), raw
	}
	return size, html.UnescapeString(raw[:size])
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// encodeHTML writes text between tags; a NUL byte cannot be written.
func encodeHTML(text string, level int) (string, bool) {
	return textEscaper.Replace(text), level == 0 && !strings.Contains(text, "\x00")
}

// encodeAttribute gives the encoder for an attribute's value within quote, 0 for
// one without quotes, where spaces and more are written as numbers.
func encodeAttribute(quote byte) func(string, int) (string, bool) {
	pairs := []string{"&", "&amp;", "<", "&lt;", ">", "&gt;"}
	switch quote {
	case '"':
		pairs = append(pairs, `"`, "&quot;")
	case '\'':
		pairs = append(pairs, "'", "&#39;")
	default:
		pairs = append(pairs, `"`, "&quot;", "'", "&#39;", "`", "&#96;", "=", "&#61;", "/", "&#47;",
			" ", "&#32;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;", "\f", "&#12;")
	}
	escaper := strings.NewReplacer(pairs...)
	return func(text string, level int) (string, bool) {
		return escaper.Replace(text), level == 0 && !strings.Contains(text, "\x00")
	}
}
