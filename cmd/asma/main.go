// Command asma finds the proper names in Arabic articles, tells where one name
// is spelled in more than one way or not as the glossary wants, and mends it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A closed pipe (asma check | head) ends the program as it ends others,
	// without a complaint.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	tuneCollector()
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if ctx.Err() != nil {
		code = exitInterrupt
	}
	stop()
	os.Exit(code)
}

// The exit codes. When several apply, the highest wins.
const (
	exitClean     = 0
	exitFindings  = 1
	exitUsage     = 2   // wrong use: flag, config, glossary
	exitFailure   = 3   // could not do the work: unreadable file, I/O
	exitInterrupt = 130 // as shells give it for SIGINT
)

// coded is an error that knows its exit code. A nil err says nothing on
// stderr.
type coded struct {
	code int
	err  error
}

func (c *coded) Error() string {
	if c.err == nil {
		return fmt.Sprintf("exit code %d", c.code)
	}
	return c.err.Error()
}

func (c *coded) Unwrap() error { return c.err }

// usage marks an error as wrong use.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &coded{exitUsage, err}
}

// failure marks an error as work that could not be done.
func failure(err error) error {
	if err == nil {
		return nil
	}
	return &coded{exitFailure, err}
}

// run is the whole program but for the process around it. It returns the exit
// code; this is the one place where it is decided.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(streams{stdin, stdout, stderr})
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	unknown := refuseUnknownHelp(root)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = *unknown
	}
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return exitClean
	}
	var c *coded
	if !errors.As(err, &c) {
		c = &coded{exitUsage, err} // cobra's own errors are about flags and commands
	}
	if c.err != nil {
		complain(stderr, c.err)
	}
	return c.code
}

// complain writes every error of a joined list on a line of its own.
func complain(w io.Writer, err error) {
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range list.Unwrap() {
			complain(w, e)
		}
		return
	}
	fmt.Fprintf(w, "asma: %v\n", err)
}
