package translit

// classes are groups of letters that hardly ever stand for one another.
var classes = func() map[rune]uint16 {
	m := map[rune]uint16{}
	for i, letters := range [classCount]string{
		"بbp", "فfvp", "رr", "لl", "مm", "نn", "قكغخجgkcqjx", "سصزثظذشszcx", "تطدضtd", "وwuo",
	} {
		for _, r := range letters {
			m[r] |= 1 << i
		}
	}
	return m
}()

const classCount = 10

// firm are the classes whose letters are neither left out nor mistaken: those
// of ب, ف, ر, ل, م, ن.
const firm = 0x3F

func classMask(word string) (mask uint16) {
	for _, r := range word {
		mask |= classes[r]
	}
	return mask
}

// filter tells at a glance that two words cannot be one name: from the classes
// of letters that both, one or the other has, and from their lengths. Training
// sets its bound so that it keeps 99 of 100 true pairs in which one letter is wrong.
type filter struct {
	both, first, second [1 << classCount]float32
	lengths             [2*lengthSpan + 1]float32 // by the difference of the lengths
}

// lengthSpan bounds the differences of length that the filter tells apart.
const lengthSpan = 6

// filterWeights is how many weights a filter learns.
const filterWeights = 3*classCount + 2*lengthSpan + 1

func (d *decoder) filter() *filter { return newFilter(d.floats(filterWeights)) }

func newFilter(weights []float32) *filter {
	f := &filter{}
	for i, table := range []*[1 << classCount]float32{&f.both, &f.first, &f.second} {
		for class := range classCount {
			low := 1 << class
			for mask := range low {
				table[low|mask] = table[mask] + weights[i*classCount+class]
			}
		}
	}
	copy(f.lengths[:], weights[3*classCount:])
	return f
}

// passes reports that two words, told by class masks and lengths, are worth a
// comparison.
func (f *filter) passes(maskA, maskB uint16, a, b int) bool {
	if a == 0 || b == 0 {
		return false
	}
	return f.score(maskA, maskB, a, b) >= 0
}

// passesEither is passes for two words of which neither comes first.
func (f *filter) passesEither(maskA, maskB uint16, a, b int) bool {
	return a > 0 && b > 0 && f.score(maskA, maskB, a, b)+f.score(maskB, maskA, b, a) >= 0
}

func (f *filter) score(maskA, maskB uint16, a, b int) float32 {
	difference := min(max(a-b, -lengthSpan), lengthSpan) + lengthSpan
	return f.both[maskA&maskB] + f.first[maskA&^maskB] + f.second[maskB&^maskA] + f.lengths[difference]
}
