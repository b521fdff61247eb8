package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// knownCommand refuses an argument of a command that has commands only, and
// proposes the one that was perhaps meant.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("unknown command %q%s; %s --help lists the commands", args[0], didYouMean(args[0], names), cmd.CommandPath())
}

// refuseUnknownHelp makes --help and help refuse a command that there is none of,
// instead of showing the page of the one above it. cobra's help cannot fail: the
// error stands in what is returned, when the command has run.
func refuseUnknownHelp(root *cobra.Command) *error {
	var wrong error
	show := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		if cmd.HasSubCommands() {
			wrong = knownCommand(cmd, cmd.Flags().Args())
		}
		if wrong == nil {
			show(cmd, args)
		}
	})
	root.InitDefaultHelpCmd()
	for _, help := range root.Commands() {
		if help.Name() == "help" {
			help.Args = func(_ *cobra.Command, args []string) error {
				found, rest, err := root.Find(args)
				if err == nil && found.HasSubCommands() {
					err = knownCommand(found, rest)
				}
				return err
			}
		}
	}
	return &wrong
}

// takes refuses fewer arguments than least and more than most, -1 for no bound.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		given := "not " + strconv.Itoa(len(args))
		if len(args) == 0 {
			given = "and was given none"
		}
		return fmt.Errorf("%s takes %s, %s; see %s --help", strings.TrimPrefix(cmd.CommandPath(), "asma "), what, given, cmd.CommandPath())
	}
}

// knownFlag adds to the complaint about an unknown flag the one that was
// perhaps meant, and says in plain words what is wrong with a value.
func knownFlag(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		wanted := invalid.Unwrap()
		var number *strconv.NumError
		if errors.As(wanted, &number) {
			wanted = errors.New("use a number")
		}
		return fmt.Errorf("--%s %s: %w", invalid.GetFlag().Name, invalid.GetValue(), wanted)
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return fmt.Errorf("%w%s; %s --help lists the flags", err, didYouMean("--"+unknown.GetSpecifiedName(), names), cmd.CommandPath())
}

// didYouMean proposes the known word that differs from a word in less than half of
// its letters, two at most.
func didYouMean(word string, known []string) string {
	best, distance := "", 3
	for _, k := range known {
		if d := editDistance(word, k); d < distance && 2*d < len(word) {
			best, distance = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(", did you mean %q?", best)
}

// editDistance counts the letters to change, add or remove.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
