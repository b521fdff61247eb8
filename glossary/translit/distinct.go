package translit

import (
	_ "embed"
	"iter"
	"sort"
	"strings"
	"sync"
)

// distinctList holds names that sound alike and are two: حسن and حسين, a group
// a line. Spelling cannot part them, only knowledge can.
//
//go:embed distinct.txt
var distinctList string

// distinctNames are the names of the list, one line behind the other, and by
// their codes where they stand last.
type distinctNames struct {
	names []distinctName
	last  map[string]int // indices in names
}

// distinctName is a name in a line of the list. It is compiled when it is first
// compared, as few ever are.
type distinctName struct {
	word     string
	line     int
	before   int // where the same name stands before, -1 for nowhere
	once     sync.Once
	compiled *Arabic
}

func (m *Model) listedDistinct() *distinctNames {
	m.listOnce.Do(func() {
		const room = 1 << 11
		d := &m.list
		d.names, d.last = make([]distinctName, 0, room), make(map[string]int, room)
		line := 0
		for text := range strings.Lines(distinctList) {
			if strings.HasPrefix(text, "#") {
				continue
			}
			line++
			for word := range strings.FieldsSeq(text) {
				codes := cut(ArabicCodes(word))
				before, known := d.last[string(codes)]
				if !known {
					before = -1
				}
				d.last[string(codes)] = len(d.names)
				d.names = append(d.names, distinctName{word: word, line: line, before: before})
			}
		}
	})
	return &m.list
}

// places gives the indices of a name, the last first.
func (d *distinctNames) places(codes []uint8) iter.Seq[int] {
	return func(yield func(int) bool) {
		i, known := d.last[string(codes)]
		for ; known && i >= 0 && yield(i); i = d.names[i].before {
		}
	}
}

// others gives the names that stand in a line with a name.
func (m *Model) others(codes []uint8) []*Arabic {
	var out []*Arabic
	d := m.listedDistinct()
	for place := range d.places(codes) {
		first, end := place, place+1
		for first > 0 && d.names[first-1].line == d.names[place].line {
			first--
		}
		for end < len(d.names) && d.names[end].line == d.names[place].line {
			end++
		}
		for i := first; i < end; i++ {
			if i != place {
				n := &d.names[i]
				n.once.Do(func() { n.compiled = m.compileArabic(n.word) })
				out = append(out, n.compiled)
			}
		}
	}
	return out
}

// has reports two names of one line.
func (d *distinctNames) has(a, b []uint8) bool {
	for i := range d.places(a) {
		for j := range d.places(b) {
			if i != j && d.names[i].line == d.names[j].line {
				return true
			}
		}
	}
	return false
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
	if m.listedDistinct().has(a, b) {
		return true
	}
	want := fingerprint(a, b)
	n := len(m.distinct) / distinctBytes
	i := sort.Search(n, func(i int) bool { return m.distinct[i*distinctBytes:(i+1)*distinctBytes] >= want })
	return i < n && m.distinct[i*distinctBytes:(i+1)*distinctBytes] == want
}
