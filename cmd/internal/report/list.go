package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// list writes a JSON array element by element, one a line, so that a report of
// many findings is never held encoded as a whole. The first error is kept and
// stops the rest.
type list struct {
	out     *bufio.Writer
	element bytes.Buffer
	encoder *json.Encoder
	some    bool
	err     error
}

func newList(w io.Writer) *list {
	l := &list{out: bufio.NewWriter(w)}
	l.encoder = newEncoder(&l.element)
	l.out.WriteByte('[')
	return l
}

func (l *list) add(v any) {
	if l.err != nil {
		return
	}
	if l.some {
		l.out.WriteByte(',')
	}
	l.some = true
	l.out.WriteByte('\n')
	l.element.Reset()
	l.err = l.encoder.Encode(v)
	l.out.Write(bytes.TrimSuffix(l.element.Bytes(), []byte("\n")))
}

func (l *list) close() error {
	if l.some {
		l.out.WriteByte('\n')
	}
	l.out.WriteString("]\n")
	return errors.Join(l.err, l.out.Flush())
}
