package ingest

import (
	"cmp"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/archive"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/value"
)

// registerName is the intake register that may stand beside the returns.
const registerName = "so-nhan.csv"

// intake is what the register says of one file; places name the cells it was read from.
type intake struct {
	receivedOn   data.Date
	receivedText string // where it could not be read as a date
	receivedAt   string
	sender       string
	senderAt     string
	revises      string
	note         string
	registerFile string // name of the register, as findings name it
}

// register maps the name of a file, relative to the register, to its row.
type register map[string]intake

var registerColumns = map[string]string{
	"file": "file", "tep": "file", "ten tep": "file", "tap tin": "file",
	"received on": "received_on", "ngai nhan": "received_on", "ngay nhan": "received_on",
	"sender": "sender", "don vi gui": "sender", "noi gui": "sender",
	"revises": "revises", "thay cho": "revises", "thay the": "revises",
	"note": "note", "ghi chu": "note",
}

func grave(f finding.Finding) bool { return f.Severity == finding.Error }

// onDisk tells the files of which a register may speak.
type onDisk struct {
	files func() []string
	named func(name string) bool // there, or in an archive that is
}

// readRegister reads so-nhan.csv; name is how findings name it. No row is passed over in silence.
func readRegister(name string, content []byte, rules check.Rules, below onDisk) (register, []finding.Finding, error) {
	book, faults, err := cellsOf(rules, name, content)
	if err != nil || slices.ContainsFunc(faults, grave) {
		return nil, faults, err
	}
	p := registerParser{name: name, rules: rules, below: below, out: register{}, first: map[string]string{}}
	for _, sh := range book.Sheets { // a workbook under the name of a CSV has several
		p.sheet(sh)
	}
	return p.out, append(faults, p.faults...), p.err
}

// registerParser is the reading of one register. first is the cell that names a file first.
type registerParser struct {
	name   string
	rules  check.Rules
	below  onDisk
	out    register
	first  map[string]string
	faults []finding.Finding
	err    error
}

func (p *registerParser) sheet(sh grid.Sheet) {
	find := func(code finding.Code, cell, got string, words check.Words) {
		f, ours := p.rules.Finding(code, data.Date{}, finding.Place{File: p.name, Sheet: sh.Name, Cell: cell}, got, words)
		p.faults, p.err = append(p.faults, f), errors.Join(p.err, ours)
	}
	var fields map[int]string
	for i, row := range sh.Rows {
		if fields == nil {
			if fields = registerHeader(row); fields == nil {
				continue
			}
			for _, above := range sh.Rows[:i] {
				if at := p.namesFile(above); at != "" { // a title names none
					find("register-unknown-header", at, rowText(above), nil)
				}
			}
			continue
		}
		in, file, at := registerRow(p.name, row, fields)
		key := registerKey(file)
		switch there, near := p.below.has(key); {
		case at == "": // a blank row
			continue
		case file == "" || !there:
			find("register-no-file", at, file, near)
		case p.first[key] != "":
			find("register-file-twice", at, file, check.Words{"first": p.first[key]})
			continue
		}
		if file != "" && key != "." && p.first[key] == "" {
			p.out[key], p.first[key] = in, at
		}
	}
	if fields == nil && len(sh.Rows) > 0 {
		find("register-unknown-header", "", rowText(sh.Rows[0]), nil)
	}
}

// namesFile is the cell of a row that names a file below the register.
func (p *registerParser) namesFile(row grid.Row) string {
	for _, c := range row.Cells {
		if key := registerKey(strings.TrimSpace(c.Text)); key != "." && p.below.named(key) {
			return grid.A1(row.No, c.Col)
		}
	}
	return ""
}

// registerRow reads one row: what it says, of which file, and the cell that names the file, or
// the row's first filled cell where none does.
func registerRow(name string, row grid.Row, fields map[int]string) (in intake, file, at string) {
	in.registerFile = name
	filled := ""
	for _, c := range row.Cells {
		text, place := strings.TrimSpace(c.Text), grid.A1(row.No, c.Col)
		if text != "" {
			filled = cmp.Or(filled, place)
		}
		switch fields[c.Col] {
		case "file":
			if file == "" && text != "" {
				file, at = text, place
			}
		case "received_on":
			in.receivedAt = place
			if d, _, err := value.Date(c.Text, c.Kind == grid.Number); err == nil {
				in.receivedOn = d
			} else {
				in.receivedText = text
			}
		case "sender":
			in.sender, in.senderAt = text, place
		case "revises":
			in.revises = text
		case "note":
			in.note = text
		}
	}
	return in, file, cmp.Or(at, filled)
}

// has says whether a file of that name lies below the register, else which names come near.
func (d onDisk) has(key string) (bool, check.Words) {
	words := check.Words{"near_vi": "", "near_en": ""}
	if key == "." { // the row names none
		return false, words
	}
	if d.named(key) {
		return true, nil
	}
	var near []string
	for _, rel := range d.files() {
		name := registerKey(filepath.ToSlash(rel))
		if data.Key(stem(name)) == data.Key(stem(key)) {
			near = append(near, name)
		}
	}
	if len(near) > 0 {
		slices.Sort(near)
		names := strings.Join(near[:min(len(near), finding.Limit)], " / ")
		words["near_vi"], words["near_en"] = "; có thể là: "+names, "; it may be: "+names
	}
	return false, words
}

// stem is the name of a file without its folder and its ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

func rowText(row grid.Row) string {
	var texts []string
	for _, c := range row.Cells {
		texts = append(texts, strings.TrimSpace(c.Text))
	}
	return strings.Join(texts, ",")
}

// registerHeader gives the fields of the header row, nil where the row is none.
func registerHeader(row grid.Row) map[int]string {
	fields := map[int]string{}
	named := false
	for _, c := range row.Cells {
		f := registerColumns[data.Key(c.Text)]
		fields[c.Col] = f
		named = named || f == "file"
	}
	if !named {
		return nil
	}
	return fields
}

// registerKey makes one name of the spellings of a path. It is legible: some programs unpack names in bytes of an old alphabet.
func registerKey(name string) string {
	return path.Clean(strings.ReplaceAll(archive.Legible(name), `\`, "/"))
}
