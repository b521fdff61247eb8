package mend

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Target gives the file that a path stands for, links followed. roots are the
// folders that hold the files of the run, each an absolute path; links that
// lead out of the first of them that holds the path are refused, since what
// lies there was not named by anybody. A path outside of all roots has been
// named by itself, and its own folder is the bound.
func Target(path string, roots []string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	target, err := filepath.EvalSymlinks(full)
	if err != nil {
		return "", err
	}
	root := filepath.Dir(full)
	for _, r := range roots {
		if within(full, r) {
			root = r
			break
		}
	}
	bound, err := filepath.EvalSymlinks(root)
	if err != nil {
		return "", err
	}
	if !within(target, bound) {
		return "", fmt.Errorf("the link leads out of %s, to %s; name that file itself", root, target)
	}
	return target, nil
}

func within(path, root string) bool {
	relative, err := filepath.Rel(root, path)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// Tree gives the top of the git work tree that the current folder belongs to,
// or the current folder where it belongs to none: the first of the roots.
func Tree() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := here; ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return here, nil
		}
	}
}
