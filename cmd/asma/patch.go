package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"

	"example.com/asma/checks"
)

// patched gives the articles that a unified diff has changed. What they were
// before is what the diff makes of them backwards.
func (v *versions) patched(s streams) ([]*change, error) {
	name := v.settings.since.patch
	files, err := readPatch(name, s.in)
	if err != nil {
		return nil, usage(fmt.Errorf("--patch %w", err))
	}
	u, err := v.unpatch(files)
	if err != nil {
		return nil, usage(err)
	}
	var errs []error
	for _, f := range slices.Backward(files) {
		if err := u.undo(f); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		return nil, usage(errors.Join(errs...))
	}
	for _, f := range u.unknown {
		fmt.Fprintf(s.err, "asma: note: %s: %s does not tell what changed; it is left out\n", f, name)
	}
	return v.ofTexts(u), nil
}

// readPatch reads a unified diff, with or without what git adds to it.
func readPatch(name string, in io.Reader) ([]*gitdiff.File, error) {
	var source []byte
	var err error
	if name == "-" {
		source, err = io.ReadAll(in)
	} else {
		source, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, err
	}
	files, _, err := gitdiff.Parse(bytes.NewReader(source))
	if err != nil {
		line, what := atLine(strings.TrimPrefix(err.Error(), "gitdiff: "))
		return nil, fmt.Errorf("%s:%d: %s", name, line, what)
	}
	if len(files) == 0 && len(bytes.TrimSpace(source)) > 0 {
		return nil, fmt.Errorf("%s: this is no unified diff; make one with git diff or diff -u", name)
	}
	return files, nil
}

// patchText is a file on its way back through a patch.
type patchText struct {
	now     string // its path in the work tree; "" where the patch removed it
	content []byte
}

// unpatching is a work tree on its way back through a patch. Paths are those
// of the patch.
type unpatching struct {
	top     string                // the folder that the paths are relative to
	strip   bool                  // less their first part: a/ or b/
	texts   map[string]*patchText // by the path before what is undone already
	added   []string              // paths now of files that the patch added
	unknown []string              // binary ones without their content
}

// unpatch finds what the paths of a patch are relative to: the top of the work
// tree, or the current folder, with a/ and b/ before them or without; that
// where its files are.
func (v *versions) unpatch(files []*gitdiff.File) (*unpatching, error) {
	tops := []string{"."}
	if v.repository != nil {
		tops = []string{v.repository.top, "."}
	}
	var missing string
	for _, top := range tops {
		for _, strip := range []bool{false, true} {
			u := &unpatching{top: top, strip: strip, texts: map[string]*patchText{}}
			first := u.firstMissing(files)
			if first == "" {
				return u, nil
			}
			if top == tops[0] {
				missing = u.name(first)
			}
		}
	}
	return nil, fmt.Errorf("--patch %s: %s is not there; the patch must have been applied", v.settings.since.patch, missing)
}

// firstMissing gives the first file of the patch that the folder lacks. One
// that a later part of the patch removes or renames need not be there.
func (u *unpatching) firstMissing(files []*gitdiff.File) string {
	gone := map[string]bool{}
	for _, f := range slices.Backward(files) {
		if !f.IsDelete && !gone[f.NewName] {
			if info, err := os.Stat(u.onDisk(f.NewName)); err != nil || info.IsDir() {
				return f.NewName
			}
		}
		if f.IsDelete || f.IsRename {
			gone[f.OldName] = true
		}
	}
	return ""
}

// name gives the path of a file of the patch without a/ or b/.
func (u *unpatching) name(file string) string {
	if first, rest, found := strings.Cut(file, "/"); u.strip && found && len(first) == 1 {
		return rest
	}
	return file
}

// onDisk gives the path of a file of the patch, to read it.
func (u *unpatching) onDisk(file string) string {
	return filepath.Join(u.top, filepath.FromSlash(u.name(file)))
}

