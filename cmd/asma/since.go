package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/report"
)

// sinceSettings name an edit whose faults alone count.
type sinceSettings struct {
	rev    string // a revision, or merge-base:BRANCH
	staged bool   // up to the index, not to the work tree
	patch  string // a unified diff instead of git; - is standard input
}

// asked reports whether an edit is named at all.
func (s sinceSettings) asked() bool { return s.rev != "" || s.staged || s.patch != "" }

// String names the edit for a message.
func (s sinceSettings) String() string {
	switch {
	case s.patch != "":
		return "patch " + s.patch
	case s.rev == "":
		return "staged"
	}
	return "since " + s.rev
}

// wrong tells which flags do not go together.
func (s sinceSettings) wrong(f *flags) error {
	switch {
	case s.patch != "" && (s.rev != "" || s.staged):
		return errors.New("--patch with --since or --staged: name one edit")
	case s.patch == "-" && f.filesFrom == "-":
		return errors.New("--patch - and --files-from -: both read standard input")
	}
	return nil
}

// checkEdit is check for an edit: what it did not bring does not count, and is
// shown with --all only.
func checkEdit(ctx context.Context, settings *settings, s streams) error {
	g, err := settings.names()
	if err != nil {
		return err
	}
	reader := &versions{settings: settings}
	defer reader.close()
	e, err := reader.edit(ctx, s)
	if err != nil {
		return err
	}
	j, err := e.judge(ctx, settings, g, s)
	if err != nil {
		return err
	}
	items := j.after
	if !settings.all {
		items = slices.DeleteFunc(slices.Clone(items), func(item report.Item) bool { return item.Set == "old" })
	}
	r, failures := settings.reportOf(j.new, report.List(items...))
	counts := j.counts()
	r.Edit, r.Notes = &counts, j.notes
	if err := settings.write(r, s); err != nil {
		return failure(err)
	}
	if !settings.quiet {
		fmt.Fprintf(s.err, "%s: %s\n", settings.since, sum(e, counts))
	}
	return verdict(report.List(items...), append(failures, unreachable(j.old)...))
}

// sum says in one line what the edit did.
func sum(e *edit, counts report.EditCounts) string {
	if len(e.changes) == 0 {
		return "no article changed"
	}
	return fmt.Sprintf("%s changed; %s", counted(len(e.changes), "article"), counts)
}

// unreachable gives the old versions that could not be had. One that is no
// text to asma is none that a fault could have stood in.
func unreachable(old *checks.Result) []checks.Failure {
	return slices.DeleteFunc(slices.Clone(old.Failures), func(f checks.Failure) bool {
		var located *document.Error
		return errors.As(f.Err, &located)
	})
}

// versions reads both versions of what an edit changed.
type versions struct {
	settings   *settings
	repository *repository // nil outside of git
	contents   *blobs
	places     []place
}

func (v *versions) close() {
	if v.contents != nil {
		v.contents.close()
	}
}

// edit finds what was changed, and where a check compares files with each
// other, what was not.
func (v *versions) edit(ctx context.Context, s streams) (*edit, error) {
	paths, listed, err := v.settings.given(s.in)
	if err != nil {
		return nil, usage(err)
	}
	if slices.Contains(paths, "-") {
		return nil, usage(fmt.Errorf("%s: standard input has no older version; use asma compare", v.settings.since))
	}
	v.repository, err = openRepository(ctx)
	switch {
	case err == nil:
		v.contents = &blobs{repository: v.repository}
	case v.settings.since.patch == "":
		return nil, usage(fmt.Errorf("%s: %w; asma compare OLD NEW and --patch FILE do without", v.settings.since, err))
	}
	if v.places, err = placesOf(v.repository, paths); err != nil {
		return nil, usage(err)
	}
	changes, err := v.changes(s)
	if err != nil {
		return nil, err
	}
	e := newEdit(v.withMissing(ctx, changes), nil)
	if slices.ContainsFunc(v.settings.enabled, func(c *checks.Check) bool { return c.Corpus != nil }) {
		e.same, err = v.same(ctx, e, paths, listed)
	}
	return e, err
}

// changes gives the articles that the edit changed.
func (v *versions) changes(s streams) ([]*change, error) {
	if v.settings.since.patch != "" {
		return v.patched(s)
	}
	pairs, err := v.inGit()
	if err != nil {
		return nil, err
	}
	var out []*change
	for _, p := range pairs {
		c := &change{old: v.source(p[0]), new: v.source(p[1])}
		if c.old == nil && c.new == nil {
			continue
		}
		if c.old == nil && p[0].path != "" { // it came from outside of what is checked
			c.old = v.stored(p[0].path, p[0].id)
		}
		out = append(out, c)
	}
	return out, nil
}

// inGit asks git for the files that differ.
func (v *versions) inGit() ([][2]treeFile, error) {
	r, since := v.repository, v.settings.since
	var tree string
	var err error
	if since.rev == "" {
		tree, err = r.head()
	} else if tree, err = r.resolve(since.rev); err != nil {
		return nil, usage(fmt.Errorf("--since %s: %w", since.rev, err))
	}
	if err != nil {
		return nil, failure(err)
	}
	pairs, err := r.changed(tree, since.staged)
	if err != nil || since.staged {
		return pairs, failure(err)
	}
	news, err := r.untracked()
	for _, n := range news {
		pairs = append(pairs, [2]treeFile{{}, n})
	}
	return pairs, failure(err)
}

// source gives a version as an article; nil where it is missing, or none that
// is to be checked.
func (v *versions) source(f treeFile) *checks.Source {
	shown, ok := v.settings.concerns(v.places, f.path)
	switch {
	case f.path == "" || !ok:
		return nil
	case f.onDisk():
		source := fileSource(shown)
		return &source
	}
	return v.stored(shown, f.id)
}

func (v *versions) stored(path, id string) *checks.Source {
	return &checks.Source{Path: path, Read: func() ([]byte, error) { return v.contents.read(id) }}
}

// withMissing adds paths that were named and are nowhere, so that reading them
// tells it.
func (v *versions) withMissing(ctx context.Context, changes []*change) []*change {
	for _, p := range v.places {
		_, err := os.Lstat(p.shown)
		held := slices.ContainsFunc(changes, func(c *change) bool { return p.holds(c) })
		if errors.Is(err, fs.ErrNotExist) && !held && !deletedInGit(ctx, p.shown) {
			source := fileSource(p.shown)
			changes = append(changes, &change{new: &source})
		}
	}
	return changes
}

// same gives the articles that the edit did not touch. None is standard input.
func (v *versions) same(ctx context.Context, e *edit, paths []string, listed map[string]bool) ([]checks.Source, error) {
	untouched := func(all []checks.Source) []checks.Source {
		return slices.DeleteFunc(all, func(s checks.Source) bool { return e.byKey[s.Path] != nil })
	}
	if !v.settings.since.staged {
		all, err := v.settings.filesOf(ctx, nil, paths, listed)
		return untouched(all), err
	}
	files, err := v.repository.indexed()
	var all []checks.Source
	for _, f := range files {
		if source := v.source(f); source != nil {
			all = append(all, *source)
		}
	}
	return untouched(all), failure(err)
}
