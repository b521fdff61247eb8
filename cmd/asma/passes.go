package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/gate"
)

// passes gives what lets findings pass: comments, the rules of the config, the
// baseline. The notes are comments that cannot be meant.
func (s *settings) passes(remarks []checks.Remark) (passes *gate.Passes, notes []string) {
	rules, notes := gate.ReadRemarks(remarks)
	own := pathsFrom(s.config.dir())
	for i, a := range s.config.Allow {
		rule := gate.Allow{Where: s.config.allowPlace(i), Check: a.Check, Name: a.Name, Spelling: a.Spelling, Reason: a.Reason}
		if len(a.Files) > 0 {
			rule.Files = func(path string) bool {
				return slices.ContainsFunc(a.Files, func(glob string) bool { return globMatches(glob, own(path)) })
			}
		}
		rules = append(rules, rule)
	}
	return &gate.Passes{Rules: rules, Baseline: s.baseline}, notes
}

// unused tells what let nothing pass though the run could have shown that it
// is needed: a comment in a file that was read; a rule of the config when
// everything was read that it holds for; a fault of the baseline whose file was
// read, or is no more. read holds the paths that were read.
func (s *settings) unused(passes *gate.Passes, read []string) []string {
	whole := s.readsAll()
	out := passes.Unused(func(a *gate.Allow) bool {
		return s.runs(a.Check) && (whole || a.InSource) && (!a.InSource || slices.Contains(read, a.Path))
	})
	return append(out, s.baseline.Gone(s.couldFind(read))...)
}

// couldFind tells the faults of the baseline that a run would have found if
// they were still there.
func (s *settings) couldFind(paths []string) func(*gate.Known) bool {
	whole := s.readsAll()
	read := map[string]bool{}
	if s.baseline != nil {
		for _, path := range paths {
			read[s.baseline.File(path)] = true
		}
	}
	return func(k *gate.Known) bool {
		return s.runs(k.Check) && (read[k.File] || whole && missing(s.baseline.Path, k.File))
	}
}

// missing reports whether a file of the baseline is no more.
func missing(baseline, file string) bool {
	_, err := os.Stat(filepath.Join(filepath.Dir(baseline), filepath.FromSlash(file)))
	return errors.Is(err, fs.ErrNotExist)
}

// runs reports whether a check is on; "" stands for all of them.
func (s *settings) runs(check string) bool {
	if check == "" {
		return len(s.enabled) == len(checks.All)
	}
	return slices.ContainsFunc(s.enabled, func(c *checks.Check) bool { return c.Name == check })
}

// readsAll reports whether a run reads everything that the config holds for.
func (s *settings) readsAll() bool {
	if s.narrowed.include+s.narrowed.exclude > 0 || s.filesFrom != "" || s.since.asked() {
		return false
	}
	if len(s.paths) == 0 {
		return s.config.dir() == "."
	}
	return slices.ContainsFunc(s.paths, func(p string) bool {
		inside := pathsFrom(p)(s.config.dir())
		return inside == "." || !strings.HasPrefix(inside, "..") && !filepath.IsAbs(inside)
	})
}

// pathsFrom gives paths, which are relative to the current folder or absolute,
// as seen from a folder, with slashes. Standard input stays what it is called.
func pathsFrom(dir string) func(path string) string {
	base, err := filepath.Abs(dir)
	return func(path string) string {
		full, err2 := filepath.Abs(path)
		relative, err3 := filepath.Rel(base, full)
		if errors.Join(err, err2, err3) != nil || path == "-" {
			return path
		}
		return filepath.ToSlash(relative)
	}
}

// baselineName is the file that asma baseline writes where none is named.
const baselineName = ".asma-baseline.json"

// baselinePath gives the file that the flag names, or the config; "" where
// neither does.
func baselinePath(f *flags, c *config) string {
	switch {
	case f.baseline != "":
		return f.baseline
	case c.Baseline == "":
		return ""
	}
	return c.inDir(c.Baseline)
}

// settleBaseline finds the baseline and reads it, unless the command is to
// write it.
func (s *settings) settleBaseline(f *flags) error {
	s.baselinePath = baselinePath(f, s.config)
	if f.ownsBaseline && s.baselinePath == "" {
		s.baselinePath = filepath.Join(s.config.dir(), baselineName)
	}
	if f.ownsBaseline && !f.prune {
		return nil
	}
	var err error
	s.baseline, err = loadBaseline(s.baselinePath)
	return err
}

// loadBaseline reads a baseline, none where path is "". Files that git says
// were renamed since it was committed go by their new paths.
func loadBaseline(path string) (*gate.Baseline, error) {
	if path == "" {
		return nil, nil
	}
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such baseline; asma baseline writes one", path)
	}
	if err != nil {
		return nil, err
	}
	b, err := gate.ReadBaseline(path, source)
	if err != nil {
		return nil, err
	}
	b.File = pathsFrom(filepath.Dir(path))
	if slices.ContainsFunc(b.Entries, func(k gate.Known) bool { return missing(path, k.File) }) {
		b.Rename(renames(path))
	}
	return b, nil
}

// renames asks git which files were renamed since the commit that wrote a
// file last, and gives the new paths by the old ones, both as seen from its
// folder. Outside of git there are none.
func renames(file string) map[string]string {
	r, err := openRepository(context.Background())
	if err != nil {
		return nil
	}
	full, err := filepath.Abs(file)
	if err != nil {
		return nil
	}
	out, err := r.run("log", "-1", "--format=%H", "--", full)
	if err != nil {
		return nil
	}
	moves, err := r.renamed(strings.TrimSpace(string(out)))
	if err != nil {
		return nil
	}
	now, own := map[string]string{}, pathsFrom(filepath.Dir(file))
	for old, new := range moves {
		now[own(filepath.Join(r.top, old))] = own(filepath.Join(r.top, new))
	}
	return now
}
