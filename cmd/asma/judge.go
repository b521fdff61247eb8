package main

import (
	"errors"
	"iter"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/gate"
	"example.com/asma/cmd/internal/report"
)

// report applies severities and the gate to a result. The second value holds
// the files that could not be read though they were named.
func (s *settings) report(result *checks.Result) (*report.Report, []checks.Failure) {
	passes, notes := s.passes(result.Remarks)
	r, failures := s.reportOf(result, s.items(result.Findings.All(), nil, passes))
	r.Notes = append(notes, s.unused(passes, result.Paths)...)
	return r, failures
}

// reportOf is report for findings that are judged already.
func (s *settings) reportOf(result *checks.Result, items report.Items) (*report.Report, []checks.Failure) {
	r := &report.Report{Census: result.Census, Files: result.Files, Paths: result.Paths, Words: result.Words, Articles: result.Articles, Version: version(), View: s.view}
	r.Items = items
	var failures []checks.Failure
	for _, f := range result.Failures {
		if errors.Is(f.Err, document.ErrBinary) && !s.named(f.Path) {
			r.Skipped = append(r.Skipped, report.Skipped{Path: f.Path, Reason: "binary"})
			continue
		}
		failures = append(failures, f)
	}
	return r, failures
}

// items applies severities and the gate to findings and drops those that are
// not to be shown. before tells which of them an edit found there already,
// passes what may stand as it is; either may be nil.
func (s *settings) items(findings iter.Seq[*checks.Finding], before []bool, passes *gate.Passes) report.Items {
	rules := gate.Rules{FailOn: s.gate.failOn, MaxWarnings: s.gate.maxWarnings, MinConfidence: s.gate.minConfidence, Severity: s.severityFor, Before: before}
	if passes != nil {
		rules.Passes = passes.Judge(findings, before)
	}
	marks := gate.Mark(findings, rules)
	shown := 0
	for i := range marks {
		if !marks[i].Dropped {
			shown++
		}
	}
	return report.ItemsOf(shown, func(yield func(report.Item) bool) {
		i := -1
		for f := range findings {
			if i++; marks[i].Dropped {
				continue
			}
			item := report.Item{Finding: *f, Counts: marks[i].Counts}
			item.Severity = marks[i].Severity
			if before != nil && before[i] {
				item.Set = "old"
			}
			if passes != nil {
				letPass(&item, rules.Passes[i])
			}
			if !yield(item) {
				return
			}
		}
	})
}

// letPass marks an item by what lets it pass, if anything does.
func letPass(item *report.Item, p gate.Pass) {
	if p.Reason == "" {
		return
	}
	item.Suppressed, item.InSource = p.Reason, p.InSource
	switch {
	case item.Set == "old":
	case p.Baseline:
		item.Set = "baseline"
	default:
		item.Set = "allowed"
	}
}

// severityFor gives the severity that flags and config set for a check in a
// file; Off with true drops its findings.
func (s *settings) severityFor(check, path string) (checks.Severity, bool) {
	level, set := s.gate.severity[check]
	for _, o := range s.config.Overrides {
		if text, ok := o.Checks[check]; ok && globMatches(o.Files, path) {
			if parsed, err := checks.ParseSeverity(text); err == nil {
				level, set = parsed, true
			}
		}
	}
	return level, set
}
