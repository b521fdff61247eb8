package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/gate"
	"example.com/asma/cmd/internal/report"
	"example.com/asma/glossary"
)

// output is one format with the file it goes to, "" for standard output.
type output struct {
	format report.Format
	file   string
}

// settings is what a command needs to know, made once from flags, config file
// and environment. Nothing below main sees a flag.
type settings struct {
	paths      []string
	glossary   glossary.Options
	outputs    []output
	gate       gateSettings
	enabled    []*checks.Check
	config     *config
	chrome     bool
	all        bool
	filesFrom  string
	null       bool
	stdinName  string
	jobs       int
	quiet      bool
	progress   bool
	view       report.View
	showConfig bool
	since      sinceSettings
	cache      bool

	from     origins                        // what the settings come from
	narrowed struct{ include, exclude int } // globs that flags add to those of the config

	baseline     *gate.Baseline // nil: none
	baselinePath string         // of it; where it is to be written, if there is none yet
}

// gateSettings say which findings count, and what becomes of their severity.
type gateSettings struct {
	failOn        checks.Severity
	maxWarnings   int // -1: no bound
	severity      map[string]checks.Severity
	minConfidence float64
}

// cacheFlag defines --cache.
func cacheFlag(set *pflag.FlagSet, f *flags) {
	set.BoolVar(&f.cache, "cache", false, "remember what articles gave, and read only those anew that changed (in $XDG_CACHE_HOME/asma)")
}

// settle turns flags, config and environment into settings. All that is wrong
// is told at once.
func settle(f *flags, paths []string, s streams) (*settings, error) {
	c, err := loadConfig(f)
	if err != nil {
		return nil, usage(err)
	}
	out := &settings{
		paths: paths, config: c, chrome: f.chrome, all: f.all, filesFrom: f.filesFrom, null: f.null,
		stdinName: f.stdinName, jobs: f.jobs, quiet: f.quiet, showConfig: f.showConfig, since: f.since, cache: f.cache,
		glossary: glossary.Options{Files: append(c.glossaryPaths(), f.glossaries...), NoBuiltin: f.noBuiltin || !c.builtin()},
	}
	out.from = originsOf(f, c)
	out.narrowed.include, out.narrowed.exclude = len(f.include), len(f.exclude)
	c.Include = append(c.Include, f.include...)
	c.Exclude = append(c.Exclude, f.exclude...)
	var errs []error
	for _, glob := range slices.Concat(f.include, f.exclude) {
		errs = append(errs, wrongGlob(glob))
	}
	out.view, err = viewOf(s, f.color)
	errs = append(errs, err)
	out.progress = !f.noProgress && !f.quiet && isTerminal(s.err)
	out.gate, err = gateOf(f, c)
	errs = append(errs, err)
	out.enabled, err = enabledChecks(f, out.gate.severity)
	errs = append(errs, err, f.since.wrong(f))
	out.outputs, err = outputsOf(f, s)
	errs = append(errs, err)
	errs = append(errs, out.settleBaseline(f))
	if f.jobs < 0 {
		errs = append(errs, fmt.Errorf("--jobs %d: use a number from 1, or 0 for one a processor", f.jobs))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, usage(err)
	}
	return out, nil
}

