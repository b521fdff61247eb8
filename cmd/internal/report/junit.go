package report

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitOutcome `xml:"failure"`
	Skipped *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes one suite a file and one case a finding. A finding that
// counts is a failure; the others are skipped cases, so that a server that reads
// the report says what the exit code says. A file with no finding has one case
// that passes: an empty report is an error to many servers.
func writeJUnit(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	x := &xmlWriter{w: out}
	items := r.Open()
	tests, failures := 0, 0
	for _, found := range byFile(r.Paths, items) {
		s := toSuite("", found)
		tests, failures = tests+s.Tests, failures+s.Failures
	}
	x.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"asma\" tests=\"%d\" failures=\"%d\">\n", tests, failures)
	for path, found := range byFile(r.Paths, items) {
		x.element(toSuite(path, found))
	}
	x.raw("</testsuites>\n")
	return errors.Join(x.err, out.Flush())
}

func toSuite(path string, items []Item) junitSuite {
	suite := junitSuite{Name: path}
	for _, item := range items {
		c := junitCase{Name: item.Check, Class: fmt.Sprintf("%s:%d:%d", path, item.Start.Line, item.Start.Column), File: path, Line: item.Start.Line}
		message := visible(item.Message)
		if item.Counts {
			suite.Failures++
			c.Failure = &junitOutcome{item.Severity.String(), message, c.Class + ": " + message}
		} else {
			suite.Skipped++
			c.Skipped = &junitOutcome{Message: item.Severity.String() + ": " + message}
		}
		suite.Cases = append(suite.Cases, c)
	}
	if len(items) == 0 {
		suite.Cases = []junitCase{{Name: "names", Class: path, File: path}}
	}
	suite.Tests = len(suite.Cases)
	return suite
}
