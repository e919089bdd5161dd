package ingest

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

// placed is a list of two people, and one thing that is done to how it is placed.
func placed(do func(p *paper)) []*paper {
	p := &paper{name: "DS", cols: []string{"ordinal", "name", "gender", "form", "achievement", "decision_no", "note"}, hiddenRow: map[int]bool{}, hiddenCol: map[int]bool{}}
	p.head("SỞ Y TẾ", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024", false)
	p.add(headerRow, row("STT", "Họ và tên", "Giới tính", "Hình thức khen thưởng", "Loại hình khen thưởng", "Số quyết định", "Ghi chú")...)
	p.add(dataRow, row("1", "Trần Văn An", "Nam", "Lao động tiên tiến", "Thường xuyên", "12/QĐ-SYT")...)
	p.add(dataRow, row("2", "Lê Thị Bình", "Nữ", "Lao động tiên tiến", "Thường xuyên", "12/QĐ-SYT")...)
	do(p)
	return []*paper{p}
}

// second adds a sheet with the rows of the first from a row on.
func second(papers []*paper, name, state string, from int) []*paper {
	p := papers[0].clone()
	p.name, p.state, p.rows, p.roles = name, state, p.rows[from:], p.roles[from:]
	return append(papers, p)
}

// placingCases turn the rules about placing red.
func placingCases(t testing.TB) []redCase {
	packed := func(papers []*paper) map[string][]byte { return map[string][]byte{"f.xlsx": pack(t, papers)} }
	return []redCase{
		{"cells-merged", packed(placed(func(p *paper) { p.merges = []grid.Merge{merge(6, 6, 3, 4)} }))},
		{"decision-missing", packed(placed(func(p *paper) { p.set(6, 5, box{}) }))},
		{"hidden-columns", packed(placed(func(p *paper) { p.hiddenCol[2] = true }))},
		{"hidden-sheet", packed(second(placed(func(*paper) {}), "Ẩn", "hidden", 0))},
		{"row-not-counted", packed(placed(func(p *paper) { p.add("", row("", "", "Nam")...) }))},
		{"sheet-not-read", packed(second(placed(func(*paper) {}), "Hướng dẫn", "", 0))},
		{"struck-out", packed(placed(func(p *paper) { p.rows[6][3].strike = true }))},
		{"value-misplaced", packed(placed(func(p *paper) { p.set(6, 4, box{}); p.set(6, 6, txt("Đột xuất")) }))},
	}
}

// One figure of two units is nobody's to share, and one birth of two people that of the first at most.
func TestMergedOverRows(t *testing.T) {
	f, err := excelize.OpenFile(samples + "returns/2025/mau-01.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	var tally bytes.Buffer
	if err := errors.Join(f.MergeCell("Mẫu 01", "E12", "E13"), f.Write(&tally)); err != nil {
		t.Fatal(err)
	}
	list := func(names bool) []byte {
		p := placed(func(p *paper) {
			p.set(4, 2, txt("Ngày sinh"))
			p.set(5, 2, txt("12/3/1990"))
			p.set(6, 2, box{})
			p.merges = []grid.Merge{merge(5, 6, 2, 2)}
			if names {
				p.set(6, 1, box{})
				p.merges = append(p.merges, merge(5, 6, 1, 1))
			}
		})
		return pack(t, p)
	}
	for _, c := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"a figure of two units", tally.Bytes(), "cells-merged@Mẫu 01!E12"},
		{"a birth of two people", list(false), "cells-merged@DS!C6"},
		{"a birth of one person with two awards", list(true), ""},
	} {
		b, err := knowledge(t).readFile(&source{name: "f.xlsx", hash: "h", content: c.content, receivedOn: day2026})
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(b); !strings.Contains(got, "cells-merged") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if len(b.Awards) == 2 && b.Awards[1].BirthOn.IsZero() == (c.want == "") {
			t.Errorf("%s: the second is born %s", c.name, b.Awards[1].BirthOn)
		}
	}
}

