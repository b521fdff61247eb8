package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// room says what a package may import of this module; the longest prefix that
// fits a package is its room.
var rooms = map[string][]string{
	"cmd":                      {"cmd", "checks", "glossary"},
	"cmd/internal/report":      {"checks", "glossary"},
	"cmd/internal/gate":        {"checks"},
	"cmd/internal/mend":        {"checks"},
	"checks":                   {"checks", "glossary"},
	"checks/docs":              {},
	"checks/document":          {"glossary/arabic"},
	"glossary":                 {"glossary"},
	"glossary/arabic":          {"glossary/arabic"},
	"glossary/translit":        {"glossary/arabic", "glossary/translit"},
	"glossary/builtin":         {},
	"glossary/builtin/compile": {"glossary"},
	"glossary/builtin/prove":   {"glossary"},
}

const module = "example.com/asma/"

func TestArrowsRunFromCmdToChecksToGlossaryOnly(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		from := strings.TrimPrefix(p.ImportPath, module)
		allowed := rooms[roomOf(from)]
		for _, path := range p.Imports {
			to, ours := strings.CutPrefix(path, module)
			if ours && !within(to, allowed) {
				t.Errorf("%s imports %s; it may import %v", from, to, allowed)
			}
		}
	}
}

func roomOf(path string) string {
	best := ""
	for room := range rooms {
		if (path == room || strings.HasPrefix(path, room+"/")) && len(room) > len(best) {
			best = room
		}
	}
	return best
}

func within(path string, rooms []string) bool {
	for _, room := range rooms {
		if path == room || strings.HasPrefix(path, room+"/") {
			return true
		}
	}
	return false
}
