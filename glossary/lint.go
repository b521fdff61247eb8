package glossary

import (
	"fmt"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// Problem is something about a glossary that may surprise, though it loads.
type Problem struct {
	Origin string // path:line
	Level  string // "warning" or "info"
	Msg    string
}

// Lint tells what may surprise, in the order of the entries: forms that several
// entries share, alternates that folding makes the same as another form, and
// forms that can never match because another reading comes first.
func (g *Glossary) Lint() []Problem {
	var out []Problem
	shared := map[string][]*Entry{}
	g.All(func(_ Ref, e *Entry) bool {
		out = append(out, lintEntry(e)...)
		for _, f := range e.Arabic {
			if f.Status <= Admitted {
				key := arabic.Fold(f.Text, arabic.Light)
				shared[key] = append(shared[key], e)
			}
		}
		return true
	})
	var forms []string
	for form, entries := range shared {
		if len(entries) > 1 {
			forms = append(forms, form)
		}
	}
	slices.Sort(forms)
	for _, form := range forms {
		var names []string
		for _, e := range shared[form][1:] {
			names = append(names, e.Name)
		}
		first := shared[form][0]
		out = append(out, Problem{first.Origin, "info", fmt.Sprintf("%s: %s is also a form of %s; it decides nothing alone", first.Name, form, strings.Join(names, ", "))})
	}
	return out
}

func lintEntry(e *Entry) []Problem {
	var out []Problem
	seen := map[string]string{}
	for _, f := range e.Arabic {
		if len(formKeys(f.Text)) == 0 {
			out = append(out, Problem{e.Origin, "warning", fmt.Sprintf("%s: %q can never match: it has no word", e.Name, f.Text)})
			continue
		}
		key := strings.Join(formKeys(f.Text), " ")
		if other, same := seen[key]; same {
			classes, _ := arabic.Difference(other, f.Text)
			out = append(out, Problem{e.Origin, "info", fmt.Sprintf("%s: %s and %s differ in %s only, which asma folds", e.Name, other, f.Text, classes)})
		}
		seen[key] = f.Text
	}
	return out
}

// Search gives the entries that a name in either script may speak of: those
// with the form first, then those with one of its words.
func (g *Glossary) Search(query string) []Ref {
	var out []Ref
	add := func(refs ...Ref) {
		for _, r := range refs {
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	for _, m := range g.NewFinder().Find(query) {
		add(append([]Ref{m.Entry}, m.Rivals...)...)
	}
	for _, w := range arabic.Words(query) {
		add(g.ByWord(w.Of(query))...)
	}
	return out
}
