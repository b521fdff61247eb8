package main

import (
	"bytes"
	"crypto/sha256"
	"os"
	"sync"

	"example.com/asma/checks"
	"example.com/asma/cmd/internal/mend"
)

// contents remembers what was checked, so that nothing else is mended: a hash
// of each file, and the whole of standard input, which gives itself only once.
type contents struct {
	mutex sync.Mutex // Read is called from many goroutines
	sums  map[string][sha256.Size]byte
	input []byte
}

// remember makes sources note what they give.
func remember(sources []checks.Source) *contents {
	c := &contents{sums: map[string][sha256.Size]byte{}}
	for i := range sources {
		s := sources[i]
		sources[i].Read = func() ([]byte, error) {
			content, err := s.Read()
			if err == nil {
				c.note(s, content)
			}
			return content, err
		}
	}
	return c
}

func (c *contents) note(s checks.Source, content []byte) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.sums[s.Path] = sha256.Sum256(content)
	if s.Input {
		c.input = bytes.Clone(content)
	}
}

// again gives what was checked. The file is read anew, since a run may be of
// more files than fit into memory, and refused where it has become another.
func (c *contents) again(s checks.Source, target string) ([]byte, error) {
	if s.Input {
		return c.input, nil
	}
	content, err := os.ReadFile(target)
	if err == nil && sha256.Sum256(content) != c.sums[s.Path] {
		return nil, mend.ErrChanged
	}
	return content, err
}

// afterwards gives the sources once more, as they are when all is mended.
func (c *contents) afterwards(sources []checks.Source) []checks.Source {
	out := make([]checks.Source, len(sources))
	for i, s := range sources {
		if !s.Input {
			s = fileSource(s.Path)
		} else {
			s.Read = func() ([]byte, error) { return c.input, nil }
		}
		out[i] = s
	}
	return out
}
