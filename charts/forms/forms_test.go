package forms

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/data"
)

// drawn is a form as a person drew it: cells, merged areas, formulas.
type drawn struct {
	cells   map[string]string
	grey    []string
	merged  []string
	formula map[string]string
	last    int // row
}

func readDrawn(t *testing.T, name string) drawn {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := drawn{cells: map[string]string{}, formula: map[string]string{}}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "merge "):
			d.merged = append(d.merged, strings.Fields(line)[1:]...)
		case strings.HasPrefix(line, "= "):
			at, formula, _ := strings.Cut(line[2:], " ")
			d.formula[at] = strings.TrimPrefix(formula, "-")
		default:
			parts := strings.Split(line, " | ")
			if d.last, err = strconv.Atoi(parts[0]); err != nil {
				t.Fatalf("%s: %q", name, line)
			}
			for i, text := range parts[1:] {
				at := cellName(i+1, d.last)
				switch text {
				case "-":
				case "~":
					d.grey = append(d.grey, at)
				default:
					d.cells[at] = text
				}
			}
		}
	}
	return d
}

// TestFormsEqualTheHandMadeGrids: headings, codes, merged areas, index row and figures of every form, cell by cell. What is lost if
// this breaks is that the form is the circular's.
func TestFormsEqualTheHandMadeGrids(t *testing.T) {
	for code, year := range theForms {
		t.Run(code, func(t *testing.T) {
			in := input(t, code, year, "vi")
			x, want := opened(t, written(t, in)), readDrawn(t, code)
			sheet := in.Form.Sheet
			got := map[string]string{}
			rows, err := x.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range rows[:want.last] {
				for c, text := range row {
					if text != "" {
						got[cellName(c+1, r+1)] = text
					}
				}
			}
			for at := range got { // counts are shown with their thousands apart, and apart from the line beside them
				got[at] = strings.TrimSpace(got[at])
				if plain := strings.ReplaceAll(got[at], ",", ""); allDigits(plain) && want.cells[at] == plain {
					got[at] = plain
				}
			}
			if diff := cmp.Diff(want.cells, got); diff != "" {
				t.Errorf("cells (-by hand +written):\n%s", diff)
			}
			sameMerges(t, x, sheet, want)
			sameGrey(t, x, sheet, want)
			for at, formula := range want.formula {
				if got, err := x.GetCellFormula(sheet, at); err != nil || got != formula {
					t.Errorf("%s: formula %q, want %q (%v)", at, got, formula, err)
				}
			}
		})
	}
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func sameMerges(t *testing.T, x *excelize.File, sheet string, want drawn) {
	t.Helper()
	merged, err := x.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range merged {
		if _, row, err := excelize.CellNameToCoordinates(m.GetStartAxis()); err == nil && row <= want.last {
			got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
		}
	}
	slices.Sort(got)
	slices.Sort(want.merged)
	if diff := cmp.Diff(want.merged, got); diff != "" {
		t.Errorf("merged areas (-by hand +written):\n%s", diff)
	}
}

func sameGrey(t *testing.T, x *excelize.File, sheet string, want drawn) {
	t.Helper()
	if len(want.grey) == 0 {
		return
	}
	for at := range strings.SplitSeq(strings.Join(want.grey, " ")+" E13 D24 G21", " ") {
		id, err := x.GetCellStyle(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		st, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if grey := len(st.Fill.Color) > 0; grey != slices.Contains(want.grey, at) {
			t.Errorf("%s: grey %v", at, grey)
		}
	}
}

// TestFormulasGiveTheirFigures: each formula, worked out anew, gives the number that stands in the cell.
func TestFormulasGiveTheirFigures(t *testing.T) {
	for code, year := range theForms {
		in := input(t, code, year, "vi")
		x, n := opened(t, written(t, in)), 0
		rows, err := x.GetRows(in.Form.Sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				at := cellName(c+1, r+1)
				formula, err := x.GetCellFormula(in.Form.Sheet, at)
				if err != nil || formula == "" {
					continue
				}
				n++
				if kind, _ := x.GetCellType(in.Form.Sheet, at); kind == excelize.CellTypeFormula {
					t.Errorf("%s %s: the cached value is a text", code, at)
				}
				again, err := x.CalcCellValue(in.Form.Sheet, at, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatalf("%s %s: %v", code, at, err)
				}
				a, _ := strconv.ParseFloat(text, 64)
				b, err := strconv.ParseFloat(again, 64)
				if err != nil || math.Abs(a-b) > 1e-9 {
					t.Errorf("%s %s: %s gives %s, in the cell stands %s", code, at, formula, again, text)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no formula", code)
		}
	}
}

// TestSameInputSameBytes guards that a form signed today is the same file tomorrow.
func TestSameInputSameBytes(t *testing.T) {
	for code, year := range theForms {
		if !bytes.Equal(written(t, input(t, code, year, "vi")), written(t, input(t, code, year, "vi"))) {
			t.Errorf("%s: two runs differ", code)
		}
	}
}

// texts are all that a workbook says.
func texts(t *testing.T, x *excelize.File) (all []string) {
	t.Helper()
	for _, sheet := range x.GetSheetList() {
		rows, err := x.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			all = append(all, r...)
		}
	}
	return all
}

// TestFootSaysWhatTheFormCannotTell: which year it counts by, whose form it is, how complete the figures are, and each sort of award
// that has no place or no answer, with its share.
func TestFootSaysWhatTheFormCannotTell(t *testing.T) {
	for _, c := range []struct {
		code string
		year int
		says []string
	}{
		{"bieu_0602", 2024, []string{
			"năm thành tích (năm khen thưởng) 2024", "Thông tư số 02/2023/TT-BNV ngày 23/3/2023", "17/20 đơn vị, sơ bộ", "SỐ LIỆU SƠ BỘ", "Cấp Nhà nước",
			"Hộ gia đình (1 lượt) ghi ở cột Tập thể", "chưa rõ có phải doanh nghiệp: 3 trong 34 lượt", "nhóm đối tượng nào, chỉ nằm trong số cá nhân: 7 trong 22 (31,82",
			"4 ô để trống vì báo cáo chưa tách", "Liên quan nhiều nhất 8 lượt (23,53", "tờ trình để trống",
		}},
		{"bieu_0603", 2024, []string{"Chưa rõ năm thành tích, không tính vào biểu của năm nào: 3 lượt", "Tập thể lao động xuất sắc 19", "Kỷ niệm chương, Cấp bộ, ban, ngành: 8", "Chưa rõ loại thành tích, chỉ nằm trong tổng số: 50 trong 1.246 lượt", "gộp chung, báo cáo chưa tách: 2 trong"}},
		{"bieu_0602", 2025, []string{"Thông tư số 18/2025/TT-BNV", "phần mềm chưa có biểu"}},
		{"bieu_0702", 2009, []string{"Thông tư số 03/2018/TT-BNV", "Năm 2009 là trước khi có biểu này"}},
		{"bieu_0601", 2024, []string{"Số liệu của năm báo cáo 2024, cộng từ biểu của: Sở", "Xã Vĩnh Lại", "chưa đối chiếu với Công báo", "trùng nhau ở đúng một năm",
			"Mục “Chia theo phương thức tổ chức phong trào thi đua”, cột 1: các dòng cộng lại được 14, tổng số là 15", "cột 4: các dòng cộng lại được 7, tổng số là 8",
			"kiểm tra trước khi ký: cột 2 (2 đơn vị nêu), cột 3 (2 đơn vị nêu)."}},
		{"bieu_0605", 2024, []string{"mã 14 hai lần", "mang mã 15, chưa kiểm chứng"}},
		{"bieu_0604", 2025, []string{"Thông tư số 18/2025/TT-BNV"}},
		{"bieu_0701", 2021, []string{"không có mã 04 và 05", "biểu không có dòng hoặc cột: movement_total (unit) 8; ", "movement_duration_5_up (all) 1"}},
		{"mau_02", 2024, []string{"không thuộc biểu của thông tư nào", "không tính vào biểu của năm nào: 5 lượt", "chỉ nằm trong tổng số: Cống hiến 2", "Doanh nhân (10 lượt)"}},
		{"mau_03", 2024, []string{"Cột số tờ trình để trống", "thuộc doanh nghiệp để trống", "Hộ gia đình (35 lượt) không có cột", "Cống hiến 2; Kháng chiến 6"}},
	} {
		all := strings.Join(texts(t, opened(t, written(t, input(t, c.code, c.year, "vi")))), "\n")
		for _, says := range c.says {
			if !strings.Contains(all, says) {
				t.Errorf("%s %d does not say %q", c.code, c.year, says)
			}
		}
		if c.year == 2024 && strings.Contains(all, "18/2025") {
			t.Errorf("%s %d speaks of a later circular", c.code, c.year)
		}
	}
}

// TestEveryTextIsThere: no note falls back to its key, in either language, and a note in English is in English.
func TestEveryTextIsThere(t *testing.T) {
	for _, lang := range data.Langs {
		for code, year := range theForms {
			for _, text := range texts(t, opened(t, written(t, input(t, code, year, lang)))) {
				if strings.Contains(text, "{") || strings.Contains(text, "%!") {
					t.Errorf("%s %s: %q", lang, code, text)
				}
				if lang == "en" && strings.HasPrefix(text, "* ") && strings.Contains(text, "Ô ") {
					t.Errorf("a note in Vietnamese: %q", text)
				}
			}
		}
	}
}

// TestSourcesLeadFromCells: the second sheet gives each figure of the form its ids, and of each blank one how many there may be.
func TestSourcesLeadFromCells(t *testing.T) {
	in := input(t, "bieu_0602", 2024, "vi")
	x := opened(t, written(t, in))
	rows, err := x.GetRows(sourceSheet)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, r := range rows[3:] {
		if len(r) == 4 && r[0] != "" {
			got[r[0]] = r[1:]
		}
	}
	for at, want := range map[string][]string{
		"E18": {"Tập thể 06 · Các loại huân chương, huy chương > Huân chương Lao động hạng Ba > Tập thể", "4", "mart_beneficiary_year/collective_count?form_code=hc_lao_dong_ba&level_code=nha_nuoc"},
		"F28": {"Thường xuyên 15 · Các loại huân chương, huy chương > Huân chương Lao động hạng Ba > Cá nhân", "4", "mart_cube/individual_count?form_code=hc_lao_dong_ba&level_code=nha_nuoc&achievement_code=thuong_xuyen"},
		"L28": {"Thường xuyên 15 · Bằng khen của Thủ tướng Chính phủ > Tập thể", "từ 1 đến 5", "để trống: báo cáo tổng hợp chưa tách"},
	} {
		if diff := cmp.Diff(want, got[at]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", at, diff)
		}
	}
	if _, has := got["D13"]; has {
		t.Error("a cell that adds up others has a source of its own")
	}
}

// TestAnEmptyYear: a year without figures gives forms with all their headings and no number, and says so.
func TestAnEmptyYear(t *testing.T) {
	for code, year := range theForms {
		in := input(t, code, year, "vi")
		for _, name := range []string{"form-people", "form-achievement", "form-units", "form-proposed", "form-statistics", "form-statistic-units"} {
			tab := in.Tables[name]
			tab.Rows, tab.Completeness = nil, nil
			in.Tables[name] = tab
		}
		x := opened(t, written(t, in))
		if all := strings.Join(texts(t, x), "\n"); !strings.Contains(all, fmt.Sprintf("Không báo cáo nào của năm %d nêu", year)) {
			t.Errorf("%s does not say that there is nothing", code)
		}
		p := planOf(in)
		for i, l := range p.lines {
			for c, cell := range l.cells {
				if !p.leaves[c].isText() && cell.has() {
					t.Errorf("%s: a number in %s", code, p.at(i, c))
				}
			}
		}
	}
}

// TestFiguresThatNobodyTells: a form of movements, bodies or staff is asked for only where a return tells one of its own figures.
func TestFiguresThatNobodyTells(t *testing.T) {
	in := input(t, "bieu_0604", 2024, "vi")
	if !in.Told() {
		t.Error("told, and not seen")
	}
	tab := in.Tables["form-statistics"]
	tab.Rows = slices.DeleteFunc(slices.Clone(tab.Rows), func(r []any) bool { return r[1] == "body_count" })
	in.Tables["form-statistics"] = tab
	if in.Told() {
		t.Error("movements and staff are taken for bodies")
	}
	if in = input(t, "bieu_0603", 2024, "vi"); !in.Told() {
		t.Error("a form of awards is always filled in")
	}
}
