//go:build train

// Command eval measures the embedded model on pairs of names.
//
//	go run -tags train ./glossary/translit/eval -pairs FILE -words FILE -distinct FILE
//
// Of the pairs it takes those that training held out; -all takes every one,
// for pairs that training never saw.
package main

import (
	"crypto/sha256"
	"encoding/hex"
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
	path := flag.String("pairs", "", "pairs to measure on")
	wordPath := flag.String("words", "", "everyday Arabic words, for half of the distractors")
	distinctPath := flag.String("distinct", "", "Arabic names that sound alike and are two")
	all := flag.Bool("all", false, "measure on every pair, not on those held out")
	model := flag.String("model", "glossary/translit/model.bin", "model file, for its hash")
	card := flag.Bool("card", false, "put the figures into MODEL.md beside the model")
	flag.Parse()
	pairs, sum, err := fit.Read(*path)
	if err != nil {
		log.Fatal(err)
	}
	words, err := fit.ReadWords(*wordPath)
	if err != nil {
		log.Fatal(err)
	}
	distinct, err := fit.ReadDistinct(*distinctPath, true)
	if err != nil {
		log.Fatal(err)
	}
	data, err := os.ReadFile(*model)
	if err != nil {
		log.Fatal(err)
	}
	hash := sha256.Sum256(data)
	var told strings.Builder
	out := io.MultiWriter(os.Stdout, &told)
	fmt.Fprintf(out, "model %s, %d bytes; data %s\n", hex.EncodeToString(hash[:8]), len(data), sum)
	fit.Evaluate(out, fit.Data{Pairs: pairs, Words: words, Distinct: distinct}, *all)
	if *card {
		if err := fit.WriteFigures(filepath.Join(filepath.Dir(*model), "MODEL.md"), told.String()); err != nil {
			log.Fatal(err)
		}
	}
}
