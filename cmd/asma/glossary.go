package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.com/asma/glossary"
)

func newGlossary(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "glossary",
		Short: "Check and search glossaries",
		Args:  knownCommand,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newGlossaryCheck(s), newGlossarySearch(s))
	return cmd
}

func newGlossaryCheck(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE…",
		Short: "Tell what is wrong with a glossary",
		Long: `check reads glossaries as asma check would and tells, with file and line, what
is wrong with them (exit 2), and what may surprise: forms that two entries share,
forms that are the same after folding, forms that can never match.`,
		Args:              takes(1, -1, "one file or more"),
		ValidArgsFunction: cobra.FixedCompletions(glossaryEndings, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := glossary.Load(glossary.Options{Files: args, NoBuiltin: true})
			if err != nil {
				return usage(err)
			}
			for _, p := range g.Lint() {
				if _, err := fmt.Fprintf(s.out, "%s: %s: %s\n", p.Origin, p.Level, p.Msg); err != nil {
					return failure(err)
				}
			}
			_, err = fmt.Fprintln(s.out, counted(g.Len(), "name"))
			return failure(err)
		},
	}
}

func newGlossarySearch(s streams) *cobra.Command {
	f := &flags{}
	cmd := &cobra.Command{
		Use:   "search NAME…",
		Short: "Look a name up, in either script",
		Args:  takes(1, -1, "a name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, nil, s)
			if err != nil {
				return err
			}
			g, err := loadGlossary(settings)
			if err != nil {
				return err
			}
			query := strings.Join(args, " ")
			refs := g.Search(query)
			for _, ref := range refs {
				if _, err := fmt.Fprintln(s.out, describe(g.Entry(ref))); err != nil {
					return failure(err)
				}
			}
			if len(refs) == 0 {
				return notFound(query, newMatcher(g).alike(query))
			}
			return nil
		},
	}
	cmd.Flags().StringArrayVarP(&f.glossaries, "glossary", "g", nil, "glossary `FILE`, over the built-in one (repeatable)")
	cmd.Flags().BoolVar(&f.noBuiltin, "no-builtin", false, "leave the built-in glossary out")
	return cmd
}

// notFound says that no entry has a name, and which known words sound like it.
func notFound(query string, alike []string) error {
	text := fmt.Sprintf("no entry has %q", query)
	if len(alike) > 0 {
		text += "; these words sound like it: " + strings.Join(alike, ", ")
	}
	return &coded{exitFindings, errors.New(text)}
}

// describe shows an entry on one line.
func describe(e *glossary.Entry) string {
	line := fmt.Sprintf("%s (%s): ", e.Name, e.Kind)
	for i, f := range e.Arabic {
		if i > 0 {
			line += " · "
		}
		line += f.Text
		if f.Status != glossary.Preferred {
			line += " (" + f.Status.String() + ")"
		}
	}
	if len(e.Latin) > 0 {
		line += "; " + strings.Join(e.Latin, ", ")
	}
	return line + "  [" + e.Origin + "]"
}

func loadGlossary(s *settings) (*glossary.Glossary, error) {
	g, err := glossary.Load(s.glossary)
	return g, usage(err)
}
