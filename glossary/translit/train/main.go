//go:build train

// Command train learns the model of package translit from pairs of names.
//
//	go run -tags train ./glossary/translit/train -pairs FILE -words FILE -distinct FILE
//
// FILE of -pairs has the columns latin, arabic, count, parted by tabs, with a
// header; one of ten Latin tokens is held out for the evaluation program. FILE
// of -words has everyday Arabic words, one a line.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"example.com/asma/glossary/translit/fit"
)

func main() {
	log.SetFlags(0)
	path := flag.String("pairs", "", "pairs to learn from")
	wordPath := flag.String("words", "", "everyday Arabic words")
	distinctPath := flag.String("distinct", "", "Arabic names that sound alike and are two")
	dir := flag.String("dir", "glossary/translit", "folder of package translit")
	flag.Parse()
	pairs, sum, err := fit.Read(*path)
	if err != nil {
		log.Fatal(err)
	}
	words, err := fit.ReadWords(*wordPath)
	if err != nil {
		log.Fatal(err)
	}
	distinct, err := fit.ReadDistinct(*distinctPath, false)
	if err != nil {
		log.Fatal(err)
	}
	train, test := fit.Split(pairs)
	var told strings.Builder
	fmt.Fprintf(&told, "data %s: %d pairs to learn from, %d held out\n", sum, len(train), len(test))
	data := fit.Build(fit.Data{Pairs: train, Words: words, Distinct: distinct}, io.MultiWriter(os.Stdout, &told))
	if err := os.WriteFile(filepath.Join(*dir, "model.bin"), []byte(data), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Fprintf(&told, "model.bin: %d bytes\n", len(data))
	if err := fit.WriteCard(filepath.Join(*dir, "MODEL.md"), told.String()); err != nil {
		log.Fatal(err)
	}
}
