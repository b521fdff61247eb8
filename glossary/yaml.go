package glossary

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxYAML is how long a YAML file may be, in bytes: the reader takes some twenty
// times as much memory. Aliases are not followed, so no bomb grows.
const maxYAML = 16 << 20

// readYAML reads the native format, and JSON, which is YAML too.
func readYAML(path string, source []byte) ([]*Entry, error) {
	if len(source) > maxYAML {
		return nil, &Error{path, 1, "the file is larger than 16 MB: use TSV for a glossary of that size"}
	}
	var root yaml.Node
	if err := yaml.Unmarshal(source, &root); err != nil {
		return nil, yamlError(path, err)
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	r := &yamlReader{path: path}
	r.document(root.Content[0])
	return r.entries, errors.Join(r.errs...)
}

func yamlError(path string, err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, found := strings.CutPrefix(text, "line "); found {
		fmt.Sscanf(rest, "%d", &line)
		if _, what, found := strings.Cut(rest, ": "); found {
			text = what
		}
	}
	return &Error{path, line, text}
}

type yamlReader struct {
	path    string
	entries []*Entry
	errs    []error
}

func (r *yamlReader) fault(n *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, &Error{r.path, n.Line, fmt.Sprintf(format, args...)})
}

// entryFields are the fields of an entry.
var entryFields = []string{"name", "kind", "arabic", "also", "never", "translated", "latin", "article", "keep-latin", "distinct", "note", "examples", "rules"}

func (r *yamlReader) document(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		r.fault(root, "a glossary is a mapping with version and names")
		return
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		switch key.Value {
		case "version":
			if value.Value != "1" {
				r.fault(value, "version %s is not known; this asma reads version 1", value.Value)
			}
		case "names":
			r.names(value)
		default:
			r.fault(key, "unknown field %q%s", key.Value, didYouMean(key.Value, []string{"version", "names"}))
		}
	}
}

func (r *yamlReader) names(list *yaml.Node) {
	if list.Kind == yaml.ScalarNode && list.Tag == "!!null" {
		return
	}
	if list.Kind != yaml.SequenceNode {
		r.fault(list, "names is a list of entries%s", noAlias(list))
		return
	}
	for _, item := range list.Content {
		if item.Kind != yaml.MappingNode {
			r.fault(item, "an entry is a mapping, as in “name: Khalifa Haftar”%s", noAlias(item))
			continue
		}
		r.entry(item)
	}
}

func (r *yamlReader) entry(node *yaml.Node) {
	e := &Entry{Origin: fmt.Sprintf("%s:%d", r.path, node.Line)}
	before := len(r.errs)
	forms := map[string][]string{}
	var examples *yaml.Node
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if seen[key.Value] {
			r.fault(key, "%s stands twice in one entry", key.Value)
		}
		seen[key.Value] = true
		switch key.Value {
		case "also", "never", "translated":
			forms[key.Value] = r.list(key, value)
		case "arabic":
			forms[key.Value] = []string{r.text(key, value)}
		case "latin":
			e.Latin = r.list(key, value)
		case "examples":
			examples = value
		default:
			r.field(e, key, value)
		}
	}
	for status, field := range [...]string{"arabic", "also", "never", "translated"} {
		for _, text := range forms[field] {
			if text != "" {
				e.Arabic = append(e.Arabic, Form{Text: text, Status: Status(status)})
			}
		}
	}
	r.errs = append(r.errs, e.validate(r.path, node.Line)...)
	if len(r.errs) == before && examples != nil {
		r.examples(e, examples)
	}
	r.entries = append(r.entries, e)
}

// field reads the simple fields.
func (r *yamlReader) field(e *Entry, key, value *yaml.Node) {
	switch key.Value {
	case "name":
		e.Name = r.text(key, value)
	case "note":
		e.Note = r.text(key, value)
	case "distinct":
		e.Distinct = r.list(key, value)
	case "kind":
		kind, ok := ParseKind(value.Value)
		if !ok {
			r.fault(value, "unknown kind %q: use one of %s", value.Value, strings.Join(kindNames[:], ", "))
		}
		e.Kind = kind
	case "article":
		if err := e.setArticle(value.Value); err != nil {
			r.fault(value, "%v", err)
		}
	case "keep-latin":
		if value.Tag != "!!bool" {
			r.fault(value, "keep-latin is true or false")
		}
		e.KeepLatin = value.Value == "true"
	case "rules":
		for _, rule := range r.list(key, value) {
			if err := e.rule(rule); err != nil {
				r.fault(value, "%v", err)
			}
		}
	default:
		r.fault(key, "unknown field %q%s", key.Value, didYouMean(key.Value, entryFields))
	}
}

func (r *yamlReader) text(key, value *yaml.Node) string {
	if value.Kind != yaml.ScalarNode {
		hint := noAlias(value)
		if key.Value == "arabic" && hint == "" {
			hint = "; put the forms that are admitted beside it under also"
		}
		r.fault(value, "%s is one text%s", key.Value, hint)
		return ""
	}
	return strings.TrimSpace(value.Value)
}

func (r *yamlReader) list(key, value *yaml.Node) []string {
	switch value.Kind {
	case yaml.ScalarNode:
		if value.Tag == "!!null" || value.Value == "" {
			return nil
		}
		return []string{strings.TrimSpace(value.Value)}
	case yaml.SequenceNode:
		var out []string
		for _, item := range value.Content {
			out = append(out, r.text(key, item))
		}
		return out
	}
	r.fault(value, "%s is a list of texts%s", key.Value, noAlias(value))
	return nil
}

// noAlias says why an alias is not read, where that is what a node is.
func noAlias(n *yaml.Node) string {
	if n.Kind == yaml.AliasNode {
		return "; aliases (*" + n.Value + ") are not followed, write it out"
	}
	return ""
}

// examples tries the examples of an entry: texts in which it must, or must
// not, be found.
func (r *yamlReader) examples(e *Entry, node *yaml.Node) {
	if node.Kind != yaml.MappingNode {
		r.fault(node, "examples has the lists match and never")
		return
	}
	g, err := New([]*Entry{e})
	if err != nil {
		r.fault(node, "%v", err)
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if !slices.Contains([]string{"match", "never"}, key.Value) {
			r.fault(key, "unknown field %q%s", key.Value, didYouMean(key.Value, []string{"match", "never"}))
			continue
		}
		for _, text := range r.list(key, node.Content[i+1]) {
			switch found := len(g.NewFinder().Find(text)) > 0; {
			case key.Value == "match" && !found:
				r.fault(key, "%s: the entry is not found in its example “%s”", e.Name, text)
			case key.Value == "never" && found:
				r.fault(key, "%s: the entry is found in “%s”, its example of where it must not be", e.Name, text)
			}
		}
	}
}

// didYouMean proposes the known word that is nearest, at most two letters off.
func didYouMean(word string, known []string) string {
	for _, k := range known {
		if strings.HasPrefix(k, word) || strings.HasPrefix(word, k) || sameLetters(word, k) {
			return fmt.Sprintf(", did you mean %q?", k)
		}
	}
	return ""
}

// sameLetters: the words have the same letters but for two, in any order.
func sameLetters(a, b string) bool {
	count := map[rune]int{}
	for _, r := range a {
		count[r]++
	}
	for _, r := range b {
		count[r]--
	}
	off := 0
	for _, n := range count {
		off += max(n, -n)
	}
	return off <= 2
}
