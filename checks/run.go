package checks

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Source is a file to check.
type Source struct {
	Path   string
	Format string // "" goes by the ending of Path
	Input  bool   // it is standard input, which gives itself only once
	Read   func() ([]byte, error)
}

// Result is what a run found.
type Result struct {
	Findings []Finding // sorted, none twice
	Census   *Census
	Failures []Failure // files that could not be read, in order of path
	Remarks  []Remark  // what comments say to asma, in order of place
	Files    int       // files that were checked
	Paths    []string  // of these files, sorted
	Words    int
	Articles []*Article // by path, without their tokens; only where Settings.Keep asks for them
}

// Failure is a file that could not be checked.
type Failure struct {
	Path string
	Err  error
}

// Run checks the sources, several at once, and compares them with each other.
// The result does not depend on the order of the sources or on the number of
// jobs. done, where not nil, is called after every file, from any goroutine.
func Run(settings *Settings, sources []Source, done func(path string)) *Result {
	return conclude(settings, read(settings, sources, done))
}

// RunBoth runs over two versions of a collection. The articles that are the
// same in both are read once; their own findings, which tell nothing about an
// edit, are left out, but both results compare files with them.
func RunBoth(settings *Settings, old, new, same []Source, done func(path string)) (before, after *Result) {
	common := read(settings, same, done)
	for _, r := range common {
		r.Findings = nil
	}
	after = conclude(settings, append(read(settings, new, done), copies(common)...))
	for _, r := range common {
		r.Failures = nil // told with the new version
	}
	return conclude(settings, append(read(settings, old, done), common...)), after
}

// copies gives results that share nothing that conclude changes.
func copies(results []*Result) []*Result {
	out := make([]*Result, len(results))
	for i, r := range results {
		own := *r
		own.Census = r.Census.clone()
		out[i] = &own
	}
	return out
}

// read checks the sources, without comparing them. There is a result for every
// job.
func read(settings *Settings, sources []Source, done func(string)) []*Result {
	jobs := settings.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	results := make([]*Result, min(jobs, max(1, len(sources))))
	next := make(chan Source)
	var wait sync.WaitGroup
	for i := range results {
		wait.Go(func() { results[i] = work(settings, next, done) })
	}
	for _, s := range sources {
		next <- s
	}
	close(next)
	wait.Wait()
	return results
}

// work checks the sources that come in, one after the other.
func work(settings *Settings, sources <-chan Source, done func(string)) *Result {
	result := &Result{Census: NewCensus()}
	r := newReader(settings)
	for s := range sources {
		result.add(r, s)
		if done != nil {
			done(s.Path)
		}
	}
	return result
}

func newReader(settings *Settings) *reader {
	return &reader{settings: settings, finder: settings.Glossary.NewFinder(), vocabulary: newVocabulary(settings.Glossary)}
}

func (result *Result) add(r *reader, s Source) {
	source, err := s.Read()
	if err != nil {
		result.Failures = append(result.Failures, Failure{s.Path, err})
		return
	}
	one, a, err := r.reading(s, source)
	if err != nil {
		result.Failures = append(result.Failures, Failure{s.Path, err})
		return
	}
	result.Files++
	result.Paths = append(result.Paths, s.Path)
	result.Words += one.words
	result.Findings = append(result.Findings, one.findings...)
	result.Census.Merge(one.census)
	result.Remarks = append(result.Remarks, one.remarks...)
	if r.settings.Keep {
		a.Tokens, a.Runs, a.lines = nil, nil, nil
		result.Articles = append(result.Articles, a)
	}
}

// article runs the checks over one article.
func (settings *Settings) article(a *Article) []Finding {
	var findings []Finding
	for _, c := range settings.Checks {
		if c.Article == nil {
			continue
		}
		c.Article(&Pass{Check: c, Settings: settings, report: func(f Finding) { findings = append(findings, f) }}, a)
	}
	return settle(findings)
}

func conclude(settings *Settings, results []*Result) *Result {
	total := &Result{Census: NewCensus()}
	for _, r := range results {
		total.Findings = append(total.Findings, r.Findings...)
		total.Failures = append(total.Failures, r.Failures...)
		total.Remarks = append(total.Remarks, r.Remarks...)
		total.Files += r.Files
		total.Paths = append(total.Paths, r.Paths...)
		total.Articles = append(total.Articles, r.Articles...)
		total.Words += r.Words
		total.Census.Merge(r.Census)
	}
	for _, c := range settings.Checks {
		if c.Corpus != nil {
			c.Corpus(&Pass{Check: c, Settings: settings, report: func(f Finding) { total.Findings = append(total.Findings, f) }}, total.Census)
		}
	}
	total.Findings = settle(total.Findings)
	slices.Sort(total.Paths)
	slices.SortFunc(total.Articles, func(a, b *Article) int { return strings.Compare(a.Doc.Path, b.Doc.Path) })
	slices.SortFunc(total.Failures, func(a, b Failure) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(total.Remarks, func(a, b Remark) int { return cmp.Or(strings.Compare(a.Path, b.Path), a.First-b.First) })
	return total
}
