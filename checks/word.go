package checks

import (
	"strings"

	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// word is what a word alone decides, worked out once per distinct word and
// remembered.
type word struct {
	light       string // light-folded
	readings    []stem // see stems
	script      arabic.Script
	interesting bool   // it can be part of a name that the glossary does not find
	ordinary    bool   // an everyday word in one of its readings
	possible    bool   // a word that grammar allows, in use or not: متسلقون
	title       bool   // a word such as الرئيس that stands before a name
	lead        bool   // a small word that begins names: بن
	article     bool   // an ال that stands apart: «ال جنينة» for الجنينة
	known       bool   // a word of a listed form, in one of its readings
	knownStems  uint16 // these readings, a bit each
	clitic      answer // see behindClitic
	likeLatin   bool   // see ear.likesLatin
	latinOf     uint32 // number of the chapter that this holds for
	capital     bool   // Latin: has an upper-case letter
	upper       bool   // Latin: all upper case, two letters or more
	marked      uint32 // the last article in which an unlisted word stood beside it, see findTwins
}

// stem is one reading of an Arabic word: what is left when clitics are cut.
type stem struct {
	clitics  string
	definite bool   // ال was cut off too
	text     string // light-folded, without ال
	key      string // medium-folded
	skip     int    // bytes of the light-folded word that were cut
	known    bool   // a word of a listed form
	lead     bool   // a small word that makes one part of a name with the next

	place *place // see vocabulary.stem
	sound *sound // see vocabulary.soundOf
}

// place is what an article has of a key. All stems with the key share it.
type place struct {
	article uint32   // number of the article that the rest speaks of
	bare    bool     // it stands there without clitics, or behind several
	whole   bool     // it stands there as a word whose أل is no article: ألكسندر
	behind  string   // the clitic that it stands behind
	atoms   [2]*atom // of words that are no everyday words, and of such
}

// here gives the place as the article has it that is being read.
func (p *place) here(v *vocabulary) *place {
	if p.article != v.article {
		*p = place{article: v.article}
	}
	return p
}

// vocabulary remembers words. It is not safe for concurrent use: every worker
// has its own.
type vocabulary struct {
	glossary *glossary.Glossary
	runs     *arabic.Runs // values: places in known, from 1
	known    []knownRun
	words    []runWord     // of all runs, one behind the other
	room     []word        // for new words
	split    []arabic.Word // a buffer

	places  map[string]*place // by key
	article uint32            // number of the article, or chapter of one, that is being heard
	pairs   map[neighbourhood][]candidate
	entries map[*glossary.Entry][]nucleus
	sounds  map[string]*sound
	spelled map[string]string
	joined  map[string]joinedWord

	likenesses map[uint64]float32 // by the ids of two sounds
	lastID     uint32             // of a sound
	compiled   []*sound           // those that are ready to be compared
	nearby     []glossary.Near    // a buffer
}

// knownRun says where the words of a run stand.
type knownRun struct{ first, count uint32 }

// runWord is a word of a run.
type runWord struct {
	word       *word
	start, end uint32 // bytes in the run
}

// vocabularyLimit is how many runs of letters the vocabularies of a run know
// together when one forgets everything, and leastVocabulary what each may know,
// so that memory grows neither with the corpus nor much with the jobs. News has
// some 100,000 distinct words in 15 MB, but most of them stand there once.
const (
	vocabularyLimit = 1 << 15
	leastVocabulary = 1 << 12
)

func newVocabulary(g *glossary.Glossary) *vocabulary {
	v := &vocabulary{glossary: g}
	v.forget()
	return v
}

func (v *vocabulary) forget() {
	*v = vocabulary{
		glossary: v.glossary, runs: arabic.NewRuns(), places: map[string]*place{},
		pairs: map[neighbourhood][]candidate{}, entries: map[*glossary.Entry][]nucleus{}, sounds: map[string]*sound{},
		spelled: map[string]string{}, joined: map[string]joinedWord{}, likenesses: map[uint64]float32{},
	}
}

// wordsOf gives the words of a run of text; see arabic.Runs.
func (v *vocabulary) wordsOf(text string, run *arabic.Run) []runWord {
	value := v.runs.Value(text, run)
	if *value == 0 {
		*value = v.learn(text[run.Start:run.End])
	}
	known := v.known[*value-1]
	return v.words[known.first:][:known.count]
}

func (v *vocabulary) learn(run string) uint32 {
	v.split = arabic.AppendWords(v.split[:0], run)
	v.known = append(v.known, knownRun{uint32(len(v.words)), uint32(len(v.split))})
	for _, w := range v.split {
		v.words = append(v.words, runWord{v.newWord(w.Of(run), w.Script), uint32(w.Start), uint32(w.End)})
	}
	return uint32(len(v.known))
}

func (v *vocabulary) newWord(text string, script arabic.Script) *word {
	if len(v.room) == 0 {
		v.room = make([]word, 256) // few large pieces are less work for the collector
	}
	w := &v.room[0]
	v.room = v.room[1:]
	w.script = script
	if len(text) > arabic.LongestWord {
		return w
	}
	w.light = strings.Clone(arabic.Fold(text, arabic.Light))
	switch script {
	case arabic.Arabic:
		v.readArabic(w)
	case arabic.Latin:
		w.readLatin()
	}
	return w
}

func (v *vocabulary) readArabic(w *word) {
	w.ordinary = arabic.Common(w.light)
	w.possible = w.ordinary || arabic.Ordinary(w.light)
	var buffer [16]arabic.Reading
	for i, r := range arabic.AppendReadings(buffer[:0], w.light) {
		if v.glossary.IsWord(r.Stem) {
			w.knownStems |= 1 << i
		}
	}
	w.known = w.knownStems != 0
	w.title = isTitle(w.light)
	w.lead = leads[w.light]
	_, definite, detached := arabic.Detached(w.light)
	w.article = detached && definite
	w.interesting = !w.ordinary || w.title || w.lead || detached
}

// stems gives the readings of an Arabic word, the whole word first; a Latin word
// has one.
func (w *word) stems() []stem {
	if w.readings != nil {
		return w.readings
	}
	if w.script == arabic.Latin {
		w.readings = []stem{{text: w.light, key: arabic.LatinKey(w.light)}}
		return w.readings
	}
	var buffer [16]arabic.Reading
	for i, r := range arabic.AppendReadings(buffer[:0], w.light) {
		if len(r.Stem) < 4 || r.Skip == 0 && r.Clitics != "" {
			continue
		}
		key := arabic.Key(r.Stem)
		w.readings = append(w.readings, stem{
			clitics: r.Clitics, definite: r.Article, text: r.Stem, key: key, skip: r.Skip, known: w.knownStems>>i&1 != 0, lead: leads[key],
		})
	}
	if len(w.readings) == 0 {
		key := arabic.Key(w.light)
		w.readings = []stem{{text: w.light, key: key, known: w.knownStems&1 != 0, lead: leads[key]}}
	}
	return w.readings
}

// stem gives a reading of a word with its place.
func (v *vocabulary) stem(w *word, reading int) *stem {
	s := &w.stems()[reading]
	if s.place == nil {
		s.place = v.place(s.key)
	}
	return s
}

func (v *vocabulary) place(key string) *place {
	p := v.places[key]
	if p == nil {
		p = &place{}
		v.places[strings.Clone(key)] = p
	}
	return p
}

// atomOf gives the atom of the article that has a key and is no everyday word;
// nil for none.
func (v *vocabulary) atomOf(key string) *atom {
	if p := v.places[key]; p != nil {
		return p.here(v).atoms[0]
	}
	return nil
}

// soundOf gives the sound of a stem.
func (v *vocabulary) soundOf(s *stem) *sound {
	if s.sound == nil {
		s.sound = v.sound(s.text)
	}
	return s.sound
}

// answer is what is remembered of a question, if it was asked.
type answer uint8

const (
	notAsked answer = iota
	no
	yes
)

// behindClitic reports whether a word can be read as a clitic and an everyday
// word: بآلات.
func (w *word) behindClitic() bool {
	if w.clitic == notAsked {
		w.clitic = no
		if w.readsBehindClitic() {
			w.clitic = yes
		}
	}
	return w.clitic == yes
}

func (w *word) readsBehindClitic() bool {
	var buffer [16]arabic.Reading
	for _, r := range arabic.AppendReadings(buffer[:0], w.light) {
		if r.Clitics != "" && arabic.Common(r.Stem) {
			return true
		}
	}
	return false
}

func (w *word) readLatin() {
	w.light = w.light[:len(w.light)-arabic.Possessive(w.light)]
	letters := strings.ReplaceAll(w.light, ".", "")
	w.capital = strings.ToLower(letters) != letters
	w.upper = w.capital && len(letters) > 1 && strings.ToUpper(letters) == letters
	w.interesting = true
}
