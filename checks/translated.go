package checks

import (
	"slices"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// translatedPart gives the entry of a translated form that has a word of the
// name beside what is translated, أرز in «سوزان أرز»; nil for none.
func (r *reader) translatedPart(c claim, a *Article) *glossary.Entry {
	if c.Form.Status != glossary.Translated {
		return nil
	}
	first, last := c.first, c.last
	if c.Words == 1 {
		if !a.follows(c.first) {
			return nil
		}
		first, last = c.first-1, c.first-1
	}
	words := a.Tokens[first : last+1]
	if slices.ContainsFunc(words, func(t Token) bool { return t.word.title }) {
		return nil // «السيدة غاغا» may well be written so
	}
	if a.Tokens[c.last].word.script == arabic.Arabic && r.isPlace(a.Tokens[c.last].word.light) {
		return nil // «زار مايكل الأردن»
	}
	for _, ref := range c.refs {
		entry := r.settings.Glossary.Entry(ref)
		if slices.ContainsFunc(words, func(t Token) bool {
			return t.word.script == arabic.Arabic && !t.word.ordinary && entry.HasWord(t.word.light) && !isLastPart(entry, t.word.light) && !r.isElsewhere(entry, t.word.light)
		}) {
			return entry
		}
	}
	return nil
}

// isLastPart reports whether a word is the surname of an entry: «يونغ الشاب» has
// it already.
func isLastPart(entry *glossary.Entry, word string) bool {
	n := len(entry.Parts)
	return n > 0 && arabic.Key(entry.Parts[n-1].Arabic) == arabic.Key(word)
}

// isElsewhere reports whether a word of an organization is a place by itself:
// «بريد نيويورك» may be mail.
func (r *reader) isElsewhere(entry *glossary.Entry, word string) bool {
	return entry.Kind == glossary.Organization && r.isPlace(word)
}

// isPlace reports whether a place is called just so.
func (r *reader) isPlace(word string) bool {
	g := r.settings.Glossary
	return slices.ContainsFunc(g.ByWord(word), func(ref glossary.Ref) bool {
		place := g.Entry(ref)
		return place.Kind == glossary.Place && arabic.Key(arabic.Indefinite(place.Preferred())) == arabic.Key(arabic.Indefinite(word))
	})
}

// isMereWord reports a word that translates a person's surname and stands where
// anything may: مايو in an article on تيريزا ماي. In «قال مايو» and behind a
// title it is a name.
func (a *Article) isMereWord(c claim, entry *glossary.Entry) bool {
	if c.Form.Status != glossary.Translated || c.Words > 1 || entry.Kind != glossary.Person || !a.Tokens[c.first].word.ordinary {
		return false
	}
	return !a.speaksAt(c.first) && !(a.follows(c.first) && a.Tokens[c.first-1].word.title)
}
