package arabic

import (
	"strings"
	"unicode/utf8"
)

// Folds is a set of folding classes: kinds of difference between two
// spellings that are ignored when they are compared. Each class has a name,
// so that a difference can be told to the reader.
type Folds uint16

// The classes. Light is what no reader takes for another spelling; Medium adds
// what careless writers mix up and readers do notice.
const (
	Harakat      Folds = 1 << iota // vowel signs and Quranic marks: مُحَمَّد = محمد
	Tatweel                        // the stretching sign: ســلام = سلام
	Invisible                      // joiners, bidi controls, soft hyphen
	Presentation                   // ready-made shapes U+FB50–FDFF, U+FE70–FEFF: ﻻ = لا
	LookAlike                      // Persian and Urdu code points of the same letter: ک = ك, ی = ي
	Digits                         // ٣ = 3
	Hamza                          // أ إ آ ٱ = ا, ؤ = و, ئ = ي, ء dropped
	Yeh                            // final ى = ي
	Teh                            // final ة = ه
	Persian                        // letters for foreign sounds: پ = ب, ڤ = ف, چ = ج, گ = غ, ژ = ج

	Light  = Harakat | Tatweel | Invisible | Presentation | LookAlike | Digits
	Medium = Light | Hamza | Yeh | Teh | Persian
)

var foldNames = []struct {
	class Folds
	name  string
}{
	{Harakat, "harakat"}, {Tatweel, "tatweel"}, {Invisible, "invisible controls"},
	{Presentation, "presentation forms"}, {LookAlike, "look-alike letters"}, {Digits, "digits"},
	{Hamza, "hamza"}, {Yeh, "ى/ي"}, {Teh, "ة/ه"}, {Persian, "letters for foreign sounds"},
}

// String names the classes of the set, as in “hamza and ة/ه”.
func (f Folds) String() string {
	var names []string
	for _, n := range foldNames {
		if f&n.class != 0 {
			names = append(names, n.name)
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// Fold gives s with the classes folded away. It returns s itself when there is
// nothing to fold, which is the usual case.
func Fold(s string, classes Folds) string {
	i := 0
	for i < len(s) {
		r, size := decode(s, i)
		if _, f := foldRune(r, classes, s[i+size:]); f != 0 {
			break
		}
		i += size
	}
	if i == len(s) {
		return s
	}
	return s[:i] + string(appendFolded(nil, nil, s, i, classes))
}

// Mapped is a folded text that remembers where each of its bytes came from.
type Mapped struct {
	Text   string
	source []int32 // source offset of every byte of Text, and of its end
}

// FoldMapped folds like Fold and keeps the way back to the source bytes.
func FoldMapped(s string, classes Folds) Mapped {
	var source []int32
	text := appendFolded(nil, &source, s, 0, classes)
	return Mapped{string(text), append(source, int32(len(s)))}
}

// Source gives the bytes of the source that text[start:end] was made from.
// Marks that were dropped belong to the letter before them.
func (m Mapped) Source(start, end int) (int, int) {
	return int(m.source[start]), int(m.source[end])
}

func appendFolded(dst []byte, source *[]int32, s string, i int, classes Folds) []byte {
	for i < len(s) {
		r, size := decode(s, i)
		before := len(dst)
		if r == utf8.RuneError && size <= 1 {
			dst = append(dst, s[i])
		} else {
			dst = appendRune(dst, r, classes, s[i+size:])
		}
		if source != nil {
			for range len(dst) - before {
				*source = append(*source, int32(i))
			}
		}
		i += size
	}
	return dst
}

func appendRune(dst []byte, r rune, classes Folds, rest string) []byte {
	if shape := shapeOf(r); shape != "" && classes&Presentation != 0 {
		for _, base := range shape {
			dst = appendRune(dst, base, classes&^Presentation, rest)
		}
		return dst
	}
	if to, _ := foldRune(r, classes, rest); to != drop {
		dst = utf8.AppendRune(dst, to)
	}
	return dst
}

// Difference tells the smallest set of classes that makes a and b equal. The
// second result is false where even Medium leaves them different; an empty set
// with true means that they are the same bytes.
func Difference(a, b string) (Folds, bool) {
	if a == b {
		return 0, true
	}
	if Fold(a, Medium) != Fold(b, Medium) {
		return 0, false
	}
	needed := Medium
	for _, n := range foldNames {
		if Fold(a, needed&^n.class) == Fold(b, needed&^n.class) {
			needed &^= n.class
		}
	}
	return needed, true
}

// Same reports whether a and b are one spelling to a reader (Light).
func Same(a, b string) bool { return a == b || Fold(a, Light) == Fold(b, Light) }

// Key is the form under which spellings are looked up: Medium folded.
func Key(s string) string { return Fold(s, Medium) }
