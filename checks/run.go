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
	Findings Findings
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
	total := newResult()
	total.read(settings, sources, done)
	return total.conclude(settings)
}

// RunBoth runs over two versions of a collection. The articles that are the
// same in both are read once; their own findings, which tell nothing about an
// edit, are left out, but both results compare files with them.
func RunBoth(settings *Settings, old, new, same []Source, done func(path string)) (before, after *Result) {
	before = newResult()
	before.read(settings, same, done)
	before.Findings = Findings{}
	after = before.copy()
	after.read(settings, new, done)
	before.Failures = nil // told with the new version
	before.read(settings, old, done)
	return before.conclude(settings), after.conclude(settings)
}

func newResult() *Result { return &Result{Census: NewCensus()} }

// copy gives a result that shares nothing that reading on changes.
func (result *Result) copy() *Result {
	own := *result
	own.Census = result.Census.clone()
	own.Failures, own.Remarks = slices.Clone(own.Failures), slices.Clone(own.Remarks)
	own.Paths, own.Articles = slices.Clone(own.Paths), slices.Clone(own.Articles)
	return &own
}

// read checks the sources, without comparing them. All jobs add to the one
// result: one of their own would hold the names of the run once a job.
func (result *Result) read(settings *Settings, sources []Source, done func(string)) {
	jobs := settings.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	next := make(chan Source)
	var adding sync.Mutex
	var wait sync.WaitGroup
	jobs = min(jobs, len(sources))
	for range jobs {
		wait.Go(func() { result.work(newReader(settings, jobs), next, &adding, done) })
	}
	for _, s := range sources {
		next <- s
	}
	close(next)
	wait.Wait()
}

// work checks the sources that come in, one after the other.
func (result *Result) work(r *reader, sources <-chan Source, adding *sync.Mutex, done func(string)) {
	for s := range sources {
		one, articles, err := r.source(s)
		var findings packedFile
		if err == nil {
			findings = pack(s.Path, one.findings)
		}
		adding.Lock()
		if err != nil {
			result.Failures = append(result.Failures, Failure{s.Path, err})
		} else {
			result.Findings.add(findings)
			result.add(s.Path, one, articles)
		}
		adding.Unlock()
		if done != nil {
			done(s.Path)
		}
	}
}

// newReader gives a reader for one of so many jobs.
func newReader(settings *Settings, jobs int) *reader {
	return &reader{
		settings: settings, finder: settings.Glossary.NewFinder(), vocabulary: newVocabulary(settings.Glossary),
		limit: max(leastVocabulary, vocabularyLimit/max(1, jobs)),
	}
}

// source reads and checks a source. Its articles come with it only where the
// settings keep them.
func (r *reader) source(s Source) (*reading, []*Article, error) {
	source, err := s.Read()
	if err != nil {
		return nil, nil, err
	}
	one, articles, err := r.reading(s, source)
	for _, a := range articles {
		a.Tokens, a.Runs, a.lines = nil, nil, nil
	}
	return one, articles, err
}

// add adds what an article gave.
func (result *Result) add(path string, one *reading, articles []*Article) {
	result.Files++
	result.Paths = append(result.Paths, path)
	result.Words += one.words
	result.Census.Merge(one.census)
	result.Remarks = append(result.Remarks, one.remarks...)
	result.Articles = append(result.Articles, articles...)
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

// conclude compares the articles with each other and puts everything in order.
func (result *Result) conclude(settings *Settings) *Result {
	var across []Finding
	for _, c := range settings.Checks {
		if c.Corpus != nil {
			c.Corpus(&Pass{Check: c, Settings: settings, report: func(f Finding) { across = append(across, f) }}, result.Census)
		}
	}
	result.Findings.settle(across)
	slices.Sort(result.Paths)
	slices.SortStableFunc(result.Articles, func(a, b *Article) int { return strings.Compare(a.Doc.Path, b.Doc.Path) })
	slices.SortFunc(result.Failures, func(a, b Failure) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(result.Remarks, func(a, b Remark) int { return cmp.Or(strings.Compare(a.Path, b.Path), a.First-b.First) })
	return result
}
