package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

	path  string         // of the file, "" where there is none
	lines map[string]int // where keys and items stand: "checks.mixed-script", "allow.0"
}

// allowRule lets findings pass. Every field that is set must agree.
type allowRule struct {
	Check    string   `yaml:"check"`
	Name     string   `yaml:"name"`
	Spelling string   `yaml:"spelling"`
	Files    []string `yaml:"files"`
	Reason   string   `yaml:"reason"`
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
		out = append(out, c.inDir(g))
	}
	return out
}

// allowPlace tells where an allow rule stands, as path:line.
func (c *config) allowPlace(i int) string {
	return fmt.Sprintf("%s:%d", c.path, c.lines[fmt.Sprintf("allow.%d", i)])
}

// inDir gives a path of the config as seen from the current folder.
func (c *config) inDir(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(c.dir(), path)
}

// loadConfig reads the config that the flags name, or the nearest one upwards.
// Without any it gives an empty one.
func loadConfig(f *flags) (*config, error) {
	path := f.config
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
	c, wrong, err := readConfig(path, source)
	if err != nil {
		return nil, err
	}
	wrong.noteMissing(c, f)
	return c, wrong.err()
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
