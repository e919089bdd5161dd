package ingest

import (
	"strings"
	"testing"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
)

// FuzzRegister holds of whatever stands under the name of the intake register: it stops nothing, and each row that may be
// meant for a file is used or told of.
func FuzzRegister(f *testing.F) {
	for _, seed := range []string{
		"file,received_on,sender,revises,note\nx.csv,2024-01-02,Sở Y tế,y.csv,đã ký\n",
		"tệp;ngày nhận;đơn vị gửi;thay cho;ghi chú\nx.csv;05/01/2025;Sở Nội vụ;;\nx.csv;06/01/2025;;;\nz.csv;;;;\n",
		"SỔ NHẬN\r\n\r\nGhi chú\tTệp\tNgày nhận\r\nx\tX.CSV\t18-Nov-2025\r\n\ty.csv\t45999\r\n",
		"x.csv,2024-01-02\nfile\nx.csv\n", "file,file\nx.csv,y.csv\n,y.csv\n./x.csv,\n", "\"file,note\"\n\"x.csv,a\"\n\"y.csv,b\"\n",
		"file\n\"x.csv\nfile\n", "sep=|\nfile|note\nx.csv|\x00\n", "\xff\xfef\x00i\x00l\x00e\x00\n\x00", "file \n.", "%PDF-1.4", "", "<table><tr><td>file<tr><td>x.csv</table>",
	} {
		f.Add([]byte(seed))
	}
	rules := knowledge(f).Rules
	there := map[string]bool{"x.csv": true, "y.csv": true}
	below := onDisk{files: func() []string { return []string{"x.csv", "y.csv"} }, named: func(name string) bool { return there[name] }}
	f.Fuzz(func(t *testing.T, content []byte) {
		reg, faults, err := readRegister(registerName, content, rules, below)
		if err != nil {
			t.Fatal(err)
		}
		told := map[finding.Place]bool{}
		refused, whole := false, map[string]bool{}
		for _, fault := range faults {
			if fault.At.File != registerName || fault.Want.VI == "" || fault.Want.EN == "" || fault.Mend.VI == "" || fault.Mend.EN == "" {
				t.Fatalf("%+v says too little", fault)
			}
			told[fault.At] = true
			refused = refused || grave(fault)
			whole[fault.At.Sheet] = whole[fault.At.Sheet] || fault.Code == "register-unknown-header" && fault.At.Cell == ""
		}
		if refused {
			if len(reg) > 0 {
				t.Fatalf("a register that cannot be read is used: %v", reg)
			}
			return
		}
		book, _, _ := grid.Read(registerName, content)
		rows := 0
		for _, sh := range book.Sheets {
			var fields map[int]string
			for _, row := range sh.Rows {
				rows++
				if fields == nil {
					if fields = registerHeader(row); fields == nil && rowNames(row, there) && !whole[sh.Name] && !toldOf(told, sh.Name, row) {
						t.Fatalf("row %d names a file above the header and is passed over", row.No)
					}
					continue
				}
				in, file, at := registerRow(registerName, row, fields)
				used := file != "" && reg[registerKey(file)] == in
				if at != "" && !used && !toldOf(told, sh.Name, row) {
					t.Fatalf("row %d is passed over: %q of %v", row.No, file, reg)
				}
			}
			if fields == nil && len(sh.Rows) > 0 && !whole[sh.Name] {
				t.Fatal("a sheet without a header is passed over")
			}
		}
		if len(reg) > rows || len(faults) > rows+len(book.Sheets)*4 {
			t.Fatalf("%d rows, %d used, %d faults", rows, len(reg), len(faults))
		}
		for key, in := range reg {
			if key == "." || key != registerKey(key) || in.registerFile != registerName || !in.receivedOn.IsZero() && in.receivedOn.Compare(data.Date{Year: 1800}) < 0 {
				t.Fatalf("%q: %+v", key, in)
			}
		}
	})
}

func rowNames(row grid.Row, there map[string]bool) bool {
	for _, c := range row.Cells {
		if there[registerKey(strings.TrimSpace(c.Text))] {
			return true
		}
	}
	return false
}

func toldOf(told map[finding.Place]bool, sheet string, row grid.Row) bool {
	for _, c := range row.Cells {
		if told[finding.Place{File: registerName, Sheet: sheet, Cell: grid.A1(row.No, c.Col)}] {
			return true
		}
	}
	return false
}
