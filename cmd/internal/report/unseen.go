package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// unseen reports a character that a terminal, log or page would act on and not
// show: a control character or a bidi control. From the input none goes out as
// it is: U+202E in a path makes it look like another one.
func unseen(c rune) bool {
	return c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0xFEFF || c == 0x2028 || c == 0x2029 ||
		c == 0x061C || c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
}

// visible makes text from the input fit for people: blanks for line ends, U+FFFD
// for control characters, nothing for bidi controls.
func visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case !unseen(c):
			return c
		case c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029:
			return ' '
		case c < 0xA0:
			return utf8.RuneError
		}
		return -1
	}, s)
}

// escaper writes encoded JSON or XML on with every unseen character as an
// escape of that language, so that the value stays what it was. Each Write must
// hold whole characters.
type escaper struct {
	w    io.Writer
	form string // for [fmt.Fprintf] with the code point: \u%04x
}

func (e escaper) Write(p []byte) (int, error) {
	escape := func(c rune) bool { return unseen(c) && c != '\t' && c != '\n' }
	if bytes.IndexFunc(p, escape) < 0 {
		return e.w.Write(p)
	}
	var out bytes.Buffer
	for _, c := range string(p) {
		if escape(c) {
			fmt.Fprintf(&out, e.form, c)
		} else {
			out.WriteRune(c)
		}
	}
	if _, err := e.w.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}
