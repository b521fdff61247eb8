//go:build unix

package checks_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"example.com/asma/checks"
	"example.com/asma/glossary"
	"example.com/asma/glossary/arabic"
)

// BenchmarkRun checks articles of 10 kB with the built-in glossary and all
// checks, the ear included, beside utf8.Valid on the same bytes in the same run.
// The articles are made here: words in use with the frequencies of a language
// (Zipf), of a hundred two that nobody knows and four that are names of the
// glossary, a dozen to an article, as a desk writes them or, one of eight, with
// a letter wrong.
//
//	go test -run '^$' -bench Run -cpu 1 ./checks
func BenchmarkRun(b *testing.B) {
	g, err := glossary.Load(glossary.Options{})
	if err != nil {
		b.Fatal(err)
	}
	articles := benchArticles(g)
	var sources []checks.Source
	total := 0
	for i, text := range articles {
		total += len(text)
		sources = append(sources, checks.Source{Path: fmt.Sprintf("%04d.txt", i), Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	settings := &checks.Settings{Glossary: g, Checks: checks.All, Jobs: 1}
	runtime.GC()
	valid := processorTime()
	for _, text := range articles {
		if !utf8.ValidString(text) {
			b.Fatal("the benchmark makes invalid text")
		}
	}
	valid = processorTime() - valid
	findings := 0
	b.SetBytes(int64(total))
	b.ResetTimer()
	start := processorTime()
	for b.Loop() {
		findings = checks.Run(settings, sources, nil).Findings.Len()
	}
	took := (processorTime() - start) / time.Duration(b.N)
	b.ReportMetric(float64(valid)/float64(took), "of-utf8.Valid")
	b.ReportMetric(float64(total)/1e6/took.Seconds(), "MB/cpu-s")
	b.ReportMetric(float64(findings)/float64(len(articles)), "findings/article")
}

// BenchmarkColdArticle is one article in a program that has just started.
func BenchmarkColdArticle(b *testing.B) {
	g, err := glossary.Load(glossary.Options{})
	if err != nil {
		b.Fatal(err)
	}
	text := []byte(benchArticles(g)[0])
	for b.Loop() {
		g, err := glossary.Load(glossary.Options{})
		if err != nil {
			b.Fatal(err)
		}
		source := checks.Source{Path: "a.txt", Read: func() ([]byte, error) { return text, nil }}
		checks.Run(&checks.Settings{Glossary: g, Checks: checks.All}, []checks.Source{source}, nil)
	}
}

// processorTime is what this process has used so far.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

const benchArticleCount = 200

var benchOnce sync.Once
var benchTexts []string

func benchArticles(g *glossary.Glossary) []string {
	benchOnce.Do(func() {
		r := rand.New(rand.NewPCG(1, 2))
		everyday := benchWords(r, 30_000, arabic.Common)
		unknown := benchWords(r, 30_000, func(word string) bool { return !arabic.Ordinary(word) })
		var names []string
		g.All(func(_ glossary.Ref, e *glossary.Entry) bool {
			if e.Preferred() != "" {
				names = append(names, e.Preferred())
			}
			return true
		})
		zipf := rand.NewZipf(r, 1.1, 8, uint64(len(everyday)-1))
		rare := rand.NewZipf(r, 1.1, 8, uint64(len(unknown)-1))
		for range benchArticleCount {
			var b strings.Builder
			mine := make([]string, 12)
			for i := range mine {
				mine[i] = names[r.IntN(len(names))]
			}
			for b.Len() < 10_000 {
				b.WriteString(benchWordOf(r, everyday[zipf.Uint64()], unknown[rare.Uint64()], mine[r.IntN(len(mine))]))
				b.WriteString([...]string{" ", " ", " ", " ", " ", " ", " ", "، ", ".\n"}[r.IntN(9)])
			}
			benchTexts = append(benchTexts, b.String())
		}
	})
	return benchTexts
}

func benchWordOf(r *rand.Rand, everyday, unknown, name string) string {
	switch n := r.IntN(100); {
	case n < 2:
		return unknown
	case n < 4: // a name has two words
		if r.IntN(3) == 0 {
			name = name[strings.LastIndex(name, " ")+1:]
		}
		if letters := []rune(name); r.IntN(8) == 0 && len(letters) > 5 {
			return string(letters[:3]) + "و" + string(letters[3:])
		}
		return arabic.Attach([...]string{"", "", "", "و", "ل", "ب"}[r.IntN(6)], name)
	}
	return everyday
}

// benchWords makes n words of random letters that are as wanted.
func benchWords(r *rand.Rand, n int, wanted func(string) bool) []string {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويةأإىئاالماينوي")
	var out []string
	for len(out) < n {
		word := make([]rune, 3+r.IntN(4))
		for i := range word {
			word[i] = letters[r.IntN(len(letters))]
		}
		if wanted(string(word)) {
			out = append(out, string(word))
		}
	}
	return out
}
