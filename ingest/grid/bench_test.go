package grid

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// list is a list of individuals of n rows, nine columns, as XLSX parts or as CSV.
func list(b *testing.B, n int) (xlsx, csv []byte) {
	b.Helper()
	var sheet, lines strings.Builder
	sheet.WriteString("<sheetData>")
	for i := 1; i <= n; i++ {
		name := fmt.Sprintf("Nguyễn Văn %d", i)
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:9"><c r="A%d" s="0"><v>%d</v></c><c r="B%d" t="inlineStr" s="0"><is><t>%s</t></is></c>`, i, i, i, i, name)
		fmt.Fprintf(&sheet, `<c r="C%d" s="2"><v>%d</v></c>`, i, 20000+i%15000)
		for _, col := range "DEFGHI" {
			fmt.Fprintf(&sheet, `<c r="%c%d" s="0" t="s"><v>%d</v></c>`, col, i, int(col-'D'))
		}
		sheet.WriteString("</row>")
		fmt.Fprintf(&lines, "%d,%s,05/12/%d,Nữ,Giáo viên,\"Trường Tiểu học, xã A\",Lao động tiên tiến,Thường xuyên,123/QĐ-UBND\n", i, name, 1950+i%50)
	}
	sheet.WriteString("</sheetData>")
	m := made{
		sheets: []string{sheet.String()}, styles: someStyles,
		sst:     `<si><t>Nữ</t></si><si><t>Giáo viên</t></si><si><t>Trường Tiểu học</t></si><si><t>Lao động tiên tiến</t></si><si><t>Thường xuyên</t></si><si><t>123/QĐ-UBND</t></si>`,
		replace: map[string]string{"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`}, // excelize asks for it
	}
	return m.bytes(b), []byte(lines.String())
}

func BenchmarkRead(b *testing.B) {
	const rows = 20000
	xlsx, csv := list(b, rows)
	ours := func(content []byte) int { return len(mustRead(b, content).Sheets[0].Rows) }
	theirs := func(content []byte) int { return excelizeRows(b, content) }
	exported := exportedList(b, rows)
	for _, c := range []struct {
		name    string
		content []byte
		read    func([]byte) int
	}{{"xlsx", xlsx, ours}, {"csv", csv, ours}, {"exported", exported, ours}, {"exported-excelize", exported, theirs}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got := c.read(c.content); got != rows {
					b.Fatal(got)
				}
			}
			b.ReportMetric(float64(rows*9*b.N)/b.Elapsed().Seconds(), "cells/s")
		})
	}
}

// exportedList is a list of nine columns as excelize writes it, with the texts in the cells.
func exportedList(b *testing.B, n int) []byte {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	must(b, err)
	for i := range n {
		must(b, w.SetRow(A1(i+1, 1), []any{i + 1, fmt.Sprintf("Nguyễn Văn %d", i), 20000 + i%15000, "Nữ", "Giáo viên",
			"Trường Tiểu học, xã A", "Lao động tiên tiến", "Thường xuyên", "123/QĐ-UBND"}))
	}
	must(b, w.Flush())
	var out bytes.Buffer
	must(b, f.Write(&out))
	return out.Bytes()
}

// excelizeRows reads with excelize's Rows, its quickest way, which keeps nothing.
func excelizeRows(b *testing.B, content []byte) (n int) {
	f, err := excelize.OpenReader(bytes.NewReader(content))
	must(b, err)
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	must(b, err)
	defer rows.Close()
	for rows.Next() {
		_, err := rows.Columns()
		must(b, err)
		n++
	}
	return n
}
