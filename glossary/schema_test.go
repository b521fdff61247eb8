package glossary

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// What asma reads as a glossary the schema accepts, and what it refuses as no
// glossary the schema refuses.
func TestTheSchemaAgreesWithTheReader(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for name := range schema.Properties["names"].Items2020.Ref.Properties {
		known = append(known, name)
	}
	fields := slices.Clone(entryFields)
	slices.Sort(known)
	slices.Sort(fields)
	if !slices.Equal(known, fields) {
		t.Errorf("the schema knows %v, the reader %v", known, fields)
	}
	begun, err := os.ReadFile("../cmd/asma/init/names.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for source, good := range map[string]bool{
		string(begun): true,
		"":            true,
		"version: 1\nnames:\n  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر, also: [خليفة بلقاسم حفتر], never: خليفة هفتر, latin: [Khalifa Hifter], article: never, keep-latin: false, distinct: [Khalifa Abu Bakr], note: general, examples: {match: [\"قال حفتر\"], never: [حفر]}}": true,
		"version: 1\nnames: [{name: NATO, kind: organization, arabic: الناتو, rules: [article=always]}]": true,
		"version: 2\nnames: []": false,
		"version: 1\nnames: [{nam: Khalifa Haftar, arabic: خليفة حفتر}]":                       false,
		"version: 1\nnames: [{name: Khalifa Haftar, arabic: خليفة حفتر, kind: persn}]":         false,
		"version: 1\nnames: [{name: Khalifa Haftar, arabic: خليفة حفتر, article: some}]":       false,
		"version: 1\nnames: [{name: Khalifa Haftar, arabic: خليفة حفتر, keep-latin: perhaps}]": false,
		"version: 1\nnames: [{name: Khalifa Haftar, arabic: [خليفة حفتر]}]":                    false,
		"version: 1\nnames: [Khalifa Haftar]":                                                  false,
		"version: 1\nnames: {name: Khalifa Haftar}":                                            false,
		"- {name: Khalifa Haftar}": false,
	} {
		path := filepath.Join(t.TempDir(), "g.yaml")
		if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(Options{Files: []string{path}, NoBuiltin: true}); (err == nil) != good {
			t.Errorf("the reader says %v of\n%s", err, source)
		}
		var v any
		if err := yaml.Unmarshal([]byte(source), &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); (err == nil) != good {
			t.Errorf("the schema says %v of\n%s", err, source)
		}
	}
}
