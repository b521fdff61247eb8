package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.com/asma/cmd/internal/report"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

func newMatch(s streams) *cobra.Command {
	f := &flags{}
	var batch string
	cmd := &cobra.Command{
		Use:   "match A B",
		Short: "Are two spellings one name?",
		Long: `match hears two spellings, in any scripts, and tells how probable it is that they
are one name, whether that is enough, and which letters answer to which. Names of
several words are heard part by part. What the glossary knows decides: two forms
of one entry are one name, forms of two entries are two.

With --batch it reads pairs, one a line, parted by a tab, and writes the same
lines with two more columns: the probability, and yes or no. Further columns are
kept.

Exit code: 0 yes, 1 no, 2 wrong use; with --batch 0 when every line was a pair.`,
		Example: `  asma match Haftar هافتار
  asma match "Khalifa Haftar" "خليفة هافتار"
  asma match --batch pairs.tsv > judged.tsv
  paste latin.txt arabic.txt | asma match --batch -`,
		Args: func(cmd *cobra.Command, args []string) error {
			if batch != "" && len(args) > 0 {
				return errors.New("match --batch reads the pairs from its file; leave A and B out")
			}
			if batch == "" && len(args) != 2 {
				return fmt.Errorf("match takes two spellings, not %d; put a name of several words in quotes", len(args))
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(f, nil, s)
			if err != nil {
				return err
			}
			g, err := loadGlossary(settings)
			if err != nil {
				return err
			}
			if batch != "" {
				return matchBatch(g, batch, settings.jobs, s)
			}
			return matchPair(newMatcher(g), args[0], args[1], settings.view, s.out)
		},
	}
	glossaryFlags(cmd, f)
	cmd.Flags().StringVar(&batch, "batch", "", "judge the pairs in `FILE` (- for standard input)")
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", 0, "with --batch: `N` lines judged at once (default: one a processor)")
	return cmd
}

// glossaryFlags defines the flags of commands that ask the glossary alone.
func glossaryFlags(cmd *cobra.Command, f *flags) {
	cmd.Flags().StringArrayVarP(&f.glossaries, "glossary", "g", nil, "glossary `FILE`, over the built-in one (repeatable)")
	cmd.Flags().BoolVar(&f.noBuiltin, "no-builtin", false, "leave the built-in glossary out")
	cmd.Flags().StringVar(&f.color, "color", "auto", "colour `WHEN`: auto, always or never")
}

// matchBound is the probability from which two spellings are taken for one
// name: where being so is as likely as not.
const matchBound = 0.5

// matcher judges pairs. It remembers the names that it has prepared and is used
// by one goroutine.
type matcher struct {
	glossary *glossary.Glossary
	finder   *glossary.Finder
	known    map[string]*knownName
}

// knownName is a name prepared for comparison, with the entries that have it as
// a whole form.
type knownName struct {
	name    *translit.Name
	entries []glossary.Ref
}

// remembered bounds the names that a matcher keeps: some 100 MB.
const remembered = 30_000

func newMatcher(g *glossary.Glossary) *matcher {
	return &matcher{glossary: g, finder: g.NewFinder(), known: map[string]*knownName{}}
}

func (m *matcher) know(text string) *knownName {
	if n := m.known[text]; n != nil {
		return n
	}
	if len(m.known) >= remembered {
		clear(m.known)
	}
	n := &knownName{name: translit.CompileName(text)}
	for _, found := range m.finder.Find(text) {
		if found.How == glossary.Listed && found.Start == 0 && found.End == len(text) && found.Clitics == "" {
			n.entries = append(append(n.entries, found.Entry), found.Rivals...)
		}
	}
	m.known[strings.Clone(text)] = n
	return n
}

// judgement is what a matcher thinks of two spellings. The entries are those that
// decide, none where the ear does.
type judgement struct {
	probability float64
	entries     []glossary.Ref
}

func (v judgement) yes() bool { return v.probability >= matchBound }

func (m *matcher) judge(a, b string) judgement {
	x, y := m.know(a), m.know(b)
	if len(x.entries) == 0 || len(y.entries) == 0 {
		return judgement{probability: translit.ProbabilityName(x.name, y.name)}
	}
	for _, e := range x.entries {
		for _, other := range y.entries {
			if e == other {
				return judgement{1, []glossary.Ref{e}}
			}
		}
	}
	return judgement{0, []glossary.Ref{x.entries[0], y.entries[0]}}
}

// matchPair tells all about one pair.
func matchPair(m *matcher, a, b string, view report.View, out io.Writer) error {
	for _, text := range []string{a, b} {
		if !arabic.HasArabic(text) && !arabic.HasLatin(text) {
			return usage(fmt.Errorf("%q: match wants a name in Arabic or Latin letters", text))
		}
	}
	v := m.judge(a, b)
	word := "no"
	if v.yes() {
		word = "yes"
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s · %s: %s, probability %.4f\n", view.Isolate(a), view.Isolate(b), word, v.probability)
	text.WriteString(m.reason(v) + "\n")
	for _, part := range translit.NameParts(m.know(a).name, m.know(b).name) {
		text.WriteString("  " + explainPart(part, view) + "\n")
	}
	if _, err := io.WriteString(out, text.String()); err != nil {
		return failure(err)
	}
	if !v.yes() {
		return &coded{code: exitFindings}
	}
	return nil
}

func (m *matcher) reason(v judgement) string {
	switch len(v.entries) {
	case 1:
		e := m.glossary.Entry(v.entries[0])
		return fmt.Sprintf("glossary: both are forms of %s [%s]", e.Name, e.Origin)
	case 2:
		x, y := m.glossary.Entry(v.entries[0]), m.glossary.Entry(v.entries[1])
		return fmt.Sprintf("glossary: %s [%s] and %s [%s] are two names", x.Name, x.Origin, y.Name, y.Origin)
	}
	return fmt.Sprintf("ear: yes from %.2f, where one name is as likely as two at the rate at which names meet in an article", matchBound)
}

// explainPart shows on one line which letters answer to which.
func explainPart(p translit.Part, view report.View) string {
	if p.A == "" || p.B == "" {
		return fmt.Sprintf("%s: nothing answers to it, which a middle name may", view.Isolate(p.A+p.B))
	}
	line := fmt.Sprintf("%s · %s %.4f:", view.Isolate(p.A), view.Isolate(p.B), p.Probability)
	for _, pair := range p.Letters() {
		line += " " + view.Isolate(pair.String())
	}
	return line
}
