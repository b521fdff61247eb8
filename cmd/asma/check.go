package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/report"
	"example.com/asma/glossary"
)

func newCheck(s streams) *cobra.Command {
	f := &flags{}
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Find the names, tell the faults",
		Long: `check reads articles (text, Markdown, HTML), finds the names in them and tells
where their spellings disagree. Without a path it reads the current folder; -
is standard input. Exit code: 0 nothing that counts, 1 findings that count,
2 wrong use, 3 a file could not be read.`,
		Example: `  asma check article.txt
  asma check -g house.yaml --fail-on warning articles/
  curl -s … | asma check - --stdin-name page.html
  asma check -f table -f json=findings.json articles/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, args, s)
			if err != nil {
				return err
			}
			return check(cmd.Context(), settings, s)
		},
	}
	inputFlags(cmd.Flags(), f)
	readFlags(cmd.Flags(), f)
	showFlags(cmd.Flags(), f)
	choiceFlags(cmd.Flags(), f)
	gateFlags(cmd.Flags(), f)
	sinceFlags(cmd.Flags(), f)
	cacheFlag(cmd.Flags(), f)
	baselineFlag(cmd.Flags(), f)
	completeWords(cmd, "format", formatNames())
	return cmd
}

// check runs the checks, shows the result, and gives the error that carries
// the exit code.
func check(ctx context.Context, settings *settings, s streams) error {
	if settings.showConfig {
		return failure(showConfig(s.out, settings))
	}
	if settings.since.asked() {
		return checkEdit(ctx, settings, s)
	}
	result, err := runChecks(ctx, settings, s)
	if err != nil {
		return err
	}
	r, skipped := settings.report(result)
	if err := settings.write(r, s); err != nil {
		return failure(err)
	}
	return verdict(r.Items, skipped)
}

// runChecks loads the glossary, finds the files and reads them all.
func runChecks(ctx context.Context, settings *settings, s streams) (*checks.Result, error) {
	g, sources, err := settings.prepare(ctx, s.in, s.err)
	if err != nil {
		return nil, err
	}
	return settings.runOver(ctx, g, sources, s)
}

// prepare loads the glossary and finds the files, and notes where there are none.
func (s *settings) prepare(ctx context.Context, in io.Reader, to io.Writer) (*glossary.Glossary, []checks.Source, error) {
	g, err := s.names()
	if err != nil {
		return nil, nil, err
	}
	sources, err := s.files(ctx, in)
	if err == nil && len(sources) == 0 && s.walks() && !s.quiet {
		fmt.Fprintln(to, "asma: note: no articles found: asma reads .txt, .md and .html files that are not ignored or excluded")
	}
	return g, sources, err
}

// walks reports whether a folder is searched for articles.
func (s *settings) walks() bool {
	return len(s.paths) == 0 && s.filesFrom == "" || slices.ContainsFunc(s.paths, func(p string) bool {
		info, err := os.Stat(p)
		return err == nil && info.IsDir()
	})
}

func (s *settings) names() (*glossary.Glossary, error) {
	g, err := glossary.Load(s.glossary)
	return g, usage(err)
}

// runOver reads the sources and runs the checks, under a bar where it lasts.
func (s *settings) runOver(ctx context.Context, g *glossary.Glossary, sources []checks.Source, to streams) (*checks.Result, error) {
	var result *checks.Result
	s.during(g, len(sources), to, func(run *checks.Settings, step func(string)) { result = checks.Run(run, sources, step) })
	return result, ctx.Err()
}

// during runs the checks once, with a bar and, where it is asked for, with the
// cache. A report that shows the texts reads them anyway.
func (s *settings) during(g *glossary.Glossary, files int, to streams, body func(run *checks.Settings, step func(string))) {
	bar := newProgress(to.err, files, s.progress)
	defer bar.finish()
	run := s.run(g)
	if s.cache && !run.Keep {
		if c, err := openCache(s, run); err != nil {
			s.uncached(to, err)
		} else {
			run.Memory = c.memory()
			defer func() { s.uncached(to, c.close()) }()
		}
	}
	body(run, bar.step)
}

// uncached says that a cache does not work. That costs time and nothing else.
func (s *settings) uncached(to streams, err error) {
	if err != nil && !s.quiet {
		fmt.Fprintf(to.err, "asma: note: the cache is not used: %v\n", err)
	}
}

// run gives the part of the settings that the checks know.
func (s *settings) run(g *glossary.Glossary) *checks.Settings {
	out := &checks.Settings{Glossary: g, Checks: s.enabled, Chrome: s.chrome, Jobs: s.jobs, Keep: s.showsTexts()}
	for name, value := range s.config.Latin {
		out.SetLatinFault(name, value == "fault")
	}
	return out
}

// showsTexts reports whether a format shows the articles, so that they must be
// kept.
func (s *settings) showsTexts() bool {
	return slices.ContainsFunc(s.outputs, func(o output) bool { return o.format.Texts })
}

// named reports whether the user named the path himself.
func (s *settings) named(path string) bool {
	for _, p := range s.paths {
		if filepath.ToSlash(filepath.Clean(p)) == path {
			return true
		}
	}
	return false
}

// write shows the report in every format that was asked for.
func (s *settings) write(r *report.Report, to streams) error {
	if !s.quiet {
		for _, note := range r.Notes {
			fmt.Fprintf(to.err, "asma: %s\n", note)
		}
	}
	brief := *r
	if !s.all {
		brief.Items = r.Open()
	}
	var errs []error
	for _, o := range s.outputs {
		r := r
		if o.format.Brief {
			r = &brief
		}
		if o.format.Max > 0 && r.Items.Len() > o.format.Max {
			fmt.Fprintf(to.err, "asma: note: %s holds %d of %d findings, the gravest; use jsonl for all\n", o.format.Name, o.format.Max, r.Items.Len())
		}
		if o.file == "" || o.file == "-" {
			if s.quiet {
				continue
			}
			errs = append(errs, o.format.Write(to.out, r))
			continue
		}
		plain := *r
		plain.View = report.View{}
		errs = append(errs, writeFile(o.file, func(w io.Writer) error { return o.format.Write(w, &plain) }))
	}
	return errors.Join(errs...)
}

func writeFile(path string, write func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// verdict gives the error that carries the exit code: unreadable files before
// findings, because the highest code wins.
func verdict(items report.Items, failures []checks.Failure) error {
	if len(failures) > 0 {
		var errs []error
		for _, f := range failures {
			errs = append(errs, readError(f))
		}
		return failure(errors.Join(errs...))
	}
	for item := range items.All() {
		if item.Counts {
			return &coded{code: exitFindings}
		}
	}
	return nil
}

// readError says what is wrong with a file, with its path once.
func readError(f checks.Failure) error {
	var path *os.PathError
	if errors.As(f.Err, &path) {
		return fmt.Errorf("%s: %w", f.Path, path.Err)
	}
	var located *document.Error
	if errors.As(f.Err, &located) {
		return located
	}
	return fmt.Errorf("%s: %w", f.Path, f.Err)
}