func TestPlacing(t *testing.T) {
	k := knowledge(t)
	for _, c := range []struct {
		name   string
		papers []*paper
		want   string
		awards int
	}{
		{"as it should be", placed(func(*paper) {}), "", 2},
		{"a cell crossed out", placed(func(p *paper) { p.rows[6][3].strike = true }), "struck-out@DS!D7", 2},
		{"a title crossed out", placed(func(p *paper) { p.rows[0][0].strike = true }), "", 2},
		{"a column hidden", placed(func(p *paper) { p.hiddenCol[2] = true }), "hidden-columns@DS!C5", 2},
		{"ordinals hidden", placed(func(p *paper) { p.hiddenCol[0] = true }), "", 2},
		{"a person above the header", placed(func(p *paper) { p.rows[3] = row("3", "Vũ Minh Châu", "Nam", "Lao động tiên tiến") }), "row-not-counted@DS!C4", 2},
		{"a gender beneath the table", placed(func(p *paper) { p.add("", row("", "", "Nam")...) }), "row-not-counted@DS!C8", 2},
		{"remarks and signatures beneath the table", placed(func(p *paper) {
			p.add("", row("Ghi chú: danh sách có 02 người")...)
			p.add("", row("", "", "", "Việt Trì, ngày 10 tháng 12 năm 2024")...)
			p.add("", row("", "Người lập biểu", "", "GIÁM ĐỐC")...)
		}), "", 2},
		{"form and type merged", placed(func(p *paper) { p.merges = []grid.Merge{merge(6, 6, 3, 4)} }), "cells-merged@DS!D7", 2},
		{"decision merged with the remarks", placed(func(p *paper) { p.merges = []grid.Merge{merge(6, 6, 5, 6)} }), "", 2},
		{"a type among the remarks", placed(func(p *paper) { p.set(6, 4, box{}); p.set(6, 6, txt("Đột xuất")) }), "value-misplaced@DS!G7", 2},
		{"a type among the remarks beside one of its own", placed(func(p *paper) { p.set(6, 6, txt("Đột xuất")) }), "", 2},
		{"a row without a decision", placed(func(p *paper) { p.set(6, 5, box{}) }), "decision-missing@DS!F7", 2},
		{"a hidden sheet with a table", second(placed(func(*paper) {}), "Ẩn", "hidden", 0), "hidden-sheet@Ẩn!A6", 2},
		{"a hidden sheet that goes on", second(placed(func(*paper) {}), "Ẩn", "veryHidden", 6), "hidden-sheet@Ẩn!A1", 2},
		{"a hidden list of codes", append(placed(func(*paper) {}), &paper{name: "HTKT", state: "hidden", rows: [][]box{row("1", "Lao động tiên tiến"), row("2", "Giấy khen")}}), "", 2},
		{"a return named as a guide", second(placed(func(*paper) {}), "Hướng dẫn", "", 0), "sheet-not-read@Hướng dẫn!A6", 2},
		{"examples without a title", second(placed(func(*paper) {}), "Ví dụ", "", 4), "", 2},
	} {
		b := (&sent{papers: c.papers}).read(t, k)
		if got := codes(b); got != c.want || len(b.Awards) != c.awards {
			t.Errorf("%s: %s, %d awards", c.name, got, len(b.Awards))
		}
	}
}

// A signature is told from a person who is one of those that sign: without numbers before the names, the rows of a list ended
// at the first Giám đốc.
func TestPeopleWhoSignElsewhere(t *testing.T) {
	b := (&sent{papers: placed(func(p *paper) {
		p.set(4, 6, txt("Chức vụ"))
		p.set(5, 0, box{})
		p.set(6, 0, box{})
		p.set(5, 6, txt("Giám đốc"))
		p.add("", row("", "Người lập biểu", "", "Giám đốc")...)
	})}).read(t, knowledge(t))
	if got := codes(b); got != "" || len(b.Awards) != 2 {
		t.Error(got, len(b.Awards))
	}
}

// The letterhead of a province without the line beneath it names no reporting unit; a line that says so does.
func TestProvinceAloneIsNoUnit(t *testing.T) {
	for _, c := range []struct{ line, want, unit string }{
		{"", "unit-not-stated@DS!", load.Unknown},
		{"Đơn vị báo cáo: UBND tỉnh Phú Thọ", "", "tinh-25"},
	} {
		b := (&sent{papers: placed(func(p *paper) { p.rows[1] = row(c.line) })}).read(t, knowledge(t))
		if got := codes(b); got != c.want || b.Returns[0].Unit != c.unit {
			t.Error(c.line, got, b.Returns[0].Unit)
		}
	}
}

// The decision may stand beneath the table; what is sent with a decision is awarded by it.
func TestDecisionBeneathTheTable(t *testing.T) {
	b := (&sent{papers: placed(func(p *paper) {
		p.set(5, 5, box{})
		p.set(6, 5, box{})
		p.add("", row("(Kèm theo Quyết định số 125/QĐ-SYT ngày 05/12/2024)")...)
	})}).read(t, knowledge(t))
	if len(b.Awards) != 2 || b.Awards[1].DecisionNo != "125/QĐ-SYT" || b.Returns[0].Part != "125/QĐ-SYT" || codes(b) != "" {
		t.Error(codes(b), len(b.Awards), strings.Join(counted(b), "\n"))
	}
}

// Rows without a number in a list whose headings have one look like headings: a whole list was lost so.
func TestHeadingsThatHeadNothing(t *testing.T) {
	head := "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG NĂM 2024\nSTT|Tên tập thể|Ghi chú\n"
	for _, c := range []struct{ name, rows, want string }{
		{"no recipient has a number", "I|Tập thể lao động tiên tiến\n|Phòng Tổ chức\n|Phòng Kế toán\nII|Tập thể lao động xuất sắc\n|Khoa Nội", "return-empty@DS!A3 row-not-counted@DS!B6"},
		{"the last has none", "I|Tập thể lao động tiên tiến\n1|Phòng Tổ chức\n|Phòng Kế toán", "row-not-counted@DS!B7"},
		{"each has one", "I|Tập thể lao động tiên tiến\n1|Phòng Tổ chức\n2|Phòng Kế toán\nII|Tập thể lao động xuất sắc\n1|Khoa Nội", ""},
		{"a form that nobody received", "I|Tập thể lao động tiên tiến\n1|Phòng Tổ chức\nII|Tập thể lao động xuất sắc", ""},
	} {
		if got := codes(readPages(t, intake{}, page{"DS", head + c.rows})); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
