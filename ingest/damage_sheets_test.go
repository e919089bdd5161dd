package ingest

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf16"
)

// copied adds a second sheet that says the same.
func copied(state string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet().clone()
		p.name, p.state = p.name+" (2)", state
		s.papers = append(s.papers, p)
		return []area{allOf(s.sheet())[0], allOf(p)[0]}, true
	}
}

// halves parts the sheet in two, the second with rows that lead it in.
func halves(s *sent, r *rand.Rand, leadIn func(p *paper) (from int), state string) ([]area, bool) {
	p := s.sheet()
	rows := p.of(dataRow)
	at := rows[1+r.IntN(len(rows)-1)]
	q := &paper{name: "Tiếp theo", state: state, cols: p.cols, hiddenRow: map[int]bool{}, hiddenCol: map[int]bool{}}
	if len(p.of(groupRow)) > 0 || s.across() || len(p.of(totalRow)) > 1 {
		return none() // headings do not reach over
	}
	for i := leadIn(p); i < p.body(); i++ {
		q.add(p.roles[i], p.rows[i]...)
	}
	for i := at; i < len(p.rows); i++ {
		q.add(p.roles[i], p.rows[i]...)
	}
	for _, m := range p.merges {
		if from := leadIn(p); m.R1 >= from && m.R2 < p.body() {
			q.merges = append(q.merges, merge(m.R1-from, m.R2-from, m.C1, m.C2))
		}
	}
	p.rows, p.roles = p.rows[:at], p.roles[:at]
	s.papers = slices.Insert(s.papers, 1, q)
	return []area{allOf(p)[0], allOf(q)[0]}, true
}

func renamedSheet(to ...string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, r *rand.Rand) ([]area, bool) {
		s.sheet().name = pick(r, to...)
		return anywhere(), true
	}
}

var sheetDamages = []damage{
	{"the sheet copied", false, "", copied("")},
	{"the sheet copied and hidden", false, "", copied("hidden")},
	{"the sheet copied and hidden for good", false, "", copied("veryHidden")},
	{"the sheet hidden", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		s.sheet().state = "hidden"
		return anywhere(), true
	}},
	{"the sheet renamed", true, "", renamedSheet("Sheet1", "BC", "Trang tính 1", "2", "Bieu so 3")},
	{"the sheet named as a guide", false, "", renamedSheet("Hướng dẫn", "Ví dụ", "Danh mục")},
	{"the table over two sheets, header on both", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return halves(s, r, (*paper).header, "")
	}},
	{"the table over two sheets, title and header on both", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return halves(s, r, func(*paper) int { return 0 }, "")
	}},
	{"the table over two sheets, no header on the second", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return halves(s, r, (*paper).body, "")
	}},
	{"the table over two sheets, the second hidden", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return halves(s, r, (*paper).header, "hidden")
	}},
	{"the table over two sheets, the second hidden and without a header", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return halves(s, r, (*paper).body, "hidden")
	}},
	{"an empty sheet before", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		s.papers = slices.Insert(s.papers, 0, &paper{name: "Trống"})
		return anywhere(), true
	}},
	{"two tables side by side", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		if len(p.of(groupRow)) > 0 || s.across() || len(p.of(totalRow)) > 1 {
			return none()
		}
		half, from := len(rows)/2, len(p.cols)+1
		first := p.body()
		for _, h := range p.of(headerRow, indexRow) {
			for c := range p.cols {
				p.set(h, from+c, p.at(h, c))
			}
		}
		for _, m := range slices.Clone(p.merges) {
			p.merges = append(p.merges, merge(m.R1, m.R2, m.C1+from, m.C2+from))
		}
		for i, at := range rows[half:] {
			for c := range p.cols {
				p.set(first+i, from+c, p.at(at, c))
			}
			if i < half {
				p.rows[at] = nil
			} else {
				p.rows[at] = slices.Concat(make([]box, from), p.rows[at])
			}
		}
		return allOf(p), true
	}},
}

// lift takes a row of the title block away.
func (p *paper) lift(starts string) ([]box, bool) {
	for i := range p.rows {
		for _, b := range p.rows[i] {
			if p.roles[i] == titleRow && strings.HasPrefix(b.text, starts) {
				cells := p.rows[i]
				p.rows[i] = nil
				return cells, true
			}
		}
	}
	return nil, false
}

func without(starts ...string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		any := false
		for _, w := range starts {
			_, ok := s.sheet().lift(w)
			any = any || ok
		}
		return anywhere(), any
	}
}

func titleText(as func(string) string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		p, any := s.sheet(), false
		for i := range p.rows {
			for c := range p.rows[i] {
				if p.roles[i] != titleRow {
					continue
				}
				if to := as(p.rows[i][c].text); to != p.rows[i][c].text {
					p.rows[i][c].text, any = to, true
				}
			}
		}
		return anywhere(), any
	}
}

func bottom(starts string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		cells, ok := p.lift(starts)
		p.add("", cells...)
		return anywhere(), ok
	}
}

