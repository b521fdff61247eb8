//go:build unix

package glossary

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

// The benchmarks measure Find against utf8.Valid on the same bytes in the same
// run, because the ratio carries over to other machines and megabytes a second
// do not. Both are told by the time of the processor, so that other programs on
// the machine count less. The text is made here: 96 % of its words come from a
// vocabulary with the frequencies of a language (Zipf), 4 % are names, a quarter
// of them with clitics, in paragraphs of the length of news. Every round takes a
// new Finder, so that learning the words is paid for; some 5 % are distinct.
//
//	go test -run '^$' -bench Find -cpu 1 ./glossary

const benchBytes = 64 << 20

func BenchmarkFind1000(b *testing.B)    { benchmarkFind(b, 1000) }
func BenchmarkFind10000(b *testing.B)   { benchmarkFind(b, 10_000) }
func BenchmarkFind100000(b *testing.B)  { benchmarkFind(b, 100_000) }
func BenchmarkFind1000000(b *testing.B) { benchmarkFind(b, 1_000_000) }

func benchmarkFind(b *testing.B, names int) {
	if testing.Short() && names > 10_000 {
		b.Skip("large")
	}
	entries := benchEntries(names)
	text := benchText(entries, benchBytes)
	g, err := New(entries)
	if err != nil {
		b.Fatal(err)
	}
	entries = nil
	runtime.GC()
	valid := validTime(text)
	var matches []Match
	found, distinct := 0, 0
	b.SetBytes(benchBytes)
	b.ResetTimer()
	start := processorTime()
	for b.Loop() {
		f := g.NewFinder()
		for _, paragraph := range text {
			matches = f.AppendMatches(matches[:0], paragraph)
			found += len(matches)
		}
		distinct = f.runs.Len()
	}
	took := (processorTime() - start) / time.Duration(b.N)
	b.ReportMetric(float64(valid+validTime(text))/2/float64(took), "of-utf8.Valid")
	b.ReportMetric(benchBytes/1e6/took.Seconds(), "MB/cpu-s")
	b.ReportMetric(float64(found)/float64(b.N), "names")
	b.ReportMetric(float64(distinct), "distinct")
}

// processorTime is what this process has used so far.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// validTime is the yardstick: what utf8.Valid takes, the middle of five rounds.
func validTime(text []string) time.Duration {
	var took []time.Duration
	for range 5 {
		start := processorTime()
		for _, paragraph := range text {
			if !utf8.ValidString(paragraph) {
				panic("the benchmark makes invalid text")
			}
		}
		took = append(took, processorTime()-start)
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// BenchmarkLoadBuiltin is what every start of the program pays.
func BenchmarkLoadBuiltin(b *testing.B) {
	for b.Loop() {
		g, err := Load(Options{})
		if err != nil {
			b.Fatal(err)
		}
		g.NewFinder().Find("قال حفتر")
	}
}

var benchWords = sync.OnceValue(func() []string {
	r := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 400_000)
	for i := range words {
		words[i] = benchWord(r, 2+r.IntN(4))
	}
	return words
})

func benchWord(r *rand.Rand, letters int) string {
	const alphabet = "ابتجحخدرزسشصطعغفقكلمنهويةاالمي"
	all := []rune(alphabet)
	var b strings.Builder
	for range letters + 1 {
		b.WriteRune(all[r.IntN(len(all))])
	}
	return b.String()
}

// benchEntries makes persons whose given names and surnames repeat as in life.
func benchEntries(n int) []*Entry {
	r := rand.New(rand.NewPCG(3, 4))
	given, surnames := make([]string, 100+n/20), make([]string, 500+n/2)
	for i := range given {
		given[i] = benchWord(r, 4+r.IntN(3))
	}
	for i := range surnames {
		surnames[i] = benchWord(r, 5+r.IntN(4))
	}
	entries := make([]*Entry, n)
	for i := range entries {
		g, s := given[r.IntN(len(given))], surnames[r.IntN(len(surnames))]
		entries[i] = &Entry{
			Name: fmt.Sprintf("G%d S%d", i%len(given), i), Kind: Person, Origin: "bench:1",
			Arabic: []Form{{Text: g + " " + s}, {Text: g + " " + s + "ي", Status: Admitted}},
		}
	}
	return entries
}

// benchText makes paragraphs of about 600 bytes, all in all about size bytes.
func benchText(entries []*Entry, size int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	words := benchWords()
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	names := rand.NewZipf(r, 1.1, 8, uint64(len(entries)-1))
	clitics := [...]string{"و", "ب", "ل", "ف", "وب"}
	var out []string
	for total := 0; total < size; {
		var b strings.Builder
		for b.Len() < 600 {
			if r.IntN(60) == 0 { // a name has two words and more
				if r.IntN(4) == 0 {
					b.WriteString(clitics[r.IntN(len(clitics))])
				}
				name := entries[names.Uint64()].Preferred()
				if r.IntN(2) == 0 {
					_, name, _ = strings.Cut(name, " ")
				}
				b.WriteString(name)
			} else {
				b.WriteString(words[zipf.Uint64()])
			}
			b.WriteString([...]string{" ", " ", " ", " ", " ", " ", " ", "، ", ". "}[r.IntN(9)])
		}
		paragraph := b.String()
		out = append(out, paragraph)
		total += len(paragraph)
	}
	return out
}
