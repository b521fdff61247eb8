package main

import (
	"fmt"
	"os"
	"strconv"

	"golang.org/x/term"

	"example.com/asma/cmd/internal/report"
)

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// viewOf tells how the output wants things. Colour follows --color, then
// NO_COLOR and CLICOLOR_FORCE (no-color.org, bixense.com/clicolors), then TERM.
func viewOf(s streams, color string) (report.View, error) {
	v := report.View{}
	terminal := isTerminal(s.out)
	if terminal {
		v.Width = widthOf(s.out.(*os.File))
		v.Isolates = os.Getenv("TERM") != "xterm-kitty" // kitty loses the joined shape of a letter beside a control
	}
	switch color {
	case "always":
		v.Color = true
	case "never":
	case "auto", "": // commands without the flag
		force := os.Getenv("CLICOLOR_FORCE")
		v.Color = os.Getenv("NO_COLOR") == "" && (terminal && os.Getenv("TERM") != "dumb" || force != "" && force != "0")
	default:
		return v, fmt.Errorf("--color %s: use auto, always or never", color)
	}
	return v, nil
}

func widthOf(file *os.File) int {
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}
