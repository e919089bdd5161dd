package layout_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// shape writes the kinds of the rows of all tables, one letter a row, the tables parted by "/".
func shape(tables []layout.Table) string {
	var parts []string
	for i := range tables {
		parts = append(parts, kinds(&tables[i]))
	}
	return strings.Join(parts, "/")
}

func TestStructureKinds(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"title block, header, data, total, note": {`
BẢNG BÁO GIÁ VẬT TƯ
Tháng 5
---
Mã hàng|Tên hàng|Đơn giá|Số lượng
G01|Giấy in|72000|40
B02|Bút bi|4000|300
K03|Kẹp|500|20
Tổng cộng|||360
---
Ghi chú: giá chưa có thuế`, "mmhdddtn"},
		"header of two rows and the row that numbers the columns": {`
STT|Đơn vị|Kết quả||Ghi chú
||Năm 2023|Năm 2024|
A|B|1|2|3
1|Xã A|12|15|
2|Xã B|7|9|`, "hhidd"},
		"headings within the body hold for the rows beneath": {`
TT|Tên|Số lượng
I|KHỐI SỞ
1|Sở Y tế|12
2|Sở Nội vụ|30
II|KHỐI XÃ
1|Xã A|7`, "hgddgd"},
		"no header: the first row is as the others": {`
28/01/2018|00:00|2|$74.69|Boots
29/01/2018|00:15|0|$29.81|Jacket
30/01/2018|00:30|1|$80.08|Shoes`, "ddd"},
		"years head columns": {`
Item|1990|1995|2000
Farms|2146|2196|2167
Land|987|963|945`, "hdd"},
		"a sum over its parts has no word for it": {`
Nơi|Nam|Nữ|Tuổi
Cả vùng|1530|1622|40
Tỉnh A|830|902|41
Tỉnh B|700|720|39`, "htdd"},
		"figures that do not add up are no sum": {`
Nơi|Nam|Nữ|Tuổi
Cả vùng|1531|1629|40
Tỉnh A|830|902|41
Tỉnh B|700|720|39`, "hddd"},
		"rows shorter and longer than the header": {`
Ngày|Việc|Người|Tiền
1/2/2024|Họp|12|300000
2/2/2024|Đi
3/2/2024|Họp|9|200000|thêm
4/2/2024|Họp|8|100000`, "hdddd"},
		"a table beneath a table under a header of its own": {`
Mã|Tên|Giá
A1|Giấy|72000
A2|Bút|4000
---
Khách|Ngày|Số hóa đơn|Tiền
Lan|1/2/2024|77|150000
Hoa|2/2/2024|78|95000`, "hdd/hdd"},
		"a header that a page break repeats does not begin a table": {`
Mã|Tên|Giá
A1|Giấy|72000
A2|Bút|4000
Mã|Tên|Giá
A3|Kẹp|500`, "hddhd"},
		"units stand under the header": {`
Item|1990|2000|2005
|(1,000)|(1,000)|(1,000)
Farms|2146|2167|2099
Land|987|945|933`, "hhdd"},
		"words under words": {`
Tên|Nơi sinh|Nghề
Lan|Việt Trì|Giáo viên
Hoa|Lâm Thao|Bác sĩ
Mai|Yên Lập|Nông dân`, "hddd"},
		"one column": {`
Xã Hy Cương
Xã Tứ Xã`, "dd"},
		"a column of prose": {`
Kính gửi các đơn vị
Đề nghị gửi báo cáo`, "dd"},
		"an empty sheet has no table": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shape(layout.Structure(sheet(c.text))); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// Header paths go through merges, and through blanks where a file keeps no merges.
func TestStructureColumns(t *testing.T) {
	want := "A STT|B Đơn vị|C Khen thưởng cấp tỉnh > Bằng khen > Tập thể|D Khen thưởng cấp tỉnh > Bằng khen > Cá nhân|E Khen thưởng cấp tỉnh > Cờ"
	for name, merges := range map[string]string{"merged": "merge: A1:A3 B1:B3 C1:E1 C2:D2 E2:E3", "not merged": ""} {
		tables := layout.Structure(sheet(`
STT|Đơn vị|Khen thưởng cấp tỉnh
||Bằng khen||Cờ
||Tập thể|Cá nhân|
1|Sở Y tế|3|12|1
2|Sở Nội vụ|2|9|
` + merges))
		var got []string
		for _, c := range tables[0].Columns {
			got = append(got, grid.ColumnName(c.Col)+" "+c.Header)
			if last := len(c.Path) - 1; last < 0 || c.Path[last].Cell != c.HeaderCell {
				t.Errorf("%s: column %d: path %v, header cell %s", name, c.Col, c.Path, c.HeaderCell)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s\nwant %s", name, strings.Join(got, "|"), want)
		}
	}
}

// sound holds what Structure promises of any sheet. What is lost if it breaks: a row that
// vanishes from what a clerk is shown.
func sound(t interface{ Fatalf(string, ...any) }, sh grid.Sheet) {
	n := 0
	for _, table := range layout.Structure(sh) {
		columns := map[int]bool{}
		last := 0
		for _, c := range table.Columns {
			if c.Col <= last {
				t.Fatalf("columns out of order: %v", table.Columns)
			}
			last, columns[c.Col] = c.Col, true
			for _, h := range c.Path {
				row, col, _ := grid.Place(h.Cell)
				if cell, ok := sh.Cell(row, col); !ok || strings.Join(strings.Fields(cell.Text), " ") != h.Text {
					t.Fatalf("header %q is not at %s", h.Text, h.Cell)
				}
			}
		}
		for _, r := range table.Rows {
			switch r.Kind {
			case layout.Metadata, layout.Header, layout.Index, layout.GroupRow, layout.Data, layout.Total, layout.Note:
			default:
				t.Fatalf("row %d is %q", r.No, r.Kind)
			}
			if n >= len(sh.Rows) || r.No != sh.Rows[n].No || !slices.Equal(r.Cells, sh.Rows[n].Cells) {
				t.Fatalf("row %d of the sheet is not shown as it is", r.No)
			}
			n++
			for _, c := range r.Cells {
				if r.Kind == layout.Data && strings.TrimSpace(c.Text) != "" && !columns[c.Col] {
					t.Fatalf("row %d: column %d holds data and is no column", r.No, c.Col)
				}
			}
		}
	}
	if n != len(sh.Rows) {
		t.Fatalf("%d rows of %d", n, len(sh.Rows))
	}
}

func TestStructureIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sound(t, anySheet(t)) })
}

