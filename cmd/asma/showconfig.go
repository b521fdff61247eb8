package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"example.com/asma/checks"
)

// origins tell what each setting comes from: by flag, by the config, by
// default where a key is missing.
type origins map[string]string

// originsOf finds out who set what. Flags win over the config.
func originsOf(f *flags, c *config) origins {
	out := origins{}
	set := func(key string, flag, config bool) {
		switch {
		case flag:
			out[key] = "flag"
		case config:
			out[key] = c.path
		}
	}
	set("builtin", f.noBuiltin, c.Builtin != nil)
	set("baseline", f.baseline != "", c.Baseline != "")
	set("fail-on", f.failOn != "" || f.exitZero, c.FailOn != "")
	set("max-warnings", f.maxWarnings != nil, c.MaxWarnings != nil)
	set("min-confidence", f.confidence != 0, c.MinConfidence != 0)
	for name := range c.Checks {
		out["checks."+name] = c.path
	}
	for _, pair := range f.severity {
		name, _, _ := strings.Cut(pair, "=")
		out["checks."+name] = "flag"
	}
	return out
}

// of names the origin of a setting.
func (o origins) of(key string) string {
	if from := o[key]; from != "" {
		return from
	}
	return "default"
}

// showConfig prints what holds and from where.
func showConfig(w io.Writer, s *settings) error {
	config := s.config.path
	if config == "" {
		config = "none"
	}
	lines := []string{"config: " + config}
	add := func(key string, value any) {
		lines = append(lines, fmt.Sprintf("%s: %v (%s)", key, value, s.from.of(key)))
	}
	add("builtin", !s.glossary.NoBuiltin)
	lines = append(lines, listed("glossary", s.glossary.Files, len(s.glossary.Files)-len(s.config.Glossaries), s.config.path)...)
	if s.baselinePath != "" {
		add("baseline", s.baselinePath)
	}
	failOn := s.gate.failOn.String()
	if s.gate.failOn == checks.Off {
		failOn = "none"
	}
	add("fail-on", failOn)
	if s.gate.maxWarnings >= 0 {
		add("max-warnings", s.gate.maxWarnings)
	}
	add("min-confidence", s.gate.minConfidence)
	lines = append(lines, listed("include", s.config.Include, s.narrowed.include, s.config.path)...)
	lines = append(lines, listed("exclude", s.config.Exclude, s.narrowed.exclude, s.config.path)...)
	lines = append(lines, s.checkLines()...)
	lines = append(lines, s.exceptionLines()...)
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}

// listed gives a line for each of some values. The last ones, as many as flags
// says, come from flags, the others from the config.
func listed(key string, values []string, flags int, config string) []string {
	var out []string
	for i, v := range values {
		from := config
		if i >= len(values)-flags {
			from = "flag"
		}
		out = append(out, fmt.Sprintf("%s: %s (%s)", key, v, from))
	}
	return out
}

// checkLines tells how grave every check is.
func (s *settings) checkLines() []string {
	out := []string{"checks:"}
	for _, c := range checks.All {
		severity, set := s.gate.severity[c.Name]
		if !set {
			severity = c.Severity
		}
		from := s.from.of("checks." + c.Name)
		if !slices.Contains(s.enabled, c) && severity != checks.Off {
			severity, from = checks.Off, "flag" // --only, --skip, or one that --since leaves out
		}
		out = append(out, fmt.Sprintf("  %s: %s (%s)", c.Name, severity, from))
	}
	return out
}

// exceptionLines tell what the config says of subtrees, Latin letters and what
// is right as it stands.
func (s *settings) exceptionLines() []string {
	c := s.config
	var out []string
	for _, name := range slices.Sorted(maps.Keys(c.Latin)) {
		out = append(out, fmt.Sprintf("latin.%s: %s (%s)", name, c.Latin[name], c.path))
	}
	for _, o := range c.Overrides {
		for _, name := range slices.Sorted(maps.Keys(o.Checks)) {
			out = append(out, fmt.Sprintf("in %s: %s: %s (%s)", o.Files, name, o.Checks[name], c.path))
		}
	}
	for i, a := range c.Allow {
		var what []string
		for _, w := range append([]string{a.Check, a.Name, a.Spelling}, a.Files...) {
			if w != "" {
				what = append(what, w)
			}
		}
		out = append(out, fmt.Sprintf("allow: %s: %s (%s)", strings.Join(what, ", "), a.Reason, c.allowPlace(i)))
	}
	return out
}
