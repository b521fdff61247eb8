package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/report"
)

// glossaryEndings are those of the files that are glossaries.
var glossaryEndings = []string{"yaml", "yml", "json", "tsv", "csv"}

// fileFlags are the flags that take a file of some kind, with its endings. The
// shell offers any file for the others.
var fileFlags = map[string][]string{"glossary": glossaryEndings, "config": {"yaml", "yml"}, "baseline": {"json"}}

// completeFlags offers values for the flags that all commands have in common.
func completeFlags(cmd *cobra.Command) {
	var names []string
	for _, c := range checks.All {
		names = append(names, c.Name)
	}
	words := map[string][]string{
		"only": names, "skip": names, "severity": names,
		"fail-on": {"error", "warning", "info", "none"}, "color": {"auto", "always", "never"},
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if values := words[f.Name]; values != nil {
			completeWords(cmd, f.Name, values)
		}
		if endings := fileFlags[f.Name]; endings != nil {
			complete(cmd, f.Name, endings, cobra.ShellCompDirectiveFilterFileExt)
		}
	})
	for _, c := range cmd.Commands() {
		completeFlags(c)
	}
}

// completeWords offers the words that a flag may have.
func completeWords(cmd *cobra.Command, flag string, words []string) {
	complete(cmd, flag, words, cobra.ShellCompDirectiveNoFileComp)
}

func complete(cmd *cobra.Command, flag string, values []string, directive cobra.ShellCompDirective) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, directive)); err != nil {
		panic(err) // the flag is not defined, or completed already
	}
}

func formatNames() (names []string) {
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return names
}
