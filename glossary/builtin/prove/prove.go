package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// read parses all TSV files of a folder, in the order of their names.
func read(dir string) ([]*glossary.Entry, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil {
		return nil, err
	}
	var entries []*glossary.Entry
	var errs []error
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		more, err := glossary.Parse(filepath.Base(path), source)
		entries, errs = append(entries, more...), append(errs, err)
	}
	return entries, errors.Join(errs...)
}

// proof gathers the faults.
type proof struct {
	entries []*glossary.Entry
	faults  []string
}

func (p *proof) fault(e *glossary.Entry, format string, args ...any) {
	p.faults = append(p.faults, fmt.Sprintf("%s: %s: %s", e.Origin, e.Name, fmt.Sprintf(format, args...)))
}

// prove gives what is wrong with the entries, in their order.
func prove(entries []*glossary.Entry) []string {
	p := &proof{entries: entries}
	p.duplicates()
	p.unmatched()
	for _, e := range entries {
		p.letters(e)
		p.alternates(e)
		p.everyday(e)
		p.sound(e)
	}
	slices.Sort(p.faults)
	return p.faults
}

// duplicates: two rows of one name. Two things of one name are told apart in
// parentheses: Tripoli (Lebanon).
func (p *proof) duplicates() {
	seen := map[string]*glossary.Entry{}
	for _, e := range p.entries {
		key := e.Kind.String() + " " + strings.ToLower(e.Name)
		if other := seen[key]; other != nil {
			p.fault(e, "stands twice; first at %s", other.Origin)
		}
		seen[key] = e
	}
}

// unmatched: a form that is not found where it stands alone can never match:
// another form or another reading always wins.
func (p *proof) unmatched() {
	g, err := glossary.New(p.entries)
	if err != nil { // contradictions between entries, one a line
		p.faults = append(p.faults, strings.Split(err.Error(), "\n")...)
	}
	finder := g.NewFinder()
	g.All(func(ref glossary.Ref, e *glossary.Entry) bool {
		texts := append([]string{e.Called()}, e.Latin...)
		for _, f := range e.Arabic {
			texts = append(texts, f.Text)
		}
		for _, text := range texts {
			if !finds(finder, text, ref) && !finds(finder, strings.ToUpper(text), ref) { // a lower-case name stands at the head of a sentence at least
				p.fault(e, "%q can never match", text)
			}
		}
		return true
	})
}

func finds(finder *glossary.Finder, text string, ref glossary.Ref) bool {
	for _, m := range finder.Find(text) {
		if m.How == glossary.Listed && (m.Entry == ref || slices.Contains(m.Rivals, ref)) {
			return true
		}
	}
	return false
}

// letters: what no newsroom types, and what would hide a form from readers of
// the diff.
func (p *proof) letters(e *glossary.Entry) {
	for _, text := range append([]string{e.Name}, e.Latin...) {
		if strings.Contains(text, "  ") || strings.ContainsAny(text, "\u00a0\u200e\u200f\u200c\u200d") {
			p.fault(e, "%q has doubled, hard or invisible blanks", text)
		}
	}
	for _, f := range e.Arabic {
		bare := arabic.Fold(strings.ReplaceAll(f.Text, "الـ", "ال"), arabic.Light&^arabic.Digits&^arabic.Harakat)
		switch {
		case bare != strings.ReplaceAll(f.Text, "الـ", "ال") || arabic.Fold(f.Text, arabic.Persian) != f.Text:
			p.fault(e, "%s has tatweel, Persian letters, ready-made shapes or invisible signs", f.Text)
		case strings.Contains(f.Text, "  ") || strings.ContainsRune(f.Text, '\u00a0'):
			p.fault(e, "%q has doubled or hard blanks", f.Text)
		case arabic.Fold(f.Text, arabic.Harakat) != f.Text && !p.vowelled(f.Text):
			p.fault(e, "%s has harakat that tell nothing apart", f.Text)
		case arabic.HasLatin(f.Text):
			p.fault(e, "%s has Latin letters", f.Text)
		}
	}
}

// vowelled reports whether a form is one of those that only harakat tell
// apart: عُمان the country, عمّان the city.
func (p *proof) vowelled(form string) bool {
	return strings.Contains(form, "عُمان") || strings.Contains(form, "عمّان")
}

// alternates: a form that differs from another one of its entry in ة/ه or ى/ي
// only is a slip of the pen, which asma forgives by itself. Hamza stays: آباد
// and أباد are both written with care.
func (p *proof) alternates(e *glossary.Entry) {
	for i, f := range e.Arabic {
		for _, other := range e.Arabic[:i] {
			classes, same := arabic.Difference(other.Text, f.Text)
			if same && classes&^(arabic.Light|arabic.Teh|arabic.Yeh) == 0 && f.Status.Accepted() && other.Status.Accepted() {
				p.fault(e, "%s and %s differ in %s only", other.Text, f.Text, classes)
			}
		}
	}
}

// onlyNames are words that the dictionary of everyday words has though they are
// nothing but names, one a line: reviewed by people.
//
//go:embed only-names.txt
var onlyNames string

// everyday: a place whose name is also an everyday word must say so, or the
// word would be taken for the place everywhere. Of other kinds asma knows it
// by itself.
func (p *proof) everyday(e *glossary.Entry) {
	if e.Kind != glossary.Place || e.Word {
		return
	}
	for _, f := range e.Arabic {
		if f.Status.Accepted() && !strings.Contains(f.Text, " ") && arabic.Ordinary(f.Text) && !slices.Contains(strings.Fields(onlyNames), f.Text) {
			p.fault(e, "%s is an everyday word: mark the row with word, or list it in only-names.txt", f.Text)
		}
	}
}
