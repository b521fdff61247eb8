package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/asma/checks/document"
)

// Finding is one fault at one place. It is plain data: it outlives the
// article that it was found in.
type Finding struct {
	Check      string
	Severity   Severity
	Path       string
	Start, End Place   // exactly what Fixes[0].Text replaces
	Text       string  // the prose between them, markup gone
	Spelling   string  // the name as written, without clitics and marks: what two findings of one fault share
	Name       string  // what to call the name: canonical Latin form, or the best spelling known
	Entry      string  // name of the glossary entry, "" for a name found in the text alone
	Message    string  // one sentence
	Confidence float64 // 0 to 1
	Fixes      []Fix   // best first; may be empty
	Related    []Related
	Before     string // the word right before it, "" where its stretch begins
	After      string // and the one behind it
	Occurrence int    // 1 for the first finding of this fingerprint in its file, 2 for the next …

	// Fingerprint names the fault whatever line it moves to: hash of check,
	// name, spelling and neighbouring words.
	Fingerprint string
}

// Place is a position in a file, made once from a byte offset.
type Place struct {
	Offset  int // bytes from 0
	Line    int // from 1
	Column  int // code points from 1
	UTF16   int // UTF-16 units from 1
	ByteCol int // bytes from 1
}

// MarshalJSON writes a place as its five numbers: every finding and every
// spelling of a stored census has some.
func (p Place) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d,%d,%d,%d]", p.Offset, p.Line, p.Column, p.UTF16, p.ByteCol), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Place) UnmarshalJSON(source []byte) error {
	var numbers [5]int
	text := strings.TrimSuffix(strings.TrimPrefix(string(source), "["), "]")
	for i := range numbers {
		number, rest, _ := strings.Cut(text, ",")
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("%s is no place: %w", source, err)
		}
		numbers[i], text = n, rest
	}
	*p = Place{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]}
	return nil
}

// Related is another place that belongs to a finding.
type Related struct {
	Path       string
	Start, End Place
	Message    string
}

// Fix is one way to mend a finding.
type Fix struct {
	Text string // what stands there afterwards, as prose
	Safe bool   // may be made without a person looking
	// Undecided: what stands there may as well be right and the other spelling
	// wrong. It is shown, and made only where a person asks for it.
	Undecided bool
	Edits     []document.Edit
}

// compareFindings orders findings by file, place and check, which is how they
// are shown.
func compareFindings(a, b Finding) int {
	switch {
	case a.Path != b.Path:
		return strings.Compare(a.Path, b.Path)
	case a.Start.Offset != b.Start.Offset:
		return a.Start.Offset - b.Start.Offset
	case a.End.Offset != b.End.Offset:
		return a.End.Offset - b.End.Offset
	case a.Check != b.Check:
		return strings.Compare(a.Check, b.Check)
	}
	return strings.Compare(a.Message, b.Message)
}

// settle sorts findings, drops those told twice and numbers the rest.
func settle(findings []Finding) []Finding {
	slices.SortFunc(findings, compareFindings)
	findings = slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.Path == b.Path && a.Start == b.Start && a.End == b.End && a.Check == b.Check
	})
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		key := f.Path + "\x00" + f.Fingerprint
		seen[key]++
		f.Occurrence = seen[key]
	}
	return findings
}

// fingerprint hashes what makes a fault the same fault after an edit elsewhere.
func fingerprint(check, name, spelling, before, after string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%s\x00%s", check, name, spelling, before, after))
	return hex.EncodeToString(sum[:8])
}
