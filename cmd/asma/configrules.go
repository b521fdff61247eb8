package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"example.com/asma/checks"
)

// configKeys lists the keys that a mapping may hold, by where it stands.
var configKeys = map[string][]string{
	"":          {"glossaries", "baseline", "allow", "builtin", "checks", "fail-on", "max-warnings", "include", "exclude", "min-confidence", "latin", "overrides"},
	"allow":     {"check", "name", "spelling", "files", "reason"},
	"overrides": {"files", "checks"},
}

// noteUnknownKeys tells every key that the config does not know, with the one
// that was perhaps meant.
func (w *configFaults) noteUnknownKeys(root *yaml.Node) {
	check := func(known []string, where string, node *yaml.Node) {
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i]
			if !slices.Contains(known, key.Value) {
				w.add(key.Line, "unknown key %q%s", key.Value, didYouMean(key.Value, known))
				w.misnamed[where] = true
			}
		}
	}
	check(configKeys[""], "", root)
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, list := root.Content[i].Value, root.Content[i+1]
		if configKeys[name] == nil || list.Kind != yaml.SequenceNode {
			continue
		}
		for j, item := range list.Content {
			if item.Kind == yaml.MappingNode {
				check(configKeys[name], fmt.Sprintf("%s.%d", name, j), item)
			}
		}
	}
}

// validate tells what the config says that cannot be meant.
func (c *config) validate(w *configFaults) {
	if _, err := parseFailOn(c.FailOn); err != nil {
		w.add(c.lines["fail-on"], "fail-on %v", err)
	}
	if c.MaxWarnings != nil && *c.MaxWarnings < 0 {
		w.add(c.lines["max-warnings"], "max-warnings %d: use a number from 0", *c.MaxWarnings)
	}
	if err := wrongConfidence(c.MinConfidence); err != nil {
		w.add(c.lines["min-confidence"], "min-confidence %v", err)
	}
	c.validateChecks(w, "checks", c.Checks)
	c.validateGlobs(w, "include", c.Include)
	c.validateGlobs(w, "exclude", c.Exclude)
	c.validateLatin(w)
	for i := range c.Allow {
		c.validateAllow(w, i)
	}
	for i, o := range c.Overrides {
		where := fmt.Sprintf("overrides.%d", i)
		if c.lines[where+".files"] == 0 {
			w.addLack(c, where, "an override says for which files: files: \"tech/**\"")
		} else if err := wrongGlob(o.Files); err != nil {
			w.add(c.lines[where+".files"], "%v", err)
		}
		c.validateChecks(w, where+".checks", o.Checks)
	}
}

func (c *config) validateChecks(w *configFaults, where string, levels map[string]string) {
	for name, level := range levels {
		if err := setSeverity(map[string]checks.Severity{}, name, level); err != nil {
			w.add(c.lines[where+"."+name], "checks: %v", err)
		}
	}
}

func (c *config) validateGlobs(w *configFaults, where string, globs []string) {
	for i, g := range globs {
		if err := wrongGlob(g); err != nil {
			w.add(c.lines[fmt.Sprintf("%s.%d", where, i)], "%v", err)
		}
	}
}

func (c *config) validateLatin(w *configFaults) {
	for name, value := range c.Latin {
		line := c.lines["latin."+name]
		if !slices.Contains(checks.LatinRuleNames(), name) {
			w.add(line, "latin: unknown rule %q%s", name, didYouMean(name, checks.LatinRuleNames()))
		}
		if value != "allow" && value != "fault" {
			w.add(line, "latin: %s: %q is neither allow nor fault", name, value)
		}
	}
}

func (c *config) validateAllow(w *configFaults, i int) {
	a := c.Allow[i]
	where := fmt.Sprintf("allow.%d", i)
	if strings.TrimSpace(a.Reason) == "" {
		w.addLack(c, where, "an allow rule needs a reason")
	}
	if a.Check != "" && checks.ByName(a.Check) == nil {
		w.add(c.lines[where+".check"], "%v", unknownCheck(a.Check))
	}
	if a.Check == "" && a.Name == "" && a.Spelling == "" && len(a.Files) == 0 {
		w.addLack(c, where, "an allow rule says what it allows: check, name, spelling or files")
	}
	c.validateGlobs(w, where+".files", a.Files)
}

// noteMissing tells which files that the config names are not there. The flags
// say whether the baseline is wanted.
func (w *configFaults) noteMissing(c *config, f *flags) {
	for i, path := range c.glossaryPaths() {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			w.add(c.lines[fmt.Sprintf("glossaries.%d", i)], "glossary %s: there is no such file; paths are relative to the config", path)
		}
	}
	if c.Baseline == "" || f.baseline != "" || f.ownsBaseline && !f.prune {
		return
	}
	if _, err := os.Stat(c.inDir(c.Baseline)); errors.Is(err, fs.ErrNotExist) {
		w.add(c.lines["baseline"], "baseline %s: there is no such file; asma baseline writes one", c.inDir(c.Baseline))
	}
}
