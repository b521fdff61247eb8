package glossary

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/builtin"
	"example.com/asma/glossary/translit"
)

// Options says which glossaries to load.
type Options struct {
	Files     []string // paths; a later one speaks over an earlier one
	NoBuiltin bool     // leave the built-in glossary out
}

// Error is a fault of a glossary file.
type Error struct {
	Path string
	Line int // from 1
	Msg  string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Msg) }

// formats is the table of glossary formats: to add one, a file and a line.
var formats = []struct {
	extensions []string
	read       func(path string, source []byte) ([]*Entry, error)
}{
	{[]string{".yaml", ".yml", ".json"}, readYAML}, // JSON is YAML
	{[]string{".tsv", ".csv"}, readTable},
}

// Load reads and compiles glossaries. The error joins all that is wrong with
// them, each with file and line.
func Load(o Options) (*Glossary, error) {
	var errs []error
	var user [][]*Entry
	var merged []*Entry
	for _, path := range o.Files {
		entries, err := ReadFile(path)
		errs = append(errs, err)
		user = append(user, entries)
		merged = override(merged, entries)
	}
	if err := errors.Join(append(errs, contradictions(merged)...)...); err != nil {
		return nil, err
	}
	var base *layer
	if !o.NoBuiltin {
		l, ok := newLayer(builtin.Data)
		if !ok {
			return nil, errors.New("the built-in glossary was compiled by another version of asma: run go generate ./glossary/builtin")
		}
		base = l
	}
	return assembleGlossary(user, base)
}

// New compiles entries into a glossary of their own, for tests and tools.
func New(entries []*Entry) (*Glossary, error) { return assembleGlossary([][]*Entry{entries}, nil) }

// ReadFile reads the entries of one file, in any format that asma knows.
func ReadFile(path string) ([]*Entry, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("glossary: %w", err) // names the path
	}
	defer file.Close()
	source, err := io.ReadAll(io.LimitReader(file, maxSource+1))
	if err != nil {
		return nil, fmt.Errorf("glossary: %w", err)
	}
	return Parse(path, source)
}

// maxSource is how long a glossary may be, in bytes: a million names are some
// 100 MB of TSV. What is longer is no glossary, and would fill the memory.
const maxSource = 256 << 20

// checkSource tells what makes a file no text.
func checkSource(path string, source []byte) error {
	if len(source) > maxSource {
		return &Error{path, 1, "the file is larger than 256 MB: that is no glossary"}
	}
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRune(source[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			line := 1 + bytes.Count(source[:i], []byte("\n"))
			if r == 0 {
				return &Error{path, line, "a NUL byte: this is a binary file, not a glossary"}
			}
			return &Error{path, line, fmt.Sprintf("byte 0x%02X is not UTF-8; save the file as UTF-8", source[i])}
		}
		i += size
	}
	return nil
}

// Parse reads entries from source; the ending of path tells the format.
func Parse(path string, source []byte) ([]*Entry, error) {
	ending := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, f := range formats {
		for _, e := range f.extensions {
			if e != ending {
				known = append(known, e)
				continue
			}
			if err := checkSource(path, source); err != nil {
				return nil, err
			}
			return f.read(path, source)
		}
	}
	return nil, &Error{path, 1, fmt.Sprintf("unknown glossary format %q: use one of %s", ending, strings.Join(known, " "))}
}

// assembleGlossary puts the user's glossaries over the built-in one.
func assembleGlossary(user [][]*Entry, base *layer) (*Glossary, error) {
	g := &Glossary{hidden: map[Ref]bool{}}
	var merged []*Entry
	for _, entries := range user {
		merged = override(merged, entries)
	}
	if base != nil {
		g.layers = []*layer{base}
	}
	if len(merged) == 0 {
		if base == nil {
			l, _ := newLayer(string(Compile(nil)))
			g.layers = []*layer{l}
		}
		return g, nil
	}
	if base != nil {
		g.inherit(merged)
	}
	l, _ := newLayer(string(Compile(merged)))
	g.layers = append(g.layers, l)
	return g, errors.Join(contradictions(merged)...)
}

