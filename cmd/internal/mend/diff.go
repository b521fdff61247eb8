package mend

import (
	"fmt"
	"strings"

	"znkr.io/diff/textdiff"
)

// Diff gives the unified diff from old to mended that git apply and patch -p1
// take, "" where nothing differs. The path stands in it as it is given, so it
// should be relative to the folder in which the diff will be applied.
func Diff(path string, old, mended []byte) []byte {
	hunks := textdiff.Unified(old, mended)
	if len(hunks) == 0 {
		return nil
	}
	return append(fmt.Appendf(nil, "--- %s\n+++ %s\n", headerName("a/"+path), headerName("b/"+path)), hunks...)
}

// headerName writes a path for the head of a diff as git does: in quotes where
// it holds what would end the line or the name, with a tab behind it where it
// holds blanks. Letters beyond ASCII need no quotes, whatever core.quotePath
// makes git itself print.
func headerName(path string) string {
	if !strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == 0x7F || r == '"' || r == '\\' }) {
		if strings.Contains(path, " ") {
			return path + "\t"
		}
		return path
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(path) {
		switch c := path[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7F:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
