package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// partOf is the one return of a file of the plan.
func partOf(t *testing.T, path string) part {
	t.Helper()
	for _, f := range plan() {
		if f.path == path {
			return f.parts[0]
		}
	}
	t.Fatalf("no file %s", path)
	return part{}
}

func (s *sheet) at(row, col int) string { return s.Cells[place{row, col}].Text }

// count reads a figure as the sheet has it: blank, "-" for nought, 02, 1.234.
func (s *sheet) count(t *testing.T, row, col int) (n int, ok bool) {
	t.Helper()
	text := strings.ReplaceAll(s.at(row, col), ".", "")
	switch text {
	case "":
		return 0, false
	case "-":
		return 0, true
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %q is no count", a1(row, col), text)
	}
	return n, true
}

// find gives the place of a text.
func (s *sheet) find(t *testing.T, text string) (row, col int) {
	t.Helper()
	rows, cols := s.size()
	for r := 1; r <= rows; r++ {
		for c := 1; c <= cols; c++ {
			if s.at(r, c) == text {
				return r, c
			}
		}
	}
	t.Fatalf("sheet %s has no %q", s.Name, text)
	return 0, 0
}

// labels0602 are typed from the circulars' form, label and code, one a line.
const labels0602 = `Tổng số|01
1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng|
- Bộ, ban, ngành, đoàn thể Trung ương|02
- Tỉnh, thành phố trực thuộc Trung ương|03
2. Chia theo đối tượng khen thưởng|
- Tập thể|06
Trong đó: Doanh nghiệp|07
- Hộ gia đình|08
- Cá nhân|09
+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên|10
+ Lãnh đạo cấp vụ, sở, ngành và tương đương|11
+ Doanh nhân|12
+ Các cấp lãnh đạo khác từ phó phòng trở lên|13
+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)|14
3. Chia theo phương thức khen thưởng|
- Thường xuyên|15
- Chuyên đề|16
- Đột xuất|17
- Đối ngoại|18
- Cống hiến.|19
- Niên hạn|20
- Kháng chiến|21`

// The state-level form has the rows of the circulars in their order, and in every column its identities hold: kinds add
// up to the total, classes to the individuals, ways to the total, enterprises are some of the collectives, and the first
// column is the sum of the others.
func TestForm0602(t *testing.T) {
	for _, path := range []string{"2021/hb-ban-tdkt.zip/hb-bieu-0702.xlsx", "2023/pt-bieu-0602-doi-chieu.xlsx", "2025/hb-bieu-0602.xlsx"} {
		p := partOf(t, path)
		s := p.drawTable()
		_, cols := s.size()
		first, _ := s.find(t, "Tổng số")
		for s.at(first, 2) != "01" {
			first++
		}
		code := map[string]int{}
		for i, line := range strings.Split(labels0602, "\n") {
			label, no, _ := strings.Cut(line, "|")
			if s.at(first+i, 1) != label || s.at(first+i, 2) != no {
				t.Errorf("%s: row %d is %q %q, want %q %q", path, first+i, s.at(first+i, 1), s.at(first+i, 2), label, no)
			}
			code[no] = first + i
		}
		sum := func(col int, codes ...string) (n int) {
			for _, c := range codes {
				x, _ := s.count(t, code[c], col)
				n += x
			}
			return n
		}
		for c := 4; c <= cols; c++ {
			if total := sum(c, "01"); sum(c, "06", "08", "09") != total || sum(c, "15", "16", "17", "18", "19", "20", "21") != total || sum(c, "03") != total {
				t.Errorf("%s: column %s does not add up to %d", path, a1(first, c), total)
			}
			if sum(c, "10", "11", "12", "13", "14") != sum(c, "09") || sum(c, "07") > sum(c, "06") {
				t.Errorf("%s: classes or enterprises of column %s", path, a1(first, c))
			}
		}
		for no, row := range code {
			if no == "" || no == "02" {
				continue
			}
			n := 0
			for c := 5; c <= cols; c++ {
				x, _ := s.count(t, row, c)
				n += x
			}
			if x, _ := s.count(t, row, 4); x != n {
				t.Errorf("%s: row %s says %d, its columns %d", path, no, x, n)
			}
		}
		if unwritten := forms["hc_lao_dong_ba"].name; p.table.classRow != (slices.Index(texts602(s), unwritten) < 0) {
			t.Errorf("%s: the class of an order is not where it should be", path)
		}
	}
}

func texts602(s *sheet) (out []string) {
	for _, c := range s.Cells {
		out = append(out, c.Text)
	}
	return out
}

