package main

import (
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Write the man pages",
		Long: `man writes a man page for every command into a folder, which it makes; without
one it prints the page of asma itself. SOURCE_DATE_EPOCH sets the date on them.`,
		Example: `  asma man /usr/local/share/man/man1
  asma man | man -l -`,
		Args: takes(0, 1, "one folder at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			root.DisableAutoGenTag = true // it would write the day
			header := &doc.GenManHeader{Section: "1", Source: "asma " + version(), Manual: "asma"}
			if len(args) == 0 {
				return failure(doc.GenMan(root, header, s.out))
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return failure(err)
			}
			return failure(doc.GenManTree(root, header, args[0]))
		},
	}
}
