package document

import "bytes"

// Lines turns byte offsets into lines and columns. It remembers the count at
// every few hundred bytes and goes no further than it was asked, so that a file
// of one 50 MB line costs no more than one of many. Not for concurrent use.
type Lines struct {
	source []byte
	marks  []mark // marks[i] is the count at byte i*stride
}

// stride is the number of bytes between two marks.
const stride = 256

type mark struct{ line, column, utf16 int }

// NewLines makes a Lines of source, which must not change.
func NewLines(source []byte) *Lines {
	return &Lines{source: source, marks: []mark{{1, 1, 1}}}
}

// Position gives the line and the column of an offset, 1-based; column counts
// code points, utf16 counts UTF-16 units. A line ends with "\n" ("\r\n" too; a
// lone "\r" ends none). A byte order mark at the start of the file counts as
// nothing. An offset outside of the file counts as the nearest inside.
func (l *Lines) Position(offset int) (line, column, utf16 int) {
	offset = min(max(offset, 0), len(l.source))
	for len(l.marks) <= offset/stride {
		i := len(l.marks)
		l.marks = append(l.marks, l.marks[i-1].over(l.source, (i-1)*stride, i*stride))
	}
	m := l.marks[offset/stride].over(l.source, offset/stride*stride, offset)
	return m.line, m.column, m.utf16
}

var bom = []byte("\uFEFF")

// over counts on from start to end.
func (m mark) over(source []byte, start, end int) mark {
	if start == 0 && bytes.HasPrefix(source, bom) {
		start = min(len(bom), end)
	}
	for _, c := range source[start:end] {
		switch {
		case c == '\n':
			m = mark{m.line + 1, 1, 1}
		case c >= 0xF0: // four bytes in UTF-8 are two units in UTF-16
			m.column++
			m.utf16 += 2
		case c < 0x80 || c >= 0xC0:
			m.column++
			m.utf16++
		}
	}
	return m
}

// ByteColumn gives the column of an offset in bytes from the start of its
// line, 1-based, as formats that count UTF-8 bytes want it.
func (l *Lines) ByteColumn(offset int) int {
	offset = min(max(offset, 0), len(l.source))
	return offset - (bytes.LastIndexByte(l.source[:offset], '\n') + 1) + 1
}
