package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"example.com/asma/checks"
	"example.com/asma/glossary"
)

// The classes of fault that recall is counted over. The others are printed
// only: what differs by hamza, ى/ي or ة/ه alone (fold), bare acronyms, names
// translated as words, doubled words and ال alone.
var recalled = []string{"misspelt", "inconsistent", "latin", "half-latin", "clitic-latin", "split-merged", "article"}

// elsewhere are checks that a marking of the names of one article says nothing
// of.
var elsewhere = []string{"repeated-word", "untranslated-text", "corpus-inconsistency"}

// tally counts how findings and marks meet.
type tally struct {
	found, all       map[string]int // by class of fault
	right, wrong     int            // findings on a fault, and not
	mended, fixes    int            // faults whose first suggestion is right, of the recalled ones found
	cleanWrong       int            // wrong findings on clean articles
	cleanWords       int
	missed, mistaken []string // for people
}

// figures are what a tally comes to, each 0 to 1 but clean, which counts
// findings per 1,000 words.
type figures struct{ recall, precision, first, clean float64 }

func (t *tally) figures() figures {
	var hit, all int
	for _, class := range recalled {
		hit += t.found[class]
		all += t.all[class]
	}
	return figures{ratio(hit, all), ratio(t.right, t.right+t.wrong), ratio(t.mended, t.fixes), 1000 * ratio(t.cleanWrong, t.cleanWords)}
}

func ratio(part, whole int) float64 { return float64(part) / float64(max(1, whole)) }

func (t *tally) String() string {
	var b strings.Builder
	for _, class := range slices.Sorted(maps.Keys(t.all)) {
		fmt.Fprintf(&b, "  %-14s %4d of %4d\n", class, t.found[class], t.all[class])
	}
	f := t.figures()
	fmt.Fprintf(&b, "  recall %.3f  precision %.3f  first suggestion right %.3f  clean %.2f per 1,000 words", f.recall, f.precision, f.first, f.clean)
	return b.String()
}

// judge runs the checks over the articles and compares what they say with the
// marks. With shown, only faults are asked for that the article itself shows.
func judge(articles []article, g *glossary.Glossary, shown bool) *tally {
	t := &tally{found: map[string]int{}, all: map[string]int{}}
	byPath := findings(articles, g)
	for i := range articles {
		a := &articles[i]
		t.marks(a, byPath[a.name], shown)
		t.findings(a, byPath[a.name])
		if a.clean {
			t.cleanWords += words(a.text)
		}
	}
	return t
}

// findings gives what counts against an article, by its name: warnings and
// errors.
func findings(articles []article, g *glossary.Glossary) map[string][]checks.Finding {
	var sources []checks.Source
	for _, a := range articles {
		sources = append(sources, checks.Source{Path: a.name, Read: func() ([]byte, error) { return []byte(a.text), nil }})
	}
	byPath := map[string][]checks.Finding{}
	for f := range checks.Run(&checks.Settings{Glossary: g, Checks: checks.All}, sources, nil).Findings.All() {
		if f.Severity >= checks.Warning {
			byPath[f.Path] = append(byPath[f.Path], *f)
		}
	}
	return byPath
}

func overlap(f *checks.Finding, m *mark) bool {
	return f.Start.Offset < m.end && m.start < f.End.Offset
}

// marks counts the faults of an article that a finding overlaps.
func (t *tally) marks(a *article, fs []checks.Finding, shown bool) {
	for i := range a.marks {
		m := &a.marks[i]
		if m.fault == rightForm || m.doubtful || shown && !m.shown {
			continue
		}
		t.all[m.fault]++
		var over []checks.Finding
		for _, f := range fs {
			if overlap(&f, m) && (m.fault == "doubled") == (f.Check == "repeated-word") {
				over = append(over, f)
			}
		}
		switch {
		case len(over) == 0:
			t.missed = append(t.missed, fmt.Sprintf("%s | %s | %s | %s", a.name, m.text, m.fault, strings.Join(m.want, "; ")))
			continue
		case slices.Contains(recalled, m.fault):
			t.fixes++
			if slices.ContainsFunc(over, func(f checks.Finding) bool { return len(f.Fixes) > 0 && sameName(f.Fixes[0].Text, m.want) }) {
				t.mended++
			} else {
				t.mistaken = append(t.mistaken, fmt.Sprintf("%s | %s | suggestion for | %s", a.name, m.text, over[0].Message))
			}
		}
		t.found[m.fault]++
	}
}

// findings counts which findings are on a fault. One on a right form of a name
// that stands in several shapes counts neither way.
func (t *tally) findings(a *article, fs []checks.Finding) {
	for _, f := range fs {
		if slices.Contains(elsewhere, f.Check) {
			continue
		}
		var fault, shape, doubtful bool
		for i := range a.marks {
			if m := &a.marks[i]; overlap(&f, m) {
				fault = fault || m.fault != rightForm
				shape = shape || m.shown
				doubtful = doubtful || m.doubtful
			}
		}
		switch {
		case doubtful || !fault && shape:
		case fault:
			t.right++
		case a.clean:
			t.cleanWrong++
			t.mistaken = append(t.mistaken, told(a.name, &f))
		default:
			t.wrong++
			t.mistaken = append(t.mistaken, told(a.name, &f))
		}
	}
}

func told(name string, f *checks.Finding) string {
	return fmt.Sprintf("%s:%d:%d: %s [%s]", name, f.Start.Line, f.Start.Column, f.Message, f.Check)
}

// words counts runs of letters and digits.
func words(text string) int {
	return len(strings.FieldsFunc(unmarked.ReplaceAllString(text, ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// unmarked: harakat and tatweel, which make no difference between spellings.
var unmarked = regexp.MustCompile("[\u064B-\u0652\u0640]")

// sameName reports whether a suggestion is a wanted form, or some of its
// words, with proclitics or without: وللقذافي for معمر القذافي.
func sameName(suggestion string, want []string) bool {
	suggestion = unmarked.ReplaceAllString(suggestion, "")
	for _, w := range want {
		parts := strings.Fields(unmarked.ReplaceAllString(w, ""))
		for i := range parts {
			for j := i + 1; j <= len(parts); j++ {
				if withClitics(suggestion, strings.Join(parts[i:j], " ")) {
					return true
				}
			}
		}
	}
	return false
}

func withClitics(suggestion, name string) bool {
	pattern := "[وف]?[بكل]?" + regexp.QuoteMeta(name)
	if rest, ok := strings.CutPrefix(name, "ال"); ok {
		pattern += "|[وف]?لل" + regexp.QuoteMeta(rest)
	}
	return regexp.MustCompile("^(?:" + pattern + ")$").MatchString(suggestion)
}
