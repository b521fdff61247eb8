package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/mend"
	"example.com/asma/cmd/internal/report"
)

// fixFlags are the flags of fix alone.
type fixFlags struct{ unsafe, write, interactive bool }

func newFix(s streams) *cobra.Command {
	f, own := &flags{}, fixFlags{}
	cmd := &cobra.Command{
		Use:   "fix [PATH…]",
		Short: "Mend the faults: show the repairs as a diff, or make them",
		Long: `fix checks articles as check does and mends what can be mended without a doubt.
Without flags it writes nothing: the repairs stand on standard output as a
unified diff that git apply takes. --write makes them; --unsafe adds those that
a person should look at; --interactive asks for each. Which repairs are safe
stands in asma explain CHECK, under Repair.

Exit code: 0 nothing to mend, 1 a diff was printed; with --write 0 done, 1
findings that count remain; 2 wrong use, 3 a file could not be read or written.`,
		Example: `  asma fix article.txt                  # look
  asma fix --write article.txt          # do
  asma fix --unsafe articles/ | git apply
  asma fix --interactive article.txt
  asma fix --write - < draft.txt > mended.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, args, s)
			if err != nil {
				return err
			}
			if settings.showConfig {
				return failure(showConfig(s.out, settings))
			}
			if own.interactive && !(isTerminal(s.in) && isTerminal(s.err)) {
				return usage(errors.New("--interactive: there is no terminal to ask on; look with asma fix --unsafe, then --write"))
			}
			return fix(cmd.Context(), settings, own, s)
		},
	}
	inputFlags(cmd.Flags(), f)
	readFlags(cmd.Flags(), f)
	choiceFlags(cmd.Flags(), f)
	gateFlags(cmd.Flags(), f)
	cmd.Flags().BoolVar(&own.unsafe, "unsafe", false, "all repairs, those for review too")
	cmd.Flags().BoolVarP(&own.write, "write", "w", false, "make the repairs instead of showing them")
	cmd.Flags().BoolVar(&own.interactive, "interactive", false, "ask for every repair on the terminal, and make it at once where it is wanted")
	return cmd
}

// fix runs the checks and mends what they found, file by file.
func fix(ctx context.Context, settings *settings, own fixFlags, s streams) error {
	g, sources, err := settings.prepare(ctx, s.in, s.err)
	if err != nil {
		return err
	}
	m, err := newMender(settings, own, s, sources)
	if err != nil {
		return failure(err)
	}
	result, err := settings.runOver(ctx, g, sources, s)
	if err != nil {
		return err
	}
	r, failures := settings.report(result)
	for _, f := range failures {
		m.errs = append(m.errs, readError(f))
	}
	findings := byFile(r.Items)
	for _, source := range sources {
		if ctx.Err() != nil || m.stopped() {
			break
		}
		m.file(source, findings[source.Path])
	}
	if err := m.conclude(); err != nil {
		return err
	}
	if m.writes() && m.repairs > 0 {
		result, err := settings.runOver(ctx, g, m.read.afterwards(sources), s)
		if err != nil {
			return err
		}
		r, failures = settings.report(result)
	}
	if m.writes() {
		return verdict(r.Items, failures)
	}
	if m.files > 0 {
		return &coded{code: exitFindings}
	}
	return nil
}

// byFile gives the findings that may be mended, by path: an allow rule asks
// that what it lets pass stays as it is.
func byFile(items report.Items) map[string][]checks.Finding {
	out := map[string][]checks.Finding{}
	for item := range items.All() {
		if item.Set != "allowed" {
			out[item.Path] = append(out[item.Path], item.Finding)
		}
	}
	return out
}

// mender mends the files of a run one by one and remembers what came of it.
type mender struct {
	settings *settings
	own      fixFlags
	streams  streams
	asker    *asker // nil where nobody is asked
	roots    []string
	read     *contents
	seen     map[string]bool // files that were mended, links followed
	files    int             // that were mended or shown
	repairs  int             // in them
	errs     []error
}

func newMender(settings *settings, own fixFlags, s streams, sources []checks.Source) (*mender, error) {
	tree, err := mend.Tree()
	if err != nil {
		return nil, err
	}
	m := &mender{settings: settings, own: own, streams: s, roots: []string{tree}, read: remember(sources), seen: map[string]bool{}}
	for _, p := range settings.paths {
		if full, err := filepath.Abs(p); err == nil {
			if info, err := os.Stat(full); err == nil && info.IsDir() {
				m.roots = append(m.roots, full)
			}
		}
	}
	if own.interactive {
		m.asker = newAsker(s, settings.view)
	}
	return m, nil
}

// writes reports whether the run changes anything.
func (m *mender) writes() bool { return m.own.write || m.asker != nil }

// stopped reports whether the user has had enough.
func (m *mender) stopped() bool { return m.asker != nil && m.asker.quit }

// file mends one file. A link to a file that has had its turn is passed over.
func (m *mender) file(source checks.Source, findings []checks.Finding) {
	input := source.Input
	if len(findings) == 0 && !(input && m.own.write) {
		return
	}
	target := source.Path
	if !input {
		var err error
		if target, err = mend.Target(source.Path, m.roots); err != nil {
			m.fail(source.Path, err)
			return
		}
		if m.seen[target] {
			return
		}
		m.seen[target] = true
	}
	if content, err := m.read.again(source, target); err == nil {
		err = m.mend(source, target, content, findings)
		m.fail(source.Path, err)
	} else {
		m.fail(source.Path, err)
	}
}

// mend chooses among the findings of a file and shows or makes the repairs.
func (m *mender) mend(source checks.Source, target string, content []byte, findings []checks.Finding) error {
	d, err := document.Open(source.Path, source.Format, content)
	if err != nil {
		return nil // the run has told it
	}
	chosen, waiting := mend.Choose(findings, m.own.unsafe)
	if m.asker != nil {
		chosen, waiting = m.asker.choose(d, findings)
	}
	mended, refused := mend.Apply(d, chosen)
	m.tell(waiting, "overlaps another one")
	m.tell(refused, "cannot be made together with another one")
	if err := m.put(source, target, content, mended); err != nil {
		return err
	}
	if n := len(chosen) - len(refused); n > 0 {
		m.files++
		m.repairs += n
	}
	return nil
}

// put brings the mended text to where it belongs.
func (m *mender) put(source checks.Source, target string, content, mended []byte) error {
	switch {
	case m.writes() && source.Input:
		m.read.input = mended
		_, err := m.streams.out.Write(mended)
		return err
	case m.writes() && string(content) != string(mended):
		return mend.Replace(target, content, mended)
	case !m.writes() && !m.settings.quiet:
		_, err := m.streams.out.Write(mend.Diff(m.shown(source, target), content, mended))
		return err
	}
	return nil
}

// shown is the path for the head of a diff: relative to the current folder
// where it lies below it, and that of the file itself rather than of a link.
func (m *mender) shown(source checks.Source, target string) string {
	path := source.Path
	if info, err := os.Lstat(path); err == nil && info.Mode()&os.ModeSymlink != 0 || filepath.IsAbs(path) {
		here, err := filepath.Abs(".")
		if err == nil {
			here, err = filepath.EvalSymlinks(here)
		}
		if relative, ok := filepath.Rel(here, target); err == nil && ok == nil && filepath.IsLocal(relative) {
			path = relative
		}
	}
	return filepath.ToSlash(path)
}

// tell names repairs that are left for the next run.
func (m *mender) tell(repairs []mend.Repair, why string) {
	if m.settings.quiet {
		return
	}
	for _, r := range repairs {
		f := r.Finding
		fmt.Fprintf(m.streams.err, "asma: %s:%d:%d: the fix of %q %s; it waits for the next run [%s]\n", f.Path, f.Start.Line, f.Start.Column, f.Text, why, f.Check)
	}
}

func (m *mender) fail(path string, err error) {
	if err != nil {
		m.errs = append(m.errs, readError(checks.Failure{Path: path, Err: err}))
	}
}

// conclude says what was done, and gives what could not be done as an error.
func (m *mender) conclude() error {
	if m.writes() && !m.settings.quiet && m.repairs > 0 {
		fmt.Fprintf(m.streams.err, "mended %s in %s\n", counted(m.repairs, "place"), counted(m.files, "file"))
	}
	return failure(errors.Join(m.errs...))
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
