package checks

import (
	_ "embed"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// titleList holds the words that stand before a person's name in news text,
// one a line, without ال and clitics.
//
//go:embed titles.txt
var titleList string

var titles = func() []string {
	words := strings.Fields(titleList)
	slices.Sort(words)
	return words
}()

// isTitle reports whether a light-folded word is a title, in one reading.
func isTitle(light string) bool {
	var buffer [16]arabic.Reading
	for _, r := range arabic.AppendReadings(buffer[:0], light) {
		if _, found := slices.BinarySearch(titles, r.Stem); found {
			return true
		}
	}
	return false
}
