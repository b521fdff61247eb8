package document

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ErrBinary is what an [*Error] of [Open] wraps when a file is no text at all,
// so that a walk over a folder can pass it over.
var ErrBinary = errors.New("binary file")

// An Error says why a file cannot be read as text, where, and what to do.
type Error struct {
	Path   string
	Line   int // 1-based
	Offset int // in bytes from 0
	Msg    string
	binary bool
}

// Error gives "PATH:LINE: what is wrong".
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Msg) }

// Unwrap gives [ErrBinary] for a file that is no text, else nil.
func (e *Error) Unwrap() error {
	if e.binary {
		return ErrBinary
	}
	return nil
}

// validate holds that source is UTF-8 without NUL bytes.
func validate(path string, source []byte) error {
	fail := func(offset int, binary bool, msg string) error {
		line := 1 + bytes.Count(source[:offset], []byte("\n"))
		return &Error{path, line, offset, msg, binary}
	}
	if name := utf16Name(source); name != "" {
		return fail(0, false, fmt.Sprintf("the file is in %s, not in UTF-8; convert it: iconv -f %s -t UTF-8", name, name))
	}
	if i := bytes.IndexByte(source, 0); i >= 0 {
		return fail(i, true, fmt.Sprintf("byte %d is NUL: this is a binary file, not text", i))
	}
	if i := invalid(source); i >= 0 {
		from := declared(source)
		return fail(i, false, fmt.Sprintf("byte %d (0x%02X) is not UTF-8; if the file is in %s, convert it: iconv -f %s -t UTF-8",
			i, source[i], from, from))
	}
	return nil
}

// invalid gives the offset of the first byte that is not UTF-8, or -1.
func invalid(source []byte) int {
	if utf8.Valid(source) {
		return -1
	}
	for i := 0; i < len(source); {
		if source[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// sniffed is how many bytes the guesses at an encoding look at.
const sniffed = 4096

// utf16Name names the UTF-16 that source seems to be, or is empty. A byte order
// mark tells it at once. Without one, Arabic in UTF-16 is full of the bytes 0x06
// (U+0600 to U+06FF) and 0x00 (spaces, ASCII) at every second place, and of
// neither at the others.
func utf16Name(source []byte) string {
	switch {
	case bytes.HasPrefix(source, []byte{0xFF, 0xFE}):
		return "UTF-16LE"
	case bytes.HasPrefix(source, []byte{0xFE, 0xFF}):
		return "UTF-16BE"
	}
	head := source[:min(len(source), sniffed)&^1]
	var high [2]int
	for i, c := range head {
		if c == 0x06 || c == 0x00 {
			high[i&1]++
		}
	}
	most := len(head) / 2 * 9 / 10
	switch {
	case len(head) < 16:
	case high[1] >= most && high[0] == 0:
		return "UTF-16LE"
	case high[0] >= most && high[1] == 0:
		return "UTF-16BE"
	}
	return ""
}

var charset = pattern(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_-]{1,40})`)

// declared gives the encoding that an HTML page claims for itself and, where
// there is none, Windows-1256, which is what old Arabic files are in.
func declared(source []byte) string {
	m := charset().FindSubmatch(source[:min(len(source), sniffed)])
	if m == nil || strings.EqualFold(string(m[1]), "utf-8") {
		return "WINDOWS-1256"
	}
	return strings.ToUpper(string(m[1]))
}
