package main

import (
	"fmt"
	"strconv"
)

// table is a return of counts: form 0603, Mẫu 02 or Mẫu 01.
type table struct {
	head  head
	rows  []tally           // a form each (0603: a column, Mẫu 02: a row)
	units []unitRow         // Mẫu 01
	forms []string          // Mẫu 01: the columns
	wrong map[string]int    // printed totals that differ, by row label
	dots  bool              // thousands as text, 1.234
	zeros bool              // two digits, 02
	dash  bool              // noughts as "-"
	words map[string]string // form -> how this office writes it
	// of form 0602 and 0702
	oneColumn bool // a form a column, without kinds of recipient
	classRow  bool // the class of an order in a header row of its own
	repeats   bool // headings of breakdowns repeat the total
	// of tables with a form a row
	short      bool           // shorter headers
	totalFirst bool           // the total stands above the rows
	ofWhich    map[string]int // form -> how many of its awards a row "Trong đó" names
}

// unitRow is a row of Mẫu 01; a row without code is a heading with subtotals.
type unitRow struct {
	mark string
	code string
	text string
	of   map[string]int // form -> awards; absent = left blank
}

func (t table) formName(code string) string {
	if w := t.words[code]; w != "" {
		return w
	}
	return forms[code].name
}

// count writes a figure the way the office does; absent = blank.
func (t table) count(n int, present bool, style string) cell {
	switch {
	case !present:
		return cell{Style: style}
	case n == 0 && t.dash:
		return cell{Text: "-", Style: style}
	case t.dots && n >= 1000:
		return cell{Text: strconv.Itoa(n/1000) + "." + fmt.Sprintf("%03d", n%1000), Style: style}
	case t.zeros && n < 10:
		return cell{Text: fmt.Sprintf("%02d", n), Style: style}
	}
	return cell{Kind: number, Text: strconv.Itoa(n), Style: style}
}

var columns0603 = []struct{ form, header string }{
	{"bk_tinh", "Bằng khen"},
	{"cstd_tinh", "Chiến sĩ thi đua cấp bộ, cấp tỉnh"},
	{"co_tinh", "Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"},
	{"ky_niem_chuong", "Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"},
}

var rows0603 = []struct{ label, code, unit, measure string }{
	{"Tổng số", "01", "", fAll},
	{"1. Chia theo đối tượng khen thưởng", "", "", ""},
	{"- Tập thể", "02", "Tập thể", fGroups},
	{"Trong đó: Doanh nghiệp", "03", "Doanh nghiệp", fFirms},
	{"- Hộ gia đình", "04", "Hộ", fHomes},
	{"- Cá nhân", "05", "Người", fPeople},
	{"+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "06", "Người", leaderTop},
	{"+ Lãnh đạo cấp vụ, sở, ngành và tương đương", "07", "Người", leaderDept},
	{"+ Doanh nhân", "08", "Người", entrepreneur},
	{"+ Các cấp lãnh đạo khác từ phó phòng trở lên", "09", "Người", leaderOther},
	{"+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)", "10", "Người", directWorker},
	{"2. Chia theo phương thức khen thưởng", "", "", ""},
	{"- Thường xuyên", "11", "", "thuong_xuyen"},
	{"- Chuyên đề", "12", "", "chuyen_de"},
	{"- Đột xuất", "13", "", "dot_xuat"},
	{"- Đối ngoại", "14", "", "doi_ngoai"},
	{"- Cống hiến", "15", "", "cong_hien"},
	{"- Niên hạn", "16", "", "nien_han"},
	{"- Kháng chiến", "17", "", "khang_chien"},
}

// sheet0603 lays form 0603 out: forms across, kinds of recipient and ways down.
func (t table) sheet0603(name string) *sheet {
	s := newSheet(name)
	s.Landscape = true
	for c, w := range []float64{46, 8, 14, 10, 14, 16, 26, 26} {
		s.Widths[c+1] = w
	}
	row := t.head.write(s, 8)
	s.span(row, 1, row+1, 1, "", "head")
	s.span(row, 2, row+1, 2, "Mã số", "head")
	s.span(row, 3, row+1, 3, "Đơn vị tính", "head")
	s.span(row, 4, row+1, 4, "Tổng số", "head")
	s.span(row, 5, row, 8, "Chia ra", "head")
	for i, c := range columns0603 {
		s.text(row+1, 5+i, c.header, "head")
	}
	row += 2
	for i, mark := range []string{"A", "B", "C", "1", "2", "3", "4", "5"} {
		s.text(row, i+1, mark, "index")
	}
	for _, line := range rows0603 {
		row++
		style, numStyle := "cell", "num"
		switch line.measure {
		case "", fAll:
			style, numStyle = "group", "groupnum"
		case fFirms:
			style = "sub"
		}
		s.text(row, 1, line.label, style)
		s.put(row, 2, cell{Text: line.code, Style: "mid"})
		s.put(row, 3, cell{Text: line.unit, Style: "mid"})
		for c := 4; c <= 8; c++ {
			s.put(row, c, cell{Style: numStyle})
		}
		if line.measure == "" {
			continue
		}
		sum, any := 0, false
		for i, c := range columns0603 {
			for _, ta := range t.rows {
				if n, ok := ta.of[line.measure]; ok && ta.form == c.form {
					s.put(row, 5+i, t.count(n, true, numStyle))
					sum, any = sum+n, true
				}
			}
		}
		s.put(row, 4, t.count(sum+t.wrong[line.label], any, numStyle))
	}
	t.head.sign(s, row+2, 8)
	return s
}
