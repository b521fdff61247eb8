package checks

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// word is what a word alone decides, worked out once per distinct word and
// remembered.
type word struct {
	script   arabic.Script
	light    string // light-folded
	ordinary bool   // an everyday word in one of its readings
	joined   bool   // an everyday word behind a clitic: بآلات
	possible bool   // a word that grammar allows, in use or not: متسلقون
	title    bool   // a word such as الرئيس that stands before a name
	known    bool   // a word of a listed form, in one of its readings
	stems    []stem // Arabic: its readings, the whole word first
	capital  bool   // Latin: has an upper-case letter
	upper    bool   // Latin: all upper case, two letters or more
}

// stem is one reading of an Arabic word: what is left when clitics are cut.
type stem struct {
	clitics  string
	definite bool   // ال was cut off too
	text     string // light-folded, without ال
	key      string // medium-folded
	skip     int    // bytes of the light-folded word that were cut
}

// vocabulary remembers words. It is not safe for concurrent use: every worker
// has its own.
type vocabulary struct {
	glossary *glossary.Glossary
	words    map[string]*word
	pairs    map[[2]string][]candidate
	entries  map[*glossary.Entry][]nucleus
	sounds   map[string]*sound
	lone     map[string]candidate
	spelled  map[string]string
	joined   map[string]joinedWord

	likenesses map[uint64]float32 // by the ids of two sounds
	lastID     uint32             // of a sound
	compiled   []*sound           // those that are ready to be compared
	nearby     []glossary.Near    // a buffer
}

// vocabularyLimit is when a vocabulary forgets everything, so that memory does
// not grow with the corpus. News has some 100,000 distinct words in 30 MB.
const vocabularyLimit = 1 << 15

func newVocabulary(g *glossary.Glossary) *vocabulary {
	v := &vocabulary{glossary: g}
	v.forget()
	return v
}

func (v *vocabulary) forget() {
	v.words = make(map[string]*word, 4096)
	v.pairs = map[[2]string][]candidate{}
	v.sounds = map[string]*sound{}
	v.compiled = nil
	v.entries = map[*glossary.Entry][]nucleus{}
	v.likenesses = map[uint64]float32{}
	v.lone = map[string]candidate{}
	v.spelled = map[string]string{}
	v.joined = map[string]joinedWord{}
}

func (v *vocabulary) word(text string, script arabic.Script) *word {
	if w, ok := v.words[text]; ok {
		return w
	}
	text = strings.Clone(text)
	w := v.newWord(text, script)
	v.words[text] = w
	return w
}

func (v *vocabulary) newWord(text string, script arabic.Script) *word {
	switch script {
	case arabic.Arabic:
		return v.newArabic(text)
	case arabic.Latin:
		return newLatin(text)
	}
	return &word{script: script, light: text}
}

func (v *vocabulary) newArabic(text string) *word {
	w := &word{script: arabic.Arabic, light: arabic.Fold(text, arabic.Light)}
	w.ordinary = arabic.Common(w.light)
	w.possible = w.ordinary || arabic.Ordinary(w.light)
	w.joined = w.ordinary && behindClitic(w.light)
	w.known = v.glossary.Known(w.light)
	w.title = isTitle(w.light)
	for _, r := range arabic.Readings(w.light) {
		if len(r.Stem) < 4 || r.Skip == 0 && r.Clitics != "" {
			continue
		}
		w.stems = append(w.stems, stem{
			clitics: r.Clitics, definite: r.Article, text: r.Stem, key: arabic.Key(r.Stem), skip: r.Skip,
		})
	}
	if len(w.stems) == 0 {
		w.stems = []stem{{text: w.light, key: arabic.Key(w.light)}}
	}
	return w
}

// behindClitic reports whether a word can be read as a clitic and an everyday
// word.
func behindClitic(light string) bool {
	for _, r := range arabic.Readings(light) {
		if r.Clitics != "" && arabic.Common(r.Stem) {
			return true
		}
	}
	return false
}

func newLatin(text string) *word {
	bare := text[:len(text)-arabic.Possessive(text)]
	w := &word{script: arabic.Latin, light: bare}
	letters := strings.ReplaceAll(bare, ".", "")
	w.capital = strings.ToLower(letters) != letters
	w.upper = w.capital && len(letters) > 1 && strings.ToUpper(letters) == letters
	return w
}

// interesting reports whether the word can be part of a name by itself.
func (w *word) interesting() bool {
	return w.script == arabic.Latin || w.script == arabic.Arabic && (!w.ordinary || w.known || w.title)
}
