package glossary

import "hash/fnv"

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

// skeleton gives the classes of the consonants of a word key, without doubles.
func skeleton(key string) string {
	out := make([]byte, 0, 12)
	for _, r := range key {
		if c := skeletonClass[r]; c != 0 && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// soundKeys gives the hashes under which a word is found by its sound: its
// skeleton, and for four consonants or more the skeleton less any one of them,
// so that one wrong consonant is forgiven.
func soundKeys(key string) []uint32 {
	s := skeleton(key)
	if len(s) < 2 {
		return nil
	}
	out := []uint32{hash(s)}
	if len(s) >= 4 {
		for i := range len(s) {
			out = append(out, hash(s[:i]+s[i+1:]))
		}
	}
	return out
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
