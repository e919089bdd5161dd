package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// BenchmarkIngest200 reads 200 small workbooks of 30 rows into a new warehouse. Writing
// bounds it: the engine parses and plans a dozen small statements a file, in one transaction each.
func BenchmarkIngest200(b *testing.B) {
	dir := b.TempDir()
	for i := range 200 {
		put(b, dir, map[string][]byte{fmt.Sprintf("%03d.xlsx", i): longList(b, 30, i)})
	}
	for b.Loop() {
		if r, err := Ingest(b.Context(), warehouse(b), []string{dir}, on(2025, 2, 3)); err != nil || r.Count(Read) != 200 {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongList reads one list of 200,000 rows. One file is read by one processor: as
// CSV two thirds of the time go into rows and ledger, one third into the insert; as a
// workbook the XML of the sheet takes as much again.
func BenchmarkLongList(b *testing.B) {
	const rows = 200_000
	for name, content := range map[string][]byte{"xlsx": longList(b, rows, 0), "csv": longCSV(rows)} {
		b.Run(name, func(b *testing.B) {
			dir := put(b, b.TempDir(), map[string][]byte{"list." + name: content})
			for b.Loop() {
				r, err := Ingest(b.Context(), warehouse(b), []string{dir}, on(2025, 2, 3))
				if err != nil || r.Files[0].Returns[0].RowCounts.Used < rows {
					b.Fatal(err, states(r))
				}
			}
			b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

var longHead = []string{"UBND TỈNH PHÚ THỌ", "SỞ Y TẾ", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024"}

var longColumns = []any{"STT", "Họ và tên", "Giới tính", "Năm sinh", "Đơn vị công tác", "Hình thức khen thưởng", "Phân loại đối tượng", "Số quyết định"}

func longRow(i, salt int) []any {
	return []any{i + 1, fmt.Sprintf("Người Thứ %d.%d", salt, i), []string{"Nam", "Nữ"}[i%2], 1960 + i%45,
		fmt.Sprintf("Phòng số %d", i%500), []string{"LĐTT", "CSTĐCS", "Giấy khen của Giám đốc Sở"}[i%3], []string{"Công nhân", "Doanh nhân"}[i%2],
		fmt.Sprintf("%d/QĐ-SYT", i%40+1)}
}

func longList(b *testing.B, rows, salt int) []byte {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	put := func(no int, cells []any) {
		if err := w.SetRow(fmt.Sprintf("A%d", no), cells); err != nil {
			b.Fatal(err)
		}
	}
	for i, line := range longHead {
		put(i+1, []any{line})
	}
	put(5, longColumns)
	for i := range rows {
		put(i+6, longRow(i, salt))
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func longCSV(rows int) []byte {
	var out strings.Builder
	for _, line := range longHead {
		out.WriteString(line + "\n")
	}
	line := func(cells []any) {
		out.WriteString(strings.TrimSuffix(strings.ReplaceAll(fmt.Sprintf(strings.Repeat("%v;", len(cells)), cells...), "\n", " "), ";") + "\n")
	}
	line(longColumns)
	for i := range rows {
		line(longRow(i, 0))
	}
	return []byte(out.String())
}
