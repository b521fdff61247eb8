package glossary

// skeletonClass maps letters of both scripts to classes that machine
// translation and transliteration mix up; letters that map to 0 are dropped:
// vowels, h-like sounds, ع and hamza. It is meant to find too much: the ear
// decides among what it finds.
var skeletonClass = func() map[rune]byte {
	m := map[rune]byte{}
	for class, letters := range map[byte]string{
		'b': "بپbp", 'f': "فڤfv", 'k': "قكغخجگkcqgjx", 's': "سصزثظذشچژszç", 't': "طتدضtd", 'r': "رr", 'l': "لl", 'm': "مm", 'n': "نn",
	} {
		for _, r := range letters {
			m[r] = class
		}
	}
	return m
}()

// Skeleton gives the classes of the consonants of a word key in either script,
// without doubles: one letter a class. Words that sound alike have skeletons
// that are the same or differ little.
func Skeleton(key string) string {
	out := make([]byte, 0, 12)
	for _, r := range key {
		if c := skeletonClass[r]; c != 0 && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// soundKeys gives the hashes under which a word is found by its sound.
func soundKeys(key string) []uint32 {
	var out []uint32
	for _, s := range soundVariants(Skeleton(key)) {
		out = append(out, uint32(hashString(s)))
	}
	return out
}

// soundVariants gives a skeleton, and for four consonants or more the skeleton
// less any one of them, so that one wrong consonant is forgiven.
func soundVariants(s string) []string {
	if len(s) < 2 {
		return nil
	}
	out := []string{s}
	if len(s) >= 4 {
		for i := range len(s) {
			out = append(out, s[:i]+s[i+1:])
		}
	}
	return out
}

// soundsLike reports whether two skeletons share a sound key: whether they are
// the same, or become so when one consonant is taken out of either or of each
// that has four or more.
func soundsLike(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if a == b {
		return len(a) >= 2
	}
	if len(a) < 4 || len(a)-len(b) > 1 || len(b) < 2 {
		return false
	}
	x, y := apart(a, b)
	if len(a) > len(b) {
		return y == ""
	}
	n := len(x) - 1
	return x[1:] == y[:n] || x[:n] == y[1:]
}

// apart gives what is left of two strings between the beginning and the end
// that they share.
func apart(a, b string) (string, string) {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
