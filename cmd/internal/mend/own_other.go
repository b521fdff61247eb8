//go:build !unix

package mend

import (
	"io/fs"
	"os"
)

// own does nothing where files have no owner that a program could set.
func own(*os.File, fs.FileInfo) {}

// syncFolder does nothing where a folder cannot be opened.
func syncFolder(string) {}
