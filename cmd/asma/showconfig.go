package main

import (
	"fmt"
	"io"
	"slices"

	"example.com/asma/checks"
)

// showConfig prints what holds and from where.
func showConfig(w io.Writer, s *settings) error {
	from := func(set bool) string {
		if !set {
			return "default"
		}
		if s.config.path != "" {
			return s.config.path
		}
		return "flag"
	}
	config := s.config.path
	if config == "" {
		config = "none"
	}
	lines := []string{"config: " + config}
	lines = append(lines, fmt.Sprintf("builtin: %v (%s)", !s.glossary.NoBuiltin, from(s.glossary.NoBuiltin)))
	for _, g := range s.glossary.Files {
		origin := "flag"
		if slices.Contains(s.config.glossaryPaths(), g) {
			origin = s.config.path
		}
		lines = append(lines, fmt.Sprintf("glossary: %s (%s)", g, origin))
	}
	failOn := s.gate.failOn.String()
	if s.gate.failOn == checks.Off {
		failOn = "none"
	}
	lines = append(lines, fmt.Sprintf("fail-on: %s (%s)", failOn, from(s.gate.failOn != checks.Error)))
	if s.gate.maxWarnings >= 0 {
		lines = append(lines, fmt.Sprintf("max-warnings: %d (%s)", s.gate.maxWarnings, from(true)))
	}
	lines = append(lines, fmt.Sprintf("min-confidence: %v (%s)", s.gate.minConfidence, from(s.gate.minConfidence != 0)), "checks:")
	for _, c := range checks.All {
		severity, set := s.gate.severity[c.Name]
		if !set {
			severity = c.Severity
		}
		if !slices.Contains(s.enabled, c) {
			severity, set = checks.Off, true
		}
		lines = append(lines, fmt.Sprintf("  %s: %s (%s)", c.Name, severity, from(set)))
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
