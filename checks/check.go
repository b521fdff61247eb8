// Package checks knows what can be wrong with the names of an article. It
// reads documents, finds the mentions of names in them once (listed in the
// glossary, near a listed form, heard as one name in two scripts or
// spellings), and runs each check over them. What articles share goes into a
// census, which merges, and over which the checks that compare files run.
//
// All offsets are bytes; lines and columns are worked out once, for findings.
package checks

import (
	"fmt"
	"strings"

	"example.com/asma/checks/docs"
)

// Check is one kind of fault.
type Check struct {
	Name     string   // kebab-case, named after the fault
	Severity Severity // the default; a finding may be lower where doubt is higher
	Short    string   // the fault in one line, for tables and rule lists
	Article  func(*Pass, *Article)
	Corpus   func(*Pass, *Census)
}

// Doc gives the check's page: Markdown that explains the fault, with examples
// that a test runs.
func (c *Check) Doc() string { return docs.Page(c.Name) }

// ByName finds a check; nil where there is none.
func ByName(name string) *Check {
	for _, c := range All {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Severity says how bad a fault is. The zero value is Off.
type Severity uint8

// The severities, from the lowest to the highest.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{"off", "info", "warning", "error"}

func (s Severity) String() string { return severityNames[s&3] }

// ParseSeverity reads off, info, warning or error.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return Off, fmt.Errorf("unknown severity %q: use one of %s", name, strings.Join(severityNames[:], ", "))
}
