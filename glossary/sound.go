package glossary

import (
	"math/bits"
	"slices"
	"strings"

	"example.com/asma/glossary/arabic"
)

// The letters of both scripts fall into classes that machine translation and
// transliteration mix up; letters of no class are dropped: vowels, h-like
// sounds, ع and hamza. Classes are meant to find too much: the ear decides
// among what they find.
const classNames = "bfkstrlmn"

var classLetters = [len(classNames)]string{"بپbp", "فڤfv", "قكغخجگkcqgjx", "سصزثظذشچژszç", "طتدضtd", "رr", "لl", "مm", "نn"}

// tableSize is how far the tables of letters go: beyond the letters of Arabic
// and of the keys of Latin words there are none with a class.
const tableSize = 0x700

// classOf gives the class of a letter, 0 for none.
var classOf = func() (t [tableSize]byte) {
	for i, letters := range classLetters {
		for _, r := range letters {
			t[r] = classNames[i]
		}
	}
	return t
}()

// Skeleton gives the classes of the consonants of a word key in either script,
// without doubles: one letter a class. Words that sound alike have skeletons
// that are the same or differ little.
func Skeleton(key string) string {
	var buffer [32]byte
	return string(appendSkeleton(buffer[:0], key))
}

func appendSkeleton(dst []byte, key string) []byte {
	first := len(dst)
	for _, r := range key {
		if r >= tableSize {
			continue
		}
		if c := classOf[r]; c != 0 && (len(dst) == first || dst[len(dst)-1] != c) {
			dst = append(dst, c)
		}
	}
	return dst
}

// Shape is a word at a glance: its consonants without doubles, and which vowels
// stand before each. Two shapes are set against each other in some nanoseconds,
// so that the ear listens only to words that can be spellings of one name.
//
// From the low end it holds a slot of nine bits for each of the first seven
// consonants, five for the letter and four for the vowels before it; then one
// with no letter for the vowels behind the last.
type Shape uint64

const (
	shapeSlots = 7
	slotBits   = 9
	slotMask   = 1<<slotBits - 1
	letterBits = 5
	letterMask = 1<<letterBits - 1

	// shapeLetters are numbered from 1; behind them stand the classes, for
	// Latin letters: one may be any Arabic letter of its class.
	shapeLetters = "بتثجخدذرزسشصضطظغفقكلمن"
	lastArabic   = Shape(len(shapeLetters) / 2)
)

// vowels are the letters that share a bit of a slot; what comes and goes (ه, ع,
// ح, hamza) has the next.
var vowels = [...]string{"اa", "وouw", "يeiy"}

const weakVowel = 1 << (letterBits + len(vowels))

// slotOf gives what a letter brings to a slot: its number or the bit of a vowel.
var slotOf = func() (t [tableSize]uint16) {
	for r := range t {
		t[r] = weakVowel
		if class := classOf[r]; class != 0 {
			t[r] = uint16(lastArabic) + 1 + uint16(strings.IndexByte(classNames, class))
		}
	}
	number := uint16(0)
	for _, r := range shapeLetters {
		number++
		t[r] = number
	}
	for i, letters := range vowels {
		for _, r := range letters {
			t[r] = 1 << (letterBits + i)
		}
	}
	return t
}()

// letterClass gives the class of a letter's number.
var letterClass = func() (t [letterMask + 1]byte) {
	for r, class := range classOf {
		if class != 0 {
			t[slotOf[r]] = class
		}
	}
	return t
}()

// ShapeOf gives the shape of a word key in either script.
func ShapeOf(key string) (s Shape) {
	slot, last, at := uint16(0), byte(0), 0
	for _, r := range key {
		add := uint16(weakVowel)
		if r < tableSize {
			add = slotOf[r]
		}
		class := letterClass[add&letterMask]
		switch {
		case class == 0:
			slot |= add
		case class == last: // a double; the vowels between stand before the next
		case at == shapeSlots*slotBits:
			return s
		default:
			s |= Shape(slot|add) << at
			slot, last, at = 0, class, at+slotBits
		}
	}
	if at < shapeSlots*slotBits {
		s |= Shape(slot) << at
	}
	return s
}

// What parts two shapes, as Far counts it, a vowel that one of them lacks being
// 1.
const (
	farLetter  = 2 // another letter of the class: ط for ت
	farDropped = 3 // a consonant that one of them lacks
	farSwapped = 3 // two neighbours in the other order: هتفار, حفتر
	farOther   = 4 // a consonant of another class
)

// TooFar is what Far gives for words whose numbers of consonants differ by more
// than one.
const TooFar = 99

// Far says how far two words are apart, less one for each consonant of the
// shorter, because longer words may differ in more. The ear hardly ever hears
// one name in two words that are further apart than 4, and is hardly ever sure
// of it beyond 1.
func (s Shape) Far(t Shape) int {
	n, m := s.consonants(), t.consonants()
	switch n - m {
	case 0:
		return s.aligned(t, n) - n
	case 1:
		return s.dropped(t, m) - m
	case -1:
		return t.dropped(s, n) - n
	}
	return TooFar
}

