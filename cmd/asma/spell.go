package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.com/asma/cmd/internal/report"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// spellFlags are the words of the command line of spell, as written.
type spellFlags struct {
	flags
	count   int
	reverse bool
	format  string
	house   translit.Profile
}

func newSpell(s streams) *cobra.Command {
	f := &spellFlags{}
	cmd := &cobra.Command{
		Use:   "spell NAME…",
		Short: "Write a Latin name in Arabic, or the other way",
		Long: `spell proposes Arabic spellings of Latin names, the best first, with a confidence
and where each comes from: the glossary (a form of the whole name; confidence 1
where it is the preferred one), the lexicon (what the glossary's persons with such
a part use; the share of those persons), or the model (the share that a spelling
has of all that the model thinks of). A name of several words stands in quotes; -
reads names from standard input, one a line.

--g, --v and --p say what your house writes for these sounds where the model
spells. Exit code: 0, or 1 where a name could not be spelled.`,
		Example: `  asma spell Haftar "Naveed Ashraf"
  asma spell --g ج -n 3 Gramsci
  asma spell --reverse حفتر
  cut -f1 names.tsv | asma spell --format json -`,
		Args:              takes(1, -1, "one name or more"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return usage(err)
			}
			settings, err := settle(&f.flags, nil, s)
			if err != nil {
				return err
			}
			names, err := askedNames(args, s.in)
			if err != nil {
				return failure(err)
			}
			if err := f.checkScripts(names); err != nil {
				return usage(err)
			}
			g, err := loadGlossary(settings)
			if err != nil {
				return err
			}
			sp := &speller{matcher: newMatcher(g), house: f.house, reverse: f.reverse, count: f.count}
			return showSpellings(sp, names, f.format, settings.view, s.out)
		},
	}
	glossaryFlags(cmd, &f.flags)
	cmd.Flags().IntVarP(&f.count, "count", "n", 5, "spellings of each name, at most `N`")
	cmd.Flags().BoolVar(&f.reverse, "reverse", false, "write Arabic names in Latin letters")
	cmd.Flags().StringVarP(&f.format, "format", "f", "table", "output `FORMAT`: table or json")
	houseFlag(cmd, &f.house.G, "g")
	houseFlag(cmd, &f.house.V, "v")
	houseFlag(cmd, &f.house.P, "p")
	completeWords(cmd, "format", spellFormats)
	return cmd
}

// houseLetters are the letters that houses write for a sound.
var houseLetters = map[string][]string{"g": {"غ", "ج", "ق", "ك", "گ"}, "v": {"ف", "ڤ"}, "p": {"ب", "پ"}}

var spellFormats = []string{"table", "json"}

func houseFlag(cmd *cobra.Command, value *string, sound string) {
	usage := "the house writes `LETTER` for " + sound + ": " + strings.Join(houseLetters[sound], ", ") + " (default: as the model likes)"
	cmd.Flags().StringVar(value, sound, "", usage)
}

// check tells all that is wrong with the flags.
func (f *spellFlags) check() error {
	var errs []error
	for _, h := range [...]struct{ sound, letter string }{{"g", f.house.G}, {"v", f.house.V}, {"p", f.house.P}} {
		errs = append(errs, oneOf("--"+h.sound, h.letter, append([]string{""}, houseLetters[h.sound]...)))
	}
	errs = append(errs, oneOf("--format", f.format, spellFormats))
	if f.count < 1 {
		errs = append(errs, fmt.Errorf("-n %d: use a number from 1", f.count))
	}
	if f.reverse && f.house != (translit.Profile{}) {
		errs = append(errs, errors.New("--reverse writes Latin letters: leave --g, --v and --p out"))
	}
	return errors.Join(errs...)
}

func oneOf(flag, value string, words []string) error {
	for _, w := range words {
		if w == value {
			return nil
		}
	}
	return fmt.Errorf("%s %s: use %s", flag, value, strings.Join(strings.Fields(strings.Join(words, " ")), ", "))
}

func askedNames(args []string, stdin io.Reader) (names []string, err error) {
	for _, a := range args {
		if a != "-" {
			names = append(names, a)
			continue
		}
		read, err := readNames(stdin)
		if err != nil {
			return nil, err
		}
		names = append(names, read...)
	}
	return names, nil
}

// checkScripts tells every name that is not in the script that is spelled from.
func (f *spellFlags) checkScripts(names []string) error {
	var errs []error
	for _, n := range names {
		switch {
		case f.reverse && !arabic.HasArabic(n):
			errs = append(errs, fmt.Errorf("%q: --reverse wants a name in Arabic letters", n))
		case !f.reverse && !arabic.HasLatin(n):
			errs = append(errs, fmt.Errorf("%q: spell wants a name in Latin letters; --reverse spells Arabic ones", n))
		}
	}
	return errors.Join(errs...)
}

// showSpellings prints the spellings of every name.
func showSpellings(sp *speller, names []string, format string, view report.View, out io.Writer) error {
	missing := false
	results := []spelled{}
	for _, name := range names {
		r := spelled{name, sp.spell(name)}
		missing = missing || len(r.Spellings) == 0
		results = append(results, r)
	}
	if format == "json" {
		w := json.NewEncoder(out)
		w.SetEscapeHTML(false)
		w.SetIndent("", "  ")
		if err := w.Encode(results); err != nil {
			return failure(err)
		}
	} else if err := tableOfSpellings(results, view, out); err != nil {
		return failure(err)
	}
	if missing {
		return &coded{code: exitFindings}
	}
	return nil
}

func tableOfSpellings(results []spelled, view report.View, out io.Writer) error {
	var b strings.Builder
	for i, r := range results {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%s\n", view.Isolate(r.Name))
		for n, s := range r.Spellings {
			fmt.Fprintf(&b, "%3d  %.2f  %-8s  %s%s\n", n+1, s.Confidence, s.Source, view.Isolate(s.Text), s.remark())
		}
		if len(r.Spellings) == 0 {
			b.WriteString("  nothing to propose\n")
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
