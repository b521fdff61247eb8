package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"example.com/asma/checks"
)

// configName is the file that asma looks for, from the current folder upwards
// to the root of the repository.
const configName = ".asma.yaml"

// config is the file .asma.yaml. Its paths are relative to its folder.
type config struct {
	Glossaries    []string          `yaml:"glossaries"`
	Baseline      string            `yaml:"baseline"`
	Allow         []allowRule       `yaml:"allow"`
	Builtin       *bool             `yaml:"builtin"`
	Checks        map[string]string `yaml:"checks"`
	FailOn        string            `yaml:"fail-on"`
	MaxWarnings   *int              `yaml:"max-warnings"`
	Include       []string          `yaml:"include"`
	Exclude       []string          `yaml:"exclude"`
	MinConfidence float64           `yaml:"min-confidence"`
	Latin         map[string]string `yaml:"latin"`
	Overrides     []override        `yaml:"overrides"`

	path string // of the file, "" where there is none
}

// allowRule lets findings pass. Every field that is set must agree.
type allowRule struct {
	Check    string   `yaml:"check"`
	Name     string   `yaml:"name"`
	Spelling string   `yaml:"spelling"`
	Files    []string `yaml:"files"`
	Reason   string   `yaml:"reason"`

	line int
}

// override gives the files of a subtree severities of their own.
type override struct {
	Files  string            `yaml:"files"`
	Checks map[string]string `yaml:"checks"`
}

func (c *config) builtin() bool { return c.Builtin == nil || *c.Builtin }

// dir is the folder that the config's paths are relative to.
func (c *config) dir() string {
	if c.path == "" {
		return "."
	}
	return filepath.Dir(c.path)
}

func (c *config) glossaryPaths() []string {
	var out []string
	for _, g := range c.Glossaries {
		if !filepath.IsAbs(g) {
			g = filepath.Join(c.dir(), g)
		}
		out = append(out, g)
	}
	return out
}

// loadConfig reads the config at path, or the nearest one upwards. Without any
// it gives an empty one.
func loadConfig(path string) (*config, error) {
	if path == "" {
		found, err := findConfig()
		if err != nil || found == "" {
			return &config{}, err
		}
		path = found
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("config: %w", err)
	}
	return parseConfig(path, source)
}

// findConfig walks up from the current folder; a folder with .git ends it.
func findConfig() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	here := dir
	for {
		path := filepath.Join(dir, configName)
		if _, err := os.Stat(path); err == nil {
			if relative, err := filepath.Rel(here, path); err == nil {
				return relative, nil
			}
			return path, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("config: %w", err)
		}
		parent := filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

func parseConfig(path string, source []byte) (*config, error) {
	c := &config{path: path}
	var root yaml.Node
	if err := yaml.Unmarshal(source, &root); err != nil {
		return nil, yamlError(path, err)
	}
	if len(root.Content) == 0 {
		return c, nil
	}
	errs := unknownKeys(path, root.Content[0])
	if len(errs) == 0 {
		if err := yaml.NewDecoder(bytes.NewReader(source)).Decode(c); err != nil {
			errs = append(errs, yamlError(path, err))
		}
	}
	c.locateAllows(root.Content[0])
	errs = append(errs, c.validate()...)
	return c, errors.Join(errs...)
}

// yamlError gives a decoder's complaint as path:line: what.
func yamlError(path string, err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		var errs []error
		for _, e := range typed.Errors {
			errs = append(errs, lineError(path, e))
		}
		return errors.Join(errs...)
	}
	return lineError(path, text)
}

// lineError turns “line 7: what” into “path:7: what”.
func lineError(path, text string) error {
	if rest, found := strings.CutPrefix(text, "line "); found {
		if line, what, found := strings.Cut(rest, ": "); found {
			return fmt.Errorf("%s:%s: %s", path, line, what)
		}
	}
	return fmt.Errorf("%s: %s", path, text)
}

// configKeys lists the keys that a mapping may hold, by where it stands.
var configKeys = map[string][]string{
	"":          {"glossaries", "baseline", "allow", "builtin", "checks", "fail-on", "max-warnings", "include", "exclude", "min-confidence", "latin", "overrides"},
	"allow":     {"check", "name", "spelling", "files", "reason"},
	"overrides": {"files", "checks"},
}

// unknownKeys tells every key that the config does not know, with the one that
// was perhaps meant.
func unknownKeys(path string, root *yaml.Node) []error {
	if root.Kind != yaml.MappingNode {
		return []error{fmt.Errorf("%s:%d: the config is a mapping, as in “fail-on: warning”", path, root.Line)}
	}
	var errs []error
	check := func(where string, node *yaml.Node) {
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i]
			if !contains(configKeys[where], key.Value) {
				errs = append(errs, fmt.Errorf("%s:%d: unknown key %q%s", path, key.Line, key.Value, didYouMean(key.Value, configKeys[where])))
			}
		}
	}
	check("", root)
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, list := root.Content[i].Value, root.Content[i+1]
		if configKeys[name] == nil || list.Kind != yaml.SequenceNode {
			continue
		}
		for _, item := range list.Content {
			if item.Kind == yaml.MappingNode {
				check(name, item)
			}
		}
	}
	return errs
}

// locateAllows gives the allow rules their lines, for what is told of them.
func (c *config) locateAllows(root *yaml.Node) {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "allow" {
			continue
		}
		for j, item := range root.Content[i+1].Content {
			if j < len(c.Allow) {
				c.Allow[j].line = item.Line
			}
		}
	}
}

// validate tells what the config says that cannot be meant.
func (c *config) validate() []error {
	var errs []error
	for _, a := range c.Allow {
		where := fmt.Sprintf("%s:%d", c.path, a.line)
		if strings.TrimSpace(a.Reason) == "" {
			errs = append(errs, fmt.Errorf("%s: an allow rule needs a reason", where))
		}
		if a.Check != "" && checks.ByName(a.Check) == nil {
			errs = append(errs, fmt.Errorf("%s: %w", where, unknownCheck(a.Check)))
		}
		if a.Check == "" && a.Name == "" && a.Spelling == "" && len(a.Files) == 0 {
			errs = append(errs, fmt.Errorf("%s: an allow rule says what it allows: check, name, spelling or files", where))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Latin)) {
		if !contains(checks.LatinRuleNames(), name) {
			errs = append(errs, fmt.Errorf("%s: latin: unknown rule %q%s", c.path, name, didYouMean(name, checks.LatinRuleNames())))
		}
		if v := c.Latin[name]; v != "allow" && v != "fault" {
			errs = append(errs, fmt.Errorf("%s: latin: %s: %q is neither allow nor fault", c.path, name, v))
		}
	}
	for _, o := range c.Overrides {
		for _, name := range slices.Sorted(maps.Keys(o.Checks)) {
			if err := setSeverity(map[string]checks.Severity{}, name, o.Checks[name]); err != nil {
				errs = append(errs, fmt.Errorf("%s: overrides: %w", c.path, err))
			}
		}
	}
	return errs
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
