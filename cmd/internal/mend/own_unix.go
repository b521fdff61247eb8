//go:build unix

package mend

import (
	"io/fs"
	"os"
	"syscall"
)

// own gives a file the owner and group of another, where the system lets us:
// only root may give files away, and a file of ours is worth more than none.
func own(f *os.File, like fs.FileInfo) {
	if s, ok := like.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(s.Uid), int(s.Gid))
	}
}

// syncFolder forces a rename to the disk, so that it outlives a power cut. Some
// file systems cannot; the file is whole there all the same.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		f.Close()
	}
}
