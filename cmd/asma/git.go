package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// repository is the git work tree of the current folder. Paths within it are
// relative to its top and have slashes.
type repository struct {
	ctx    context.Context
	top    string // absolute
	prefix string // of the current folder within it, "" at the top
}

// errNoRepository tells that the current folder is in no work tree.
var errNoRepository = errors.New("the current folder is in no git repository")

// openRepository finds the work tree of the current folder.
func openRepository(ctx context.Context) (*repository, error) {
	r := &repository{ctx: ctx, top: "."}
	out, err := r.run("rev-parse", "--show-toplevel", "--show-prefix")
	if err != nil {
		if strings.HasPrefix(err.Error(), "not a git repository") {
			err = errNoRepository
		}
		return nil, err
	}
	lines := strings.SplitN(string(out), "\n", 3)
	r.top, r.prefix = lines[0], strings.TrimSuffix(lines[1], "/")
	return r, nil
}

// run gives the output of a git command at the top of the work tree, or what
// git says is wrong.
func (r *repository) run(args ...string) ([]byte, error) {
	cmd := r.command(args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is not installed")
	case err != nil:
		line, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		if line = strings.TrimPrefix(line, "fatal: "); line != "" {
			err = errors.New(line)
		}
		return nil, err
	}
	return out, nil
}

func (r *repository) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(r.ctx, "git", append([]string{"-C", r.top}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C") // what git says is read
	return cmd
}

// mergeBase is what a revision begins with that is the commit at which the
// current branch left another one.
const mergeBase = "merge-base:"

// resolve gives the commit that a revision names.
func (r *repository) resolve(rev string) (string, error) {
	name, forked := strings.CutPrefix(rev, mergeBase)
	commit, err := r.run("rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return "", fmt.Errorf("git knows no revision %q%s", name, r.shallow())
	}
	if forked {
		if commit, err = r.run("merge-base", "HEAD", strings.TrimSpace(string(commit))); err != nil {
			return "", fmt.Errorf("HEAD and %s have no commit in common%s", name, r.shallow())
		}
	}
	return strings.TrimSpace(string(commit)), nil
}

// shallow says what to do where history is missing.
func (r *repository) shallow() string {
	if out, err := r.run("rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(string(out)) == "true" {
		return "; this clone is shallow: fetch more of it, as with git fetch --unshallow (in CI: a fetch depth of 0)"
	}
	return ""
}

// head gives the commit of HEAD; before the first one, the empty tree.
func (r *repository) head() (string, error) {
	out, err := r.run("rev-parse", "--verify", "--quiet", "HEAD")
	if err != nil {
		out, err = r.run("hash-object", "-t", "tree", os.DevNull)
	}
	return strings.TrimSpace(string(out)), err
}

// treeFile is a file in one version of the tree; path "" where it is missing.
// id names its content in git, all zeros where only the work tree has it.
type treeFile struct{ path, id string }

// onDisk reports whether the content is that of the work tree.
func (f treeFile) onDisk() bool { return strings.Trim(f.id, "0") == "" }

// changed gives the files that differ between a tree and the index, or the
// work tree, in both versions. Links and submodules are no files. A copy is a
// new file: it doubles what is wrong in it.
func (r *repository) changed(tree string, index bool) ([][2]treeFile, error) {
	args := []string{"diff", "--raw", "-z", "-M", "--no-abbrev", "--no-relative", "--no-ext-diff", "--no-color", "--ignore-submodules=all"}
	if index {
		args = append(args, "--cached")
	}
	listing, err := r.run(append(args, tree, "--")...)
	if err != nil {
		return nil, err
	}
	return parseRaw(string(listing))
}

// parseRaw reads the output of git diff --raw -z: for every file
// “:MODE MODE ID ID STATUS”, NUL, its path, NUL, and for renames the new path,
// NUL (git-diff(1), raw output format).
func parseRaw(listing string) ([][2]treeFile, error) {
	var out [][2]treeFile
	fields := strings.Split(listing, "\x00")
	for len(fields) > 1 {
		head := strings.Fields(strings.TrimPrefix(fields[0], ":"))
		paths := 1
		if len(head) == 5 && strings.ContainsAny(head[4][:1], "RC") {
			paths = 2
		}
		if len(head) != 5 || len(fields) <= paths {
			return nil, fmt.Errorf("git diff: %q is no line of a raw diff", fields[0])
		}
		old, new := treeFile{}, treeFile{}
		if isFile(head[0]) && head[4][0] != 'C' {
			old = treeFile{fields[1], head[2]}
		}
		if isFile(head[1]) {
			new = treeFile{fields[paths], head[3]}
		}
		if head[4] != "U" && old.path+new.path != "" {
			out = append(out, [2]treeFile{old, new})
		}
		fields = fields[1+paths:]
	}
	return out, nil
}

// isFile reports whether a mode is that of a file: 100644 or 100755, and not
// that of a link, a submodule or nothing.
func isFile(mode string) bool { return strings.HasPrefix(mode, "100") }

// untracked gives the files of the work tree that git does not know and does
// not ignore.
func (r *repository) untracked() ([]treeFile, error) {
	listing, err := r.run("ls-files", "-z", "--others", "--exclude-standard")
	var out []treeFile
	for _, path := range strings.Split(string(listing), "\x00") {
		if info, err := os.Lstat(filepath.Join(r.top, path)); path != "" && err == nil && info.Mode().IsRegular() {
			out = append(out, treeFile{path: path})
		}
	}
	return out, err
}

// indexed gives the files of the index.
func (r *repository) indexed() ([]treeFile, error) {
	listing, err := r.run("ls-files", "-z", "--stage")
	var out []treeFile
	for _, line := range strings.Split(string(listing), "\x00") {
		head, path, found := strings.Cut(line, "\t") // MODE ID STAGE
		if fields := strings.Fields(head); found && isFile(fields[0]) && fields[2] == "0" {
			out = append(out, treeFile{path, fields[1]})
		}
	}
	return out, err
}

// renamed gives the paths that files have now in the work tree by those that
// they had at a commit, "" for HEAD, where the two differ. It goes from commit
// to commit: a file that was renamed and then rewritten has little in common
// with what it was.
func (r *repository) renamed(commit string) (map[string]string, error) {
	var moves [][2]treeFile
	if commit != "" {
		listing, err := r.run("log", "--reverse", "--diff-filter=R", "--format=", "--raw", "-z", "-M",
			"--no-abbrev", "--no-relative", "--no-ext-diff", "--no-color", commit+"..HEAD", "--")
		if err != nil {
			return nil, err
		}
		if moves, err = parseRaw(string(listing)); err != nil {
			return nil, err
		}
	}
	latest, err := r.changed("HEAD", false)
	if err != nil {
		return nil, err
	}
	now, before := map[string]string{}, map[string]string{}
	for _, m := range append(moves, latest...) {
		old, new := m[0].path, m[1].path
		if old == "" || new == "" || old == new {
			continue
		}
		first := old
		if earlier := before[old]; earlier != "" {
			first = earlier
		}
		now[first], before[new] = new, first
	}
	return now, nil
}