// Mẫu 03 has 21 columns and the state level's Mẫu 02 19; ways add up to what was decided, and no less was submitted.
func TestTablesOfSubmittedAndDecided(t *testing.T) {
	cases := []struct {
		path                  string
		cols                  int
		submitted, decided    []int // columns
		ways                  []int
		firms, firmsOfColumns int
	}{
		{"2023/tp-hoa-binh-mau-03.xlsx", 21, []int{4, 5}, []int{6, 7}, []int{8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, 20, 6},
		{"2026/so-kh-cn-mau-03.xlsx", 21, []int{4, 5}, []int{6, 7}, []int{8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, 20, 6},
		{"2024/vinh-yen-khen-cao.xls", 19, []int{3, 4}, []int{5, 6}, []int{7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}, 18, 5},
	}
	for _, c := range cases {
		p := partOf(t, c.path)
		s := p.drawTable()
		if _, cols := s.size(); cols != c.cols {
			t.Fatalf("%s: %d columns, want %d", c.path, cols, c.cols)
		}
		row, _ := s.find(t, p.table.formName(p.table.rows[0].form))
		last, _ := s.find(t, "Tổng cộng")
		whole := map[int]int{}
		for ; row < last; row++ {
			sum := func(cols ...int) (n int) {
				for _, col := range cols {
					x, _ := s.count(t, row, col)
					n += x
				}
				return n
			}
			if sum(c.ways...) != sum(c.decided...) {
				t.Errorf("%s: row %d: ways %d, decided %d", c.path, row, sum(c.ways...), sum(c.decided...))
			}
			if sum(c.submitted...) < sum(c.decided...) || sum(c.firms) > sum(c.firmsOfColumns) {
				t.Errorf("%s: row %d: fewer submitted than decided, or more enterprises than collectives", c.path, row)
			}
			for col := 3; col <= c.cols; col++ {
				whole[col] += sum(col)
			}
		}
		for col := 3; col <= c.cols; col++ {
			if n, _ := s.count(t, last, col); n != whole[col] {
				t.Errorf("%s: column %d says %d in all, its rows %d", c.path, col, n, whole[col])
			}
		}
	}
}

// The returns of that software are counted by the same rules: the classes that a table cannot tell are unknown, never nought.
func TestVendorReturnsAreCounted(t *testing.T) {
	b := bookOf(planVendor())
	cols := strings.Split(beneficiaryHeader, ",")
	seen := map[string]fact{}
	for i, line := range strings.Split(strings.TrimSpace(b.beneficiaryCounts()), "\n") {
		f := fact{}
		for j, x := range strings.Split(line, ",") {
			f[cols[j]] = x
		}
		if i > 0 {
			seen[f["unit_code"]+"/"+f["form_code"]] = f
		}
	}
	for key, want := range map[string]string{
		"h-148/bk_tinh":             "leader_department_count= leader_ministry_province_count= entrepreneur_count= household_count=",
		"h-243/bk_thu_tuong":        "leader_other_count= direct_worker_count= class_unknown_count=11 collective_count=7",
		"hb-ban-tdkt/bk_thu_tuong":  "household_count=3 collective_count=31 enterprise_count=5 individual_count=44 class_unknown_count=0",
		"hb-ban-tdkt/co_chinh_phu":  "household_count= individual_count= class_unknown_count= collective_count=4",
		"vp-so-cong-thuong/bk_tinh": "enterprise_count=3 collective_count=7 individual_count=0",
		"vp-so-y-te/bk_tinh":        "enterprise_count=2 household_count=3",
	} {
		for _, field := range strings.Fields(want) {
			name, value, _ := strings.Cut(field, "=")
			if seen[key][name] != value {
				t.Errorf("%s: %s is %q, want %q", key, name, seen[key][name], value)
			}
		}
	}
}

// The register of decisions tells what the lists tell, but for one collective and one decision on purpose.
func TestRegisterOfDecisions(t *testing.T) {
	all := plan()
	listed := decisionsOf(all, 2026)
	told := planRegisters(all)[0].parts[0].rolls.rows
	if len(told) != len(listed)+1 {
		t.Fatalf("%d lines, the lists tell %d decisions", len(told), len(listed))
	}
	differ := 0
	for i, want := range listed {
		if told[i] != want {
			differ++
		}
	}
	if differ != 1 {
		t.Errorf("%d lines differ from the lists, want 1", differ)
	}
	if p := planRegisters(all)[0].parts[0]; p.role != "control" {
		t.Error("a register counts")
	}
}
