// Package glossary holds the names that asma knows: entries with their Latin
// and Arabic forms, and the finding of these forms in a text.
//
// A glossary is compiled once into a flat form, the built-in one when asma is
// built, and never changes after: building may fail, finding cannot. All
// offsets are bytes, counted from 0, half open.
package glossary

import (
	"strings"

	"example.com/asma/glossary/arabic"
)

// Kind says what a name names.
type Kind uint8

// The kinds.
const (
	Other Kind = iota
	Person
	Place
	Organization
	Work
	Product
	Event
)

var kindNames = [...]string{"other", "person", "place", "organization", "work", "product", "event"}

func (k Kind) String() string { return kindNames[k] }

// ParseKind reads a kind; "" is Other.
func ParseKind(name string) (Kind, bool) {
	for i, n := range kindNames {
		if n == name {
			return Kind(i), true
		}
	}
	return Other, name == ""
}

// Status is the standing of a form, as in ISO 30042 (TBX).
type Status uint8

// The statuses. Translated is a deprecated form that is the name translated as
// ordinary words (القاضي for Judge): it counts only beside other evidence.
const (
	Preferred Status = iota
	Admitted
	Deprecated
	Translated
)

var statusNames = [...]string{"preferred", "admitted", "deprecated", "translated"}

func (s Status) String() string { return statusNames[s] }

// Accepted reports whether the form may be used.
func (s Status) Accepted() bool { return s <= Admitted }

// Article says whether a name takes ال.
type Article uint8

// AsWritten is the default: as the preferred form is written, and a family
// name may lose or gain it.
const (
	AsWritten Article = iota
	Never
	Always
	Optional
)

var articleNames = [...]string{"", "never", "always", "optional"}

// Form is one Arabic shape of a name.
type Form struct {
	Text     string
	Status   Status
	Ordinary bool // all its words are everyday words: decides nothing alone
}

// PartRole says which part of a person's name a part is.
type PartRole uint8

// The roles of parts.
const (
	Middle PartRole = iota
	Given
	Surname
)

// Part is one part of a person's name in both scripts: Haftar, حفتر. A part
// may have several words: عبد الفتاح.
type Part struct {
	Latin, Arabic string
	Role          PartRole
}

// Entry is the record of one name.
type Entry struct {
	Name        string // canonical Latin form
	Kind        Kind
	Arabic      []Form   // the preferred one first
	Latin       []string // further Latin forms, acronyms too
	Parts       []Part   // persons only, in order
	Article     Article
	KeepLatin   bool // may stay in Latin letters
	Translation bool // the Arabic is a translation, not a transliteration
	Exonym      bool // a conventional Arabic name that does not sound like the Latin one
	Mononym     bool // has no parts that may stand alone
	Word        bool // the Arabic is also an everyday word
	Distinct    []string
	Note        string
	Origin      string // path:line
}

// Preferred gives the preferred Arabic form, "" where the entry has none.
func (e *Entry) Preferred() string {
	if len(e.Arabic) > 0 && e.Arabic[0].Status == Preferred {
		return e.Arabic[0].Text
	}
	return ""
}

// Called gives the name without the words in parentheses that tell two of one
// name apart: Tripoli for Tripoli (Lebanon).
func (e *Entry) Called() string {
	name, _, _ := strings.Cut(e.Name, " (")
	return name
}

// Ref is one entry of a Glossary.
type Ref int32

// How a match was found.
type How uint8

// Listed is a whole form, Arabic or Latin; Part a given name or surname alone;
// Nisba the adjective of a place (باكستاني), a right word and no name.
const (
	Listed How = iota
	PartAlone
	Nisba
)

// Match is a listed form in a text.
type Match struct {
	Start, End int    // bytes of the text, clitics included
	Core       int    // where the form begins, behind clitics and an ال that is not its own
	Clitics    string // proclitics written on, without ال
	Definite   bool   // an ال that is not the form's own
	How        How
	Latin      bool
	Form       Form         // as the glossary writes it; Text is the Latin form where Latin
	Role       PartRole     // where How is PartAlone
	Entry      Ref          // the first of those that have the form
	Rivals     []Ref        // the others
	Differs    arabic.Folds // what had to be folded
	Words      int
}

// Glossary is a compiled set of entries. It is immutable and safe for
// concurrent use.
type Glossary struct {
	layers []*layer // the first looked up first
	hidden map[Ref]bool
}

// layerBits is where the layer's number stands in a Ref.
const layerBits = 24

// Len gives how many entries there are.
func (g *Glossary) Len() int {
	n := -len(g.hidden)
	for _, l := range g.layers {
		n += l.entries.count
	}
	return n
}

// Entry gives the entry of a ref. It is decoded at the first call and shared
// after: do not change it.
func (g *Glossary) Entry(r Ref) *Entry {
	return g.layers[r>>layerBits].entry(int(r & (1<<layerBits - 1)))
}

// All calls f for every entry until it returns false.
func (g *Glossary) All(f func(Ref, *Entry) bool) {
	for i, l := range g.layers {
		for j := range l.entries.count {
			ref := Ref(i<<layerBits | j)
			if !g.hidden[ref] && !f(ref, l.entry(j)) {
				return
			}
		}
	}
}