func gateOf(f *flags, c *config) (gateSettings, error) {
	g := gateSettings{failOn: checks.Error, maxWarnings: -1, severity: map[string]checks.Severity{}, minConfidence: f.confidence}
	if bound := cmp.Or(f.maxWarnings, c.MaxWarnings); bound != nil {
		g.maxWarnings = *bound
	}
	if g.minConfidence == 0 {
		g.minConfidence = c.MinConfidence
	}
	var errs []error
	if err := wrongConfidence(f.confidence); err != nil {
		errs = append(errs, fmt.Errorf("--min-confidence %w", err))
	}
	level, err := parseFailOn(cmp.Or(f.failOn, c.FailOn))
	if err != nil {
		errs = append(errs, fmt.Errorf("--fail-on %w", err)) // that of the config has been looked at
	}
	g.failOn = level
	if f.exitZero {
		g.failOn = checks.Off
	}
	for name, level := range c.Checks {
		errs = append(errs, setSeverity(g.severity, name, level))
	}
	for _, pair := range f.severity {
		name, level, found := strings.Cut(pair, "=")
		if !found {
			errs = append(errs, fmt.Errorf("--severity %s: write CHECK=LEVEL, as in mixed-script=warning", pair))
			continue
		}
		errs = append(errs, setSeverity(g.severity, name, level))
	}
	return g, errors.Join(errs...)
}

// wrongConfidence tells of a probability that it is none.
func wrongConfidence(p float64) error {
	if p >= 0 && p <= 1 {
		return nil
	}
	return fmt.Errorf("%v: use a number from 0 to 1", p)
}

// parseFailOn reads the lowest severity that counts, error where name is "";
// Off stands for none.
func parseFailOn(name string) (checks.Severity, error) {
	switch name {
	case "":
		return checks.Error, nil
	case "none":
		return checks.Off, nil
	}
	level, err := checks.ParseSeverity(name)
	if err != nil || level == checks.Off {
		return checks.Off, fmt.Errorf("%s: use error, warning, info or none", name)
	}
	return level, nil
}

func setSeverity(into map[string]checks.Severity, check, level string) error {
	if checks.ByName(check) == nil {
		return unknownCheck(check)
	}
	severity, err := checks.ParseSeverity(level)
	if err != nil {
		return fmt.Errorf("%s: %w", check, err)
	}
	into[check] = severity
	return nil
}

func unknownCheck(name string) error {
	var names []string
	for _, c := range checks.All {
		names = append(names, c.Name)
	}
	return fmt.Errorf("unknown check %q%s; asma explain lists the checks", name, didYouMean(name, names))
}

// enabledChecks gives the checks that run: all but those switched off.
func enabledChecks(f *flags, severity map[string]checks.Severity) ([]*checks.Check, error) {
	var errs []error
	chosen := func(list []string) map[string]bool {
		set := map[string]bool{}
		for _, name := range list {
			if checks.ByName(name) == nil {
				errs = append(errs, unknownCheck(name))
			}
			set[name] = true
		}
		return set
	}
	only, skip := chosen(f.only), chosen(f.skip)
	var out []*checks.Check
	for _, c := range checks.All {
		level, set := severity[c.Name]
		off := set && level == checks.Off && !only[c.Name]
		unread := c.Corpus != nil && f.since.asked() && !only[c.Name] && !f.cache // it would read all files
		if len(only) > 0 && !only[c.Name] || skip[c.Name] || off || unread {
			continue
		}
		out = append(out, c)
	}
	return out, errors.Join(errs...)
}

// outputsOf reads -f FORMAT, -f FORMAT=FILE and -o FILE.
func outputsOf(f *flags, s streams) ([]output, error) {
	var outputs []output
	var errs []error
	formats := f.formats
	if len(formats) == 0 {
		formats = []string{"plain"}
		if f.output == "" && isTerminal(s.out) {
			formats = []string{"table"}
		}
	}
	onOutput := 0
	for _, text := range formats {
		name, file, named := strings.Cut(text, "=")
		format, err := report.FormatNamed(name)
		if err == nil && named && file == "" {
			err = fmt.Errorf("--format %s: name a file behind the =, as in %sout", text, text)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if file == "" {
			file = f.output
			onOutput++
		}
		outputs = append(outputs, output{format, file})
	}
	if onOutput > 1 {
		errs = append(errs, errors.New("several formats for one output: name files for the others, as in -f table -f json=out.json"))
	}
	return outputs, errors.Join(errs...)
}

func readInput(path string) ([]byte, error) { return os.ReadFile(path) }
