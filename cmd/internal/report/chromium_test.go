package report

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// tab is a page in a headless Chromium, driven over a pipe by the DevTools
// protocol: one JSON object a message, with a NUL behind.
type tab struct {
	t        *testing.T
	to       io.Writer
	from     *bufio.Reader
	session  string
	last     int
	messages []string // what the page wrote to the console, and what its policy refused
}

// openTab shows a page in Chromium. The test is skipped where there is none.
func openTab(t *testing.T, page string) *tab {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium; .ci/run installs it")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	read, to, err1 := os.Pipe()
	from, write, err2 := os.Pipe()
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "--window-size=1300,1000")
	cmd.ExtraFiles = []*os.File{read, write}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = errors.Join(read.Close(), write.Close())
	if err := from.SetReadDeadline(time.Now().Add(3 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	p := &tab{t: t, to: to, from: bufio.NewReader(from)}
	t.Cleanup(func() {
		p.call("Browser.close", nil, nil)
		_ = cmd.Wait()
		_ = errors.Join(to.Close(), from.Close())
	})
	p.show("file://" + (&url.URL{Path: file}).EscapedPath())
	return p
}

func (p *tab) show(address string) {
	p.t.Helper()
	var target struct{ TargetID string }
	p.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var session struct{ SessionID string }
	p.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session)
	p.session = session.SessionID
	for _, domain := range []string{"Runtime", "Log", "Page"} {
		p.call(domain+".enable", nil, nil)
	}
	p.call("Page.navigate", map[string]any{"url": address}, nil)
	for p.evaluate("document.readyState") != "complete" || p.evaluate("location.href") == "about:blank" {
		time.Sleep(10 * time.Millisecond)
	}
	p.evaluate("document.fonts.ready.then(() => true)")
}

// call sends a command, waits for its answer, and keeps what the page says
// meanwhile.
func (p *tab) call(method string, params, result any) {
	p.t.Helper()
	p.last++
	message, err := json.Marshal(map[string]any{"id": p.last, "method": method, "params": params, "sessionId": p.session})
	if err == nil && p.session == "" {
		message, err = json.Marshal(map[string]any{"id": p.last, "method": method, "params": params})
	}
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := p.to.Write(append(message, 0)); err != nil {
		p.t.Fatal(err)
	}
	for {
		line, err := p.from.ReadBytes(0)
		if err != nil {
			p.t.Fatalf("chromium, on %s: %v", method, err)
		}
		var answer struct {
			ID     int
			Method string
			Params json.RawMessage
			Result json.RawMessage
			Error  json.RawMessage
		}
		if err := json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &answer); err != nil {
			p.t.Fatal(err)
		}
		switch answer.Method {
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening":
			p.messages = append(p.messages, answer.Method+" "+string(answer.Params))
		}
		if answer.ID != p.last {
			continue
		}
		if answer.Error != nil {
			p.t.Fatalf("%s: %s", method, answer.Error)
		}
		if result != nil {
			if err := json.Unmarshal(answer.Result, result); err != nil {
				p.t.Fatal(err)
			}
		}
		return
	}
}

// evaluate runs a script and gives its value as text.
func (p *tab) evaluate(script string) string {
	p.t.Helper()
	var answer struct {
		Result           struct{ Value any }
		ExceptionDetails json.RawMessage
	}
	p.call("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true, "awaitPromise": true}, &answer)
	if answer.ExceptionDetails != nil {
		p.t.Fatalf("%s: %s", script, answer.ExceptionDetails)
	}
	return fmt.Sprint(answer.Result.Value)
}

// screenshot writes the whole page to a PNG file.
func (p *tab) screenshot(file string) {
	p.t.Helper()
	var answer struct{ Data string }
	p.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true}, &answer)
	p.save(file, answer.Data)
}

// print writes the page as a PDF file.
func (p *tab) print(file string) {
	p.t.Helper()
	var answer struct{ Data string }
	p.call("Page.printToPDF", map[string]any{"printBackground": false}, &answer)
	p.save(file, answer.Data)
}

func (p *tab) save(file, data string) {
	p.t.Helper()
	content, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o600); err != nil {
		p.t.Fatal(err)
	}
}
