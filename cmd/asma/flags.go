package main

import (
	"errors"
	"strconv"

	"github.com/spf13/pflag"
)

// flags are the words of the command line, as written.
type flags struct {
	config      string
	glossaries  []string
	noBuiltin   bool
	formats     []string
	output      string
	failOn      string
	maxWarnings *int // nil: not given
	only, skip  []string
	severity    []string
	chrome      bool
	all         bool
	filesFrom   string
	null        bool
	include     []string
	exclude     []string
	exitZero    bool
	stdinName   string
	jobs        int
	color       string
	quiet       bool
	noProgress  bool
	confidence  float64
	showConfig  bool
	since       sinceSettings
	baseline    string

	// ownsBaseline: the command is asma baseline, which writes a new one, or
	// reads and prunes one.
	ownsBaseline, prune bool
	cache               bool
}

// readFlags defines the flags that tell what is read and looked for.
func readFlags(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.config, "config", "", "config `FILE` (default: nearest .asma.yaml upwards)")
	set.StringArrayVarP(&f.glossaries, "glossary", "g", nil, "glossary `FILE`, over the built-in one (repeatable)")
	set.BoolVar(&f.noBuiltin, "no-builtin", false, "leave the built-in glossary out")
	set.BoolVar(&f.chrome, "chrome", false, "check menus, related links and footers too")
	set.StringArrayVar(&f.include, "include", nil, "only files that match `GLOB` (repeatable)")
	set.StringArrayVar(&f.exclude, "exclude", nil, "no files that match `GLOB` (repeatable)")
	set.IntVarP(&f.jobs, "jobs", "j", 0, "`N` files read at once (default: one a processor)")
	set.StringVar(&f.color, "color", "auto", "colour `WHEN`: auto, always or never")
	set.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing but to files, only exit")
	set.BoolVar(&f.noProgress, "no-progress", false, "no progress bar on standard error")
}

// inputFlags defines the flags that tell where the paths and standard input
// come from.
func inputFlags(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.filesFrom, "files-from", "", "read the paths from `FILE` (- for standard input), one a line")
	set.BoolVarP(&f.null, "null", "0", false, "with --files-from: paths end in NUL")
	stdinNameFlag(set, f)
}

// stdinNameFlag defines the flag that names standard input.
func stdinNameFlag(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.stdinName, "stdin-name", "", "`NAME` by which standard input is called; its ending tells the format")
}

// showFlags defines the flags that tell how a result is shown.
func showFlags(set *pflag.FlagSet, f *flags) {
	set.StringArrayVarP(&f.formats, "format", "f", nil, "output `FORMAT`, or FORMAT=FILE (repeatable; default: table on a terminal, else plain)")
	set.StringVarP(&f.output, "output", "o", "", "write to `FILE` instead of standard output")
}

// gateFlags defines the flags that tell which findings count.
func gateFlags(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.failOn, "fail-on", "", "lowest `LEVEL` that counts: error, warning, info or none (default error)")
	set.Func("max-warnings", "more warnings than `N` count (default: no limit)", func(text string) error {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return errors.New("use a number from 0")
		}
		f.maxWarnings = &n
		return nil
	})
	set.BoolVar(&f.all, "all", false, "show what does not count too")
	set.BoolVar(&f.exitZero, "exit-zero", false, "exit 0 whatever is found (as --fail-on none)")
}

// choiceFlags defines the flags that tell which findings there are, and how
// grave.
func choiceFlags(set *pflag.FlagSet, f *flags) {
	set.StringSliceVar(&f.only, "only", nil, "only these `CHECKS`")
	set.StringSliceVar(&f.skip, "skip", nil, "without these `CHECKS`")
	set.StringArrayVar(&f.severity, "severity", nil, "`CHECK=LEVEL`: off, info, warning or error (repeatable)")
	set.Float64Var(&f.confidence, "min-confidence", 0, "drop findings of a confidence below `P` (0 to 1)")
	set.BoolVar(&f.showConfig, "show-config", false, "print what holds and from where, and stop")
}

// sinceFlags defines the flags that name an edit.
func sinceFlags(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.since.rev, "since", "", "only what the edit since the git revision `REV` brought; merge-base:BRANCH is where the branch left BRANCH")
	set.BoolVar(&f.since.staged, "staged", false, "the edit as it is staged, not as it is in the work tree (alone: since HEAD)")
	set.StringVar(&f.since.patch, "patch", "", "only what the unified diff in `FILE` brought (- for standard input); it must have been applied")
}

// baselineFlag defines the flag that names a baseline.
func baselineFlag(set *pflag.FlagSet, f *flags) {
	set.StringVar(&f.baseline, "baseline", "", "carry the findings that `FILE`, written by asma baseline, has")
}
