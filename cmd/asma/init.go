package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

//go:embed init
var templates embed.FS

func newInit(s streams) *cobra.Command {
	var github, gitlab, preCommit bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Begin: write a config, a glossary, a CI job",
		Long: `init writes into the current folder a commented config (.asma.yaml) and an empty
glossary (names.yaml); with --github, --gitlab or --pre-commit also what has every
edit checked. A file that exists is left as it is and told: exit code 2.`,
		Example: `  asma init
  asma init --github --pre-commit`,
		Args: takes(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files := []template{{"asma.yaml", ".asma.yaml"}, {"names.yaml", "names.yaml"}}
			for _, more := range []struct {
				asked bool
				template
			}{
				{github, template{"github.yml", ".github/workflows/asma.yml"}},
				{gitlab, template{"gitlab.yml", ".gitlab/asma.gitlab-ci.yml"}},
				{preCommit, template{"pre-commit.yaml", ".pre-commit-config.yaml"}},
			} {
				if more.asked {
					files = append(files, more.template)
				}
			}
			return initialize(files, s)
		},
	}
	cmd.Flags().BoolVar(&github, "github", false, "a GitHub workflow that checks pull requests")
	cmd.Flags().BoolVar(&gitlab, "gitlab", false, "a GitLab job that checks merge requests")
	cmd.Flags().BoolVar(&preCommit, "pre-commit", false, "a config of pre-commit that checks commits")
	return cmd
}

// template is an embedded file and where it goes.
type template struct{ name, path string }

// initialize writes the files that do not exist yet, and tells the others.
func initialize(files []template, s streams) error {
	var there, failed []error
	for _, t := range files {
		content, err := templates.ReadFile("init/" + t.name)
		if err == nil {
			err = createFile(t.path, content)
		}
		switch {
		case errors.Is(err, fs.ErrExist):
			there = append(there, fmt.Errorf("%s: exists; it was left as it is", t.path))
		case err != nil:
			failed = append(failed, err)
		default:
			fmt.Fprintf(s.out, "wrote %s\n", t.path)
		}
	}
	if len(failed) > 0 {
		return failure(errors.Join(append(there, failed...)...))
	}
	return usage(errors.Join(there...))
}

// createFile writes a file that must not exist yet.
func createFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}
