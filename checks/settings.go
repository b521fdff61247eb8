package checks

import "example.com/asma/glossary"

// Settings is what a run of the checks needs to know.
type Settings struct {
	Glossary    *glossary.Glossary
	Checks      []*Check          // those that run
	Chrome      bool              // check menus and footers too
	LatinFaults [Acronym + 1]bool // rules for legitimate Latin that do not hold
	Jobs        int               // articles read at once; 0 means one a processor
	Keep        bool              // hand out the articles too, for a report that shows their texts; wants no Memory
	Memory      *Memory           // nil: every article is checked
}

// SetLatinFault switches the rule for legitimate Latin of a name off (true) or
// on. Unknown names are ignored: LatinRuleNames lists those there are.
func (s *Settings) SetLatinFault(rule string, fault bool) {
	for i, name := range latinRuleNames {
		if name == rule {
			s.LatinFaults[i] = fault
		}
	}
}