var headDamages = []damage{
	{"the title removed", false, "", without("DANH SÁCH", "TỔNG HỢP", "SỐ LƯỢNG")},
	{"the title moved to the bottom of a list", false, "", bottom("DANH SÁCH")},
	{"the title moved to the bottom of a tally", false, "", bottom("TỔNG HỢP")},
	{"the year removed", false, "", titleText(swap(" NĂM 2024", "", "Năm 2024", "", "Năm 2023", ""))},
	{"the year only in the sheet's name", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		areas, ok := titleText(swap(" NĂM 2024", "", "Năm 2024", "", "Năm 2023", ""))(s, r)
		s.sheet().name = "Năm 2024"
		return areas, ok
	}},
	{"the year moved to the bottom", false, "", bottom("Năm 20")},
	{"the unit removed", false, "", without("SỞ Y TẾ", "UBND HUYỆN")},
	{"the unit moved to the bottom", false, "", bottom("SỞ Y TẾ")},
	{"the decision moved to the bottom", false, "", bottom("(Kèm theo")},
	{"the agency in one cell", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if p.roles[0] != titleRow || p.at(0, 0).text != "UBND TỈNH PHÚ THỌ" {
			return none()
		}
		p.set(0, 0, txt(p.at(0, 0).text+"\n"+p.at(1, 0).text))
		p.rows[1] = nil
		return anywhere(), true
	}},
	{"the motto beside the agency", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if p.roles[0] != titleRow || p.at(0, 0).text != "UBND TỈNH PHÚ THỌ" {
			return none()
		}
		p.set(0, 4, txt("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
		p.set(1, 4, txt("Độc lập - Tự do - Hạnh phúc"))
		p.merges = append(p.merges, merge(0, 0, 0, 2), merge(0, 0, 4, 6))
		return anywhere(), true
	}},
	{"title block shifted right", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for _, i := range p.of(titleRow) {
			p.rows[i] = slices.Insert(p.rows[i], 0, box{})
		}
		return anywhere(), len(p.of(titleRow)) > 0
	}},
	{"rows of a title block parted by blank rows", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for at := p.header(); at > 2; at-- {
			p.insertRow(at, titleRow)
		}
		return anywhere(), p.header() > 2
	}},
}

// savedAs saves the first sheet as text.
func savedAs(as func(p *paper) string) func(*sent, *rand.Rand) ([]area, bool) {
	return func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if p.col("decided_on") >= 0 { // what the program that saves writes for a date
			datesAs(s, "decided_on", dayText)
		}
		s.csv = as(p)
		return anywhere(), s.csv != ""
	}
}

var csvDamages = []damage{
	{"csv with semicolons", true, "", savedAs(func(p *paper) string { return csvLines(p, ";") })},
	{"csv with commas", true, "", savedAs(func(p *paper) string { return csvLines(p, ",") })},
	{"csv with tabs", true, "", savedAs(func(p *paper) string { return csvLines(p, "\t") })},
	{"csv with bars", false, "", savedAs(func(p *paper) string { return csvLines(p, "|") })},
	{"csv with a byte order mark", true, "", savedAs(func(p *paper) string { return "\ufeff" + csvLines(p, ",") })},
	{"csv in UTF-16", true, "", savedAs(func(p *paper) string {
		out := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(csvLines(p, "\t"))) {
			out = append(out, byte(u), byte(u>>8))
		}
		return string(out)
	})},
	{"csv with all fields quoted", true, "", savedAs(func(p *paper) string {
		return `"` + strings.ReplaceAll(strings.TrimSuffix(strings.ReplaceAll(quoteless(csvLines(p, ";")), ";", `";"`), "\n"), "\n", "\"\n\"") + "\"\n"
	})},
	{"csv with line ends of Windows", true, "", savedAs(func(p *paper) string { return strings.ReplaceAll(csvLines(p, ";"), "\n", "\r\n") })},
	{"csv with line ends of old Macs", true, "", savedAs(func(p *paper) string { return strings.ReplaceAll(csvLines(p, ";"), "\n", "\r") })},
	{"csv with ragged lines", true, "", savedAs(func(p *paper) string {
		var out []string
		for line := range strings.Lines(csvLines(p, ";")) {
			out = append(out, strings.TrimRight(line, ";\n"))
		}
		return strings.Join(out, "\n")
	})},
	{"csv with a delimiter more", true, "", savedAs(func(p *paper) string { return strings.ReplaceAll(csvLines(p, ";"), "\n", ";\n") })},
	{"csv with blank lines between", true, "", savedAs(func(p *paper) string { return strings.ReplaceAll(csvLines(p, ";"), "\n", "\n\n") })},
	{"csv that declares its delimiter", true, "", savedAs(func(p *paper) string { return "sep=;\n" + csvLines(p, ";") })},
	{"csv after lines of another program", true, "", savedAs(func(p *paper) string { return "Xuất từ phần mềm lúc 10:32\n\n" + csvLines(p, ";") })},
	{"csv with quotation marks within words", true, "", savedAs(func(p *paper) string {
		return strings.ReplaceAll(csvLines(p, ";"), "Lao động tiên tiến", `"Lao động ""tiên tiến"""`)
	})},
	{"csv with a comma that nobody quoted", false, "", savedAs(func(p *paper) string { return strings.ReplaceAll(csvLines(p, ","), `"`, "") })},
}

// quoteless leaves out a file that has quoted fields already.
func quoteless(s string) string {
	if strings.Contains(s, `"`) {
		return ""
	}
	return s
}