// override puts entries over earlier ones of the same name.
func override(earlier, later []*Entry) []*Entry {
	names := map[string]bool{}
	for _, e := range later {
		names[arabic.LatinKey(e.Name)] = true
	}
	var out []*Entry
	for _, e := range earlier {
		if !names[arabic.LatinKey(e.Name)] {
			out = append(out, e)
		}
	}
	return append(out, later...)
}

// inherit hides the built-in entries that the user's speak of too, and hands
// on what these do not say: Latin forms, accepted forms (as admitted) and
// deprecated ones.
func (g *Glossary) inherit(entries []*Entry) {
	for _, e := range entries {
		for _, ref := range g.sameName(e) {
			g.hidden[ref] = true
			e.takeOver(g.Entry(ref))
		}
	}
}

// sameName gives the built-in entries that an entry speaks of: same canonical
// or full Latin form, or same preferred form and kind.
func (g *Glossary) sameName(e *Entry) []Ref {
	f := g.NewFinder()
	var out []Ref
	for i, text := range append([]string{e.Called(), e.Preferred()}, e.Latin...) {
		if i > 1 && !strings.Contains(text, " ") || text == "" {
			continue
		}
		for _, m := range f.Find(text) {
			if m.Start != 0 || m.End != len(text) || m.How != Listed || m.Clitics != "" {
				continue
			}
			for _, ref := range append([]Ref{m.Entry}, m.Rivals...) {
				other := g.Entry(ref)
				if !g.hidden[ref] && other.Kind == e.Kind && (i != 1 || other.Preferred() == e.Preferred()) && other.Note != "" || arabic.LatinKey(other.Name) == arabic.LatinKey(e.Name) {
					out = append(out, ref)
				}
			}
		}
	}
	return out
}

func (e *Entry) takeOver(old *Entry) {
	has := map[string]bool{}
	for _, f := range e.Arabic {
		has[arabic.Key(f.Text)] = true
	}
	for _, f := range old.Arabic {
		if !has[arabic.Key(f.Text)] && !(f.Status.Accepted() && e.respells(f.Text)) {
			if f.Status == Preferred {
				f.Status = Admitted
			}
			e.Arabic = append(e.Arabic, f)
		}
	}
	e.Latin = append(append(e.Latin, old.Called()), old.Latin...)
	e.Distinct = append(e.Distinct, old.Distinct...)
}

// respells reports whether a form is another spelling of the preferred one,
// word by word: a house that lists كايا wants no كاجا. A form of other
// words (كازابلانكا, الدار البيضاء) is not.
func (e *Entry) respells(form string) bool {
	want, got := strings.Fields(arabic.Key(e.Preferred())), strings.Fields(arabic.Key(form))
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if want[i] != got[i] && translit.ProbabilityArabic(translit.CompileArabic(want[i]), translit.CompileArabic(got[i])) < respelt {
			return false
		}
	}
	return true
}

// respelt is how likely two words must be spellings of one.
const respelt = 0.05

// contradictions tells where one entry deprecates what another accepts.
func contradictions(entries []*Entry) []error {
	accepted := map[string]*Entry{}
	for _, e := range entries {
		for _, f := range e.Arabic {
			if f.Status <= Admitted {
				accepted[arabic.Fold(f.Text, arabic.Light)] = e
			}
		}
	}
	var errs []error
	for _, e := range entries {
		for _, f := range e.Arabic {
			other := accepted[arabic.Fold(f.Text, arabic.Light)]
			if f.Status != Deprecated || other == nil || other == e { // the last is told by validate
				continue
			}
			path, line := splitOrigin(e.Origin)
			errs = append(errs, &Error{path, line, fmt.Sprintf("%s deprecates %s, which %s (%s) accepts; take it out of one", e.Name, f.Text, other.Name, other.Origin)})
		}
	}
	return errs
}

func splitOrigin(origin string) (string, int) {
	i := strings.LastIndexByte(origin, ':')
	if i < 0 {
		return origin, 1
	}
	line := 1
	fmt.Sscanf(origin[i+1:], "%d", &line)
	return origin[:i], line
}
