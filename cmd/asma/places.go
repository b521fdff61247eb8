package main

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"example.com/asma/checks/document"
)

// place is a path that the user named, as he wrote it and from the top of the
// work tree. Files are told to be within it by their names alone: they need
// not be there any more.
type place struct {
	shown, path string
	ignored     func(shown string) bool // by .asmaignore
}

// placesOf finds the places of paths; no path stands for the current folder.
// Outside of git the current folder is the top.
func placesOf(r *repository, paths []string) ([]place, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var out []place
	for _, p := range paths {
		p = filepath.Clean(p)
		within, err := fromTop(r, p)
		if err != nil {
			return nil, err
		}
		out = append(out, place{shown: p, path: within, ignored: asmaIgnore(p)})
	}
	return out, nil
}

// fromTop gives a path from the top of the work tree.
func fromTop(r *repository, p string) (string, error) {
	top, within := ".", p
	if r != nil {
		top, within = r.top, filepath.Join(filepath.FromSlash(r.prefix), p)
	}
	if filepath.IsAbs(p) {
		real, err := filepath.EvalSymlinks(p)
		if err != nil {
			real = p // it is gone; what is named is still that
		}
		if top, err = filepath.Abs(top); err == nil {
			within, err = filepath.Rel(top, real)
		}
		if err != nil {
			return "", err
		}
	}
	within = filepath.ToSlash(within)
	if r != nil && (within == ".." || strings.HasPrefix(within, "../")) {
		return "", fmt.Errorf("%s is outside of the git repository at %s; run asma in its own", p, r.top)
	}
	return within, nil
}

// within gives a file's path as the user would write it, if it is in the place.
func (p *place) within(file string) (string, bool) {
	if file == p.path {
		return filepath.ToSlash(p.shown), true
	}
	rest, found := file, p.path == "."
	if !found {
		rest, found = strings.CutPrefix(file, p.path+"/")
	}
	return path.Join(filepath.ToSlash(p.shown), rest), found
}

// holds reports whether a version of an article is the place or within it.
func (p *place) holds(c *change) bool {
	shown := filepath.ToSlash(p.shown)
	return c.key() == shown || strings.HasPrefix(c.key(), shown+"/") || c.old != nil && c.old.Path == shown
}

// concerns reports whether a run over the places would read a file, and gives
// its path as the user would write it.
func (s *settings) concerns(places []place, file string) (shown string, ok bool) {
	for i := range places {
		p := &places[i]
		shown, ok := p.within(file)
		if !ok || !s.wanted(shown) {
			continue
		}
		if _, known := document.FormatOf(shown); file == p.path || known && !p.ignored(shown) {
			return shown, true
		}
	}
	return "", false
}
