// Command prove checks every row of the built-in glossary and tells what is
// wrong with it; with -sample it prints rows drawn at random for a review by
// people.
//
//	go run ./glossary/builtin/prove
//	go run ./glossary/builtin/prove -homographs
//	go run ./glossary/builtin/prove -sample 300 -seed 7
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"example.com/asma/glossary"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("dir", "glossary/builtin", "folder of the TSV files")
	sample := flag.Int("sample", 0, "print so many rows drawn at random, and check nothing")
	seed := flag.Uint64("seed", 1, "what the drawing begins from: the same number, the same rows")
	homographs := flag.Bool("homographs", false, "list the forms that several entries share, and check nothing")
	flag.Parse()
	entries, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case *sample > 0:
		printSample(os.Stdout, entries, *sample, *seed)
	case *homographs:
		printHomographs(os.Stdout, entries)
	default:
		faults := prove(entries)
		for _, f := range faults {
			fmt.Println(f)
		}
		fmt.Printf("%d entries, %d faults\n", len(entries), len(faults))
		if len(faults) > 0 {
			os.Exit(1)
		}
	}
}

// printSample prints rows without their files, so that a reviewer judges the
// name and nothing else.
func printSample(w io.Writer, entries []*glossary.Entry, n int, seed uint64) {
	order := rand.New(rand.NewPCG(seed, 0)).Perm(len(entries))
	for i, at := range order[:min(n, len(order))] {
		e := entries[at]
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\n", i+1, e.Name, e.Kind, forms(e), strings.Join(e.Latin, "|"), e.Note)
	}
}

// forms writes the Arabic forms: those to avoid behind a cross.
func forms(e *glossary.Entry) string {
	var out []string
	for _, f := range e.Arabic {
		if f.Status.Accepted() {
			out = append(out, f.Text)
		} else {
			out = append(out, "×"+f.Text)
		}
	}
	return strings.Join(out, "|")
}

// printHomographs lists the accepted forms of more than one entry.
func printHomographs(w io.Writer, entries []*glossary.Entry) {
	shared := map[string][]string{}
	for _, e := range entries {
		for _, f := range e.Arabic {
			if f.Status.Accepted() {
				shared[f.Text] = append(shared[f.Text], e.Name)
			}
		}
	}
	var out []string
	for form, names := range shared {
		if len(names) > 1 {
			out = append(out, form+"\t"+strings.Join(names, "\t"))
		}
	}
	slices.Sort(out)
	for _, line := range out {
		fmt.Fprintln(w, line)
	}
}
