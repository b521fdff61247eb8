package main

import (
	"cmp"
	"slices"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// soundsAlike is how far the shapes of words may be apart for the ear to be asked
// whether they are spellings of one.
const soundsAlike = 4

// alike gives some words of the glossary that sound like one of a text, in
// either script, the nearest first: حفتر for Haftr or هافتار. They are folded.
func (m *matcher) alike(text string) []string {
	const most = 3
	type heard struct {
		word        string
		probability float64
	}
	var found []heard
	for _, w := range arabic.Words(text) {
		asked := translit.CompileName(w.Of(text))
		for _, near := range m.near(w.Of(text)) {
			word := m.glossary.Word(near)
			if p := translit.ProbabilityName(asked, translit.CompileName(word)); p >= matchBound {
				found = append(found, heard{word, p})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b heard) int { return cmp.Compare(b.probability, a.probability) })
	var out []string
	for _, f := range found {
		if len(out) < most && !slices.Contains(out, f.word) {
			out = append(out, f.word)
		}
	}
	return out
}

// near gives the known words that may sound like one; a Latin one is spelled in
// Arabic first.
func (m *matcher) near(word string) (out []glossary.Near) {
	const tried = 3
	spellings := []string{word}
	if !arabic.HasArabic(word) {
		spellings = nil
		for _, s := range translit.Spell(word, tried, translit.Profile{}) {
			spellings = append(spellings, s.Text)
		}
	}
	for _, s := range spellings {
		for _, n := range m.glossary.Sounding(nil, s, soundsAlike) {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}
