package glossary

import "strings"

// nisbaEndings make the adjective of a place, folded: باكستاني, باكستانية,
// باكستانيون. Adjectives are right words; knowing them keeps them from being
// heard as faults.
var nisbaEndings = [...]string{"ي", "يه", "يون", "يين", "يات", "يتين", "يان", "يا"}

// longestNisba is the length of the longest ending in bytes.
const longestNisba = len("يتين")

// nisbaDropped is what the adjective drops of the name: ليبيا gives ليب,
// إفريقية إفريق, فرنسا فرنس, كندا كند.
var nisbaDropped = [...]string{"", "يا", "يه", "ا", "ه", "ي"}

// nisbaPlaces calls f for the key of every place name that a word key may be
// the adjective of: باكستاني may come from باكستان, باكستانيا, باكستانا …
func nisbaPlaces(key string, f func(place string)) {
	if !strings.Contains(key[max(0, len(key)-longestNisba):], "ي") {
		return
	}
	for _, ending := range nisbaEndings {
		stem, found := strings.CutSuffix(key, ending)
		if !found || stem == "" {
			continue
		}
		for _, dropped := range nisbaDropped {
			if dropped == "" || len(stem) >= 4 { // two letters at least
				f(stem + dropped)
			}
		}
	}
}
