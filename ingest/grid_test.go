package ingest

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
	"tdkt/ingest/load"
)

// page is one sheet of a test workbook: a row a line, cells parted by "|". A cell of
// digits becomes a number, "=REF" the error value #REF!; a line that begins with "~" is
// a hidden row, "⏎" a line break in a cell, a name that begins with "~" a hidden sheet.
type page struct{ name, text string }

func workbook(t testing.TB, pages ...page) []byte {
	t.Helper()
	f := excelize.NewFile()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range pages {
		name := strings.TrimPrefix(p.name, "~")
		if i == 0 {
			check(f.SetSheetName("Sheet1", name))
		} else {
			_, err := f.NewSheet(name)
			check(err)
		}
		for no, line := range strings.Split(strings.TrimSpace(p.text), "\n") {
			if strings.HasPrefix(line, "~") {
				check(f.SetRowVisible(name, no+1, false))
			}
			for col, cell := range strings.Split(strings.TrimPrefix(line, "~"), "|") {
				place, err := excelize.CoordinatesToCellName(col+1, no+1)
				check(err)
				cell = strings.ReplaceAll(strings.TrimSpace(cell), "⏎", "\n")
				if n, err := strconv.ParseFloat(cell, 64); err == nil && !strings.HasPrefix(cell, "0") {
					check(f.SetCellValue(name, place, n))
				} else if cell == "=REF" {
					check(f.SetCellFormula(name, place, "#REF!"))
				} else if cell != "" {
					check(f.SetCellStr(name, place, cell))
				}
			}
		}
		if name != p.name {
			check(f.SetSheetVisible(name, false))
		}
	}
	var b bytes.Buffer
	check(f.Write(&b))
	return b.Bytes()
}

var today = data.Date{Year: 2025, Month: 3, Day: 1}

// day2026 is a day of receipt after the districts.
var day2026 = data.Date{Year: 2026, Month: 12, Day: 20}

func knowledge(t testing.TB) *Knowledge {
	t.Helper()
	k, err := Know()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// readPages reads a workbook of the pages as a file received today.
func readPages(t testing.TB, in intake, pages ...page) *load.Batch {
	t.Helper()
	mark := ""
	if in.revises != "" {
		mark = "register"
	}
	b, err := knowledge(t).readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, pages...), intake: in, revisesMark: mark, receivedOn: today})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// codes lists the findings as "code@Sheet!Cell", in order.
func codes(b *load.Batch) string {
	var out []string
	for _, f := range b.Findings {
		at := f.At.Cell
		if f.At.Sheet != "" {
			at = f.At.Sheet + "!" + at
		}
		out = append(out, string(f.Code)+"@"+at)
	}
	return strings.Join(out, " ")
}

// splitHeader turns the header line of the short notation "above > below" into two rows.
func splitHeader(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		if !strings.Contains(line, " > ") {
			continue
		}
		var above, below []string
		for _, cell := range strings.Split(line, "|") {
			up, down, _ := strings.Cut(cell, " > ")
			above, below = append(above, up), append(below, down)
		}
		lines[i] = strings.Join(above, "|") + "\n" + strings.Join(below, "|")
		break
	}
	return strings.Join(lines, "\n")
}

func contains(s, part string) bool { return strings.Contains(s, part) }
