package report

import (
	"encoding/xml"
	"fmt"
	"io"
)

// xmlWriter writes elements one by one, so that a report of many files is
// never held as a whole. The first error is kept and stops the rest.
type xmlWriter struct {
	w   io.Writer
	err error
}

// raw writes markup of our own.
func (x *xmlWriter) raw(format string, args ...any) {
	if x.err == nil {
		_, x.err = fmt.Fprintf(x.w, format, args...)
	}
}

// element writes a value as an element inside of the root. What XML cannot hold
// becomes U+FFFD, bidi controls become character references.
func (x *xmlWriter) element(v any) {
	if x.err != nil {
		return
	}
	encoded, err := xml.MarshalIndent(v, "  ", "  ")
	if err == nil {
		_, err = escaper{x.w, "&#x%X;"}.Write(append(encoded, '\n'))
	}
	x.err = err
}
