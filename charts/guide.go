package charts

import (
	"fmt"
	"html/template"
	"io"
)

// Guide is all that the page of rules is made from: plain words in one language.
type Guide struct {
	Lang      string
	Texts     map[string]string // keys "docs.…"
	Province  string
	Sections  []RuleSection
	Forms     []FormOfReturn
	Values    []ValueTable
	Catalogue []FormFamily
}

// RuleSection is the rules over one part of a return.
type RuleSection struct {
	ID, Title, About string
	Rules            []GuideRule
}

// GuideRule is one rule as the page shows it.
type GuideRule struct {
	Code, Name       string
	Severity, Effect string // codes, for the words of the page: error, warning, query; refuse, hold, none
	Want, Mend       string
	Example          string // a message as a sender gets it
	From, To, Basis  string // "" where open or not known
}

// FormOfReturn is one form of return with its columns and rows of fixed meaning.
type FormOfReturn struct {
	Code, Name, Shape string
	Titles            []string
	Columns           []GuideColumn
	Rows              []GuideRow
}

// GuideColumn is a column by its usual header, with other ways of writing it.
type GuideColumn struct {
	Name, Note string
	Others     []string
	More       int // of further ways that are known
}

// GuideRow is a row of fixed meaning.
type GuideRow struct{ Code, Label, PartOf string }

// ValueTable shows how one kind of cell is read.
type ValueTable struct {
	ID, Title, About string
	Rows             []ValueRow
}

// ValueRow is a text and what is made of it. OK is false where the cell is a fault.
type ValueRow struct {
	Text, Reads string
	OK          bool
}

// FormFamily is award forms of one family.
type FormFamily struct {
	Title string
	Forms []GuideForm
}

// GuideForm is an award form: its name by the law of today, former names, who receives it, at which level, short spellings.
type GuideForm struct {
	Code, Name, Level, Recipients string
	Names                         []string // by other laws, with their days
	Short                         []string
}

// T is the text of a key with its verbs filled in.
func (g Guide) T(key string, args ...any) string {
	return Input{Texts: g.Texts}.say("docs."+key, args...)
}

// CSS is the style of the page.
func (g Guide) CSS() (template.CSS, error) {
	style, err := asset("guide.css")
	return template.CSS(theLook().css() + style), err
}

// Count is the number of rules.
func (g Guide) Count() (n int) {
	for _, s := range g.Sections {
		n += len(s.Rules)
	}
	return n
}

// RulesPage writes the page of rules: one HTML file without scripts, for the screen and for paper.
func RulesPage(w io.Writer, g Guide) error {
	if g.Lang != "vi" && g.Lang != "en" {
		return fmt.Errorf("charts: language %q: want vi or en", g.Lang)
	}
	tmpl, err := template.ParseFS(assets, "assets/guide.html")
	if err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if err := tmpl.Execute(w, g); err != nil {
		return fmt.Errorf("charts: page of rules: %w", err)
	}
	return nil
}
