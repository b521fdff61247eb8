package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"unsafe"
)

// terminal is a program for the scripts: it runs another one with a terminal for
// its standard output and copies what that shows. It reads until the last byte:
// testscript's own ttyout closes the terminal when the program ends, and loses
// what has not been read by then.
func terminal() {
	err := showTerminal(exec.Command(os.Args[1], os.Args[2:]...), os.Stdout)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		os.Exit(exit.ExitCode())
	case err != nil:
		fmt.Fprintln(os.Stderr, "terminal:", err)
		os.Exit(125)
	}
}

func showTerminal(cmd *exec.Cmd, out io.Writer) error {
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer master.Close()
	var number, locked uint32
	for request, value := range map[uintptr]*uint32{syscall.TIOCGPTN: &number, syscall.TIOCSPTLCK: &locked} {
		if _, _, failed := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), request, uintptr(unsafe.Pointer(value))); failed != 0 {
			return failed
		}
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return err
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, slave, os.Stderr
	err = cmd.Start()
	slave.Close()
	if err != nil {
		return err
	}
	// The end is EIO: nothing is left, and nobody has the terminal open.
	if _, err := io.Copy(out, master); !errors.Is(err, syscall.EIO) {
		return fmt.Errorf("reading the terminal: %w", err)
	}
	return cmd.Wait()
}
