package mend

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrChanged says that a file is no longer what it was when it was read.
var ErrChanged = errors.New("the file has changed since it was read; run again")

// Replace puts mended in the place of old, the content that the file had when
// it was read. The file is at every moment the old one or the new one, whole:
// the new bytes are written beside it, forced to the disk, and renamed. Mode
// and, where the system lets us, owner stay. path must be no link; see Target.
func Replace(path string, old, mended []byte) error { return onDisk.replace(path, old, mended) }

// disk is the calls that replace a file, each by itself, so that a test can
// let any of them fail.
type disk struct {
	create func(folder string) (*os.File, error)
	write  func(f *os.File, content []byte) error
	adopt  func(f *os.File, like fs.FileInfo) error
	sync   func(f *os.File) error
	close  func(f *os.File) error
	read   func(path string) ([]byte, error)
	rename func(from, to string) error
	settle func(folder string)
}

var onDisk = disk{
	create: func(folder string) (*os.File, error) { return os.CreateTemp(folder, ".asma-*.tmp") },
	write: func(f *os.File, content []byte) error {
		_, err := f.Write(content)
		return err
	},
	adopt: func(f *os.File, like fs.FileInfo) error {
		own(f, like)
		return f.Chmod(like.Mode())
	},
	sync:   (*os.File).Sync,
	close:  (*os.File).Close,
	read:   os.ReadFile,
	rename: os.Rename,
	settle: syncFolder,
}

func (d disk) replace(path string, old, mended []byte) error {
	info, err := writable(path)
	if err != nil {
		return err
	}
	f, err := d.create(filepath.Dir(path))
	if err != nil {
		return err
	}
	if err := d.fill(f, mended, info); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	// As late as can be: what another program writes between here and the
	// rename is the one thing that would be lost.
	if now, err := d.read(path); err != nil || !bytes.Equal(now, old) {
		return errors.Join(cmp.Or(err, ErrChanged), os.Remove(f.Name()))
	}
	if err := d.rename(f.Name(), path); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	d.settle(filepath.Dir(path))
	return nil
}

// fill writes the temporary file and closes it, whatever happens.
func (d disk) fill(f *os.File, content []byte, like fs.FileInfo) error {
	err := d.write(f, content)
	if err == nil {
		err = d.adopt(f, like)
	}
	if err == nil {
		err = d.sync(f)
	}
	return errors.Join(err, d.close(f))
}

// writable refuses what a rename would replace though it must not: a file that
// is closed to writing, and what is no file.
func writable(path string) (fs.FileInfo, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}
