package checks

import (
	"encoding/json"

	"example.com/asma/checks/document"
)

// Memory is where a run finds what articles gave to earlier ones, so that it
// need not check them again. What it keeps depends on everything in the
// settings but their jobs, on the glossary and on the program: it is for the
// owner of the memory to tell these apart. Both functions are called from many
// goroutines.
type Memory struct {
	Recall func(format string, source []byte) []byte // nil where the article is not known
	Store  func(format string, source, reading []byte)
}

// readingVersion grows when the written form of a reading changes its meaning.
const readingVersion = 2

// reading is what an article gives to a run, whatever path it has.
type reading struct {
	words    int
	findings []Finding
	remarks  []Remark
	census   *Census
}

// wireReading is the written form of a reading.
type wireReading struct {
	Version  int         `json:"version"`
	Words    int         `json:"words"`
	Findings []Finding   `json:"findings,omitempty"`
	Remarks  []Remark    `json:"remarks,omitempty"`
	Census   *wireCensus `json:"census"`
}

// recalled gives what is remembered of an article; nil where that is nothing
// that can be read.
func (m *Memory) recalled(format string, source []byte) *reading {
	stored := m.Recall(format, source)
	if stored == nil {
		return nil
	}
	var in wireReading
	if err := json.Unmarshal(stored, &in); err != nil || in.Version != readingVersion || in.Census == nil {
		return nil
	}
	census, err := in.Census.census()
	if err != nil {
		return nil
	}
	return &reading{in.Words, in.Findings, in.Remarks, census}
}

// remember keeps a reading. One that cannot be written is checked anew next
// time.
func (m *Memory) remember(format string, source []byte, one *reading) {
	stored, err := json.Marshal(wireReading{readingVersion, one.words, one.findings, one.remarks, one.census.wire()})
	if err == nil {
		m.Store(format, source, stored)
	}
}

// at gives everything in the reading the path of its article.
func (one *reading) at(path string) {
	for i := range one.findings {
		f := &one.findings[i]
		f.Path = path
		for j := range f.Related {
			f.Related[j].Path = path
		}
	}
	for i := range one.remarks {
		one.remarks[i].Path = path
	}
	one.census.at(path)
}

// reading gives what a file says, remembered or checked now, and its articles
// where the settings keep them: one, or the parts of a file that is an archive.
func (r *reader) reading(s Source, source []byte) (*reading, []*Article, error) {
	format := s.Format
	if format == "" {
		format, _ = document.FormatOf(s.Path)
	}
	memory := r.settings.Memory
	if memory != nil {
		if one := memory.recalled(format, source); one != nil {
			one.at(s.Path)
			return one, nil, nil
		}
	}
	d, err := document.Open(s.Path, format, source)
	if err != nil {
		return nil, nil, err
	}
	d.Path = "" // what is remembered holds whatever the article is called
	one := &reading{remarks: remarks(d), census: NewCensus()}
	var articles []*Article
	lines := document.NewLines(d.Source)
	for _, part := range parts(r.segments(d)) {
		a := r.read(d, lines, part)
		one.words += a.Words
		one.findings = append(one.findings, r.settings.article(a)...)
		one.census.Add(a)
		if r.settings.Keep {
			articles = append(articles, a)
		}
	}
	one.census.Files = 1
	if memory != nil {
		memory.remember(format, source, one)
	}
	d.Path = s.Path
	one.at(s.Path)
	return one, articles, nil
}

// partBytes is how much text is read as one article. What is longer is an
// archive in one file, which must not be held in memory word by word.
const partBytes = 2 << 20

// parts cuts the segments of a file into those that are read as one article
// each: one part at least, be it empty.
func parts(segments []*document.Segment) (out [][]*document.Segment) {
	first, size := 0, 0
	for i, s := range segments {
		if size >= partBytes {
			out = append(out, segments[first:i])
			first, size = i, 0
		}
		size += len(s.Text)
	}
	return append(out, segments[first:])
}
