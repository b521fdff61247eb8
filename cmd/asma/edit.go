package main

import (
	"context"
	"errors"
	"iter"
	"slices"

	"example.com/asma/checks"
	"example.com/asma/checks/document"
	"example.com/asma/cmd/internal/gate"
	"example.com/asma/cmd/internal/report"
	"example.com/asma/glossary"
)

// change is an article before and after an edit; nil where it was added or
// removed.
type change struct{ old, new *checks.Source }

// key is the path by which both versions go while they are judged, so that a
// rename alone makes no finding another one.
func (c *change) key() string {
	if c.new != nil {
		return c.new.Path
	}
	return c.old.Path
}

// edit is two versions of some articles, and the articles beside them that are
// the same in both.
type edit struct {
	changes []*change
	same    []checks.Source
	byKey   map[string]*change
	diffs   map[string]*textDiff // that were asked for; nil where a version is missing
}

func newEdit(changes []*change, same []checks.Source) *edit {
	e := &edit{changes: changes, same: same, byKey: map[string]*change{}, diffs: map[string]*textDiff{}}
	for _, c := range changes {
		e.byKey[c.key()] = c
	}
	return e
}

// judged is what an edit did. Findings go by the keys of their articles.
type judged struct {
	old, new      *checks.Result
	before, after []report.Item // findings of both versions
	outcome       *gate.Outcome // by their indices
	notes         []string      // rules and comments that let nothing pass
}

// judge checks both versions of everything and tells what the edit brought.
func (e *edit) judge(ctx context.Context, settings *settings, g *glossary.Glossary, s streams) (*judged, error) {
	old := e.sources(func(c *change) *checks.Source { return c.old })
	new := e.sources(func(c *change) *checks.Source { return c.new })
	var before, after *checks.Result
	settings.during(g, len(old)+len(new)+len(e.same), s, func(run *checks.Settings, step func(string)) {
		before, after = checks.RunBoth(run, old, new, e.same, step)
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e.ownPaths(before.Failures)
	j := &judged{old: before, new: after, before: slices.Collect(settings.items(before.Findings.All(), nil, nil).All())}
	found := findingsOf(slices.Collect(settings.items(after.Findings.All(), nil, nil).All()))
	outcome := (&gate.Edit{Old: findingsOf(j.before), New: found, Unchanged: e.unchanged, Preferred: preferredIn(after.Census)}).Judge()
	there := make([]bool, len(found))
	for i, b := range outcome.Brought {
		there[i] = !b
	}
	passes, notes := settings.passes(after.Remarks)
	j.after, j.outcome = slices.Collect(settings.items(pointers(found), there, passes).All()), outcome
	j.notes = append(notes, settings.unused(passes, e.changedPaths(after))...)
	return j, nil
}

// sources gives one side of the edit.
func (e *edit) sources(side func(*change) *checks.Source) []checks.Source {
	var out []checks.Source
	for _, c := range e.changes {
		if s := side(c); s != nil {
			named := *s
			named.Path, named.Format = c.key(), formatOf(s)
			out = append(out, named)
		}
	}
	return out
}

// formatOf gives the format of a source by its own path, which the key of its
// article need not share: a.txt may have become a.md.
func formatOf(s *checks.Source) string {
	if s.Format != "" {
		return s.Format
	}
	name, _ := document.FormatOf(s.Path)
	return name
}

// changedPaths gives the articles of a run that the edit changed.
func (e *edit) changedPaths(result *checks.Result) []string {
	return slices.DeleteFunc(slices.Clone(result.Paths), func(path string) bool { return e.byKey[path] == nil })
}

// ownPaths gives failures of old versions the paths of these.
func (e *edit) ownPaths(failures []checks.Failure) {
	for i := range failures {
		f := &failures[i]
		c := e.byKey[f.Path]
		if c == nil {
			continue
		}
		f.Path = c.old.Path
		var located *document.Error
		if errors.As(f.Err, &located) {
			located.Path = f.Path
		}
	}
}

func findingsOf(items []report.Item) []checks.Finding {
	out := make([]checks.Finding, len(items))
	for i, item := range items {
		out[i] = item.Finding
	}
	return out
}

func pointers(findings []checks.Finding) iter.Seq[*checks.Finding] {
	return func(yield func(*checks.Finding) bool) {
		for i := range findings {
			if !yield(&findings[i]) {
				return
			}
		}
	}
}

// preferredIn gives the preferred forms of the entries that stand in a census.
func preferredIn(c *checks.Census) func(entry string) string {
	forms := map[string]string{}
	for _, n := range c.Names() {
		if n.Entry != "" {
			forms[n.Entry] = n.Preferred
		}
	}
	return func(entry string) string { return forms[entry] }
}

// unchanged tells where a finding's stretch stood before the edit.
func (e *edit) unchanged(f *checks.Finding) (int, bool) {
	if e.byKey[f.Path] == nil {
		return f.Start.Offset, true
	}
	if d := e.diff(f.Path); d != nil {
		return d.unchanged(f.Start.Offset, f.End.Offset)
	}
	return 0, false
}

// diff compares the versions of a changed article, read once more: an edit may
// be of more articles than fit into memory.
func (e *edit) diff(key string) *textDiff {
	d, known := e.diffs[key]
	if known {
		return d
	}
	c := e.byKey[key]
	if c.old != nil && c.new != nil {
		before, err := c.old.Read()
		after, err2 := c.new.Read()
		if err == nil && err2 == nil {
			d = diffTexts(string(before), string(after))
		}
	}
	e.diffs[key] = d
	return d
}

// brings reports whether the edit brought a finding of the new version, and
// nothing lets it pass.
func (j *judged) brings(i int) bool { return j.outcome.Brought[i] && j.after[i].Suppressed == "" }

// counts adds up what the edit did.
func (j *judged) counts() report.EditCounts {
	_, mended, _ := j.outcome.Counts()
	c := report.EditCounts{Mended: mended}
	for i := range j.after {
		if j.brings(i) {
			c.Brought++
		} else {
			c.Left++
		}
	}
	return c
}
