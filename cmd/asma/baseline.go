package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/gate"
	"example.com/asma/cmd/internal/mend"
	"example.com/asma/cmd/internal/report"
)

func newBaseline(s streams) *cobra.Command {
	f := &flags{ownsBaseline: true}
	cmd := &cobra.Command{
		Use:   "baseline [PATH…]",
		Short: "Write down today's findings, to be carried until mended",
		Long: `baseline checks articles and writes what it finds to .asma-baseline.json beside
the config: file, check, name, spelling and how often. With --baseline FILE, or
baseline: FILE in .asma.yaml, check then counts only what is beyond it. Commit it.

A baseline never grows by itself: one that exists is not written over. --prune
takes out what is mended and gives renamed files their new paths.`,
		Example: `  asma baseline
  asma check --baseline .asma-baseline.json --fail-on warning
  asma baseline --prune`,
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, args, s)
			if err != nil {
				return err
			}
			if settings.showConfig {
				return failure(showConfig(s.out, settings))
			}
			if f.prune {
				return pruneBaseline(cmd.Context(), settings, s)
			}
			return writeBaseline(cmd.Context(), settings, s)
		},
	}
	inputFlags(cmd.Flags(), f)
	readFlags(cmd.Flags(), f)
	choiceFlags(cmd.Flags(), f)
	cmd.Flags().StringVar(&f.baseline, "baseline", "", "write, or prune, `FILE` (default: that of the config, or "+baselineName+" beside it)")
	cmd.Flags().BoolVar(&f.prune, "prune", false, "take out of the baseline what is mended")
	return cmd
}

// writeBaseline writes a new baseline of everything that is found.
func writeBaseline(ctx context.Context, settings *settings, s streams) error {
	path := settings.baselinePath
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return usage(fmt.Errorf("%s: there is a baseline already; --prune takes out what is mended, delete it to begin anew", path))
	}
	result, err := runChecks(ctx, settings, s)
	if err != nil {
		return err
	}
	var found []checks.Finding
	r, failures := settings.report(result)
	for item := range r.Items.All() {
		if item.Suppressed == "" {
			found = append(found, item.Finding)
		}
	}
	if r.Files == 0 && len(failures) > 0 {
		return verdict(report.Items{}, failures) // a mistyped path is no archive without faults
	}
	b := gate.NewBaseline(path, found, pathsFrom(filepath.Dir(path)))
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		return failure(err)
	}
	if !settings.quiet {
		fmt.Fprintf(s.err, "%s: wrote %s of %s; commit it, and name it in .asma.yaml (baseline: %s) or with --baseline\n",
			path, counted(len(found), "finding"), counted(r.Files, "file"), filepath.ToSlash(path))
	}
	return verdict(report.Items{}, failures)
}

// pruneBaseline takes out of the baseline what a run does not find any more.
func pruneBaseline(ctx context.Context, settings *settings, s streams) error {
	path := settings.baselinePath
	old, err := os.ReadFile(path)
	if err != nil {
		return failure(err)
	}
	result, err := runChecks(ctx, settings, s)
	if err != nil {
		return err
	}
	_, failures := settings.report(result)
	pruned := settings.baseline.Prune(settings.couldFind(result.Paths))
	if err := mend.Replace(path, old, pruned.Bytes()); err != nil {
		return failure(err)
	}
	if !settings.quiet {
		fmt.Fprintf(s.err, "%s: %s left of %d\n", path, counted(pruned.Total(), "finding"), settings.baseline.Total())
	}
	return verdict(report.Items{}, failures)
}
