package ingest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/data"
	"tdkt/data/samples/bulk"
)

// BenchmarkIngest200 reads 200 small workbooks of some 30 rows into a new warehouse. Writing
// bounds it: the engine parses and plans a dozen small statements a file, in one transaction each.
func BenchmarkIngest200(b *testing.B) {
	dir := b.TempDir()
	made, err := bulk.Returns(200, 6000)
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range made {
		put(b, dir, map[string][]byte{r.Name: r.Content})
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
	workbook, csv, err := bulk.LongList(rows)
	if err != nil {
		b.Fatal(err)
	}
	for name, content := range map[string][]byte{"xlsx": workbook, "csv": csv} {
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

// BenchmarkWideTally reads a table of 600 units (of the 605 known at the end of 2024) by 60 forms with totals of rows, groups and
// all, and three faults. Its sums take a tenth of the time; the most goes into the cells.
func BenchmarkWideTally(b *testing.B) {
	const units, forms, groups = 600, 60, 6
	k := knowledge(b)
	text := wideTally(b, k, units, forms, groups)
	content := []byte(strings.Join(text, "\n"))
	for b.Loop() {
		batch, err := k.readFile(&source{name: "rong.csv", hash: "h", content: content, receivedOn: today})
		if err != nil || len(batch.Tallies) < units*forms/2 {
			b.Fatal(err, len(batch.Tallies), codes(batch))
		}
		if !strings.Contains(codes(batch), "guilty-cell@") {
			b.Fatal(codes(batch))
		}
	}
}

// wideTally is the table as lines of CSV.
func wideTally(b testing.TB, k *Knowledge, units, forms, groups int) []string {
	law := data.Date{Year: 2024, Month: 12, Day: 31}
	var names, codes []string
	for _, f := range k.Reference.Forms {
		if m, ok := k.Reference.ResolveForm(f.DisplayVI, law); ok && m.Code == f.Code && !slices.Contains(names, f.DisplayVI) && len(names) < forms {
			names = append(names, f.DisplayVI)
		}
	}
	for _, u := range k.Reference.Units {
		if u.Valid().Holds(law) && len(codes) < units {
			codes = append(codes, u.Code)
		}
	}
	if len(codes) < units || len(names) < forms-5 {
		b.Fatal(len(codes), len(names))
	}
	quoted := func(cells ...string) string { return `"` + strings.Join(cells, `","`) + `"` }
	lines := []string{quoted("UBND TỈNH PHÚ THỌ"), quoted("UBND HUYỆN LÂM THAO"), quoted("TỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ"), quoted("Năm 2024"),
		quoted(append([]string{"STT", "Tên đơn vị", "Hình thức khen thưởng"}, make([]string, len(names))...)...),
		quoted(append([]string{"", "", "Tổng số"}, names...)...)}
	line := func(no, name string, of []int) string {
		sum, cells := 0, []string{}
		for _, n := range of {
			sum += n
			cells = append(cells, strconv.Itoa(n))
		}
		return quoted(append([]string{no, name, strconv.Itoa(sum)}, cells...)...)
	}
	all := make([]int, len(names))
	for g := range groups {
		group, own := make([]int, len(names)), []string{}
		for i := range units / groups {
			of := make([]int, len(names))
			for c := range of {
				of[c] = (g*31 + i*7 + c*13) % 40
				group[c] += of[c]
				all[c] += of[c]
			}
			row := line(strconv.Itoa(i+1), codes[g*(units/groups)+i], of)
			if i == g && g < 3 { // a fault in each of three groups
				row = strings.TrimSuffix(row, strconv.Itoa(of[len(of)-1])+`"`) + `41"`
			}
			own = append(own, row)
		}
		lines = append(append(lines, line(strings.Repeat("I", 1+g%3)+strings.Repeat("V", g/3), "Khối "+strconv.Itoa(g+1), group)), own...)
	}
	return append(lines, line("", "Tổng cộng", all))
}
