//go:build train

package fit

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// Pair is a Latin name token with one Arabic spelling of it.
type Pair struct {
	Latin, Arabic string // folded: LatinKey, Light
	Count         int
}

// Read reads pairs from a tab-separated file with a header and the columns
// latin, arabic and, if there, count. Tokens that are no single word of their
// script are left out. The second value is the hash of the file.
func Read(path string) ([]Pair, string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, "", err
	}
	defer file.Close()
	sum := sha256.New()
	scanner := bufio.NewScanner(io.TeeReader(file, sum))
	counts := map[[2]string]int{}
	for line := 1; scanner.Scan(); line++ {
		f := strings.Split(scanner.Text(), "\t")
		if len(f) < 2 {
			return nil, "", fmt.Errorf("%s:%d: want latin, arabic, count parted by tabs", path, line)
		}
		count := 1
		if len(f) > 2 {
			if n, err := strconv.Atoi(f[2]); err == nil {
				count = n
			}
		}
		latin, arab := arabic.LatinKey(strings.Trim(f[0], "\"'")), arabic.Fold(f[1], arabic.Light)
		if !usable(latin, arab) {
			continue
		}
		counts[[2]string{latin, arab}] += count
	}
	var pairs []Pair
	for key, n := range counts {
		pairs = append(pairs, Pair{key[0], key[1], n})
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.Latin, b.Latin), cmp.Compare(a.Arabic, b.Arabic)) })
	return pairs, hex.EncodeToString(sum.Sum(nil)[:8]), scanner.Err()
}

func usable(latin, arab string) bool {
	if len(latin) < 2 || len(latin) > 20 || len(arab) < 4 || len(arab) > 36 {
		return false
	}
	return len(translit.LatinCodes(latin)) == len(latin) && !strings.ContainsAny(arab, " ") && len(translit.ArabicCodes(arab)) >= 2
}

// HeldOut reports whether a Latin token is kept for measuring: one of ten, by
// a fixed hash of its letters.
func HeldOut(latin string) bool { return bucket(latin) == 0 }

// bucket parts Latin tokens into ten equal heaps.
func bucket(latin string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(latin))
	return h.Sum32() % 10
}

// Split parts pairs into those to learn from and those to measure on.
func Split(pairs []Pair) (train, test []Pair) {
	for _, p := range pairs {
		if HeldOut(p.Latin) {
			test = append(test, p)
		} else {
			train = append(train, p)
		}
	}
	return train, test
}

// weight tempers counts, so that John does not drown a thousand rare names.
func (p Pair) weight() float64 { return math.Sqrt(math.Min(float64(p.Count), 25)) }

// native reports letters that only names of Arabic origin are written with.
func native(arab string) bool { return translit.Native(arab) }

// Distinct are two Arabic names that sound alike, with a Latin form of each.
type Distinct struct{ Arabic, Latin [2]string }

// ReadDistinct reads pairs of Arabic names that are two: a tab-separated file
// with a header and the columns arabic, latin, count, arabic, latin. It
// gives those with a Latin token that is held out, or the others.
func ReadDistinct(path string, heldOut bool) ([]Distinct, error) {
	if path == "" {
		return nil, nil
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Distinct
	for line := range strings.Lines(string(source)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 5 || f[0] == "ar1" || (HeldOut(arabic.LatinKey(f[1])) || HeldOut(arabic.LatinKey(f[4]))) != heldOut {
			continue
		}
		out = append(out, Distinct{
			[2]string{arabic.Fold(f[0], arabic.Light), arabic.Fold(f[3], arabic.Light)},
			[2]string{arabic.LatinKey(f[1]), arabic.LatinKey(f[4])},
		})
	}
	return out, nil
}

// ReadWords gives ordinary Arabic words: those of a list, one a line, or of a
// dictionary of Hunspell. Of the latter, names are left out and of the many
// verb forms and particles one of eight is taken.
func ReadWords(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	seen := map[string]bool{}
	section := ""
	for n, line := range strings.Split(string(source), "\n") {
		if word, found := strings.CutSuffix(strings.TrimSpace(line), ".dic"); found {
			section = word
			continue
		}
		entry, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		word, class, _ := strings.Cut(entry, "/")
		word = arabic.Fold(word, arabic.Light)
		rare := section == "stopwords" || section == "verb.huns"
		if nameClasses[class] || section == "names" && class == "" || rare && n%8 != 0 {
			continue
		}
		if !seen[word] && len(translit.ArabicCodes(word)) >= 2 && !strings.ContainsAny(word, " :") {
			seen[word] = true
			out = append(out, word)
		}
	}
	return out, nil
}

// nameClasses are the affix classes of Debian's hunspell-ar whose members are
// countries, months, prophets and cities.
var nameClasses = map[string]bool{
	"57": true, "59": true, "60": true, "62": true, "63": true, "64": true, "92": true, "93": true,
	"109": true, "221": true, "222": true, "224": true, "225": true,
}
