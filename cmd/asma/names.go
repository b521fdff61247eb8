package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.com/asma/cmd/internal/report"
)

func newNames(s streams) *cobra.Command {
	f := &flags{}
	var format string
	cmd := &cobra.Command{
		Use:   "names [PATH…]",
		Short: "The census: every name with all its spellings",
		Long: `names reads articles as check does and lists every name found in them, with all
its spellings, how often each stands and where first. ✓ marks spellings that
the glossary accepts; names that stand in no glossary are marked as discovered.`,
		Example: `  asma names article.txt
  asma names --format csv articles/ > names.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, args, s)
			if err != nil {
				return err
			}
			write, err := censusWriter(format)
			if err != nil {
				return usage(err)
			}
			result, err := runChecks(cmd.Context(), settings, s)
			if err != nil {
				return err
			}
			out := s.out
			show := func(w io.Writer) error { return write(w, result.Census, settings.view) }
			if f.output != "" {
				err = writeFile(f.output, show)
			} else {
				err = show(out)
			}
			if err != nil {
				return failure(err)
			}
			r, failures := settings.report(result)
			r.Items = report.Items{}
			return verdict(r.Items, failures)
		},
	}
	inputFlags(cmd.Flags(), f)
	readFlags(cmd.Flags(), f)
	cacheFlag(cmd.Flags(), f)
	cmd.Flags().StringVarP(&format, "format", "f", "table", "output `FORMAT`: table, json or csv")
	completeWords(cmd, "format", []string{"table", "json", "csv"})
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "write to `FILE` instead of standard output")
	return cmd
}

func censusWriter(format string) (report.CensusWriter, error) {
	var names []string
	for _, f := range report.CensusFormats {
		if f.Name == format {
			return f.Write, nil
		}
		names = append(names, f.Name)
	}
	return nil, fmt.Errorf("unknown format %q: use one of %s", format, strings.Join(names, ", "))
}
