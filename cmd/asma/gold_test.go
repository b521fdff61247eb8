package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// mark is one mention of a name in an article, and what a person says of it.
type mark struct {
	start, end int    // bytes
	text       string // as written, clitics only where they are part of the fault
	fault      string // class of the fault; right where there is none
	shown      bool   // the name stands in the article in two or more shapes, so that the text itself shows the fault
	want       []string
	doubtful   bool // people may differ: counts neither way
}

const rightForm = "right"

// article is a text with its gold marking.
type article struct {
	name  string // file name
	text  string
	clean bool
	marks []mark
}

// cleanArticle: what is named so has no fault in it.
func cleanArticle(name string) bool { return strings.HasPrefix(name, "clean-") }

// readMarked reads the articles of a folder, each with the marking in
// NAME.gold.tsv beside NAME.txt.
func readMarked(folder string) ([]article, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []article
	var errs []error
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tsv") {
			continue
		}
		a, err := readArticle(folder, e.Name())
		if err == nil {
			err = a.readTSV(filepath.Join(folder, strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))+".gold.tsv"))
		}
		errs = append(errs, err)
		out = append(out, a)
	}
	return out, errors.Join(errs...)
}

// readClean reads the articles of a folder in which nothing is wrong.
func readClean(folder string) ([]article, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []article
	var errs []error
	for _, e := range entries {
		a, err := readArticle(folder, e.Name())
		errs = append(errs, err)
		out = append(out, a)
	}
	return out, errors.Join(errs...)
}

func readArticle(folder, name string) (article, error) {
	text, err := os.ReadFile(filepath.Join(folder, name))
	return article{name: name, text: string(text), clean: cleanArticle(name)}, err
}

// readTSV reads the columns line, column (code points, both from 1), text,
// fault, shown, wanted, name. A clean article may do without the file.
func (a *article) readTSV(path string) error {
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && a.clean {
		return nil
	}
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(strings.TrimPrefix(a.text, "\uFEFF"), "\n")
	var errs []error
	for i, row := range strings.Split(strings.TrimSpace(string(source)), "\n") {
		if i == 0 {
			continue // the head
		}
		m, err := parseRow(row, lines, len(a.text)-len(strings.Join(lines, "")))
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", path, i+1, err))
		}
		a.marks = append(a.marks, m)
	}
	return errors.Join(errs...)
}

// parseRow reads a mark and holds that its text stands where it says. before
// is the length of what precedes the first line (a byte order mark).
func parseRow(row string, lines []string, before int) (mark, error) {
	cells := strings.Split(row, "\t")
	if len(cells) != 7 {
		return mark{}, fmt.Errorf("%d cells, want 7", len(cells))
	}
	line, err1 := strconv.Atoi(cells[0])
	column, err2 := strconv.Atoi(cells[1])
	if err := errors.Join(err1, err2); err != nil {
		return mark{}, err
	}
	if line < 1 || line > len(lines) {
		return mark{}, fmt.Errorf("the article has %d lines, not %d", len(lines), line)
	}
	here := lines[line-1]
	at := byteOffset(here, column-1)
	if !strings.HasPrefix(here[at:], cells[2]) {
		return mark{}, fmt.Errorf("“%s” does not stand there; it begins in column %d", cells[2], 1+utf8.RuneCountInString(upTo(here, cells[2])))
	}
	start := before + len(strings.Join(lines[:line-1], "")) + at
	m := mark{start: start, end: start + len(cells[2]), text: cells[2], fault: cells[3], shown: cells[4] == "shown"}
	if cells[5] != "" {
		m.want = strings.Split(cells[5], "; ")
	}
	return m, nil
}

func upTo(line, text string) string {
	before, _, _ := strings.Cut(line, text)
	return before
}

// byteOffset gives the bytes of the first n code points of s.
func byteOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// jsonMention is a mention in a gold.jsonl: the name of its entity in a
// document, with offsets in code points.
type jsonMention struct {
	Text      string
	Problem   string
	Also      []string
	Want      []string
	Zone      string
	Uncertain bool
	FoldOnly  bool `json:"fold_only"`
	Offsets   [][2]int
}

type jsonEntity struct {
	Doc       string
	Preferred string   `json:"preferred_ar"`
	AlsoOK    []string `json:"also_ok"`
	Uncertain bool
	Mentions  []jsonMention
}

// readGold reads the articles that the gold.jsonl of a folder marks.
func readGold(folder string) ([]article, error) {
	source, err := os.ReadFile(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	byName := map[string]*article{}
	var order []string
	for line := range strings.Lines(string(source)) {
		var e jsonEntity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return nil, err
		}
		if byName[e.Doc] == nil {
			a, err := readArticle(folder, e.Doc)
			if err != nil {
				return nil, err
			}
			byName[e.Doc] = &a
			order = append(order, e.Doc)
		}
		byName[e.Doc].add(e)
	}
	slices.Sort(order)
	var out []article
	for _, name := range order {
		out = append(out, *byName[name])
	}
	return out, nil
}

// faultOf maps the problems of a gold.jsonl to the classes used here.
var faultOf = map[string]string{
	"none": rightForm, "nonstandard-spelling": "misspelt", "inconsistent-within-document": "inconsistent",
	"latin-leftover": "latin", "clitic+latin": "clitic-latin", "split/merged": "split-merged",
	"wrong-name": "translated", "acronym": "acronym",
}

func (a *article) add(e jsonEntity) {
	for _, g := range e.Mentions {
		m := mark{text: g.Text, fault: faultOf[g.Problem], want: g.Want, doubtful: g.Uncertain || e.Uncertain || g.Zone == "chrome"}
		m.shown = g.Problem == "inconsistent-within-document" || slices.Contains(g.Also, "inconsistent-within-document")
		if g.FoldOnly && m.fault != rightForm {
			m.fault = "fold"
		}
		if len(m.want) == 0 {
			m.want = append([]string{e.Preferred}, e.AlsoOK...)
		}
		for _, o := range g.Offsets {
			m.start, m.end = byteOffset(a.text, o[0]), byteOffset(a.text, o[1])
			a.marks = append(a.marks, m)
		}
	}
}
