package translit

import (
	_ "embed"
	"sort"
	"strings"
)

// distinctList holds names that sound alike and are two: حسن and حسين, a group
// a line. Spelling cannot part them, only knowledge can.
//
//go:embed distinct.txt
var distinctList string

// distinctNames are those of the list: all pairs, and by the codes of a name
// the others of its lines.
type distinctNames struct {
	pairs  map[uint32]bool
	others map[string][]*Arabic
}

func (m *Model) listedDistinct() *distinctNames {
	m.listOnce.Do(func() {
		m.list = distinctNames{map[uint32]bool{}, map[string][]*Arabic{}}
		for line := range strings.Lines(distinctList) {
			if !strings.HasPrefix(line, "#") {
				m.list.addLine(m, strings.Fields(line))
			}
		}
	})
	return &m.list
}

func (d *distinctNames) addLine(m *Model, names []string) {
	var words []*Arabic
	for _, n := range names {
		words = append(words, m.compileArabic(n))
	}
	for i, a := range words {
		for k, b := range words {
			if i != k {
				d.others[string(a.codes)] = append(d.others[string(a.codes)], b)
				d.pairs[pairHash(a.codes, b.codes)] = true
			}
		}
	}
}

// pairHash hashes two words, in any order (FNV-1a).
func pairHash(a, b []uint8) uint32 {
	if string(a) > string(b) {
		a, b = b, a
	}
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for _, c := range a {
		h = (h ^ uint32(c)) * prime
	}
	h *= prime // the boundary
	for _, c := range b {
		h = (h ^ uint32(c)) * prime
	}
	return h
}

// distinctBytes is the size of a fingerprint of two names. Of pairs that no one
// learned about, one of some thousands has a fingerprint by chance.
const distinctBytes = 3

func fingerprint(a, b []uint8) string {
	h := pairHash(a, b)
	return string([]byte{byte(h >> 16), byte(h >> 8), byte(h)})
}

// knownDistinct reports two words that are names of different people, by the
// list or by what training learned: both are common and never render the same
// Latin name.
func (m *Model) knownDistinct(a, b []uint8) bool {
	if m.listedDistinct().pairs[pairHash(a, b)] {
		return true
	}
	want := fingerprint(a, b)
	n := len(m.distinct) / distinctBytes
	i := sort.Search(n, func(i int) bool { return m.distinct[i*distinctBytes:(i+1)*distinctBytes] >= want })
	return i < n && m.distinct[i*distinctBytes:(i+1)*distinctBytes] == want
}
