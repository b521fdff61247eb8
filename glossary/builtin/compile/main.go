//go:build generate

// Command compile makes builtin.bin of the TSV files beside it.
//
//	go run -tags generate ./glossary/builtin/compile
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"example.com/asma/glossary"
)

func main() {
	log.SetFlags(0)
	dir := "glossary/builtin"
	files, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	var entries []*glossary.Entry
	var errs []error
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		more, err := glossary.Parse("builtin/"+filepath.Base(path), source)
		errs = append(errs, err)
		entries = append(entries, more...)
	}
	if err := errors.Join(errs...); err != nil {
		log.Fatal(err)
	}
	data := glossary.Compile(entries)
	if err := os.WriteFile(filepath.Join(dir, "builtin.bin"), data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d names, %d bytes, from %s\n", len(entries), len(data), strings.Join(files, " "))
}
