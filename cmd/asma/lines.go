package main

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// openLines opens a file of lines, standard input for -.
func openLines(path string, stdin io.Reader) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(stdin), nil
	}
	return os.Open(path)
}

// readNames reads names, one a line; empty lines are left out.
func readNames(in io.Reader) (names []string, err error) {
	scanner := bufio.NewScanner(in)
	for scanner.Scan() {
		if name := strings.TrimSpace(scanner.Text()); name != "" {
			names = append(names, name)
		}
	}
	return names, scanner.Err()
}
