package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"sync"

	"example.com/asma/glossary"
)

// batchLines is how many lines a worker takes at once.
const batchLines = 2048

// lineBlock is a run of lines on its way through a worker.
type lineBlock struct {
	first int // number of its first line, from 1
	lines [][]byte
	done  chan judgedBlock
}

// judgedBlock is what a worker makes of a block.
type judgedBlock struct {
	text []byte
	bad  []int // numbers of the lines that are no pairs
}

// matchBatch judges every pair of a file, some blocks of lines at once, and
// writes them in the order in which they came.
func matchBatch(g *glossary.Glossary, path string, jobs int, s streams) error {
	in, err := openLines(path, s.in)
	if err != nil {
		return usage(fmt.Errorf("--batch %w", err))
	}
	defer in.Close()
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	work, order := make(chan *lineBlock), make(chan *lineBlock, 4*jobs)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			m := newMatcher(g)
			for b := range work {
				b.done <- m.judgeBlock(b)
			}
		})
	}
	var readErr error
	go func() {
		defer close(order)
		defer close(work)
		readErr = readBlocks(in, func(b *lineBlock) bool {
			select {
			case order <- b:
				work <- b
				return true
			case <-stop:
				return false
			}
		})
	}()
	bad, writeErr := writeBlocks(s.out, order)
	close(stop)
	for b := range order { // what was under way when writing failed
		<-b.done
	}
	workers.Wait()
	if err := errors.Join(readErr, writeErr); err != nil {
		return failure(err)
	}
	return usage(badLines(path, bad))
}

// readBlocks cuts the input into blocks of lines until send refuses one.
func readBlocks(in io.Reader, send func(*lineBlock) bool) error {
	reader := bufio.NewReaderSize(in, 1<<16)
	b := &lineBlock{first: 1, done: make(chan judgedBlock, 1)}
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 0 {
			b.lines = append(b.lines, line)
		}
		if len(b.lines) == batchLines || err != nil && len(b.lines) > 0 {
			if !send(b) {
				return nil
			}
			b = &lineBlock{first: b.first + len(b.lines), done: make(chan judgedBlock, 1)}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (m *matcher) judgeBlock(b *lineBlock) (out judgedBlock) {
	for i, line := range b.lines {
		body := bytes.TrimRight(line, "\r\n")
		ending := line[len(body):]
		out.text = append(out.text, body...)
		fields := bytes.SplitN(body, []byte{'\t'}, 3)
		switch {
		case len(body) == 0:
		case len(fields) < 2 || len(fields[0]) == 0 || len(fields[1]) == 0:
			out.bad = append(out.bad, b.first+i)
			out.text = append(out.text, "\t\t"...)
		default:
			v := m.judge(string(fields[0]), string(fields[1]))
			out.text = append(out.text, '\t')
			out.text = strconv.AppendFloat(out.text, v.probability, 'f', 4, 64)
			if v.yes() {
				out.text = append(out.text, "\tyes"...)
			} else {
				out.text = append(out.text, "\tno"...)
			}
		}
		out.text = append(out.text, ending...)
	}
	return out
}

// writeBlocks writes what becomes of each lineBlock, in order, and gathers the
// numbers of the bad lines.
func writeBlocks(w io.Writer, order <-chan *lineBlock) (bad []int, err error) {
	for b := range order {
		result := <-b.done
		bad = append(bad, result.bad...)
		if _, err := w.Write(result.text); err != nil {
			return bad, err
		}
	}
	return bad, nil
}

// badLines tells all lines that are no pairs.
func badLines(path string, bad []int) error {
	var errs []error
	for _, n := range bad {
		errs = append(errs, fmt.Errorf("%s:%d: no pair; write two spellings parted by a tab", path, n))
	}
	return errors.Join(errs...)
}
