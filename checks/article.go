package checks

import (
	"example.com/asma/checks/document"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// Article is a document as the checks see it: its prose, the words of it that
// matter, and the mentions of names, found once.
type Article struct {
	Doc      *document.Document
	Segments []*document.Segment // those that are checked, in order
	Tokens   []Token             // words that can be part of a name, and their neighbours, in order
	Runs     []LatinRun          // stretches of Latin words
	Mentions []Mention           // in order of place
	Names    []*Name             // in order of first mention
	Unheard  []Unheard           // words that may be names and that nothing here makes one
	Words    int                 // all words
	Arabic   int                 // of these, the ones in Arabic letters
	lines    *document.Lines

	named   map[nameKey]*Name // Names, while they grow
	foreign map[string]*Name  // those without an entry, by the key of their Latin label
}

// Token is a word of an article.
type Token struct {
	Segment    int // index in Article.Segments
	Start, End int // bytes in the segment's text
	word       *word
	Position   int32  // which word of the article it is, from 0
	mention    int32  // index in Mentions + 1; 0 where it belongs to none
	run        int32  // index in Runs + 1
	stem       uint16 // index in word.stems of the reading that was chosen
	Gap        Gap    // what stands between it and the word before
	mark       Mark
}

// Gap is what stands between a word and the one before.
type Gap uint8

// The gaps: another segment or a sign of punctuation, blanks or a hyphen,
// nothing at all.
const (
	Apart Gap = iota
	Blank
	Glued
)

// Mention is one occurrence of a name.
type Mention struct {
	Segment     int
	Start, End  int // bytes in the segment's text, clitics included
	Core        int // where the name itself begins, behind the clitics
	First, Last int // its tokens, both included
	Name        *Name
	Spelling    string // the name as written, without clitics
	Clitics     string // proclitics, written on or standing before
	Want        string // what the glossary or the text wants in its place, without clitics; "" if nothing better is known
	Evidence    string // why it was taken for this name, for people
	Confidence  float64
	Script      arabic.Script
	Status      Status
	Differs     arabic.Folds // fold classes that part the spelling from the listed form
	Definite    bool         // ال before it that is not the form's own
	Alone       bool         // a surname without the rest of the name
	Lone        bool         // heard by its sound alone, or a mere word, with nothing beside it that confirms
	Shared      bool         // a form that names no entry by itself: of several, or a given name
	Doubtful    bool         // a homograph or everyday word that nothing else confirms
	dropped     bool         // taken back: the article means another name
}

// Status says how a mention stands to what is known of its name.
type Status uint8

// The statuses. Those up to Translated come from the glossary, the others
// from the ear.
const (
	Preferred  Status = iota // the form that the glossary prefers
	Admitted                 // another accepted form
	Deprecated               // a form that the glossary lists as wrong
	Translated               // the name translated as a word: القاضي for Judge
	Unlisted                 // heard as a form of a listed name, but not listed
	Discovered               // an Arabic spelling of a name that has no entry
	Foreign                  // Latin letters
)

var statusNames = [...]string{"preferred", "admitted", "deprecated", "translated", "unlisted", "discovered", "latin"}

func (s Status) String() string { return statusNames[s] }

// Accepted reports whether the glossary accepts the spelling.
func (s Status) Accepted() bool { return s <= Admitted }

// Unheard is a word that looks like a name, though no list and nothing else in
// the article says of whom: the spellings of other files may.
type Unheard struct {
	Text       string // without clitics
	Segment    int
	Start, End int // bytes in the segment's text: its first place, without clitics
	Count      int
}

// Name is one name of an article with all its mentions.
type Name struct {
	Label    string          // what to call it: the entry's name, else the Latin spelling, else the best Arabic one
	Entry    *glossary.Entry // nil for a name found in the text alone
	Mentions []int           // indices in Article.Mentions
	chapter  uint32          // number of the last one that has it as a whole: see vocabulary.article
	Unsure   bool            // nothing but a narrow count tells which spelling is the right one
	Best     string          // the Arabic spelling to use: preferred form, or what text and ear speak for; "" if none is known
}

// Text gives the prose between two bytes of a segment.
func (a *Article) Text(segment, start, end int) string {
	return a.Segments[segment].Text[start:end]
}

// spelling gives a token's letters as written.
func (a *Article) spelling(t *Token) string { return a.Text(t.Segment, t.Start, t.End) }

// place turns a byte offset of the file into a Place.
func (a *Article) place(offset int) Place {
	p := a.lines.Position(offset)
	return Place{Offset: offset, Line: p.Line, Column: p.Column, UTF16: p.UTF16, ByteCol: p.Byte}
}

// follows reports whether token i stands right behind token i-1, with nothing
// but a blank or a hyphen between.
func (a *Article) follows(i int) bool {
	return i > 0 && i < len(a.Tokens) && a.Tokens[i].Gap != Apart &&
		a.Tokens[i].Position == a.Tokens[i-1].Position+1
}