// undo takes one file of the patch back.
func (u *unpatching) undo(f *gitdiff.File) error {
	text := &patchText{}
	if !f.IsDelete {
		if text = u.texts[f.NewName]; text == nil {
			content, err := os.ReadFile(u.onDisk(f.NewName))
			if err != nil {
				return err
			}
			text = &patchText{now: f.NewName, content: content}
		}
		delete(u.texts, f.NewName)
	}
	if f.IsBinary {
		if text.now != "" {
			u.unknown = append(u.unknown, text.now)
		}
		return nil
	}
	if f.IsCopy {
		u.added = append(u.added, text.now) // a copy doubles what is wrong in it
		return nil
	}
	before, line, err := reversed(f, text.content)
	if err != nil {
		return fmt.Errorf("%s:%d: the patch does not apply backwards: the file is not what the patch made of it; --patch wants the patch applied and nothing after it", u.name(f.NewName), line)
	}
	if f.IsNew {
		if text.now != "" {
			u.added = append(u.added, text.now)
		}
		return nil
	}
	text.content = before
	u.texts[f.OldName] = text
	return nil
}

// reversed applies the part of a patch for one file backwards. An error comes
// with the line of the content, from 1, that is not what the patch says.
func reversed(f *gitdiff.File, content []byte) (before []byte, line int64, err error) {
	back := &gitdiff.File{OldName: f.NewName, NewName: f.OldName}
	for _, fragment := range f.TextFragments {
		back.TextFragments = append(back.TextFragments, reversedFragment(fragment))
	}
	var out bytes.Buffer
	if err := gitdiff.Apply(&out, bytes.NewReader(content), back); err != nil {
		var failed *gitdiff.ApplyError
		if errors.As(err, &failed) {
			line = failed.Line
		}
		return nil, max(line, 1), err
	}
	if f.IsNew && out.Len() > 0 {
		return nil, 1, errors.New("there is more in it than the patch added")
	}
	return out.Bytes(), 0, nil
}

// reversedFragment swaps what a fragment takes out and puts in.
func reversedFragment(f *gitdiff.TextFragment) *gitdiff.TextFragment {
	back := &gitdiff.TextFragment{
		OldPosition: f.NewPosition, OldLines: f.NewLines, NewPosition: f.OldPosition, NewLines: f.OldLines,
		LinesAdded: f.LinesDeleted, LinesDeleted: f.LinesAdded, LeadingContext: f.LeadingContext, TrailingContext: f.TrailingContext,
	}
	// Where no line is, the position is that of the line before (POSIX, diff -u);
	// gitdiff takes it for the line itself.
	if back.OldLines == 0 {
		back.OldPosition++
	}
	if back.NewLines == 0 {
		back.NewPosition++
	}
	opposite := map[gitdiff.LineOp]gitdiff.LineOp{gitdiff.OpAdd: gitdiff.OpDelete, gitdiff.OpDelete: gitdiff.OpAdd, gitdiff.OpContext: gitdiff.OpContext}
	for _, line := range f.Lines {
		back.Lines = append(back.Lines, gitdiff.Line{Op: opposite[line.Op], Line: line.Line})
	}
	return back
}

// ofTexts makes changes of what a patch was taken back to.
func (v *versions) ofTexts(u *unpatching) []*change {
	var out []*change
	add := func(old *checks.Source, now string) {
		c := &change{}
		if shown, ok := v.concerned(u, now); ok {
			source := fileSource(shown)
			c.old, c.new = old, &source
		} else if old != nil {
			shown, ok := v.concerned(u, old.Path)
			if !ok {
				return
			}
			old.Path = shown
			c.old = old
		}
		if c.old != nil || c.new != nil {
			out = append(out, c)
		}
	}
	for name, text := range u.texts {
		add(&checks.Source{Path: name, Read: func() ([]byte, error) { return text.content, nil }}, text.now)
	}
	for _, now := range u.added {
		add(nil, now)
	}
	return out
}

// concerned tells whether a file of the patch is to be checked, and by what
// path.
func (v *versions) concerned(u *unpatching, name string) (string, bool) {
	if name == "" {
		return "", false
	}
	file := path.Clean(filepath.ToSlash(u.onDisk(name)))
	if v.repository != nil {
		top := filepath.ToSlash(v.repository.top)
		if u.top == "." {
			top, file = "", path.Join(v.repository.prefix, file)
		}
		file = strings.TrimPrefix(strings.TrimPrefix(file, top), "/")
	}
	return v.settings.concerns(v.places, file)
}
