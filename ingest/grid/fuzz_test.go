package grid

import (
	"strings"
	"testing"
)

// sound holds what every reader after this one relies on.
func sound(t *testing.T, book Book) {
	for _, s := range book.Sheets {
		last := 0
		for _, r := range s.Rows {
			if r.No <= last || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d has %d cells", r.No, last, len(r.Cells))
			}
			last = r.No
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col || c.Col > maxCols || blank(c.Text) {
					t.Fatalf("cell %s after column %d: %q", A1(r.No, c.Col), col, c.Text)
				}
				col = c.Col
			}
		}
		for _, m := range s.Merges {
			if m.R1 < 1 || m.C1 < 1 || m.R2 < m.R1 || m.C2 < m.C1 || m.R2 > maxRows || m.C2 > maxCols {
				t.Fatalf("merge %v", m)
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a;\"b\n;\"\"c\"\r\n", "\ufeffa\tb", "sep=;\na;b", "\xff\xfea\x00", "a,\"b\n", "x\r\ry"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		book, findings, err := Read("a", content)
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		sound(t, book)
		if book.Container != "csv" || len(findings) > 0 {
			return
		}
		text, err := decode(content)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range book.Sheets[0].Rows {
			lines := strings.Count(strings.ReplaceAll(text, "\r\n", "\n"), "\n") + strings.Count(strings.ReplaceAll(text, "\r\n", ""), "\r") + 1
			if r.No > lines {
				t.Fatalf("row %d of %d lines", r.No, lines)
			}
		}
	})
}

func FuzzSheet(f *testing.F) {
	for _, s := range []string{
		`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45000</v></c></row></sheetData>`,
		`<sheetData><row r="2" hidden="1"><c t="inlineStr"><is><r><t xml:space="preserve"> a_x000D_</t></r></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
		`<sheetData><row><c t="e"><f>A1</f><v>#N/A</v></c><c t="d"><v>2024-01-01</v></c><c t="b"><v>1</v></c></row><row r="1"><c r="Z1"><v>1e300</v></c></row></sheetData>`,
	} {
		f.Add(s, `<si><t>a</t></si>`)
	}
	f.Fuzz(func(t *testing.T, sheet, sst string) {
		m := made{sheets: []string{sheet}, sst: sst, styles: someStyles}
		book, findings, err := Read("a", m.bytes(t))
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		if len(findings) > 0 && strings.Contains(findings[0].Got, "runtime error") {
			t.Fatal(findings)
		}
		sound(t, book)
		bothWays(t, sheet)
	})
}

func FuzzZip(f *testing.F) {
	f.Add(one(`<c r="A1"><v>1</v></c>`).bytes(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, findings, err := Read("a", content)
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		sound(t, book)
	})
}
