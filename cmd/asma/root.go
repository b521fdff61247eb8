package main

import (
	"io"

	"github.com/spf13/cobra"
)

// streams are where the program reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "asma",
		Short: "Check the names in Arabic articles",
		Long: `asma reads Arabic articles, finds every proper name in whatever script and
spelling it stands, and tells where one name is written in more than one way or
not as the glossary wants.`,
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.AddCommand(
		newCheck(s), newFix(s), newBaseline(s), newCompare(s), newNames(s), newExplain(s),
		newMatch(s), newSpell(s), newGlossary(s), newInit(s), newMan(s), newVersion(s),
	)
	root.SetVersionTemplate("asma {{.Version}}\n")
	root.SetFlagErrorFunc(knownFlag)
	completeFlags(root)
	return root
}
