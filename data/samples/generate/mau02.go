package main

import (
	"fmt"
	"strings"
)

var mau02Measures = []string{fAll, fFirms, fPeople,
	"thuong_xuyen", "%thuong_xuyen", "thuong_xuyen_leader", "thuong_xuyen_worker",
	"chuyen_de_dot_xuat", "%chuyen_de_dot_xuat", "chuyen_de_dot_xuat_leader", "chuyen_de_dot_xuat_worker",
	"doi_ngoai", "%doi_ngoai", "khang_chien", "%khang_chien"}

// sheetMau02 lays Mẫu 02 out: a form a row, 17 columns under three header rows.
func (t table) sheetMau02(name string) *sheet {
	s := newSheet(name)
	s.Landscape = true
	s.Widths[1], s.Widths[2] = 6, 34
	for c := 3; c <= 17; c++ {
		s.Widths[c] = 11
	}
	row := t.head.write(s, 17)
	s.span(row, 1, row+2, 1, "STT", "head")
	s.span(row, 2, row+2, 2, "Danh hiệu thi đua/\nHình thức khen thưởng", "head")
	s.span(row, 3, row, 5, "Số lượng khen thưởng", "head")
	s.span(row+1, 3, row+2, 3, "Tổng số", "head")
	s.span(row+1, 4, row+1, 5, "Trong đó", "head")
	s.text(row+2, 4, "Số lượng khen thưởng cho Doanh nghiệp", "head")
	s.text(row+2, 5, "Số lượng khen thưởng cho cá nhân", "head")
	for i, g := range []string{"Khen thưởng theo công trạng,\nthành tích đạt được", "Khen thưởng chuyên đề, đột xuất"} {
		c := 6 + 4*i
		s.span(row, c, row, c+3, g, "head")
		s.span(row+1, c, row+2, c, "Tổng số", "head")
		s.span(row+1, c+1, row+2, c+1, "Tỷ lệ", "head")
		s.span(row+1, c+2, row+2, c+2, "Số lượng cá nhân là lãnh đạo quản lý (lãnh đạo từ cấp phòng trở lên)", "head")
		s.span(row+1, c+3, row+2, c+3, "Số lượng khen thưởng cá nhân không làm công tác quản lý", "head")
	}
	for i, g := range []string{"Khen thưởng đối ngoại", "Khen thưởng thành tích kháng chiến"} {
		c := 14 + 2*i
		s.span(row, c, row, c+1, g, "head")
		s.span(row+1, c, row+2, c, "Tổng số", "head")
		s.span(row+1, c+1, row+2, c+1, "Tỷ lệ", "head")
	}
	row += 3
	for i, mark := range strings.Fields("1 2 3 4 5 6 7=6:3 8 9 10 11=10:3 12 13 14 15=14:3 16 17=16:3") {
		s.text(row, i+1, mark, "index")
	}
	row++
	if t.totalFirst {
		t.mau02Total(s, row)
		row++
	}
	section, no, mark := "", 0, 0
	for _, ta := range t.rows {
		if sec := sectionOf(ta.form); sec != section {
			section = sec
			mark++
			s.text(row, 1, roman(mark), "group")
			s.text(row, 2, sec, "group")
			for c := 3; c <= 17; c++ {
				s.put(row, c, cell{Style: "groupnum"})
			}
			row++
			no = 0
		}
		no++
		s.put(row, 1, cell{Kind: number, Text: fmt.Sprint(no), Style: "mid"})
		s.text(row, 2, t.formName(ta.form), "cell")
		t.mau02Line(s, row, ta.of, "num")
		row++
		if n, ok := t.ofWhich[ta.form]; ok {
			s.text(row, 2, "Trong đó: Tập thể nhỏ, người lao động trực tiếp", "sub")
			t.mau02Line(s, row, figures{fAll: n}, "num")
			row++
		}
	}
	if !t.totalFirst {
		t.mau02Total(s, row)
		row++
	}
	t.head.sign(s, row+1, 17)
	return s
}

func (t table) mau02Total(s *sheet, row int) {
	s.span(row, 1, row, 2, "Tổng cộng", "group")
	t.mau02Line(s, row, t.sum(), "groupnum")
}

func (t table) mau02Line(s *sheet, row int, f figures, style string) {
	for i, m := range mau02Measures {
		if of, ratio := strings.CutPrefix(m, "%"); ratio {
			if n, ok := f[of]; ok && f[fAll] > 0 {
				s.put(row, 3+i, cell{Text: percent(n, f[fAll]), Style: "mid"})
			} else {
				s.put(row, 3+i, cell{Style: "mid"})
			}
			continue
		}
		n, ok := f[m]
		s.put(row, 3+i, t.count(n, ok, style))
	}
}

// sum is the printed total row, with the slips the plan asks for.
func (t table) sum() figures {
	total := figures{}
	for _, ta := range t.rows {
		for m, n := range ta.of {
			total[m] += n
		}
	}
	for m, by := range t.wrong {
		total[m] += by
	}
	return total
}

// percent is n:of as offices print it, 45,67%.
func percent(n, of int) string {
	x := (n*1000000/of + 50) / 100 // hundredths of a per cent
	return fmt.Sprintf("%d,%02d%%", x/100, x%100)
}

func sectionOf(form string) string {
	switch form {
	case "cstd_toan_quoc", "cstd_tinh", "cstd_co_so", "ldtt", "co_chinh_phu", "co_tinh", "ttldxs", "ttldtt", "thon_van_hoa", "gia_dinh_van_hoa", "xa_tieu_bieu":
		return "Danh hiệu thi đua"
	}
	return "Hình thức khen thưởng"
}
