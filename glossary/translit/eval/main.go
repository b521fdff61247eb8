//go:build train

// Command eval measures the embedded model on pairs of names.
//
//	go run -tags train ./glossary/translit/eval -pairs FILE -words FILE
//
// Of the pairs it takes those that training held out; -all takes every one,
// for pairs that training never saw.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"log"
	"os"

	"example.com/asma/glossary/translit/fit"
)

func main() {
	log.SetFlags(0)
	path := flag.String("pairs", "", "pairs to measure on")
	wordPath := flag.String("words", "", "everyday Arabic words, for half of the distractors")
	all := flag.Bool("all", false, "measure on every pair, not on those held out")
	model := flag.String("model", "glossary/translit/model.bin", "model file, for its hash")
	flag.Parse()
	pairs, sum, err := fit.Read(*path)
	if err != nil {
		log.Fatal(err)
	}
	words, err := fit.ReadWords(*wordPath)
	if err != nil {
		log.Fatal(err)
	}
	data, err := os.ReadFile(*model)
	if err != nil {
		log.Fatal(err)
	}
	hash := sha256.Sum256(data)
	fmt.Printf("model %s, %d bytes; data %s; held out by FNV-1a of the Latin token, one of ten\n", hex.EncodeToString(hash[:8]), len(data), sum)
	fit.Evaluate(os.Stdout, pairs, words, *all)
}
