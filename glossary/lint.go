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
// entries share, alternates that folding makes the same as another form, forms
// that can never match because they have no word or are read otherwise, and
// entries of one name.
func (g *Glossary) Lint() []Problem {
	var out []Problem
	shared := map[string][]*Entry{}
	names := map[string]*Entry{}
	finder := g.NewFinder()
	g.All(func(ref Ref, e *Entry) bool {
		out = append(out, lintEntry(e)...)
		out = append(out, g.lintUnmatched(finder, ref, e)...)
		name := arabic.LatinKey(e.Name)
		if other := names[name]; other != nil && other.Kind == e.Kind {
			out = append(out, Problem{e.Origin, "warning", fmt.Sprintf("%s is the name of another entry too (%s); tell them apart in parentheses, or make one of them", e.Name, other.Origin)})
		}
		names[name] = e
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

// lintUnmatched tries each form of an entry as a text: one that is not found
// there is found nowhere.
func (g *Glossary) lintUnmatched(finder *Finder, ref Ref, e *Entry) []Problem {
	var out []Problem
	texts := append([]string{e.Called()}, e.Latin...)
	for _, f := range e.Arabic {
		texts = append(texts, f.Text)
	}
	for _, text := range texts {
		var others []string
		found := false
		for _, m := range finder.Find(text) {
			refs := append([]Ref{m.Entry}, m.Rivals...)
			found = found || slices.Contains(refs, ref)
			others = append(others, g.Entry(m.Entry).Name)
		}
		switch {
		case found || len(formKeys(text)) == 0:
		case len(others) > 0:
			out = append(out, Problem{e.Origin, "warning", fmt.Sprintf("%s: %s can never match: it is read as %s", e.Name, text, strings.Join(others, " and "))})
		default:
			out = append(out, Problem{e.Origin, "warning", fmt.Sprintf("%s: %s can never match: a Latin form of one word needs a capital, and signs between words part them", e.Name, text)})
		}
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
