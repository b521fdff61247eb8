//go:build unix

package mend

import (
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"
)

var slow = flag.Bool("slow", false, "kill writers for some seconds")

// The texts that the killed writers put in each other's place.
var oldText, newText = strings.Repeat("قال Haftar إن الأمر انتهى\n", 40_000), strings.Repeat("قال حفتر إن الأمر انتهى\n", 40_000)

// TestMain is also the writer that TestAFullDisk… and TestAKill… start.
func TestMain(m *testing.M) {
	switch path := os.Getenv("ASMA_TEST_WRITES"); {
	case path == "":
		os.Exit(m.Run())
	case os.Getenv("ASMA_TEST_LIMIT") != "":
		signal.Ignore(syscall.SIGXFSZ)
		const most = 64 << 10
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			os.Exit(4)
		}
		if err := Replace(path, []byte(oldText), []byte(newText)); errors.Is(err, syscall.EFBIG) {
			os.Exit(3)
		}
		os.Exit(0)
	default:
		for {
			_ = Replace(path, []byte(oldText), []byte(newText))
			_ = Replace(path, []byte(newText), []byte(oldText))
		}
	}
}

func writer(t *testing.T, path string, env ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(append(os.Environ(), "ASMA_TEST_WRITES="+path), env...)
	return cmd
}

// A limit on the size of files stops a write in the middle, as a full disk
// does.
func TestAFullDiskLeavesTheOldFile(t *testing.T) {
	path := fileWith(t, oldText, 0o644)
	var exit *exec.ExitError
	if err := writer(t, path, "ASMA_TEST_LIMIT=1").Run(); !errors.As(err, &exit) || exit.ExitCode() == 4 {
		t.Skip("the system sets no limit: ", err)
	}
	if exit.ExitCode() != 3 {
		t.Errorf("exit code %d", exit.ExitCode())
	}
	holds(t, path, oldText)
}

func TestAKilledWriterLeavesOldOrNew(t *testing.T) {
	if !*slow {
		t.Skip("without -slow")
	}
	path := fileWith(t, oldText, 0o644)
	seen := map[string]int{}
	for range 100 {
		cmd := writer(t, path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(10+rand.IntN(40)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		switch string(content) {
		case oldText:
			seen["old"]++
		case newText:
			seen["new"]++
		default:
			t.Fatalf("the file is torn: %d bytes", len(content))
		}
	}
	t.Log(seen)
	if len(seen) < 2 {
		t.Error("the writers were killed too early or too late")
	}
}
