package main

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
)

// blobs reads contents out of git by one process, which starts with the first.
type blobs struct {
	repository *repository
	mutex      sync.Mutex
	process    *exec.Cmd
	in         io.WriteCloser
	out        *bufio.Reader
}

// read gives the content of an id. It is safe for concurrent use.
func (b *blobs) read(id string) ([]byte, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.process == nil {
		if err := b.start(); err != nil {
			return nil, err
		}
	}
	if _, err := fmt.Fprintln(b.in, id); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	head, err := b.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	var size int
	if _, err := fmt.Sscanf(head, id+" blob %d\n", &size); err != nil {
		return nil, fmt.Errorf("git has no content of it (%s)%s", strings.TrimSpace(head), b.repository.shallow())
	}
	content := make([]byte, size+1) // and the line end behind it
	if _, err := io.ReadFull(b.out, content); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return content[:size], nil
}

func (b *blobs) start() error {
	cmd := b.repository.command("cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	b.in, b.out = in, bufio.NewReader(out)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("git cat-file: %w", err)
	}
	b.process = cmd
	return nil
}

// close ends the process.
func (b *blobs) close() {
	if b.process != nil {
		b.in.Close()
		b.process.Wait()
	}
}
