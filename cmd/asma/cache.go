package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"example.com/asma/checks"
)

// cache keeps what articles gave to a run in files, each named by a hash of
// everything that it depends on: the program, the glossary, the settings, the
// article's bytes. So nothing in it ever becomes wrong, it is only no longer
// asked for; and an entry that is damaged is none.
type cache struct {
	folder string
	base   [sha256.Size]byte // of all but the article
	mutex  sync.Mutex
	failed error // the first that could not be written
}

// The bounds of a cache: a file that was not asked for in that time, or is the
// one asked for longest ago when there are too many bytes, is removed. A file
// that was asked for is marked so at most once in cacheMark; the whole is
// looked through at most once in cachePrune, as in the cache of go build.
const (
	cacheAge   = 30 * 24 * time.Hour
	cacheBytes = 1 << 29
	cacheMark  = time.Hour
	cachePrune = 24 * time.Hour
)

// cacheMagic begins every entry. The hash of the rest follows it.
const cacheMagic = "asma cache 1\n"

// prunedName is the file whose time tells when a cache was last looked through.
const prunedName = "pruned"

// openCache opens the user's cache for runs with these settings.
func openCache(s *settings, run *checks.Settings) (*cache, error) {
	folder, err := cacheFolder()
	if err != nil {
		return nil, err
	}
	c := &cache{folder: folder}
	h := sha256.New()
	if err := errors.Join(hashProgram(h), hashSettings(h, s, run)); err != nil {
		return nil, err
	}
	h.Sum(c.base[:0])
	return c, os.MkdirAll(folder, 0o700)
}

// cacheFolder is XDG_CACHE_HOME/asma, or what the system has in its place
// (XDG Base Directory Specification; a relative path there is to be ignored).
func cacheFolder() (string, error) {
	base := os.Getenv("XDG_CACHE_HOME")
	if !filepath.IsAbs(base) {
		var err error
		if base, err = os.UserCacheDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(base, "asma"), nil
}

// hashProgram hashes the running program: two builds of one version may differ.
func hashProgram(h hash.Hash) error {
	path, err := os.Executable()
	if err != nil {
		return err
	}
	return hashFile(h, path)
}

func hashFile(h hash.Hash, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	size, err := io.Copy(h, file)
	fmt.Fprintf(h, "\n%d\n", size)
	return err
}

// hashSettings hashes the bytes of the glossaries and every setting that the
// checks know, so that a new one cannot be forgotten.
func hashSettings(h hash.Hash, s *settings, run *checks.Settings) error {
	var errs []error
	for _, path := range s.glossary.Files {
		errs = append(errs, hashFile(h, path))
	}
	plain := *run
	plain.Glossary, plain.Checks, plain.Memory, plain.Jobs = nil, nil, nil, 0
	fmt.Fprintf(h, "%+v\n", plain)
	for _, c := range run.Checks {
		fmt.Fprintln(h, c.Name)
	}
	fmt.Fprintln(h, s.glossary.NoBuiltin)
	return errors.Join(errs...)
}

// memory is the cache as the checks see it.
func (c *cache) memory() *checks.Memory {
	return &checks.Memory{
		Recall: func(format string, source []byte) []byte { return c.recall(c.key(format, source)) },
		Store: func(format string, source, reading []byte) {
			if err := c.store(c.key(format, source), reading); err != nil {
				c.mutex.Lock()
				defer c.mutex.Unlock()
				if c.failed == nil {
					c.failed = err
				}
			}
		},
	}
}

func (c *cache) key(format string, source []byte) string {
	h := sha256.New()
	h.Write(c.base[:])
	fmt.Fprintln(h, format)
	h.Write(source)
	return hex.EncodeToString(h.Sum(nil))
}

// path spreads the entries over 256 folders.
func (c *cache) path(key string) string { return filepath.Join(c.folder, key[:2], key[2:]) }

// recall gives an entry, nil where there is none that is whole and under its
// own key.
func (c *cache) recall(key string) []byte {
	path := c.path(key)
	entry, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	rest, ok := bytes.CutPrefix(entry, []byte(cacheMagic))
	if !ok || len(rest) < sha256.Size {
		return nil
	}
	sum, content := rest[:sha256.Size], rest[sha256.Size:]
	if want := checksum(key, content); !bytes.Equal(sum, want[:]) {
		return nil
	}
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > cacheMark {
		now := time.Now()
		_ = os.Chtimes(path, now, now) // it costs no more than an entry that goes too early
	}
	return content
}

func checksum(key string, content []byte) [sha256.Size]byte {
	return sha256.Sum256(append([]byte(key+"\n"), content...))
}

// store writes an entry. Another process sees it whole or not at all.
func (c *cache) store(key string, content []byte) error {
	path := c.path(key)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), temporary+"*")
	if err != nil {
		return err
	}
	sum := checksum(key, content)
	_, err = file.Write(slices.Concat([]byte(cacheMagic), sum[:], content))
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
	}
	return err
}

// temporary begins the names of entries that are being written.
const temporary = "writing-"

// close prunes the cache and gives the first error of writing it.
func (c *cache) close() error {
	c.prune(time.Now())
	return c.failed
}

// cached is a file of the cache.
type cached struct {
	path string
	size int64
	used time.Time
}

// prune removes what is old or too much, unless that was done lately. What
// cannot be removed stays for the next time.
func (c *cache) prune(now time.Time) {
	marker := filepath.Join(c.folder, prunedName)
	if info, err := os.Stat(marker); err == nil && now.Sub(info.ModTime()) < cachePrune {
		return
	}
	if os.WriteFile(marker, nil, 0o600) != nil || os.Chtimes(marker, now, now) != nil {
		return
	}
	files := c.files()
	slices.SortFunc(files, func(a, b cached) int { return b.used.Compare(a.used) })
	var total int64
	for _, f := range files {
		age := now.Sub(f.used)
		torn := age > cacheMark && strings.HasPrefix(filepath.Base(f.path), temporary)
		if total += f.size; total > cacheBytes || age > cacheAge || torn {
			os.Remove(f.path)
		}
	}
}

// files lists the entries, those in writing too.
func (c *cache) files() []cached {
	var out []cached
	filepath.WalkDir(c.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Dir(path) == c.folder {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			out = append(out, cached{path, info.Size(), info.ModTime()})
		}
		return nil
	})
	return out
}
