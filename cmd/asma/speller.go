package main

import (
	"cmp"
	"slices"
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
	"example.com/asma/glossary/translit"
)

// spelled is a name with its spellings, the best first.
type spelled struct {
	Name      string     `json:"name"`
	Spellings []spelling `json:"spellings"`
}

// spelling is one way to write a name in the other script.
type spelling struct {
	Text       string  `json:"text"`
	Confidence float64 `json:"confidence"`         // 0 to 1, comparable within a source
	Source     source  `json:"source"`             // the weakest of its parts
	Entry      string  `json:"entry,omitempty"`    // of the glossary
	Ordinary   bool    `json:"ordinary,omitempty"` // also an everyday word
}

func (s spelling) remark() string {
	switch {
	case s.Entry != "":
		return "  (" + s.Entry + ")"
	case s.Ordinary:
		return "  (also an everyday word)"
	}
	return ""
}

// source says where a spelling comes from; the surest is the least.
type source int

const (
	fromGlossary source = iota
	fromLexicon
	fromModel
)

var sourceNames = [...]string{"glossary", "lexicon", "model"}

func (s source) String() string               { return sourceNames[s] }
func (s source) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// speller proposes spellings.
type speller struct {
	*matcher
	house   translit.Profile
	reverse bool
	count   int
}

// spell gives the spellings of a name: forms of the glossary, then its words
// spelled one by one.
func (sp *speller) spell(name string) []spelling {
	var out []spelling
	for _, ref := range sp.know(name).entries {
		out = append(out, sp.forms(sp.glossary.Entry(ref))...)
	}
	rest := []spelling{{Confidence: 1}}
	for _, word := range nameWords(name) {
		rest = sp.extend(rest, word)
	}
	for _, s := range rest {
		same := func(o spelling) bool { return arabic.Same(o.Text, s.Text) }
		if s.Text != "" && !slices.ContainsFunc(out, same) {
			out = append(out, s)
		}
	}
	return out[:min(len(out), sp.count)]
}

// nameWords parts a name at its blanks and hyphens; an article stays with what
// follows.
func nameWords(name string) (words []string) {
	article := ""
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '\u00a0' }) {
		if l := strings.ToLower(w); l == "al" || l == "el" {
			article = "al-"
			continue
		}
		words = append(words, article+w)
		article = ""
	}
	return words
}

// forms are the accepted forms that an entry has in the other script.
func (sp *speller) forms(e *glossary.Entry) (out []spelling) {
	if sp.reverse {
		for i, text := range append([]string{e.Called()}, e.Latin...) {
			out = append(out, spelling{Text: text, Confidence: formConfidence(i), Entry: e.Name})
		}
		return out
	}
	for i, f := range e.Arabic {
		if f.Status.Accepted() {
			out = append(out, spelling{Text: f.Text, Confidence: formConfidence(i), Entry: e.Name})
		}
	}
	return out
}

// formConfidence is 1 for the first form of an entry; others are right too, but
// not what the glossary wants.
func formConfidence(place int) float64 {
	if place == 0 {
		return 1
	}
	return 0.9
}

// extend writes a word behind each of the beginnings and keeps the best.
func (sp *speller) extend(beginnings []spelling, word string) []spelling {
	var out []spelling
	for _, b := range beginnings {
		for _, w := range sp.word(word) {
			out = append(out, spelling{
				Text:       strings.TrimSpace(b.Text + " " + w.Text),
				Confidence: b.Confidence * w.Confidence,
				Source:     max(b.Source, w.Source),
				Ordinary:   w.Ordinary && b.Text == "",
			})
		}
	}
	slices.SortStableFunc(out, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), order(a.Ordinary, b.Ordinary), cmp.Compare(b.Confidence, a.Confidence))
	})
	return out[:min(len(out), 2*sp.count)]
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// word spells one word: as the persons of the glossary write it, then as the
// model would.
func (sp *speller) word(word string) (out []spelling) {
	bare, article := strings.CutPrefix(word, "al-")
	persons := 0
	parts := sp.glossary.CommonParts(bare)
	for _, p := range parts {
		persons += p.Persons
	}
	for _, p := range parts {
		out = append(out, spelling{Text: sp.withArticle(p.Text, article), Confidence: float64(p.Persons) / float64(persons), Source: fromLexicon})
	}
	modelled := sp.modelSpellings(bare)
	if len(out) == 0 && !sp.reverse {
		out = sp.sounding(bare, modelled, article)
	}
	for _, s := range modelled {
		s.Text = sp.withArticle(s.Text, article)
		if !slices.ContainsFunc(out, func(o spelling) bool { return arabic.Same(o.Text, s.Text) }) {
			out = append(out, s)
		}
	}
	return out
}

// sounding gives parts of persons of the glossary that are written otherwise in
// Latin and sound like the word: Gadhafi is القذافي, as Gaddafi is.
func (sp *speller) sounding(word string, modelled []spelling, article bool) (out []spelling) {
	const tried = 3
	const least, share = 0.8, 0.95 // share: less sure than the same spelling
	latin := translit.CompileLatin(word)
	for _, s := range modelled[:min(len(modelled), tried)] {
		for _, near := range sp.glossary.Sounding(nil, s.Text, soundsAlike) {
			text := sp.partOf(near)
			if text == "" || slices.ContainsFunc(out, func(o spelling) bool { return arabic.Same(o.Text, sp.withArticle(text, article)) }) {
				continue
			}
			if p := translit.Probability(latin, translit.CompileArabic(text)); p >= least {
				out = append(out, spelling{Text: sp.withArticle(text, article), Confidence: share * p, Source: fromLexicon})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b spelling) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// partOf gives a known word as the name of a person has it, "" where it is no
// part of one.
func (sp *speller) partOf(near glossary.Near) string {
	word := sp.glossary.Word(near)
	for _, ref := range sp.glossary.AppendRefs(nil, near) {
		if part := sp.glossary.Entry(ref).PartFor(word); part != "" && !strings.Contains(part, " ") {
			return part
		}
	}
	return ""
}

func (sp *speller) withArticle(text string, article bool) string {
	if article && !sp.reverse {
		return arabic.Definite(text)
	}
	return text
}

func (sp *speller) modelSpellings(word string) (out []spelling) {
	list := translit.Romanize(word, sp.count)
	if !sp.reverse {
		list = translit.Spell(word, sp.count, sp.house)
	}
	for _, s := range list {
		ordinary := !sp.reverse && arabic.Ordinary(s.Text)
		out = append(out, spelling{Text: s.Text, Confidence: s.Probability, Source: fromModel, Ordinary: ordinary})
	}
	return out
}
