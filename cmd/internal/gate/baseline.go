package gate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/asma/checks"
)

// Known is a fault that a baseline carries until it is mended. It has no line
// number: what stands above it may change.
type Known struct {
	File     string `json:"file"` // relative to the folder of the baseline, with slashes
	Check    string `json:"check"`
	Name     string `json:"name"` // of the entry, or what the name is called
	Spelling string `json:"spelling"`
	Count    int    `json:"count"`

	line int // in the file of the baseline
}

func (k *Known) key() string { return key(k.File, k.Check, k.Name, k.Spelling) }

func compareKnown(a, b Known) int {
	return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Check, b.Check),
		strings.Compare(a.Name, b.Name), strings.Compare(a.Spelling, b.Spelling))
}

// Baseline is the faults of an archive at one time. Later ones of the same kind
// in the same file are within it as long as there are no more of them.
type Baseline struct {
	Path    string
	Entries []Known // sorted, none twice

	// File gives the path of a finding as the baseline has it. Nil: as it is.
	File func(path string) string

	left map[string]int
}

// NewBaseline counts findings. file gives their paths as the baseline has them.
func NewBaseline(path string, findings []checks.Finding, file func(string) string) *Baseline {
	b := &Baseline{Path: path, File: file}
	at := map[string]int{}
	for i := range findings {
		k := b.known(&findings[i])
		if j, there := at[k.key()]; there {
			b.Entries[j].Count++
			continue
		}
		at[k.key()] = len(b.Entries)
		b.Entries = append(b.Entries, k)
	}
	slices.SortFunc(b.Entries, compareKnown)
	return b
}

func (b *Baseline) known(f *checks.Finding) Known {
	path := f.Path
	if b.File != nil {
		path = b.File(path)
	}
	return Known{File: path, Check: f.Check, Name: nameOf(f), Spelling: f.Spelling, Count: 1}
}

// begin makes the baseline ready to judge a run.
func (b *Baseline) begin() {
	if b == nil {
		return
	}
	b.left = make(map[string]int, len(b.Entries))
	for i := range b.Entries {
		b.left[b.Entries[i].key()] += b.Entries[i].Count
	}
}

// take reports whether the baseline still has a fault like this one, and counts
// it off.
func (b *Baseline) take(f *checks.Finding) bool {
	if b == nil {
		return false
	}
	k := b.known(f)
	if b.left[k.key()] == 0 {
		return false
	}
	b.left[k.key()]--
	return true
}

// Gone tells the entries of which the last judgement found fewer than they say,
// of those that it could have found.
func (b *Baseline) Gone(could func(*Known) bool) []string {
	if b == nil {
		return nil
	}
	var out []string
	for i := range b.Entries {
		k := &b.Entries[i]
		if left := b.left[k.key()]; left > 0 && could(k) {
			out = append(out, fmt.Sprintf("%s:%d: %d of %d mended in %s: %s [%s]; asma baseline --prune takes them out",
				b.Path, k.line, left, k.Count, k.File, k.Spelling, k.Check))
		}
	}
	return out
}

// Prune gives the baseline without what the last judgement did not find, of
// the entries that it could have found.
func (b *Baseline) Prune(could func(*Known) bool) *Baseline {
	out := &Baseline{Path: b.Path, File: b.File}
	for _, k := range b.Entries {
		if could(&k) {
			k.Count -= b.left[k.key()]
		}
		if k.Count > 0 {
			out.Entries = append(out.Entries, k)
		}
	}
	return out
}

// Rename moves the entries of files to the paths that the files have now. An
// entry that meets another one there is added to it.
func (b *Baseline) Rename(now map[string]string) {
	at := map[string]int{}
	var entries []Known
	for _, k := range b.Entries {
		if path := now[k.File]; path != "" {
			k.File = path
		}
		if i, there := at[k.key()]; there {
			entries[i].Count += k.Count
			continue
		}
		at[k.key()] = len(entries)
		entries = append(entries, k)
	}
	slices.SortFunc(entries, compareKnown)
	b.Entries = entries
}

// Bytes writes the baseline, one entry a line, so that git merges it.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	out.WriteString("{\"version\": 1, \"findings\": [")
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	for i := range b.Entries {
		if i > 0 {
			out.Truncate(out.Len() - 1) // the line end of the encoder
			out.WriteString(",")
		}
		out.WriteString("\n")
		_ = e.Encode(&b.Entries[i]) // strings and a number into memory: no way to fail
	}
	out.WriteString("]}\n")
	return out.Bytes()
}

// ReadBaseline reads what Bytes wrote. Errors are as path:line: what is wrong;
// all bad entries are told.
func ReadBaseline(path string, source []byte) (*Baseline, error) {
	b := &Baseline{Path: path}
	r := &baselineReader{path: path, source: source, decoder: json.NewDecoder(bytes.NewReader(source))}
	r.decoder.DisallowUnknownFields()
	for _, want := range []any{json.Delim('{'), "version", float64(1), "findings", json.Delim('[')} {
		if token, err := r.decoder.Token(); err != nil || token != want {
			return nil, r.broken(err)
		}
	}
	for r.decoder.More() {
		var k Known
		if err := r.decoder.Decode(&k); err != nil {
			return nil, r.broken(err)
		}
		k.line = r.line(r.decoder.InputOffset())
		r.add(b, k)
	}
	for _, want := range []any{json.Delim(']'), json.Delim('}')} {
		if token, err := r.decoder.Token(); err != nil || token != want {
			return nil, r.broken(err)
		}
	}
	if _, err := r.decoder.Token(); err != io.EOF {
		return nil, r.broken(err)
	}
	slices.SortFunc(b.Entries, compareKnown)
	return b, errors.Join(r.errs...)
}

type baselineReader struct {
	path    string
	source  []byte
	decoder *json.Decoder
	seen    map[string]int // line of every entry
	errs    []error
}

func (r *baselineReader) line(offset int64) int {
	return 1 + bytes.Count(r.source[:min(offset, int64(len(r.source)))], []byte("\n"))
}

func (r *baselineReader) broken(err error) error {
	line, what := r.line(r.decoder.InputOffset()), "it does not look like a baseline"
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line = r.line(syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF:
		line = r.line(int64(len(bytes.TrimSpace(r.source))))
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		what = strings.TrimPrefix(err.Error(), "json: ")
	}
	if i := bytes.Index(r.source, []byte("\n<<<<<<<")); i >= 0 {
		line, what = r.line(int64(i+1)), "a merge conflict is left in it"
	}
	return fmt.Errorf("%s:%d: the baseline is damaged: %s; mend it, or delete it and run asma baseline", r.path, line, what)
}

func (r *baselineReader) add(b *Baseline, k Known) {
	wrong := func(what string) { r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", r.path, k.line, what)) }
	if r.seen == nil {
		r.seen = map[string]int{}
	}
	switch first := r.seen[k.key()]; {
	case k.File == "" || k.Check == "":
		wrong("an entry needs file and check")
	case k.Count < 1:
		wrong(fmt.Sprintf("count %d: use a number from 1", k.Count))
	case first > 0:
		wrong(fmt.Sprintf("the entry of line %d stands here again; keep one", first))
	default:
		r.seen[k.key()] = k.line
		b.Entries = append(b.Entries, k)
	}
}

// Total adds up the faults that the baseline carries.
func (b *Baseline) Total() int {
	n := 0
	for i := range b.Entries {
		n += b.Entries[i].Count
	}
	return n
}