// consonants gives how many slots have a letter.
func (s Shape) consonants() int {
	const lowest = 1 | 1<<slotBits | 1<<(2*slotBits) | 1<<(3*slotBits) | 1<<(4*slotBits) | 1<<(5*slotBits) | 1<<(6*slotBits)
	return bits.OnesCount64(uint64((s | s>>1 | s>>2 | s>>3 | s>>4) & lowest)) // the five bits of a letter
}

// slotsFar sets the first slots of two shapes against each other.
func slotsFar(s, t Shape) int {
	x, y := s&letterMask, t&letterMask
	far := bits.OnesCount16(uint16((s^t)&slotMask) >> letterBits)
	switch {
	case x == y:
	case letterClass[x] != letterClass[y]:
		far += farOther
	case x <= lastArabic && y <= lastArabic:
		far += farLetter
	}
	return far
}

// aligned sets two shapes of n consonants against each other.
func (s Shape) aligned(t Shape, n int) (far int) {
	for i := 0; i <= n; i++ {
		if i+1 < n && swapped(s, t) {
			apart := (s>>slotBits | s) ^ (t>>slotBits | t) // the vowels of either pair
			far += farSwapped + bits.OnesCount16(uint16(apart&slotMask)>>letterBits)
			s, t = s>>(2*slotBits), t>>(2*slotBits)
			i++
			continue
		}
		far += slotsFar(s, t)
		s, t = s>>slotBits, t>>slotBits
	}
	return far
}

// swapped reports whether the first two consonants of one shape are, by class,
// those of the other in the other order.
func swapped(s, t Shape) bool {
	a, b := letterClass[s&letterMask], letterClass[s>>slotBits&letterMask]
	return a != b && a == letterClass[t>>slotBits&letterMask] && b == letterClass[t&letterMask]
}

// dropped sets a shape of n+1 consonants against one of n, leaving out the
// consonant without which they are nearest. The vowels before it go to what
// follows it.
func (s Shape) dropped(t Shape, n int) int {
	var rest [shapeSlots + 2]int // by slot of t: how far it and those behind are from those of s one further on
	for i := n; i >= 0; i-- {
		rest[i] = rest[i+1] + slotsFar(s>>((i+1)*slotBits), t>>(i*slotBits))
	}
	least, before := TooFar, 0
	for i := 0; i <= n; i++ {
		least = min(least, before+slotsFar(s>>slotBits|s&slotMask&^letterMask, t)+rest[i+1])
		before += slotsFar(s, t)
		s, t = s>>slotBits, t>>slotBits
	}
	return least + farDropped
}

// soundKeys gives the hashes under which a word is found by its sound.
func soundKeys(dst []uint32, skeleton []byte) []uint32 {
	if len(skeleton) < 2 {
		return dst
	}
	dst = append(dst, uint32(hashString(string(skeleton))))
	if len(skeleton) >= 4 { // one wrong consonant is forgiven
		var buffer [32]byte
		for i := range skeleton {
			less := append(append(buffer[:0], skeleton[:i]...), skeleton[i+1:]...)
			dst = append(dst, uint32(hashString(string(less))))
		}
	}
	return dst
}

// Near is a known word that may be another spelling of one that was asked for.
type Near struct{ layer, word int }

// Sounding appends the known words that may sound like an Arabic word and whose
// shapes are no further apart than far; Latin ones where the Arabic of a name
// is an exonym, because تريبولي spells Tripoli and nothing of طرابلس. It gives
// too many; the ear decides.
func (g *Glossary) Sounding(dst []Near, word string, far int) []Near {
	key := arabic.Key(arabic.Indefinite(arabic.Fold(word, arabic.Light)))
	shape := ShapeOf(key)
	var skeletonRoom [32]byte
	var keyRoom [40]uint32
	hashes := soundKeys(keyRoom[:0], appendSkeleton(skeletonRoom[:0], key))
	first := len(dst)
	for i, l := range g.layers {
		self := l.find(key)
		for _, h := range hashes {
			for word := l.sounds.steps(int(h % uint32(l.sounds.count))); word.next(); {
				if word.n == self || shape.Far(l.shape(word.n)) > far {
					continue
				}
				if near := (Near{i, word.n}); !slices.Contains(dst[first:], near) {
					dst = append(dst, near)
				}
			}
		}
	}
	return dst
}

// Word gives the word itself: the key of a form's word, without ال.
func (g *Glossary) Word(n Near) string { return g.layers[n.layer].keys.at(n.word) }

// AppendRefs appends the entries that have it in an accepted form.
func (g *Glossary) AppendRefs(dst []Ref, n Near) []Ref { return g.appendUses(dst, n.layer, n.word) }

// Sounds reports whether an entry has a word that is no further than far from a
// shape.
func (g *Glossary) Sounds(r Ref, s Shape, far int) bool {
	l := g.layers[r>>layerBits]
	for word := l.heard.steps(int(r & (1<<layerBits - 1))); word.next(); {
		if s.Far(l.shape(word.n)) <= far {
			return true
		}
	}
	return false
}

// AppendShapes appends the shapes of the words that an entry is heard by.
func (g *Glossary) AppendShapes(dst []Shape, r Ref) []Shape {
	l := g.layers[r>>layerBits]
	for word := l.heard.steps(int(r & (1<<layerBits - 1))); word.next(); {
		dst = append(dst, l.shape(word.n))
	}
	return dst
}
