package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

// said gives the words of the findings of one code, in both languages, each from its cell on.
func said(b *load.Batch, code string) (lines []string) {
	for _, f := range b.Findings {
		if string(f.Code) != code {
			continue
		}
		for _, lang := range []string{"vi", "en"} {
			line := f.Line(lang)
			lines = append(lines, line[strings.Index(line, f.At.Cell+":"):])
		}
	}
	return lines
}

// communes is a table of units by forms, with totals of rows, groups and all. Cells D9 (Xã
// Thạch Sơn, Giấy khen), E12 and the total C9 stand open.
func communes(d9, e12, c9 string) page {
	return page{"M1", splitHeader(fmt.Sprintf(`
UBND TỈNH PHÚ THỌ
UBND HUYỆN LÂM THAO
TỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ
Năm 2024
STT|Tên đơn vị|Hình thức khen thưởng > Tổng số|Hình thức khen thưởng > Giấy khen|Hình thức khen thưởng > Gia đình văn hóa
I|Các thị trấn|9|5|4
1|Thị trấn Lâm Thao|9|5|4
II|Các xã|72|50|22
1|Xã Thạch Sơn|%s|%s|7
2|Xã Cao Xá|18|15|3
3|Xã Tứ Xã|12|10|2
4|Xã Sơn Vi|14|4|%s
Tổng cộng||81|55|26
`, c9, d9, e12))}
}

func TestGuiltyCellOfUnitsAndForms(t *testing.T) {
	const mend = "; đối chiếu các ô nêu ở đây với quyết định khen thưởng; số trong báo cáo không bị sửa [guilty-cell]"
	const mendEN = "; compare the cells named here with the decisions; no figure was changed [guilty-cell]"
	for _, c := range []struct {
		name string
		page page
		all  string
		vi   string
		en   string
	}{
		{"all is well", communes("21", "10", "28"), "", "", ""},
		{"digits turned round", communes("12", "10", "28"),
			"total-differs@M1!C9 total-differs@M1!D9 total-differs@M1!C10 guilty-cell@M1!D10 total-differs@M1!C14 total-differs@M1!D14",
			`D10: thấy "12", cần 21 thì cả 5 phép cộng đều khớp`, `D10: found "12", expected 21, with which all 5 sums agree`},
		{"a blank", communes("", "10", "28"),
			"total-differs@M1!C9 total-differs@M1!D9 total-differs@M1!C10 guilty-cell@M1!D10 total-differs@M1!C14 total-differs@M1!D14",
			`D10: cần 21 (thấy trống) thì cả 5 phép cộng đều khớp`, `D10: expected 21 (found blank), with which all 5 sums agree`},
		{"a printed total", communes("21", "10", "31"), "guilty-cell@M1!C10 total-differs@M1!C10",
			`C10: thấy "31", cần 28 thì phép cộng khớp`, `C10: found "31", expected 28, with which the sum agrees`},
		{"two figures", communes("12", "3", "28"),
			"total-differs@M1!C9 total-differs@M1!D9 total-differs@M1!E9 total-differs@M1!C10 guilty-cell@M1!D10 total-differs@M1!C13 total-differs@M1!C14 total-differs@M1!D14 total-differs@M1!E14",
			`D10: thấy "12", cần D10 = 21 (thấy 12) và E13 = 10 (thấy 3) thì cả 8 phép cộng đều khớp`,
			`D10: found "12", expected D10 = 21 (found 12) and E13 = 10 (found 3), with which all 8 sums agree`},
		{"two figures off by as much", communes("12", "1", "28"),
			"total-differs@M1!C9 total-differs@M1!D9 total-differs@M1!E9 total-differs@M1!C10 guilty-cell@M1!D10 total-differs@M1!C13 total-differs@M1!C14 total-differs@M1!D14 total-differs@M1!E14",
			`D10: thấy "12", cần một trong 2 cách: D10 = 21 (thấy 12) và E13 = 10 (thấy 1); E10 = 16 (thấy 7) và D13 = 13 (thấy 4) thì cả 8 phép cộng đều khớp`,
			`D10: found "12", expected one of 2 ways: D10 = 21 (found 12) and E13 = 10 (found 1); E10 = 16 (found 7) and D13 = 13 (found 4), with which all 8 sums agree`},
		{"two figures that agree about the total of all", communes("20", "11", "28"),
			"total-differs@M1!D9 total-differs@M1!E9 total-differs@M1!C10 guilty-cell@M1!D10 total-differs@M1!C13 total-differs@M1!D14 total-differs@M1!E14",
			`D10: thấy "20", cần D10 = 21 (thấy 20) và E13 = 10 (thấy 11) thì cả 6 phép cộng đều khớp`,
			`D10: found "20", expected D10 = 21 (found 20) and E13 = 10 (found 11), with which all 6 sums agree`},
	} {
		b := readPages(t, intake{}, c.page)
		if got := codes(b); got != c.all {
			t.Errorf("%s: %s", c.name, got)
		}
		var want []string
		if c.vi != "" {
			want = []string{c.vi + mend, c.en + mendEN}
		}
		if d := cmp.Diff(want, said(b, "guilty-cell")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if b.Returns[0].Outcome == load.Refused {
			t.Errorf("%s: refused", c.name)
		}
	}
}

// One column by itself tells nothing that its total does not, and many ways point nowhere.
func TestGuiltyCellIsSilentWhereNothingIsRuledOut(t *testing.T) {
	one := "UBND TỈNH PHÚ THỌ\nUBND HUYỆN LÂM THAO\nTỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ\nNăm 2024\n" +
		"STT|Tên đơn vị|Hình thức khen thưởng > Giấy khen|Hình thức khen thưởng > Gia đình văn hóa\n" +
		"1|Xã Thạch Sơn|7|1\n2|Xã Cao Xá|5|2\nTổng cộng||%s|%s\n"
	for _, c := range []struct{ name, giay, gia, want string }{
		{"a column", "13", "3", "total-differs@M1!C9"},
		{"two columns", "13", "4", "total-differs@M1!C9 total-differs@M1!D9"},
		{"a column whose smaller figure cannot be it", "5", "3", "guilty-cell@M1!C7 total-differs@M1!C9"},
	} {
		if got := codes(readPages(t, intake{}, page{"M1", splitHeader(fmt.Sprintf(one, c.giay, c.gia))})); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// fourFaults is communes with four figures wrong.
func fourFaults() page {
	p := communes("12", "1", "29")
	p.text = strings.NewReplacer("18|15|3", "18|14|5", "12|10|2", "11|17|2").Replace(p.text)
	return p
}

// More faults than three, all tied together: the cells in the most sums are named, and that
// it is no answer.
func TestGuiltyCellUnclear(t *testing.T) {
	p := fourFaults()
	got := said(readPages(t, intake{}, p), "guilty-cell-unclear")
	want := []string{
		`D10: cần cả 10 phép cộng đều khớp; không chỉ ra được ô sai vì phải sửa hơn ba ô hoặc có quá nhiều cách; xem trước các ô nằm trong nhiều phép cộng sai nhất: D10, E10, D11, E11, D12, E12, D13, E13 [guilty-cell-unclear]`,
		`D10: expected all 10 sums agree; which cells are wrong cannot be told: more than three would have to change, or too many ways would do; look first at the cells in the most sums that differ: D10, E10, D11, E11, D12, E12, D13, E13 [guilty-cell-unclear]`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d, codes(readPages(t, intake{}, p)))
	}
}
