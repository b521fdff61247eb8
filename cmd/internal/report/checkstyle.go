package report

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
)

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"` // code points, as editors count
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// writeCheckstyle writes the XML of Checkstyle, which Jenkins and many others
// read: every file that was checked, with what was found in it.
func writeCheckstyle(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	x := &xmlWriter{w: out}
	x.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"5.0\">\n")
	for path, items := range byFile(r.Paths, r.Open()) {
		file := checkstyleFile{Name: path}
		for _, item := range items {
			file.Errors = append(file.Errors, checkstyleError{
				Line: item.Start.Line, Column: item.Start.Column, Severity: item.Severity.String(),
				Message: visible(item.Message), Source: "asma." + item.Check,
			})
		}
		x.element(file)
	}
	x.raw("</checkstyle>\n")
	return errors.Join(x.err, out.Flush())
}
