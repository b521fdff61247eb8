//go:build train

package fit

// truth is what pairs tell of which spellings are one name.
type truth struct {
	arabics   map[string]map[string]bool // by Latin token
	skeletons map[string]map[string]bool // by the consonants of Latin tokens
	latins    map[string]map[string]bool // by Arabic token
}

func newTruth(pairs []Pair) *truth {
	t := &truth{map[string]map[string]bool{}, map[string]map[string]bool{}, map[string]map[string]bool{}}
	for _, p := range pairs {
		put(t.arabics, p.Latin, p.Arabic)
		put(t.skeletons, consonants(p.Latin), p.Arabic)
		put(t.latins, p.Arabic, p.Latin)
	}
	return t
}

func put(index map[string]map[string]bool, key, value string) {
	if index[key] == nil {
		index[key] = map[string]bool{}
	}
	index[key][value] = true
}

// renderings gives a function that knows the Arabic words that are no fair
// distractors of a Latin token: its own spellings, and those of tokens with the
// same consonants (Mohamed, Muhammad).
func (t *truth) renderings(latin string) func(string) bool {
	own, skeleton := t.arabics[latin], t.skeletons[consonants(latin)]
	return func(arab string) bool { return own[arab] || skeleton[arab] }
}

// sameName reports two Arabic words that render one Latin token, or two with
// the same consonants, so that they may be one name.
func (t *truth) sameName(a, b string) bool {
	for l := range t.latins[a] {
		if t.latins[b][l] || t.skeletons[consonants(l)][b] {
			return true
		}
	}
	return a == b
}

func uniqueArabic(pairs []Pair) []string {
	seen := map[string]bool{}
	var out []string
	for _, p := range pairs {
		if !seen[p.Arabic] {
			seen[p.Arabic] = true
			out = append(out, p.Arabic)
		}
	}
	return out
}

// consonants is the skeleton of a Latin token.
func consonants(latin string) string {
	var out []byte
	for i := range len(latin) {
		c := latin[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w':
			continue
		case 'q', 'c':
			c = 'k'
		case 'z':
			c = 's'
		case 'v':
			c = 'f'
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// neighbours gives a function that finds the names at one edit from a word.
func neighbours(names []string) func(string) []string {
	index := map[string][]string{}
	for _, n := range names {
		for _, key := range deletions(n) {
			index[key] = append(index[key], n)
		}
	}
	return func(word string) []string {
		seen := map[string]bool{word: true}
		var out []string
		for _, key := range deletions(word) {
			for _, n := range index[key] {
				if !seen[n] {
					seen[n] = true
					out = append(out, n)
				}
			}
		}
		return out
	}
}

func deletions(word string) []string {
	letters := []rune(word)
	out := []string{word}
	for i := range letters {
		out = append(out, string(letters[:i])+string(letters[i+1:]))
	}
	return out
}
