package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"example.com/asma/checks"
)

func newExplain(s streams) *cobra.Command {
	f := &flags{}
	var at string
	cmd := &cobra.Command{
		Use:   "explain [CHECK]",
		Short: "What a check means, or why a place is what it is",
		Long: `explain prints the page of a check: fault, example, repair, how to allow it.
Without a check it lists them. With --at FILE:LINE:COL it tells how asma reads
that place: folds, clitics, entry, sound, findings.`,
		Example: `  asma explain mixed-script
  asma explain --at article.txt:7:34`,
		Args: takes(0, 1, "one check at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case at != "" && len(args) > 0:
				return usage(fmt.Errorf("explain %s --at %s: name a check or a place, not both; a place is FILE:LINE:COL", args[0], at))
			case at != "":
				return explainAt(f, at, s)
			case len(args) == 0:
				return failure(listChecks(s))
			}
			c := checks.ByName(args[0])
			if c == nil {
				return usage(unknownCheck(args[0]))
			}
			_, err := fmt.Fprint(s.out, c.Doc())
			return failure(err)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range checks.All {
				names = append(names, c.Name+"\t"+c.Short)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
	readFlags(cmd.Flags(), f)
	cmd.Flags().StringVar(&at, "at", "", "explain the place `FILE:LINE:COL` (column in letters)")
	return cmd
}

func listChecks(s streams) error {
	for _, c := range checks.All {
		if _, err := fmt.Fprintf(s.out, "%-22s %-8s %s\n", c.Name, c.Severity, c.Short); err != nil {
			return err
		}
	}
	return nil
}

// explainAt tells how a place is read.
func explainAt(f *flags, at string, s streams) error {
	path, line, column, err := splitPlace(at)
	if err != nil {
		return usage(err)
	}
	settings, err := settle(f, []string{path}, s)
	if err != nil {
		return err
	}
	g, err := loadGlossary(settings)
	if err != nil {
		return err
	}
	read := fileSource(path)
	if path == "-" {
		read = settings.stdinSource(s.in)
	}
	source, err := read.Read()
	if err != nil {
		return failure(readError(checks.Failure{Path: path, Err: err}))
	}
	text, err := checks.Explain(settings.run(g), path, source, line, column)
	if err != nil {
		return failure(err)
	}
	if err := noPlace(source, line, column); err != nil {
		return usage(fmt.Errorf("--at %s: no such place: %w", at, err))
	}
	_, err = fmt.Fprint(s.out, text)
	return failure(err)
}

// noPlace tells of a place, line and column from 1, that a text does not have it.
func noPlace(source []byte, line, column int) error {
	text := strings.TrimPrefix(string(source), "\uFEFF")
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if line > len(lines) {
		return fmt.Errorf("the file has %s", counted(len(lines), "line"))
	}
	if length := utf8.RuneCountInString(strings.TrimSuffix(lines[line-1], "\r")); column > length {
		return fmt.Errorf("line %d has %s; columns count letters, signs and blanks, not bytes", line, counted(length, "column"))
	}
	return nil
}

func splitPlace(at string) (path string, line, column int, err error) {
	parts := strings.Split(at, ":")
	if len(parts) < 3 || strings.HasPrefix(at, ":") {
		return "", 0, 0, fmt.Errorf("--at %s: write FILE:LINE:COL, as in article.txt:7:34", at)
	}
	n := len(parts)
	line, lineErr := strconv.Atoi(parts[n-2])
	column, columnErr := strconv.Atoi(parts[n-1])
	if lineErr != nil || columnErr != nil || line < 1 || column < 1 {
		return "", 0, 0, fmt.Errorf("--at %s: line and column are numbers from 1", at)
	}
	return strings.Join(parts[:n-2], ":"), line, column, nil
}
