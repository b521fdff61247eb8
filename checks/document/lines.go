package document

import (
	"bytes"
	"unicode/utf8"
)

// Lines turns byte offsets into lines and columns. It remembers the count at
// every few hundred bytes and goes no further than it was asked, so that a file
// of one 50 MB line costs no more than one of many. Not for concurrent use.
type Lines struct {
	source []byte
	marks  []Position // marks[i] is the position of byte i*stride
}

// stride is the number of bytes between two marks.
const stride = 256

// Position is where a byte stands, all from 1: the line, and the column in code
// points, in UTF-16 units and in bytes.
type Position struct{ Line, Column, UTF16, Byte int }

// NewLines makes a Lines of source, which must not change.
func NewLines(source []byte) *Lines {
	return &Lines{source: source, marks: []Position{{1, 1, 1, 1}}}
}

// Position gives where an offset is. A line ends with "\n" ("\r\n" too; a lone
// "\r" ends none). A byte order mark at the start of the file counts as nothing
// but bytes. An offset outside of the file counts as the nearest inside.
func (l *Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.source))
	for len(l.marks) <= offset/stride {
		i := len(l.marks)
		l.marks = append(l.marks, l.marks[i-1].over(l.source, (i-1)*stride, i*stride))
	}
	return l.marks[offset/stride].over(l.source, offset/stride*stride, offset)
}

var bom = []byte("\uFEFF")

// over counts on from start to end.
func (p Position) over(source []byte, start, end int) Position {
	stretch := source[start:end]
	if last := bytes.LastIndexByte(stretch, '\n'); last >= 0 {
		p = Position{p.Line + bytes.Count(stretch, newline), 1, 1, 1}
		stretch = stretch[last+1:]
	}
	p.Byte += len(stretch)
	if start == 0 && p.Line == 1 && bytes.HasPrefix(source, bom) {
		stretch = stretch[min(len(bom), len(stretch)):]
	}
	for _, c := range stretch {
		if utf8.RuneStart(c) {
			p.Column++
			p.UTF16++
		}
		if c >= 0xF0 { // four bytes in UTF-8 are two units in UTF-16
			p.UTF16++
		}
	}
	return p
}

var newline = []byte{'\n'}
