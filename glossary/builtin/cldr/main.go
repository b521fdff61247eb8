//go:build generate

// Command cldr writes cldr-*.tsv of the Unicode Common Locale Data Repository:
// territories, languages, currencies and the cities that time zones are called
// by, in English and Arabic. It needs the npm packages cldr-core,
// cldr-localenames-full, cldr-dates-full and cldr-numbers-full:
//
//	npm install --prefix /tmp/cldr cldr-localenames-full cldr-dates-full cldr-numbers-full
//	go run -tags generate ./glossary/builtin/cldr -cldr /tmp/cldr/node_modules
//
// CLDR writes for menus, not for newsrooms. A name of places-*.tsv therefore
// wins over CLDR's, and left-out.tsv lists the rows that are dropped, each with
// its reason. The licence of the data stands in LICENSE.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// row is one name as CLDR has it.
type row struct {
	key, name, arabic string
	latin             []string
}

// set is one TSV file.
type set struct {
	name, kind string
	rules      string // that every row has
	rows       func(dir string) []row
}

var sets = []set{
	{"territories", "place", "", territories},
	{"cities", "place", "", cities},
	{"languages", "other", "translation word article=optional mononym", languages},
	{"currencies", "other", "translation mononym", currencies},
}

func main() {
	log.SetFlags(0)
	dir := flag.String("cldr", "", "folder that npm installed the packages to: …/node_modules")
	to := flag.String("to", "glossary/builtin", "folder of the built-in glossary")
	flag.Parse()
	taken := handWritten(*to)
	out := leftOut(filepath.Join(*to, "cldr", "left-out.tsv"))
	for _, s := range sets {
		var lines []string
		for _, r := range s.rows(*dir) {
			if taken.has(r) || out.drops(s.name, r) || odd(r.arabic) {
				continue
			}
			taken.add(r.name)
			for _, latin := range r.latin {
				taken.add(latin)
			}
			lines = append(lines, line(s, r))
		}
		slices.Sort(lines)
		path := filepath.Join(*to, "cldr-"+s.name+".tsv")
		text := "name\tkind\tarabic\talso\tnever\ttranslated\tlatin\trules\tnote\n# Written by glossary/builtin/cldr of CLDR (Unicode-3.0); mend left-out.tsv or places-*.tsv, not this file\n"
		if err := os.WriteFile(path, []byte(text+strings.Join(lines, "")), 0o644); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d names\n", path, len(lines))
	}
	out.tellUnused()
}

func line(s set, r row) string {
	rules := s.rules
	if rules == "" {
		rules = rulesFor(r)
	}
	return fmt.Sprintf("%s\t%s\t%s\t\t\t\t%s\t%s\t%s\n", r.name, s.kind, r.arabic, strings.Join(r.latin, "|"), rules, "CLDR "+s.name)
}

// odd reports what no newsroom writes: explanations in brackets, two names
// with a dash, stray signs, a «مدينة» that is no part of the name.
func odd(text string) bool {
	return text == "" || strings.ContainsAny(text, "()-–،0123456789") || strings.HasPrefix(text, "مدينة ") || arabic.HasLatin(text)
}

// names is a set of Latin names, folded.
type names map[string]bool

func (n names) add(name string) { n[arabic.LatinKey(name)] = true }

func (n names) has(r row) bool {
	return slices.ContainsFunc(append([]string{r.name}, r.latin...), func(s string) bool { return n[arabic.LatinKey(s)] })
}

// handWritten gives the names of the rows that people wrote.
func handWritten(dir string) names {
	out := names{}
	files, err := filepath.Glob(filepath.Join(dir, "places-*.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		entries, err := glossary.Parse(path, source)
		if err != nil {
			log.Fatal(err)
		}
		for _, e := range entries {
			out.add(e.Called())
			for _, latin := range e.Latin {
				out.add(latin)
			}
		}
	}
	return out
}

// dropped is what left-out.tsv lists, by set and key.
type dropped map[[2]string]bool

func leftOut(path string) dropped {
	source, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	out := dropped{}
	for line := range strings.Lines(string(source)) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 3 && cells[0] != "set" {
			out[[2]string{cells[0], cells[1]}] = false
		}
	}
	return out
}

func (d dropped) drops(set string, r row) bool {
	key := [2]string{set, r.key}
	if _, found := d[key]; found {
		d[key] = true
		return true
	}
	return false
}

// tellUnused names the exclusions that exclude nothing any more.
func (d dropped) tellUnused() {
	for key, used := range d {
		if !used {
			log.Printf("left-out.tsv: %s %s: nothing to leave out", key[0], key[1])
		}
	}
}

// read reads a JSON file of one of the packages.
func read(dir, path string, into any) {
	source, err := os.ReadFile(filepath.Join(dir, path))
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(source, into); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
}
