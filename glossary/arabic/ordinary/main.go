//go:build generate

// Command ordinary writes ordinary.bin, the automaton of everyday Arabic words
// in package arabic. It expands the nouns and verbs of the Ayaspell dictionary
// (Debian package hunspell-ar) with their endings, leaves out the classes that
// hold proper names, and adds the words of words.txt. The dictionary has every
// form that grammar allows (بوشرا, جنسين); the word list of Tesseract (Debian
// package tesseract-ocr-ara), made from web pages, tells which are in use.
//
//	combine_tessdata -u /usr/share/tesseract-ocr/5/tessdata/ara.traineddata ara.
//	dawg2wordlist ara.lstm-unicharset ara.lstm-word-dawg web.txt
//	go run -tags generate ./glossary/arabic/ordinary -dir /usr/share/hunspell -web web.txt
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.com/asma/glossary/arabic"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("dir", "/usr/share/hunspell", "folder of ar.aff and ar.dic")
	web := flag.String("web", "web.txt", "words that stand in web pages, one a line")
	here := flag.String("here", "glossary/arabic", "folder of package arabic")
	flag.Parse()
	words := expand(readAffixes(filepath.Join(*dir, "ar.aff")), filepath.Join(*dir, "ar.dic"))
	used := usedWords(*web)
	for _, w := range readList(filepath.Join(*here, "ordinary", "words.txt")) {
		addWord(words, w)
		addWord(used, w)
	}
	sorted := make([]string, 0, len(words))
	for w := range words {
		sorted = append(sorted, w)
	}
	slices.Sort(sorted)
	attested := map[string]bool{}
	for _, w := range sorted {
		if inUse(w, used) {
			attested[w] = true
		}
	}
	data := automaton(sorted, attested)
	if err := os.WriteFile(filepath.Join(*here, "ordinary.bin"), data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d words, %d of them in use, %d bytes\n", len(sorted), len(attested), len(data))
}

// usedWords reads the word list of the web, each word in all its readings, so
// that the clitics are cut.
func usedWords(path string) map[string]bool {
	used := map[string]bool{}
	for _, line := range readList(path) {
		for _, r := range arabic.Readings(arabic.Fold(line, arabic.Light)) {
			addWord(used, r.Stem)
		}
	}
	return used
}

// inUse reports whether a word stands in web pages, or a long one from which it
// is made by a frequent ending: the list is too short to have them all.
func inUse(word string, used map[string]bool) bool {
	if used[word] {
		return true
	}
	for _, ending := range []string{"ة", "ات", "ون", "ين"} {
		if stem, found := strings.CutSuffix(word, ending); found && len(stem) >= 2*4 && (used[stem] || used[stem+"ة"]) {
			return true
		}
	}
	return false
}

// nameClasses are the affix classes of ar.dic whose members are countries,
// months, prophets, cities: names, not words.
var nameClasses = map[string]bool{
	"57": true, "59": true, "60": true, "62": true, "63": true, "64": true, "92": true, "93": true,
	"109": true, "221": true, "222": true, "224": true, "225": true,
}

type affixes struct {
	sets  [][]string          // AF n: the flags of class n, from 1
	rules map[string][]suffix // by flag
}

type suffix struct {
	strip, add string
	when       *regexp.Regexp
}

func readAffixes(path string) affixes {
	a := affixes{rules: map[string][]suffix{}}
	for _, line := range readList(path) {
		f := strings.Fields(line)
		switch {
		case len(f) >= 3 && f[0] == "AF":
			a.sets = append(a.sets, pairs(f[1]))
		case len(f) >= 5 && f[0] == "SFX":
			a.rules[f[1]] = append(a.rules[f[1]], suffix{
				strings.Trim(f[2], "0"), strings.Trim(strings.Split(f[3], "/")[0], "0"), regexp.MustCompile(f[4] + "$"),
			})
		}
	}
	return a
}

func pairs(flags string) (out []string) {
	for ; len(flags) >= 2; flags = flags[2:] {
		out = append(out, flags[:2])
	}
	return out
}

func expand(a affixes, path string) map[string]bool {
	words := map[string]bool{}
	section := ""
	for _, line := range readList(path) {
		if strings.HasSuffix(line, ".dic") {
			section = line
			continue
		}
		word, class, _ := strings.Cut(strings.Fields(line)[0], "/")
		if nameClasses[class] || section == "names.dic" && class == "" {
			continue
		}
		addWord(words, word)
		if n, err := strconv.Atoi(class); err == nil && section != "verb.huns.dic" {
			for _, flag := range a.sets[n-1] {
				addEndings(words, word, a.rules[flag])
			}
		}
	}
	return words
}

func addEndings(words map[string]bool, word string, rules []suffix) {
	for _, s := range rules {
		if stem, found := strings.CutSuffix(word, s.strip); found && s.when.MatchString(word) {
			addWord(words, stem+s.add)
		}
	}
}

// addWord adds the word as it is written and without the hamza of its first
// alef, which much news text leaves out.
func addWord(words map[string]bool, word string) {
	word = arabic.Fold(word, arabic.Light)
	if !letters.MatchString(word) {
		return
	}
	words[word] = true
	for _, seat := range []string{"أ", "إ", "آ"} {
		if rest, found := strings.CutPrefix(word, seat); found && len(rest) >= 4 {
			words["ا"+rest] = true
		}
	}
}

var letters = regexp.MustCompile(`^[\x{0621}-\x{064A}]{2,}$`)

func readList(path string) (lines []string) {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		if line := strings.TrimSpace(scanner.Text()); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	return lines
}
