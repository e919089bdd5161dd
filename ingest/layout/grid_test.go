package layout_test

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"tdkt/data"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

var (
	mergeLine = regexp.MustCompile(`^merge:`)
	numeric   = regexp.MustCompile(`^\d+(\.\d+)?$`)
)

// sheet makes a sheet from a text that a reviewer can read: a line is a row, "|" parts
// its cells, "⏎" is a line break in a cell, a line "merge: A1:C1 D2:D3" names merges and
// a line "---" is an empty row. Digits are numbers, #N/A and its like are errors.
func sheet(text string) grid.Sheet {
	s := grid.Sheet{Name: "Sheet1", No: 1}
	no := 0
	for line := range strings.Lines(strings.Trim(text, "\n")) {
		line = strings.TrimRight(line, "\n")
		if mergeLine.MatchString(line) {
			for _, ref := range strings.Fields(strings.TrimPrefix(line, "merge:")) {
				from, to, _ := strings.Cut(ref, ":")
				r1, c1, _ := grid.Place(from)
				r2, c2, _ := grid.Place(to)
				s.Merges = append(s.Merges, grid.Merge{R1: r1, C1: c1, R2: r2, C2: c2})
			}
			continue
		}
		no++
		row := grid.Row{No: no}
		if strings.HasPrefix(line, "~") { // a hidden row
			row.Hidden, line = true, line[1:]
		}
		for i, t := range strings.Split(line, "|") {
			t = strings.ReplaceAll(strings.TrimSpace(t), "⏎", "\n")
			if t == "" || t == "---" {
				continue
			}
			c := grid.Cell{Col: i + 1, Text: t}
			switch {
			case numeric.MatchString(t):
				c.Kind = grid.Number
			case strings.HasPrefix(t, "#"):
				c.Kind = grid.Error
			}
			row.Cells = append(row.Cells, c)
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

var loaded = sync.OnceValues(func() ([]layout.Layout, error) { return layout.Load(os.DirFS("../../data/layouts")) })

// the layouts as they stand in data/layouts
func layouts(t testing.TB) []layout.Layout {
	t.Helper()
	all, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// a small vocabulary, as the reference lists give it to ingest
var known = layout.Known{
	Form: among("Lao động tiên tiến", "LĐTT", "Chiến sĩ thi đua cơ sở", "CSTĐ cơ sở", "Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen", "Giấy khen",
		"Tập thể lao động xuất sắc", "Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhì", "Cờ thi đua của UBND tỉnh",
		"Cờ thi đua của Chính phủ", "Tập thể lao động tiên tiến", "Chiến sĩ thi đua cấp bộ, cấp tỉnh", "Gia đình văn hóa"),
	Achievement: among("Thường xuyên", "Chuyên đề", "Đột xuất", "Khen thưởng đột xuất", "Công trạng"),
	Unit: among("Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Huyện Lâm Thao", "Huyện Tam Nông", "Xã Hy Cương", "Xã Tứ Xã", "tỉnh Phú Thọ",
		"tỉnh Vĩnh Phúc", "Phú Thọ", "Tổng công ty Giấy Việt Nam"),
	ClassWord: among("Công nhân", "Nông dân", "Người lao động trực tiếp"),
}

func among(texts ...string) func(string) bool {
	keys := map[string]bool{}
	for _, t := range texts {
		keys[data.Key(t)] = true
	}
	return func(key string) bool { return keys[key] }
}

// kinds writes the kinds of a table's rows, one letter a row: m metadata, h header,
// i index, g group, d data, t total, p a printed part, n note, s signature, b blank.
func kinds(t *layout.Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		letter := string(r.Kind)[:1]
		if r.Within != 0 {
			letter = "p"
		}
		b.WriteString(letter)
	}
	return b.String()
}

// fields writes the columns of a table as "A=ordinal B=name …".
func fields(t *layout.Table) string {
	var list []string
	for _, c := range t.Columns {
		text := grid.ColumnName(c.Col) + "=" + c.Field
		if c.FormText != "" {
			text += "(" + c.FormText + ")"
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

// recognised recognises a sheet and fails where that does not give the layout.
func recognised(t *testing.T, code, text string) *layout.Table {
	t.Helper()
	res := layout.Recognise(sheet(text), layouts(t), known)
	if res.Table == nil {
		nearest := "none"
		if res.Nearest != nil {
			nearest = res.Nearest.Code
		}
		t.Fatalf("not recognised; nearest %s, missing %v", nearest, res.Missing)
	}
	if res.Table.Layout.Code != code {
		t.Fatalf("layout %s, want %s (%s)", res.Table.Layout.Code, code, fields(res.Table))
	}
	return res.Table
}
