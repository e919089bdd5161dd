package main

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode"

	"tdkt/ingest"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/queries/door/format"
)

// pieces is output that is written as it grows, so that a long sheet needs no memory of its own.
type pieces struct {
	w   io.Writer
	b   bytes.Buffer
	err error
}

// spill hands on what has gathered, where that is more than so many bytes.
func (p *pieces) spill(most int) error {
	if p.err == nil && p.b.Len() > most {
		_, p.err = p.b.WriteTo(p.w)
	}
	return p.err
}

const enough = 1 << 16 // bytes that are handed on at once

// writeReadCSV writes the header paths of a table and its rows of data, their text as it
// stands. formulas counts the texts that a spreadsheet would take for a formula.
func writeReadCSV(w io.Writer, t *layout.Table) (formulas int, err error) {
	out := &pieces{w: w}
	record := func(text func(i int) string) error {
		for i := range t.Columns {
			s := text(i)
			if i > 0 {
				out.b.WriteByte(',')
			}
			if s != "" || len(t.Columns) == 1 {
				format.Field(&out.b, s)
			}
			if format.Neutral(s) != s {
				formulas++
			}
		}
		out.b.WriteString("\r\n")
		return out.spill(enough)
	}
	if slices.ContainsFunc(t.Columns, func(c layout.Column) bool { return c.Header != "" }) {
		if err := record(func(i int) string { return t.Columns[i].Header }); err != nil {
			return formulas, err
		}
	}
	for r := range t.Rows {
		row := &t.Rows[r]
		if row.Kind != layout.Data {
			continue
		}
		at := 0
		err := record(func(i int) string {
			for at < len(row.Cells) && row.Cells[at].Col < t.Columns[i].Col {
				at++
			}
			if at < len(row.Cells) && row.Cells[at].Col == t.Columns[i].Col {
				return row.Cells[at].Text
			}
			return ""
		})
		if err != nil {
			return formulas, err
		}
	}
	return formulas, out.spill(0)
}

// The words of the JSON are public; README tells them.
type (
	readColumn struct {
		Column string   `json:"column"`
		Field  string   `json:"field,omitempty"` // what the form of return calls it
		Header []string `json:"header"`
		Cells  []string `json:"cells"` // of the header texts
	}
	readRow struct {
		No     int        `json:"no"`
		Kind   string     `json:"kind"`
		Reason string     `json:"reason,omitempty"`
		Hidden bool       `json:"hidden,omitempty"`
		Cells  []readCell `json:"cells"`
	}
	readCell struct {
		Cell string `json:"cell"`
		Text string `json:"text"`
		Type string `json:"type"`
	}
)

// writeReadJSON writes one object, a row of a sheet a line. The tables of a hidden sheet are
// left out unless the sheet was asked for.
func writeReadJSON(w io.Writer, name, container string, sheets []ingest.LookedSheet, what lookedFor) error {
	out := &pieces{w: w}
	out.json(`{"file":`, name, `,"container":`, container, `,"sheets":[`)
	for i := range sheets {
		s := &sheets[i]
		out.next(i)
		out.json(`{"no":`, s.No, `,"name":`, s.Name, `,"hidden":`, s.Hidden, `,"left":`, s.Left, `,"tables":[`)
		for j := range s.Tables {
			if s.Hidden && what.sheet == "" {
				break
			}
			out.next(j)
			out.table(&s.Tables[j])
		}
		out.json(`]}`)
	}
	out.json("\n]}\n")
	return out.spill(0)
}

// json adds text as it stands and values in turn.
func (p *pieces) json(parts ...any) {
	for i, part := range parts {
		if text, ok := part.(string); ok && i%2 == 0 {
			p.b.WriteString(text)
			continue
		}
		enc := json.NewEncoder(&p.b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(part); err != nil && p.err == nil {
			p.err = err
			return
		}
		p.b.Truncate(p.b.Len() - 1) // the encoder's own line end
	}
}

// next begins the line of one thing of a list.
func (p *pieces) next(i int) {
	if i > 0 {
		p.b.WriteByte(',')
	}
	p.b.WriteByte('\n')
}

func (p *pieces) table(t *layout.Table) {
	columns := make([]readColumn, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = readColumn{Column: grid.ColumnName(c.Col), Field: c.Field, Header: []string{}, Cells: []string{}}
		for _, h := range c.Path {
			columns[i].Header = append(columns[i].Header, h.Text)
			columns[i].Cells = append(columns[i].Cells, h.Cell)
		}
	}
	p.json(`{"form":`, t.Layout.Code, `,"columns":`, columns, `,"rows":[`)
	for i := range t.Rows {
		r := &t.Rows[i]
		row := readRow{No: r.No, Kind: string(r.Kind), Reason: r.Reason, Hidden: r.Hidden, Cells: make([]readCell, len(r.Cells))}
		if r.Kind == layout.Signature { // a note by its place; the reason tells it
			row.Kind = string(layout.Note)
		}
		if row.Reason == row.Kind {
			row.Reason = ""
		}
		for j, c := range r.Cells {
			row.Cells[j] = readCell{Cell: grid.A1(r.No, c.Col), Text: c.Text, Type: c.Kind.String()}
		}
		p.next(i)
		p.json("", row)
		if p.spill(enough) != nil {
			return
		}
	}
	p.json("\n]}")
}

// shown is where a person sees the output: to a terminal control characters, which could
// draw or type there, go as marks; to a file or a program everything goes as it is.
func (a *app) shown() io.Writer {
	if terminal(a.Out) {
		return tame{a.Out}
	}
	return a.Out
}

type tame struct{ w io.Writer }

func (t tame) Write(p []byte) (int, error) {
	_, err := io.WriteString(t.w, strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return r
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r):
			return '\uFFFD'
		}
		return r
	}, string(p)))
	return len(p), err
}
