package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
)

// EmptyForm says how the empty form looks that offices are given to fill in: which of the columns that the layout knows stand
// in it and in which order. What it does not name is read where an office sends it all the same.
type EmptyForm struct {
	Title    string         `json:"title"`
	Numbers  []EmptyNumber  `json:"numbers,omitempty"`  // the number of the form, by year
	Families []string       `json:"families,omitempty"` // of the award forms that are its rows or columns; none named: all
	Levels   []string       `json:"levels,omitempty"`   // at which they are decided; none named: all
	Columns  []EmptyColumn  `json:"columns"`
	Rows     []string       `json:"rows,omitempty"`     // measures of rows of fixed meaning that stand in it without a code
	Sections []EmptySection `json:"sections,omitempty"` // the headings over rows of fixed meaning
}

// EmptyColumn is a column of the empty form.
type EmptyColumn struct {
	Field  string `json:"field"`
	Header string `json:"header,omitempty"` // one of the field's headers; "" is the first
}

// EmptyNumber is the number of a form in the years of a circular; 0 is open.
type EmptyNumber struct {
	Text string `json:"text"`
	From int    `json:"from,omitempty"`
	To   int    `json:"to,omitempty"`
}

// EmptySection is the heading over the rows of fixed meaning whose section has these words.
type EmptySection struct {
	Words   string `json:"words"`
	Heading string `json:"heading"`
}

// Number is the number of the form in a year, "" where it has none.
func (b *EmptyForm) Number(year int) string {
	for _, n := range b.Numbers {
		if n.From <= year && (n.To == 0 || year <= n.To) {
			return n.Text
		}
	}
	return ""
}

// Of is the field of a column of the empty form, and the header under which it stands.
func (b *EmptyForm) Of(l *Layout, c EmptyColumn) (f Field, header string) {
	f = *l.field(c.Field)
	if c.Header != "" {
		return f, c.Header
	}
	return f, f.Headers[0]
}

// EmptyRows are the rows of fixed meaning of the empty form: those with a code and, behind the last part of their whole,
// those that it adds.
func (l *Layout) EmptyRows() (rows []RowMeasure) {
	var added []RowMeasure
	for _, r := range l.RowMeasures {
		if r.RowCode == "" && slices.Contains(l.Empty.Rows, r.Measure) {
			added = append(added, r)
		}
	}
	last := map[string]int{}
	for i, r := range l.RowMeasures {
		if r.RowCode != "" {
			last[r.PartOf] = i
		}
	}
	for i, r := range l.RowMeasures {
		if r.RowCode == "" {
			continue
		}
		rows = append(rows, r)
		for _, a := range added {
			if a.PartOf == r.PartOf && last[r.PartOf] == i {
				rows = append(rows, a)
			}
		}
	}
	return rows
}

// Print is the fingerprint of the empty form: of what stands in it and what that means. Another spelling that the layout
// learns to read changes nothing in forms that offices have already; another column or row does.
func (l *Layout) Print() string {
	if l.Empty == nil {
		return ""
	}
	of := struct {
		Code   string
		Empty  *EmptyForm
		Fields []Field
		Rows   []RowMeasure
	}{Code: l.Code, Empty: l.Empty}
	for _, c := range l.Empty.Columns {
		f, header := l.Empty.Of(l, c)
		f.Headers, f.More = []string{header}, nil
		of.Fields = append(of.Fields, f)
	}
	for _, r := range l.EmptyRows() {
		r.Labels = r.Labels[:1]
		of.Rows = append(of.Rows, r)
	}
	text, err := json.Marshal(of)
	if err != nil {
		panic(fmt.Sprintf("layout %s: print: %v", l.Code, err)) // plain strings always marshal
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:4])
}

// checkEmpty holds that the empty form has what its layout asks for, under headers that it reads.
func (l *Layout) checkEmpty() error {
	b := l.Empty
	if b == nil {
		return nil
	}
	if b.Title == "" {
		return fmt.Errorf("empty form: has no title")
	}
	there := map[string]bool{}
	for _, c := range b.Columns {
		f := l.field(c.Field)
		switch {
		case f == nil:
			return fmt.Errorf("empty form: no field %q", c.Field)
		case there[c.Field]:
			return fmt.Errorf("empty form: field %s stands twice", c.Field)
		case c.Header != "" && !slices.Contains(f.Headers, c.Header):
			return fmt.Errorf("empty form: %q is no header of %s", c.Header, c.Field)
		}
		there[c.Field] = true
	}
	for _, f := range l.Fields {
		if f.Required && !there[f.Code] {
			return fmt.Errorf("empty form: lacks the field %s, which is required", f.Code)
		}
	}
	if len(l.OneOf) > 0 && !slices.ContainsFunc(l.OneOf, func(code string) bool { return there[code] }) {
		return fmt.Errorf("empty form: lacks one of %v", l.OneOf)
	}
	for _, m := range b.Rows {
		if !slices.ContainsFunc(l.RowMeasures, func(r RowMeasure) bool { return r.Measure == m && r.RowCode == "" }) {
			return fmt.Errorf("empty form: no row of %s without a code", m)
		}
	}
	return nil
}
