package data

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

// Sections are the parts of the page of rules, in the order in which a return is read; "other" is for rules that
// lang/rule_guide.csv does not name.
var Sections = []string{"file", "form", "head", "rows", "figures", "arithmetic", "across", "board", "other"}

// RuleGuide says how the page of rules shows a rule: in which section, and by which example.
type RuleGuide struct {
	Code, Section    string
	Sheet, Cell, Got string            // of the example; what was there is as a sender would write it
	Words            map[string]string // for the places in the words of the rule
}

// LoadRuleGuide reads lang/rule_guide.csv. It is no part of the rules, so that a better example never makes returns be
// read again.
func LoadRuleGuide() (map[string]RuleGuide, error) {
	const file = "lang/rule_guide.csv"
	content, err := LangFS.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], []string{"code", "section", "sheet", "cell", "got", "words"}) {
		return nil, fmt.Errorf("%s: columns are not code,section,sheet,cell,got,words", file)
	}
	guide := map[string]RuleGuide{}
	for i, r := range rows[1:] {
		g := RuleGuide{Code: r[0], Section: r[1], Sheet: r[2], Cell: r[3], Got: r[4], Words: map[string]string{}}
		if _, twice := guide[g.Code]; twice || !slices.Contains(Sections, g.Section) {
			return nil, fmt.Errorf("%s:%d: %s stands twice or in no section (%q)", file, i+2, g.Code, g.Section)
		}
		for _, word := range strings.Split(r[5], "|") {
			if name, value, ok := strings.Cut(word, "="); ok {
				g.Words[name] = value
			}
		}
		guide[g.Code] = g
	}
	return guide, nil
}
