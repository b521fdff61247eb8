// Package gate says which findings count. It shows nothing and reads no file.
package gate

import (
	"iter"

	"example.com/asma/checks"
)

// Rules say what counts.
type Rules struct {
	FailOn        checks.Severity // lowest severity that counts; Off: nothing does
	MaxWarnings   int             // more warnings than this count; below 0 there is no bound
	MinConfidence float64         // findings below are dropped

	// Severity gives the severity that is set for a check in a file, and
	// whether one is set. A finding never rises above what its check gave it
	// out of doubt, unless the severity is set higher than the check's own.
	Severity func(check, path string) (checks.Severity, bool)

	// Before tells, by index, the findings that were there before the edit that
	// is judged; they never count. Nil: no edit is judged.
	Before []bool

	// Passes let findings pass, by index. Nil: none.
	Passes []Pass
}

// passes reports whether a finding does not count whatever its severity.
func (r *Rules) passes(i int) bool {
	return i < len(r.Before) && r.Before[i] || i < len(r.Passes) && r.Passes[i].Reason != ""
}

// Marked is what the gate says of one finding.
type Marked struct {
	Severity checks.Severity
	Counts   bool
	Dropped  bool // not to be shown: switched off, or below the confidence asked for
}

// Mark judges every finding, in their order.
func Mark(findings iter.Seq[*checks.Finding], rules Rules) []Marked {
	var out []Marked
	warnings := 0
	for f := range findings {
		i, severity := len(out), adjusted(f, rules)
		out = append(out, Marked{Severity: severity, Dropped: severity == checks.Off || f.Confidence < rules.MinConfidence})
		if out[i].Dropped || rules.passes(i) {
			continue
		}
		out[i].Counts = rules.FailOn != checks.Off && severity >= rules.FailOn
		if severity == checks.Warning {
			warnings++
		}
	}
	if rules.MaxWarnings >= 0 && warnings > rules.MaxWarnings && rules.FailOn != checks.Off {
		for i := range out {
			if out[i].Severity == checks.Warning && !out[i].Dropped && !rules.passes(i) {
				out[i].Counts = true
			}
		}
	}
	return out
}

// adjusted moves a finding's severity as far as the setting moves its check's:
// with mixed-script=warning an error becomes a warning, and what was already
// a warning out of doubt stays one.
func adjusted(f *checks.Finding, rules Rules) checks.Severity {
	set, ok := rules.Severity(f.Check, f.Path)
	if !ok {
		return f.Severity
	}
	check := checks.ByName(f.Check)
	switch {
	case set == checks.Off:
		return checks.Off
	case check != nil && set > check.Severity:
		return max(set, f.Severity)
	}
	return min(set, f.Severity)
}
