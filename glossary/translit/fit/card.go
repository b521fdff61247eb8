//go:build train

package fit

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
)

// cardText is the model card, with places for what a training and an evaluation
// tell.
//
//go:embed card.md
var cardText string

// The blocks of the card that programs write.
const (
	trainingBlock = "<!-- training -->"
	figuresBlock  = "<!-- figures -->"
)

// WriteCard writes the model card of a training. Figures stay out: the
// evaluation fills them in.
func WriteCard(path, training string) error {
	card, err := fill(cardText, trainingBlock, training)
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(card), 0o644)
}

// WriteFigures puts the figures of an evaluation into a model card.
func WriteFigures(path, figures string) error {
	card, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	out, err := fill(string(card), figuresBlock, figures)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, []byte(out), 0o644)
}

// fill replaces the fenced block that follows a mark.
func fill(card, mark, text string) (string, error) {
	const fence = "```\n"
	before, rest, found := strings.Cut(card, mark+"\n"+fence)
	_, after, closed := strings.Cut(rest, fence)
	if !found || !closed {
		return "", fmt.Errorf("no fenced block after %s", mark)
	}
	return before + mark + "\n" + fence + text + fence + after, nil
}
