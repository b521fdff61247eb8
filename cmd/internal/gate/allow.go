package gate

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"

	"example.com/asma/checks"
)

// Allow lets findings pass that are right as they stand. Every field that is
// set must agree with a finding.
type Allow struct {
	Where    string // the place of the rule, as path:line
	Check    string
	Name     string // of the entry, or what the name is called
	Spelling string
	Path     string                 // the file of a comment
	Lines    [2]int                 // the lines it speaks of, both included; zero: the whole file
	Files    func(path string) bool // nil: all
	Reason   string
	InSource bool // it is a comment of the file
}

// allows reports whether the rule speaks of a finding.
func (a *Allow) allows(f *checks.Finding) bool {
	agrees := func(set string, is ...string) bool { return set == "" || slices.Contains(is, set) }
	return agrees(a.Check, f.Check) && agrees(a.Name, f.Entry, f.Name) && agrees(a.Spelling, f.Spelling, f.Text) && agrees(a.Path, f.Path) &&
		(a.Lines == [2]int{} || a.Lines[0] <= f.Start.Line && f.Start.Line <= a.Lines[1]) &&
		(a.Files == nil || a.Files(f.Path))
}

// what names what the rule allows.
func (a *Allow) what() string {
	var parts []string
	for _, p := range []string{a.Check, a.Name, a.Spelling} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return "everything in its files"
	}
	return strings.Join(parts, ", ")
}

// comment is what an allow comment looks like: asma:allow CHECK,CHECK -- reason.
var comment = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)^asma:(allow|allow-file)(?:\s+(.*?))?(?:\s*--\s*(.*))?$`)
})

// ReadRemarks turns the comments of files into rules, one a check. A comment
// that cannot be meant gives a complaint instead, as path:line: what is wrong.
func ReadRemarks(remarks []checks.Remark) (rules []Allow, complaints []string) {
	for _, r := range remarks {
		where := fmt.Sprintf("%s:%d", r.Path, r.First)
		complain := func(format string, args ...any) {
			complaints = append(complaints, where+": "+fmt.Sprintf(format, args...))
		}
		parts := comment().FindStringSubmatch(r.Text)
		if parts == nil {
			complain("asma knows no comment %q; write asma:allow CHECK -- reason, or asma:allow-file", firstLine(r.Text))
			continue
		}
		names := strings.FieldsFunc(parts[2], func(c rune) bool { return c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' })
		reason := strings.Join(strings.Fields(parts[3]), " ")
		switch {
		case len(names) == 0:
			complain("asma:%s names no check; write asma:%s CHECK -- reason", parts[1], parts[1])
		case reason == "":
			complain("asma:%s without a reason allows nothing; write asma:%s %s -- reason", parts[1], parts[1], strings.Join(names, ","))
			continue
		}
		for _, name := range names {
			if checks.ByName(name) == nil {
				complain("asma:%s: there is no check %q; asma explain lists the checks", parts[1], name)
				continue
			}
			rule := Allow{Where: where, Check: name, Path: r.Path, Reason: reason, InSource: true}
			if parts[1] == "allow" {
				rule.Lines = [2]int{r.First, r.Last + 1}
			}
			rules = append(rules, rule)
		}
	}
	return rules, complaints
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimRight(line, "\r")
}

// Passes let findings pass: rules, and a baseline of what was there before.
type Passes struct {
	Rules    []Allow
	Baseline *Baseline // nil: none

	used []bool // by index in Rules
}

// Pass says why a finding does not count; the zero one lets nothing pass.
type Pass struct {
	Reason   string
	InSource bool // a comment of the file says so
	Baseline bool // the baseline has it
}

// Judge gives a pass for every finding, in their order. What a rule lets pass
// takes nothing from the baseline, and what was there before an edit takes its
// share of it first: before tells that, by index; nil where no edit is judged.
func (p *Passes) Judge(findings iter.Seq[*checks.Finding], before []bool) []Pass {
	var out []Pass
	p.used = make([]bool, len(p.Rules))
	for f := range findings {
		out = append(out, p.allowed(f))
	}
	if p.Baseline == nil {
		return out
	}
	p.Baseline.begin()
	for _, there := range []bool{true, false} {
		i := -1
		for f := range findings {
			i++
			if was := i < len(before) && before[i]; was == there && out[i].Reason == "" && p.Baseline.take(f) {
				out[i] = Pass{Reason: "in " + p.Baseline.Path, Baseline: true}
			}
		}
	}
	return out
}

// allowed gives the pass of the first rule that speaks of a finding, and marks
// all that do as used.
func (p *Passes) allowed(f *checks.Finding) Pass {
	var out Pass
	for j := range p.Rules {
		rule := &p.Rules[j]
		if !rule.allows(f) {
			continue
		}
		p.used[j] = true
		if out.Reason == "" {
			out = Pass{Reason: rule.Reason, InSource: rule.InSource}
		}
	}
	return out
}

// Unused tells the rules that let nothing pass in the last judgement, of those
// that the run could have used.
func (p *Passes) Unused(could func(*Allow) bool) []string {
	var out []string
	for i := range p.Rules {
		if rule := &p.Rules[i]; !p.used[i] && could(rule) {
			out = append(out, fmt.Sprintf("%s: this allows nothing: no finding of %s stands there; remove it", rule.Where, rule.what()))
		}
	}
	return out
}
