package format

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/queries/table"
)

func TestXLSXReadBack(t *testing.T) {
	want := sample().In("vi")
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sample(), XLSX, Options{Lang: "vi"})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	raw := func(c, r int) (string, excelize.CellType) {
		at, _ := excelize.CoordinatesToCellName(c+1, r+1)
		v, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		k, err := f.GetCellType(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		return v, k
	}
	for c, col := range want.Columns {
		if got, _ := raw(c, 0); got != col.Title.VI {
			t.Errorf("head %q, want %q", got, col.Title.VI)
		}
		for r, row := range want.Rows {
			got, kind := raw(c, r+1)
			x, isFloat := row[c].(float64)
			if y, err := strconv.ParseFloat(got, 64); isFloat && err == nil && x == y {
				continue
			}
			if plain := sheetText(row[c]); got != plain {
				t.Errorf("row %d, %s: %q, want %q", r, col.Name, got, plain)
			}
			isText := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
			if _, number := row[c].(int64); number && isText && got != "9223372036854775807" {
				t.Errorf("row %d, %s: the number %s is text", r, col.Name, got)
			}
			if formula, _ := f.GetCellFormula(sheet, fmt.Sprintf("A%d", r+2)); formula != "" {
				t.Errorf("row %d: formula %q", r, formula)
			}
		}
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	style, _ := f.GetCellStyle(sheet, "A1")
	if s, err := f.GetStyle(style); err != nil || s.Font == nil || !s.Font.Bold {
		t.Error("titles are not bold")
	}
	if shown, _ := f.GetCellValue(sheet, "D2"); shown != "45.67%" {
		t.Errorf("share is shown as %q", shown)
	}
	if shown, _ := f.GetCellValue(sheet, "F2"); shown != "01/07/2025" {
		t.Errorf("day is shown as %q", shown)
	}
}

// sheetText is a cell as the sheet stores it.
func sheetText(v any) string {
	switch v := v.(type) {
	case table.Date:
		return fmt.Sprint(int(v.Time().Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24))
	case bool:
		if v {
			return "1"
		}
		return "0"
	}
	return table.Plain(v)
}

func TestXLSXRefusesWhatASheetCannotHold(t *testing.T) {
	long := table.Table{Columns: []table.Column{{Name: "a"}}, Rows: [][]any{{strings.Repeat("đ", 32768)}}}
	if err := Write(io.Discard, long, XLSX, Options{}); err == nil || !strings.Contains(err.Error(), "take csv or parquet") {
		t.Error(err)
	}
}

func TestTextForTheTerminal(t *testing.T) {
	tab := sample()
	tab.Rows = append(tab.Rows[:3:3], []any{"\x1b[2Jbẫy\n\u202e", "x", int64(5), int64(2023), 0.1, true, nil})
	for lang, want := range map[string]string{
		"vi": `Mẫu
Hình thức             Số lượt   Năm  Tỷ lệ nữ  Mở     Hạn
──────────────────  ─────────  ────  ────────  ─────  ──────────
Lao động tiên tiến  1.234.567  2025   45,67 %  có     01/07/2025
=1+1                       -3  2024  100,00 %  không  02/09/1945
—                           —     —         —  —      —
�[2Jbẫy �                   5  2023   10,00 %  có     —
Nguồn: mart_x · tính theo năm khen thưởng (năm thành tích) · bản dựng b1
`,
		"en": `Sample
Form                Awards  Year    Women  Open  Due
───────────────  ─────────  ────  ───────  ────  ──────────
Advanced worker  1,234,567  2025   45.67%  yes   2025-07-01
say "hi", <b>           -3  2024  100.00%  no    1945-09-02
—                        —     —        —  —     —
x                        5  2023   10.00%  yes   —
Source: mart_x · counted by award year (year of the achievement) · build b1
`,
	} {
		if d := cmp.Diff(want, string(write(t, tab, Table, Options{Lang: lang}))); d != "" {
			t.Error(d)
		}
	}
}

func TestTextCutsAndCounts(t *testing.T) {
	tab := table.Table{
		Columns: []table.Column{{Name: "a", Title: table.Text{VI: "Người trực tiếp công tác, lao động"}, Kind: table.KindInt}, {Name: "b", Title: table.Text{VI: "Tên"}}},
		Rows:    [][]any{{int64(12345), "e\u0302\u0301"}, {int64(1), "ếế"}, {int64(2), "x"}},
	}
	want := `Người trực
tiếp công tác,
      lao động  Tên
──────────────  ───
         12345  ế
             1  ếế
… và 1 dòng nữa
`
	got := string(write(t, tab, Table, Options{MaxRows: 2}))
	want = strings.Replace(want, "12345  ế", "12345  e\u0302\u0301", 1)
	want = strings.Replace(want, "Người trực\n", "    Người trực\n", 1)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	tab.Rows = nil
	if got := string(write(t, tab, Table, Options{})); !strings.HasSuffix(got, "(không có dòng nào)\n") {
		t.Errorf("%q", got)
	}
}
