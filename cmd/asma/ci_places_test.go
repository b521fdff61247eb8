package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// workTree is a git repository with an article, old faults in it.
type workTree struct {
	t   *testing.T
	dir string
	env []string
}

func newWorkTree(t *testing.T) *workTree {
	t.Helper()
	for _, tool := range []string{"git", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(err)
		}
	}
	s := &workTree{t: t, dir: t.TempDir()}
	s.env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(s.dir))
	s.write(".asma.yaml", "builtin: false\nglossaries: [names.yaml]\n")
	s.write("names.yaml", "version: 1\nnames:\n  - {name: Khalifa Haftar, kind: person, arabic: خليفة حفتر}\n")
	s.write("a.txt", "وصل خليفة هافتار أمس إلى بنغازي.\n")
	for _, args := range [][]string{{"init", "-q"}, {"config", "user.email", "a@example.com"}, {"config", "user.name", "A"}, {"add", "-A"}, {"commit", "-qm", "archive"}} {
		s.run(nil, "git", args...)
	}
	return s
}

func (s *workTree) write(name, content string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// run gives the output and the exit code of a command in the repository.
func (s *workTree) run(env []string, name string, args ...string) (string, int) {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = s.dir, append(s.env, env...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		s.t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// The two edits, of which only one brings a fault.
const (
	goodEdit = "وصل خليفة هافتار أمس إلى بنغازي.\nوقال خليفة حفتر إنه يرحب بالوفد.\n"
	badEdit  = "وصل خليفة هافتار أمس إلى بنغازي.\nوقال Haftar إنه يرحب بالوفد.\n"
)

func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	source, err := os.ReadFile(path)
	if err == nil {
		err = yaml.Unmarshal(source, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestThePreCommitHookRefusesABadEditAlone(t *testing.T) {
	var hooks []struct{ Entry, Language string }
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	path := "PATH=" + buildAsma(t) + string(os.PathListSeparator) + os.Getenv("PATH")
	for text, want := range map[string]int{goodEdit: 0, badEdit: 1} {
		s := newWorkTree(t)
		s.write("a.txt", text)
		s.run(nil, "git", "add", "a.txt")
		out, code := s.run([]string{path}, "bash", "-c", hooks[0].Entry+` "$@"`, "hook", "a.txt")
		if code != want || strings.Contains(out, "mixed-script") != (want == 1) || strings.Contains(out, "هافتار") {
			t.Errorf("exit code %d, want %d, for %s\n%s", code, want, text, out)
		}
	}
}

// buildAsma installs the program of this tree into a folder of its own.
func buildAsma(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return bin
}

// The shell steps of the Action run as a runner runs them, with the defaults of
// its inputs.
func TestTheActionFailsForABadEditAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	readYAML(t, "../../.github/actions/asma/action.yml", &action)
	folder, err := filepath.Abs("../../.github/actions/asma")
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	for text, want := range map[string]int{goodEdit: 0, badEdit: 1} {
		s := newWorkTree(t)
		s.write("a.txt", text)
		last, all := 0, ""
		for _, step := range action.Runs.Steps {
			if step.Run == "" || last != 0 {
				continue
			}
			env := []string{"GITHUB_ACTION_PATH=" + folder, "RUNNER_TEMP=" + temp}
			for name, value := range step.Env {
				for input, i := range action.Inputs {
					set := i.Default
					if input == "since" {
						set = "HEAD"
					}
					value = strings.ReplaceAll(value, "${{ inputs."+input+" }}", set)
				}
				env = append(env, name+"="+value)
			}
			out, code := s.run(env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
			last, all = code, all+out
		}
		if last != want || strings.Contains(all, "::error file=a.txt,line=2") != (want == 1) {
			t.Errorf("exit code %d, want %d, for %s\n%s", last, want, text, all)
		}
		sarif, err := os.ReadFile(filepath.Join(s.dir, "asma.sarif"))
		if err != nil || strings.Contains(string(sarif), `"ruleId":"mixed-script"`) != (want == 1) {
			t.Errorf("%s: the upload: %v\n%s", text, err, sarif)
		}
	}
}

// What asma init writes for GitLab is the template of this repository.
func TestTheGitLabTemplateIsWhatInitWrites(t *testing.T) {
	written, err := templates.ReadFile("init/gitlab.yml")
	if err != nil {
		t.Fatal(err)
	}
	template, err := os.ReadFile("../../.gitlab/asma.gitlab-ci.yml")
	if err != nil || string(written) != string(template) {
		t.Errorf("%v: the two differ", err)
	}
}
