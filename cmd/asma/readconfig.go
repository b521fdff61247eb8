package main

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// configFaults gathers what is wrong with a config, so that all of it is told
// at once.
type configFaults struct {
	path     string
	found    []configFault
	misnamed map[string]bool // the items with a key that is not known
}

// configFault is one wrong row.
type configFault struct {
	line int // from 1
	what string
}

func (w *configFaults) add(line int, format string, values ...any) {
	w.found = append(w.found, configFault{line, fmt.Sprintf(format, values...)})
}

// addLack tells what an item of the config lacks. What a wrong key may have
// been meant for is not missed.
func (w *configFaults) addLack(c *config, item, what string) {
	if !w.misnamed[item] {
		w.add(c.lines[item], "%s", what)
	}
}

// err joins the faults in the order of their lines; nil where there are none.
func (w *configFaults) err() error {
	slices.SortFunc(w.found, func(a, b configFault) int { return cmp.Or(a.line-b.line, strings.Compare(a.what, b.what)) })
	var errs []error
	for _, f := range w.found {
		errs = append(errs, fmt.Errorf("%s:%d: %s", w.path, f.line, f.what))
	}
	return errors.Join(errs...)
}

// readConfig reads a config and looks for all that is wrong with it. Only what
// is no YAML is an error at once: nothing else can be read then.
func readConfig(path string, source []byte) (*config, *configFaults, error) {
	c := &config{path: path, lines: map[string]int{}}
	wrong := &configFaults{path: path, misnamed: map[string]bool{}}
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		line, what := atLine(strings.TrimPrefix(err.Error(), "yaml: "))
		wrong.add(line, "%s", what)
		return nil, nil, wrong.err()
	}
	if len(document.Content) == 0 {
		return c, wrong, nil
	}
	root := document.Content[0]
	if root.Kind != yaml.MappingNode {
		if root.Tag != "!!null" {
			wrong.add(root.Line, "the config is a mapping, as in “fail-on: warning”")
		}
		return c, wrong, nil
	}
	c.locate(wrong, "", root)
	wrong.noteUnknownKeys(root)
	wrong.noteTypes(root.Decode(c))
	c.validate(wrong)
	return c, wrong, nil
}

// locate notes the line of every key and item below a node. A key that stands
// twice is told and taken out: the decoder would read nothing of its mapping.
func (c *config) locate(w *configFaults, where string, node *yaml.Node) {
	under := func(key string) string { return strings.TrimPrefix(where+"."+key, ".") }
	switch node.Kind {
	case yaml.MappingNode:
		var once []*yaml.Node
		for i := 0; i+1 < len(node.Content); i += 2 {
			key, value := node.Content[i], node.Content[i+1]
			place := under(key.Value)
			if first := c.lines[place]; first > 0 {
				w.add(key.Line, "%s stands twice; it was in line %d already", key.Value, first)
				continue
			}
			c.lines[place] = key.Line
			c.locate(w, place, value)
			once = append(once, key, value)
		}
		node.Content = once
	case yaml.SequenceNode:
		for i, item := range node.Content {
			c.lines[under(strconv.Itoa(i))] = item.Line
			c.locate(w, under(strconv.Itoa(i)), item)
		}
	}
}

// wrongType is how the YAML decoder says that a value has not the type of its
// field.
var wrongType = regexp.MustCompile("^cannot unmarshal !!(\\w+)(?: `(.*)`)? into (.*)$")

// wantedTypes says in a user's words what a field of a type holds.
var wantedTypes = map[string]string{
	"int": "a whole number", "float64": "a number", "bool": "true or false", "string": "a text", "[]string": "a list of texts",
	"map[string]string": "a mapping", "[]main.allowRule": "a list of rules", "main.allowRule": "a mapping of check, name, spelling, files and reason",
	"[]main.override": "a list of overrides", "main.override": "a mapping of files and checks",
}

// givenTypes says what a value is that cannot be shown on a line.
var givenTypes = map[string]string{"map": "a mapping", "seq": "a list"}

// noteTypes tells what the decoder says of values that are not of their type.
func (w *configFaults) noteTypes(err error) {
	var texts []string
	var typed *yaml.TypeError
	switch {
	case errors.As(err, &typed):
		texts = typed.Errors
	case err != nil:
		texts = []string{strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	for _, text := range texts {
		line, what := atLine(text)
		if m := wrongType.FindStringSubmatch(what); m != nil && wantedTypes[m[3]] != "" {
			given := strconv.Quote(m[2])
			if g := givenTypes[m[1]]; g != "" {
				given = g
			}
			what = fmt.Sprintf("%s stands where %s is wanted", given, wantedTypes[m[3]])
		}
		w.add(line, "%s", what)
	}
}

// atLine parts “line 7: what”. Without a line it is the first.
func atLine(text string) (line int, what string) {
	if rest, found := strings.CutPrefix(text, "line "); found {
		if number, what, found := strings.Cut(rest, ": "); found {
			if line, err := strconv.Atoi(number); err == nil {
				return line, what
			}
		}
	}
	return 1, text
}
