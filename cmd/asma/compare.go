package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/report"
)

func newCompare(s streams) *cobra.Command {
	f := &flags{}
	var format string
	cmd := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: "Tell which faults an edit brought and mended",
		Long: `compare reads two versions of an article, or two folders, and tells which faults
the edit between them brought, which it mended and how many it left, each under
the words that changed. Articles of two folders are the same by their path, the
others by likeness. - is standard input; it goes by --stdin-name, and is read in
the format of the other version where that does not tell one.

Exit code: 0 the edit brought nothing that counts, 1 it brought findings that
count; 2 wrong use, 3 a file could not be read. --all shows what was left too.`,
		Example: `  asma compare draft.txt edited.txt
  asma compare --fail-on warning archive/ new/
  git show HEAD:a.txt | asma compare - a.txt`,
		Args: takes(2, 2, "two articles or two folders"),
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, args, s)
			if err != nil {
				return err
			}
			write := map[string]func(io.Writer, *report.Comparison) error{"text": report.WriteComparison, "json": report.WriteComparisonJSON}[format]
			if write == nil {
				return usage(fmt.Errorf("unknown format %q: use text or json", format))
			}
			if settings.showConfig {
				return failure(showConfig(s.out, settings))
			}
			return compare(cmd.Context(), settings, s, write)
		},
	}
	stdinNameFlag(cmd.Flags(), f)
	readFlags(cmd.Flags(), f)
	cacheFlag(cmd.Flags(), f)
	choiceFlags(cmd.Flags(), f)
	gateFlags(cmd.Flags(), f)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `FORMAT`: text or json")
	completeWords(cmd, "format", []string{"text", "json"})
	return cmd
}

func compare(ctx context.Context, settings *settings, s streams, write func(io.Writer, *report.Comparison) error) error {
	g, err := settings.names()
	if err != nil {
		return err
	}
	changes, err := settings.bothSides(ctx, s.in)
	if err != nil {
		return err
	}
	if len(changes) == 0 && !settings.quiet {
		fmt.Fprintf(s.err, "asma: note: neither %s nor %s has articles that are not ignored\n", settings.paths[0], settings.paths[1])
	}
	e := newEdit(changes, nil)
	j, err := e.judge(ctx, settings, g, s)
	if err != nil {
		return err
	}
	c := &report.Comparison{All: settings.all, Version: version(), View: settings.view, Pairs: e.pairs(j)}
	if !settings.quiet {
		if err := write(s.out, c); err != nil {
			return failure(err)
		}
	}
	return verdict(report.List(j.after...), append(settings.unreadable(j.old), settings.unreadable(j.new)...))
}

// unreadable gives the files of a run that could not be read, less the
// binary ones that a folder holds.
func (s *settings) unreadable(result *checks.Result) []checks.Failure {
	return slices.DeleteFunc(slices.Clone(result.Failures), func(f checks.Failure) bool {
		return errors.Is(f.Err, document.ErrBinary) && !s.named(f.Path)
	})
}

// bothSides finds the articles that OLD and NEW name, in pairs.
func (s *settings) bothSides(ctx context.Context, in io.Reader) ([]*change, error) {
	var trees [2]map[string]*checks.Source
	var folders [2]bool
	var errs []error
	for i, path := range s.paths {
		tree, folder, err := s.side(ctx, in, path)
		trees[i], folders[i] = tree, folder
		if err != nil {
			errs = append(errs, readError(checks.Failure{Path: path, Err: err}))
		}
	}
	switch {
	case len(errs) > 0:
		return nil, failure(errors.Join(errs...))
	case s.paths[0] == "-" && s.paths[1] == "-":
		return nil, usage(errors.New("compare - -: standard input is one text; name the other one"))
	case folders[0] != folders[1]:
		return nil, usage(fmt.Errorf("compare %s %s: one is a folder and the other is not; name two articles or two folders", s.paths[0], s.paths[1]))
	}
	readAlike(trees[0][""], trees[1][""])
	return paired(trees[0], trees[1]), nil
}

// readAlike gives a version that comes through a pipe and has no name that tells
// its format the format of the other one.
func readAlike(old, new *checks.Source) {
	if old == nil || new == nil {
		return
	}
	for _, pair := range [...][2]*checks.Source{{old, new}, {new, old}} {
		if _, known := document.FormatOf(pair[0].Path); pair[0].Input && !known {
			pair[0].Format = formatOf(pair[1])
		}
	}
}

// side finds the articles of one side, by their paths within the folder;
// an article that is named goes by "".
func (s *settings) side(ctx context.Context, in io.Reader, path string) (map[string]*checks.Source, bool, error) {
	if path == "-" {
		source, err := readOnce(cmp.Or(s.stdinName, path), in)
		return map[string]*checks.Source{"": source}, false, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() { // <(git show HEAD:a.txt)
		pipe, err := os.Open(path)
		if err != nil {
			return nil, false, err
		}
		defer pipe.Close()
		source, err := readOnce(path, pipe)
		return map[string]*checks.Source{"": source}, false, err
	}
	if !info.IsDir() {
		source := fileSource(filepath.ToSlash(filepath.Clean(path)))
		return map[string]*checks.Source{"": &source}, false, nil
	}
	found, err := walk(ctx, path)
	out := map[string]*checks.Source{}
	for _, p := range found {
		source := fileSource(filepath.ToSlash(filepath.Clean(p)))
		if relative, err := filepath.Rel(path, p); err == nil && s.wanted(source.Path) {
			out[filepath.ToSlash(relative)] = &source
		}
	}
	return out, true, err
}

// readOnce makes an article of what gives itself only once.
func readOnce(path string, from io.Reader) (*checks.Source, error) {
	content, err := io.ReadAll(from)
	return &checks.Source{Path: path, Input: true, Read: func() ([]byte, error) { return content, nil }}, err
}

// paired makes changes of two trees: by path, then by likeness. They stand in
// the order of their keys.
func paired(old, new map[string]*checks.Source) []*change {
	var out, gone, come []*change
	for path, source := range new {
		c := &change{old: old[path], new: source}
		if c.old == nil {
			come = append(come, c)
		}
		out = append(out, c)
	}
	for path, source := range old {
		if new[path] == nil {
			gone = append(gone, &change{old: source})
		}
	}
	out = append(out, matchAlike(gone, come)...)
	slices.SortFunc(out, func(a, b *change) int { return strings.Compare(a.key(), b.key()) })
	return out
}

// pairs gives what is to be shown of every article.
func (e *edit) pairs(j *judged) []report.ComparedPair {
	byKey := map[string]*report.ComparedPair{}
	out := make([]report.ComparedPair, len(e.changes))
	for i, c := range e.changes {
		out[i] = e.pair(c)
		byKey[c.key()] = &out[i]
	}
	for i, item := range j.after {
		p := byKey[item.Path]
		if j.brings(i) {
			p.Brought = append(p.Brought, item)
		} else {
			p.Left = append(p.Left, item)
		}
	}
	for i, item := range j.before {
		if j.outcome.Mended[i] {
			p := byKey[item.Path]
			item.Counts = false
			item.Path = p.Old
			p.Mended = append(p.Mended, item)
		}
	}
	return out
}

// pair gives the paths and the changed words of an article.
func (e *edit) pair(c *change) report.ComparedPair {
	p := report.ComparedPair{}
	if c.old != nil {
		p.Old = c.old.Path
	}
	if c.new != nil {
		p.New = c.new.Path
	}
	if d := e.diff(c.key()); d != nil {
		p.Hunks = d.hunks
	}
	return p
}
