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

// nisbaStems gives what the adjectives of a place begin with.
func nisbaStems(place string) []string {
	var out []string
	for _, dropped := range nisbaDropped {
		if stem, found := strings.CutSuffix(place, dropped); found && isStem(stem, dropped) {
			out = append(out, stem)
		}
	}
	return out
}

func isStem(stem, dropped string) bool {
	return stem != "" && (dropped == "" || len(stem) >= 4) // two letters at least
}

// nisbaPlaces calls f for the key of every place name that a word key may be
// the adjective of: باكستاني may come from باكستان, باكستانيا, باكستانا … if
// the glossary has a place with this stem.
func (g *Glossary) nisbaPlaces(key string, f func(place string)) {
	if !strings.Contains(key[max(0, len(key)-longestNisba):], "ي") {
		return
	}
	for _, ending := range nisbaEndings {
		stem, found := strings.CutSuffix(key, ending)
		if !found || stem == "" || !g.mayBeStem(stem) {
			continue
		}
		for _, dropped := range nisbaDropped {
			if isStem(stem, dropped) {
				f(stem + dropped)
			}
		}
	}
}

func (g *Glossary) mayBeStem(stem string) bool {
	p := probeOf(stem)
	for _, l := range g.layers {
		if l.stems.may(p) {
			return true
		}
	}
	return false
}
