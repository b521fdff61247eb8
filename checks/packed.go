package checks

import (
	"encoding/binary"
	"iter"
	"math"
	"slices"
	"strings"

	"example.com/asma/checks/document"
)

// Findings are the findings of a run, in order of file and place, none twice.
// They are packed file by file: an archive has hundreds of thousands, and one
// takes a tenth of its size as a struct.
type Findings struct {
	files []packedFile
	count int
}

// packedFile holds the findings of one file, one behind the other.
type packedFile struct {
	path  string
	count int
	data  string
}

// Len gives how many findings there are.
func (f *Findings) Len() int { return f.count }

// All gives the findings one by one, each unpacked anew.
func (f *Findings) All() iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for i := range f.files {
			for finding := range f.files[i].all() {
				if !yield(finding) {
					return
				}
			}
		}
	}
}

// add adds the findings of one file.
func (f *Findings) add(file packedFile) {
	if file.count > 0 {
		f.files = append(f.files, file)
		f.count += file.count
	}
}

// settle sorts the findings, adds those that the comparison of files gave, and
// drops those told twice. A file that gets none and stands once is settled.
func (f *Findings) settle(more []Finding) {
	slices.SortStableFunc(f.files, func(a, b packedFile) int { return strings.Compare(a.path, b.path) })
	slices.SortStableFunc(more, compareFindings)
	old := f.files
	f.files, f.count = make([]packedFile, 0, len(old)), 0
	for len(old) > 0 || len(more) > 0 {
		path := firstPath(old, more)
		files, added := 0, 0
		for files < len(old) && old[files].path == path {
			files++
		}
		for added < len(more) && more[added].Path == path {
			added++
		}
		if files == 1 && added == 0 {
			f.add(old[0])
		} else {
			f.add(merged(path, old[:files], more[:added]))
		}
		old, more = old[files:], more[added:]
	}
}

func firstPath(files []packedFile, findings []Finding) string {
	switch {
	case len(files) == 0:
		return findings[0].Path
	case len(findings) == 0:
		return files[0].path
	}
	return min(files[0].path, findings[0].Path)
}

// merged packs all findings of one file anew.
func merged(path string, files []packedFile, more []Finding) packedFile {
	var findings []Finding
	for i := range files {
		for finding := range files[i].all() {
			findings = append(findings, *finding)
		}
	}
	return pack(path, settle(append(findings, more...)))
}

// packer writes findings as varints and texts. A text that it has written
// before is the number of that: a message stands at every place of a name.
type packer struct {
	out   []byte
	texts map[string]int // by text: its number, from 1
}

func pack(path string, findings []Finding) packedFile {
	p := packer{texts: map[string]int{}}
	for i := range findings {
		p.finding(&findings[i])
	}
	return packedFile{path, len(findings), string(p.out)}
}

func (p *packer) number(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

func (p *packer) text(s string) {
	n := p.texts[s]
	p.number(n)
	if n == 0 {
		p.number(len(s))
		p.out = append(p.out, s...)
		p.texts[s] = len(p.texts) + 1
	}
}

func (p *packer) finding(f *Finding) {
	for _, s := range [...]string{f.Check, f.Text, f.Spelling, f.Name, f.Entry, f.Message, f.Before, f.After, f.Fingerprint} {
		p.text(s)
	}
	p.number(int(f.Severity))
	p.out = appendPlaces(p.out, f.Start, f.End)
	p.out = binary.LittleEndian.AppendUint64(p.out, math.Float64bits(f.Confidence))
	p.number(f.Occurrence)
	p.number(len(f.Fixes))
	for i := range f.Fixes {
		p.fix(&f.Fixes[i])
	}
	p.number(len(f.Related))
	for _, r := range f.Related {
		p.text(r.Path)
		p.text(r.Message)
		p.out = appendPlaces(p.out, r.Start, r.End)
	}
}

func (p *packer) fix(f *Fix) {
	p.text(f.Text)
	flags := 0
	if f.Safe {
		flags |= 1
	}
	if f.Undecided {
		flags |= 2
	}
	p.number(flags)
	p.number(len(f.Edits))
	for _, e := range f.Edits {
		p.number(e.Start)
		p.number(e.End - e.Start)
		p.text(e.New)
	}
}

// all unpacks the findings of the file.
func (f *packedFile) all() iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for u := (unpacker{varints: varints{f.data}, path: f.path}); u.rest != ""; {
			if !yield(u.finding()) {
				return
			}
		}
	}
}

type unpacker struct {
	varints
	path  string
	texts []string
}

func (u *unpacker) text() string {
	if n := u.number(); n > 0 {
		return u.texts[n-1]
	}
	size := u.number()
	s := u.rest[:size]
	u.rest = u.rest[size:]
	u.texts = append(u.texts, s)
	return s
}

func (u *unpacker) finding() *Finding {
	f := &Finding{Path: u.path}
	for _, s := range [...]*string{&f.Check, &f.Text, &f.Spelling, &f.Name, &f.Entry, &f.Message, &f.Before, &f.After, &f.Fingerprint} {
		*s = u.text()
	}
	f.Severity = Severity(u.number())
	f.Start, f.End = u.places()
	f.Confidence = math.Float64frombits(u.word64())
	f.Occurrence = u.number()
	f.Fixes = repeated(u.number(), u.fix)
	f.Related = repeated(u.number(), u.related)
	return f
}

func (u *unpacker) fix() Fix {
	f := Fix{Text: u.text()}
	flags := u.number()
	f.Safe, f.Undecided = flags&1 != 0, flags&2 != 0
	f.Edits = repeated(u.number(), u.edit)
	return f
}

func (u *unpacker) edit() document.Edit {
	start := u.number()
	end := start + u.number()
	return document.Edit{Span: document.Span{Start: start, End: end}, New: u.text()}
}

func (u *unpacker) related() Related {
	r := Related{Path: u.text(), Message: u.text()}
	r.Start, r.End = u.places()
	return r
}

// repeated makes a list of n things; nil of none.
func repeated[T any](n int, one func() T) []T {
	var out []T
	for range n {
		out = append(out, one())
	}
	return out
}
