package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/go-git/go-git/v5/plumbing/format/gitignore"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
)

// ignoreName is the file that leaves paths out beside git's own.
const ignoreName = ".asmaignore"

// files finds the sources of a run: what was named, and what a walk through
// named folders meets. The order is that of the paths.
func (s *settings) files(ctx context.Context, in io.Reader) ([]checks.Source, error) {
	paths, listed, err := s.given(in)
	if err != nil {
		return nil, usage(err)
	}
	return s.filesOf(ctx, in, paths, listed)
}

// given are the paths that were named, and which of them by --files-from.
func (s *settings) given(in io.Reader) (paths []string, listed map[string]bool, err error) {
	if s.filesFrom == "" {
		return s.paths, nil, nil
	}
	more, err := s.listedPaths(in)
	listed = map[string]bool{}
	for _, p := range more {
		listed[p] = true
	}
	return append(slices.Clone(s.paths), more...), listed, err
}

// filesOf finds the sources of paths; none stands for the current folder,
// unless --files-from has listed none.
func (s *settings) filesOf(ctx context.Context, in io.Reader, paths []string, listed map[string]bool) ([]checks.Source, error) {
	if len(paths) == 0 && listed == nil {
		paths = []string{"."}
	}
	var out []checks.Source
	seen := map[string]bool{}
	add := func(path string) {
		path = filepath.ToSlash(filepath.Clean(path))
		if !seen[path] && s.wanted(path) {
			seen[path] = true
			out = append(out, fileSource(path))
		}
	}
	for _, p := range paths {
		if p == "-" {
			out = append(out, s.stdinSource(in))
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err == nil && info.IsDir():
			found, err := walk(ctx, p)
			if err != nil {
				return nil, failure(err)
			}
			for _, f := range found {
				add(f)
			}
		case errors.Is(err, fs.ErrNotExist) && listed[p] && deletedInGit(ctx, p):
		default:
			add(p) // reading it will tell what is wrong
		}
	}
	slices.SortFunc(out, func(a, b checks.Source) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

func fileSource(path string) checks.Source {
	return checks.Source{Path: path, Read: func() ([]byte, error) { return readInput(path) }}
}

func (s *settings) stdinSource(in io.Reader) checks.Source {
	name, format := s.stdinName, ""
	if name == "" {
		name, format = "-", "text"
	}
	return checks.Source{Path: name, Format: format, Input: true, Read: func() ([]byte, error) { return io.ReadAll(in) }}
}

// wanted reports whether include and exclude let a path in. A pattern matches
// the path or its end: *.html matches a/b.html.
func (s *settings) wanted(path string) bool {
	matches := func(patterns []string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool { return globMatches(p, path) })
	}
	return (len(s.config.Include) == 0 || matches(s.config.Include)) && !matches(s.config.Exclude)
}

// wrongGlob tells of a pattern that it can match nothing: a run that leaves every
// file out must not pass for a clean one.
func wrongGlob(pattern string) error {
	if !doublestar.ValidatePattern(pattern) {
		return fmt.Errorf("glob %q: a bracket or brace is not closed; write \\[ for a bracket itself", pattern)
	}
	return nil
}

func globMatches(pattern, path string) bool {
	path = strings.TrimPrefix(path, "./")
	for _, p := range []string{pattern, "**/" + pattern, pattern + "/**", "**/" + pattern + "/**"} {
		if ok, _ := doublestar.Match(p, path); ok {
			return true
		}
	}
	return false
}

// listedPaths reads --files-from.
func (s *settings) listedPaths(in io.Reader) ([]string, error) {
	if s.filesFrom != "-" {
		file, err := os.Open(s.filesFrom)
		if err != nil {
			return nil, fmt.Errorf("--files-from: %w", err)
		}
		defer file.Close()
		in = file
	}
	separator := byte('\n')
	if s.null {
		separator = 0
	}
	var out []string
	r := bufio.NewReader(in)
	for {
		line, err := r.ReadString(separator)
		line = strings.TrimSuffix(line, string(separator))
		if !s.null {
			line = strings.TrimSuffix(line, "\r")
		}
		if line != "" {
			out = append(out, line)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("--files-from: %w", err)
		}
	}
}

// deletedInGit reports whether git knows the path, so that its absence is an
// edit and no mistake.
func deletedInGit(ctx context.Context, path string) bool {
	commit, err := exec.CommandContext(ctx, "git", "log", "-1", "--format=%H", "--", path).Output()
	return err == nil && len(commit) > 0
}

// walk gives the files below a folder that asma reads without being asked,
// less what git and .asmaignore leave out.
func walk(ctx context.Context, root string) ([]string, error) {
	found, err := gitFiles(ctx, root)
	if err != nil {
		found, err = plainWalk(root)
	}
	if err != nil {
		return nil, err
	}
	ignored := asmaIgnore(root)
	return slices.DeleteFunc(found, func(path string) bool {
		_, known := document.FormatOf(path)
		return !known || ignored(path)
	}), nil
}

// gitFiles asks git for the files of a folder in a work tree.
func gitFiles(ctx context.Context, root string) ([]string, error) {
	cmd := exec.CommandContext(ctx, "git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate")
	listing, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var out []string
	for name := range bytes.SplitSeq(listing, []byte{0}) {
		if len(name) == 0 {
			continue
		}
		path := filepath.Join(root, filepath.FromSlash(string(name)))
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			continue // a submodule, or a link to a folder
		}
		if _, err := os.Lstat(path); err == nil {
			out = append(out, path)
		}
	}
	return out, nil
}

// plainWalk is for folders outside of git: .gitignore files count there too.
func plainWalk(root string) ([]string, error) {
	var out []string
	var patterns []gitignore.Pattern
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			if path == root {
				return err
			}
			out = append(out, path) // reading it will tell
			return nil
		}
		relative, _ := filepath.Rel(root, path)
		parts := strings.Split(filepath.ToSlash(relative), "/")
		if relative != "." && gitignore.NewMatcher(patterns).Match(parts, entry.IsDir()) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			if entry.Name() == ".git" {
				return fs.SkipDir
			}
			patterns = append(patterns, readPatterns(filepath.Join(path, ".gitignore"), relative)...)
			return nil
		}
		out = append(out, path)
		return nil
	})
	return out, err
}

func readPatterns(path, relative string) []gitignore.Pattern {
	source, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var domain []string
	if relative != "." {
		domain = strings.Split(filepath.ToSlash(relative), "/")
	}
	var out []gitignore.Pattern
	for line := range strings.Lines(string(source)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			out = append(out, gitignore.ParsePattern(line, domain))
		}
	}
	return out
}

// asmaIgnore reads .asmaignore of the folder and those above it, up to the
// current one.
func asmaIgnore(root string) func(path string) bool {
	patterns := readPatterns(ignoreName, ".")
	base := "."
	if relative, err := filepath.Rel(".", root); err == nil && relative != "." {
		patterns = append(patterns, readPatterns(filepath.Join(root, ignoreName), relative)...)
	}
	matcher := gitignore.NewMatcher(patterns)
	return func(path string) bool {
		relative, err := filepath.Rel(base, path)
		return err == nil && matcher.Match(strings.Split(filepath.ToSlash(relative), "/"), false)
	}
}
