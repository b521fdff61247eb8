package glossary

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"example.com/asma/glossary/arabic"
)

// columns maps the names that a header may use to the fields of an entry.
var columns = map[string]string{
	"name": "name", "en": "name", "english": "name", "source": "name", "kind": "kind", "type": "kind",
	"arabic": "arabic", "ar": "arabic", "preferred": "arabic", "target": "arabic", "also": "also", "admitted": "also", "alternates": "also",
	"never": "never", "deprecated": "never", "forbidden": "never", "translated": "translated", "latin": "latin", "acronym": "latin",
	"rules": "rules", "note": "note", "notes": "note", "description": "note",
}

// tableFields are the columns by their own names.
var tableFields = []string{"name", "kind", "arabic", "also", "never", "translated", "latin", "rules", "note"}

// readTable reads CSV or TSV with a header line. Several values of one cell
// are parted by |. Lines that begin with # are comments.
func readTable(path string, source []byte) ([]*Entry, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(source, []byte("\ufeff"))))
	r.FieldsPerRecord, r.Comment, r.LazyQuotes = -1, '#', true
	if strings.EqualFold(filepath.Ext(path), ".tsv") || bytes.IndexByte(firstLine(source), '\t') >= 0 {
		r.Comma = '\t'
	} else if bytes.Count(firstLine(source), []byte(";")) > bytes.Count(firstLine(source), []byte(",")) {
		r.Comma = ';'
	}
	header, err := r.Read()
	if err != nil {
		return nil, &Error{path, 1, "a table needs a header line with name and arabic: " + err.Error()}
	}
	fields, err := readHeader(path, header)
	if fields == nil {
		return nil, err
	}
	var entries []*Entry
	errs := []error{err}
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			errs = append(errs, &Error{path, 1, err.Error()})
			break
		}
		line, _ := r.FieldPos(0)
		e, problems := rowEntry(path, line, fields, record)
		errs = append(errs, problems...)
		entries = append(entries, e)
	}
	return entries, errors.Join(errs...)
}

func firstLine(source []byte) []byte {
	line, _, _ := bytes.Cut(source, []byte("\n"))
	return line
}

func readHeader(path string, header []string) ([]string, error) {
	fields := make([]string, len(header))
	found := map[string]bool{}
	var errs []error
	for i, h := range header {
		h = strings.ToLower(strings.TrimSpace(h))
		fields[i] = columns[h]
		found[fields[i]] = true
		if fields[i] == "" && h != "" {
			errs = append(errs, &Error{path, 1, fmt.Sprintf("unknown column %q%s", h, didYouMean(h, tableFields))})
		}
	}
	if !found["name"] || !found["arabic"] {
		return nil, &Error{path, 1, "the header needs the columns name and arabic; it has " + strings.Join(header, ", ")}
	}
	return fields, errors.Join(errs...)
}

func rowEntry(path string, line int, fields, record []string) (*Entry, []error) {
	row := map[string]string{}
	for i, value := range record {
		if i < len(fields) && fields[i] != "" {
			row[fields[i]] = strings.TrimSpace(value)
		}
	}
	e := &Entry{Name: row["name"], Note: row["note"], Origin: fmt.Sprintf("%s:%d", path, line), Latin: cell(row["latin"])}
	var errs []error
	fault := func(format string, args ...any) {
		errs = append(errs, &Error{path, line, fmt.Sprintf(format, args...)})
	}
	kind, ok := ParseKind(row["kind"])
	if !ok {
		fault("%s: unknown kind %q", e.Name, row["kind"])
	}
	e.Kind = kind
	for status, field := range [...]string{"arabic", "also", "never", "translated"} {
		for _, text := range cell(row[field]) {
			e.Arabic = append(e.Arabic, Form{Text: text, Status: Status(status)})
		}
	}
	for _, rule := range splitRules(row["rules"]) {
		if err := e.rule(rule); err != nil {
			fault("%s: %v", e.Name, err)
		}
	}
	return e, append(errs, e.validate(path, line)...)
}

func cell(text string) []string {
	var out []string
	for value := range strings.SplitSeq(text, "|") {
		if value = strings.TrimSpace(value); value != "" {
			out = append(out, value)
		}
	}
	return out
}

// splitRules splits the rules of a row at blanks; a distinct= takes all words
// up to the next rule, because names have blanks.
func splitRules(text string) []string {
	var out []string
	for _, word := range strings.Fields(text) {
		if n := len(out); n > 0 && strings.HasPrefix(out[n-1], "distinct=") && !isRule(word) {
			out[n-1] += " " + word
			continue
		}
		out = append(out, word)
	}
	return out
}

func isRule(word string) bool {
	switch word {
	case "translation", "exonym", "mononym", "keep-latin", "word":
		return true
	}
	return strings.HasPrefix(word, "article=") || strings.HasPrefix(word, "distinct=")
}

func (e *Entry) rule(rule string) error {
	name, value, _ := strings.Cut(rule, "=")
	switch name {
	case "translation":
		e.Translation = true
	case "exonym":
		e.Exonym = true
	case "mononym":
		e.Mononym = true
	case "keep-latin":
		e.KeepLatin = true
	case "word":
		e.Word = true
	case "distinct":
		e.Distinct = append(e.Distinct, strings.ReplaceAll(value, "_", " "))
	case "article":
		return e.setArticle(value)
	default:
		return fmt.Errorf("unknown rule %q", rule)
	}
	return nil
}

func (e *Entry) setArticle(value string) error {
	for i, name := range articleNames {
		if name == value && value != "" {
			e.Article = Article(i)
			return nil
		}
	}
	return fmt.Errorf("article: %q is none of never, always, optional", value)
}

// validate tells what is wrong with an entry by itself.
func (e *Entry) validate(path string, line int) []error {
	var errs []error
	fault := func(format string, args ...any) {
		errs = append(errs, &Error{path, line, fmt.Sprintf(format, args...)})
	}
	if e.Name == "" {
		fault("an entry needs a name")
		return errs
	}
	if arabic.HasArabic(e.Name) {
		fault("name: %q is Arabic; the name is the Latin form", e.Name)
	}
	if e.Preferred() == "" && !e.KeepLatin {
		fault("%s: no preferred Arabic form (arabic), and not keep-latin", e.Name)
	}
	for _, latin := range e.Latin {
		if arabic.HasArabic(latin) {
			fault("%s: latin: %q is Arabic", e.Name, latin)
		}
	}
	seen := map[string]Status{}
	for _, f := range e.Arabic {
		if !arabic.HasArabic(f.Text) {
			fault("%s: %s form %q has no Arabic letter", e.Name, f.Status, f.Text)
		}
		light := arabic.Fold(f.Text, arabic.Light)
		if status, twice := seen[light]; twice && status == f.Status {
			fault("%s: %s stands twice", e.Name, f.Text)
		} else if twice && (status <= Admitted) != (f.Status <= Admitted) {
			fault("%s: %s is both %s and %s", e.Name, f.Text, status, f.Status)
		}
		seen[light] = f.Status
	}
	return errs
}