func FuzzStructure(f *testing.F) {
	for _, seed := range []string{"STT|Tên|Số\n1|A|3\nTổng||3", "a|1\n\nb|2|(NA)", "I|x\n1990|1991", "(1)|(2)|=3", "¹|²\n-|…"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, sheet(text)) })
}

// A long sheet and a wide one are read in time that grows with their cells.
func TestStructureOfBigSheets(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: a sheet of 200,000 rows")
	}
	for name, sh := range map[string]grid.Sheet{"200,000 rows": long(200_000), "16,384 columns": wide(60, 16_384), "200,000 rows of one column": narrow(200_000)} {
		began := time.Now()
		sound(t, sh)
		took := time.Since(began)
		t.Logf("%s: %v", name, took)
		if took > 20*time.Second {
			t.Errorf("%s take %v", name, took)
		}
	}
}

func long(rows int) grid.Sheet {
	s := grid.Sheet{No: 1, Rows: []grid.Row{textRow(1, "STT", "Họ và tên", "Năm sinh", "Số lượng", "Tiền", "Ghi chú")}}
	for i := range rows {
		s.Rows = append(s.Rows, grid.Row{No: i + 2, Cells: []grid.Cell{
			{Col: 1, Kind: grid.Number, Text: strconv.Itoa(i + 1)}, {Col: 2, Text: fmt.Sprintf("Người %d", i)}, {Col: 3, Kind: grid.Number, Text: strconv.Itoa(1960 + i%40)},
			{Col: 4, Kind: grid.Number, Text: strconv.Itoa(i % 7)}, {Col: 5, Kind: grid.Number, Text: strconv.Itoa(1000 * (i % 91))}, {Col: 6, Text: "x"},
		}})
	}
	return s
}

func narrow(rows int) grid.Sheet {
	s := grid.Sheet{No: 1}
	for i := range rows {
		s.Rows = append(s.Rows, grid.Row{No: i + 1, Cells: []grid.Cell{{Col: 1, Kind: grid.Number, Text: strconv.Itoa(i)}}})
	}
	return s
}

func wide(rows, columns int) grid.Sheet {
	s := grid.Sheet{No: 1}
	for i := range rows {
		row := grid.Row{No: i + 1}
		for c := 1; c <= columns; c++ {
			cell := grid.Cell{Col: c, Kind: grid.Number, Text: strconv.Itoa(i * c)}
			if i < 3 {
				cell = grid.Cell{Col: c, Text: "cột " + strconv.Itoa(c)}
				if i == 0 && c%4 != 1 {
					continue
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		s.Rows = append(s.Rows, row)
		if i == 0 {
			for c := 1; c+3 <= columns; c += 4 {
				s.Merges = append(s.Merges, grid.Merge{R1: 1, C1: c, R2: 1, C2: c + 3})
			}
		}
	}
	return s
}

func textRow(no int, texts ...string) grid.Row {
	r := grid.Row{No: no}
	for i, text := range texts {
		r.Cells = append(r.Cells, grid.Cell{Col: i + 1, Text: text})
	}
	return r
}
