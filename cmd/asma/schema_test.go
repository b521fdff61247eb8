package main

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"example.com/asma/checks"
)

func configSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("schema/config.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func asValue(t *testing.T, source string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(source), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// What asma reads the schema accepts, and what it refuses the schema refuses.
func TestTheSchemaAgreesWithTheConfig(t *testing.T) {
	written, err := os.ReadFile("init/asma.yaml")
	if err != nil {
		t.Fatal(err)
	}
	schema := configSchema(t)
	for _, source := range []string{
		"", string(written), uncommented(string(written)),
		"checks: {mixed-script: off, repeated-word: error}", "latin: {tickers: fault, code: allow}",
		"allow: [{files: [a.txt], reason: old}]", "max-warnings: 0\nmin-confidence: 0.5\nbuiltin: false",
		"overrides: [{files: a, checks: {mixed-script: info}}]", "baseline: b.json\ninclude: [a]\nexclude: [b]\nglossaries: [c]",
	} {
		if err := wrongConfig(source); err != nil {
			t.Errorf("asma refuses\n%s\n%v", source, err)
		}
		if err := schema.Validate(asValue(t, source)); err != nil {
			t.Errorf("the schema refuses\n%s\n%v", source, err)
		}
	}
	for _, source := range []string{
		"fail_on: error", "fail-on: often", "fail-on: off", "checks: {mixed: error}", "checks: {mixed-script: loud}",
		"min-confidence: 2", "latin: {tikers: allow}", "latin: {code: maybe}", "allow: [{check: mixed-script}]",
		"allow: [{reason: so}]", "allow: [{check: mixed, reason: so}]", "allow: [{check: mixed-script, reason: '  '}]",
		"overrides: [{file: a}]", "overrides: [{files: a, checks: {mixed: off}}]", "max-warnings: many", "max-warnings: -5",
		"overrides: [{checks: {mixed-script: info}}]", "[a]",
	} {
		if wrongConfig(source) == nil {
			t.Errorf("asma reads %s", source)
		}
		if schema.Validate(asValue(t, source)) == nil {
			t.Errorf("the schema accepts %s", source)
		}
	}
}

func wrongConfig(source string) error {
	_, wrong, err := readConfig("c", []byte(source))
	if err != nil {
		return err
	}
	return wrong.err()
}

// uncommented gives a config with its examples switched on.
func uncommented(source string) string {
	var out []string
	for line := range strings.Lines(source) {
		rest := strings.TrimPrefix(line, "# ")
		key, _, found := strings.Cut(strings.TrimLeft(rest, " -"), ":")
		if line != rest && found && !strings.Contains(key, " ") {
			line = rest
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}

func TestTheSchemaHasTheFieldsOfTheConfig(t *testing.T) {
	schema := configSchema(t)
	for _, c := range []struct {
		where  string
		value  any
		schema *jsonschema.Schema
	}{
		{"", config{}, schema},
		{"allow", allowRule{}, schema.Properties["allow"].Items2020.Ref},
		{"overrides", override{}, schema.Properties["overrides"].Items2020.Ref},
	} {
		var fields, known []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(c.value)) {
			if tag := f.Tag.Get("yaml"); tag != "" {
				fields = append(fields, tag)
			}
		}
		for name := range c.schema.Properties {
			known = append(known, name)
		}
		keys := slices.Clone(configKeys[c.where])
		slices.Sort(fields)
		slices.Sort(known)
		slices.Sort(keys)
		if !slices.Equal(fields, known) || !slices.Equal(fields, keys) {
			t.Errorf("%q: fields %v, schema %v, keys %v", c.where, fields, known, keys)
		}
	}
	for _, c := range checks.All {
		if schema.Validate(map[string]any{"checks": map[string]any{c.Name: "info"}}) != nil {
			t.Errorf("the schema does not know %s", c.Name)
		}
	}
	for _, name := range checks.LatinRuleNames() {
		if schema.Validate(map[string]any{"latin": map[string]any{name: "fault"}}) != nil {
			t.Errorf("the schema does not know the rule %s", name)
		}
	}
}
