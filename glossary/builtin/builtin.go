// Package builtin holds the built-in glossary as data: the TSV files that
// people review, and the flat form that is made of them and embedded. How
// names are chosen and written is told in README.md.
package builtin

import _ "embed"

//go:generate go run -C ../.. -tags generate ./glossary/builtin/compile

// Data is the compiled glossary.
//
//go:embed builtin.bin
var Data string
