package ingest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"tdkt/ingest/grid"
)

// sent is one made-up return: what stands in it, and what it says.
type sent struct {
	shape  string
	papers []*paper
	in     intake
	csv    string // what is written instead of the workbook, once a damage chose text
	awards int    // of a list: its recipients
	sum    int    // of a tally: all its figures, as the sheet has them
	sums   bool   // totals are printed that hold every column of figures
}

func (s *sent) sheet() *paper { return s.papers[0] }

func (s *sent) clone() *sent {
	c := *s
	c.papers = nil
	for _, p := range s.papers {
		c.papers = append(c.papers, p.clone())
	}
	return &c
}

// shapes are the forms of return that are damaged, each with what makes one. To add a
// shape, add what makes it: rows with their roles and columns with their codes.
var shapes = []struct {
	name string
	make func(*rand.Rand) *sent
}{
	{"danh_sach_ca_nhan", listOfPeople},
	{"danh_sach_tap_the", listOfCollectives},
	{"danh_sach_hon_hop", mixedList},
	{"mẫu tải lên", liveTemplate},
	{"bieu_0603", tally0603},
	{"mau_01", tally01},
	{"mau_02", tally02},
	{"bieu_0602", tally0602},
	{"mau_03", tally03},
	{"mau_02_nha_nuoc", tally02OfTheState},
}

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

func between(r *rand.Rand, from, to int) int { return from + r.IntN(to-from+1) }

func row(cells ...string) (out []box) {
	for _, c := range cells {
		out = append(out, txt(c))
	}
	return out
}

// someone makes up a name that no other recipient of the return has.
func someone(r *rand.Rand, no int) string {
	return fmt.Sprint(pick(r, "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"), " ", pick(r, "Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang"), " ",
		[]string{"An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quý", "Sơn", "Thảo", "Tuấn", "Uyên", "Vinh", "Yến"}[no%20])
}

func group(no int) string {
	return []string{"Phòng Tổ chức", "Phòng Kế toán", "Khoa Nội", "Khoa Ngoại", "Đội Xe", "Trạm Y tế số 1", "Phòng Khám", "Tổ Dược", "Văn phòng Sở", "Khoa Nhi", "Ban Quản lý", "Phòng Nghiệp vụ", "Khoa Sản", "Đội Vệ sinh", "Phòng Vật tư"}[no%15]
}

var personForms = []string{"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen của Giám đốc Sở", "Bằng khen của Chủ tịch UBND tỉnh", "Huân chương Lao động hạng Ba"}
var groupForms = []string{"Tập thể lao động tiên tiến", "Tập thể lao động xuất sắc", "Giấy khen của Giám đốc Sở", "Bằng khen của Chủ tịch UBND tỉnh"}

// head gives a list its title block; decided puts the decision there.
func (p *paper) head(agency, title string, decided bool) {
	p.add(titleRow, row("UBND TỈNH PHÚ THỌ")...)
	p.add(titleRow, row(agency)...)
	p.add(titleRow, row(title)...)
	if decided {
		p.add(titleRow, row("(Kèm theo Quyết định số 125/QĐ-SYT ngày 05/12/2024)")...)
	}
	p.add(titleRow)
}

// foot closes a return with who signed it.
func (p *paper) foot(r *rand.Rand) {
	if r.IntN(3) > 0 {
		p.add(signRow, row("", "", "Việt Trì, ngày 10 tháng 12 năm 2024")...)
		p.add(signRow, row("", "NGƯỜI LẬP BIỂU", "GIÁM ĐỐC")...)
	}
}

// listing is a list in the making: its columns, and what a recipient has in each.
type listing struct {
	*paper
	r     *rand.Rand
	n     int
	forms []string
	cell  map[string]func(no int, form string) box
}

func (l *listing) column(code, header string, cell func(no int, form string) box) {
	l.cols = append(l.cols, code)
	at := l.of(headerRow)
	l.set(at[0], len(l.cols)-1, txt(header))
	l.cell[code] = cell
}

// fill writes the recipients: a column tells the form, or headings do.
func (l *listing) fill(byGroups bool) {
	if l.r.IntN(3) == 0 {
		var index []box
		for i := range l.cols {
			index = append(index, num(i+1))
		}
		l.add(indexRow, index...)
	}
	write := func(no, ordinal int, form string) {
		cells := make([]box, len(l.cols))
		for i, code := range l.cols {
			if code == "ordinal" {
				cells[i] = num(ordinal)
			} else {
				cells[i] = l.cell[code](no, form)
			}
		}
		l.add(dataRow, cells...)
	}
	if !byGroups {
		for i := range l.n {
			write(i, i+1, pick(l.r, l.forms...))
		}
		return
	}
	no := 0
	for g, form := range l.forms[:2+l.r.IntN(len(l.forms)-1)] {
		heading := make([]box, l.col("name")+1)
		heading[0], heading[l.col("name")] = txt([]string{"I", "II", "III", "IV", "V"}[g]), txt(form)
		l.add(groupRow, heading...)
		for i := range 2 + l.r.IntN(4) {
			write(no, i+1, form)
			no++
		}
	}
	l.n = no
}

func (l *listing) total() bool {
	if l.r.IntN(2) == 0 {
		return false
	}
	cells := make([]box, len(l.cols))
	cells[l.col("name")] = txt("Tổng cộng: " + fmt.Sprintf("%02d", l.n) + " trường hợp")
	l.add(totalRow, cells...)
	return true
}

func blankBox(int, string) box { return box{} }

func (l *listing) decisions() {
	l.column("decision_no", "Số quyết định", func(no int, _ string) box { return txt(fmt.Sprintf("%d/QĐ-SYT", 120+no/4)) })
	l.column("decided_on", "Ngày quyết định", func(no int, _ string) box {
		if l.n%2 == 0 {
			return box{text: fmt.Sprint(45600 + no/4), kind: 'd'}
		}
		return txt(fmt.Sprintf("%02d/11/2024", 1+no/4))
	})
}

func newListing(r *rand.Rand, name, title string, forms []string) (l *listing, byGroups, inHead bool) {
	byGroups, inHead = r.IntN(3) == 0, r.IntN(2) == 0
	l = &listing{paper: &paper{name: name}, r: r, n: 5 + r.IntN(9), forms: forms, cell: map[string]func(int, string) box{}}
	l.head("SỞ Y TẾ", title+" ĐƯỢC KHEN THƯỞNG NĂM 2024", inHead)
	l.add(headerRow)
	l.column("ordinal", "STT", nil)
	return l, byGroups, inHead
}

func (l *listing) done(shape string, byGroups bool) *sent {
	l.fill(byGroups)
	totals := l.total()
	l.foot(l.r)
	return &sent{shape: shape, papers: []*paper{l.paper}, awards: l.n, sums: totals}
}

func listOfPeople(r *rand.Rand) *sent {
	l, byGroups, inHead := newListing(r, "DS ca nhan", "DANH SÁCH CÁ NHÂN", personForms)
	l.column("name", "Họ và tên", func(no int, _ string) box { return txt(someone(r, no)) })
	switch r.IntN(3) {
	case 0: // the year of birth stands under the gender
		woman := false
		l.column("gender_male", "Năm sinh", func(no int, _ string) box {
			if woman = r.IntN(2) == 0; woman {
				return box{}
			}
			return num(between(r, 1960, 2000))
		})
		l.column("gender_female", "", func(int, string) box {
			if !woman {
				return box{}
			}
			return num(between(r, 1960, 2000))
		})
		l.merges = append(l.merges, grid.Merge{R1: l.header(), R2: l.header(), C1: 2, C2: 3})
	default:
		l.column("gender", "Giới tính", func(int, string) box { return txt(pick(r, "Nam", "Nữ")) })
		whole := r.IntN(2) == 0
		l.column("birth", "Năm sinh", func(int, string) box {
			if whole {
				return txt(fmt.Sprintf("%02d/%02d/%d", between(r, 1, 28), between(r, 1, 12), between(r, 1960, 2000)))
			}
			return num(between(r, 1960, 2000))
		})
	}
	l.column("position", "Chức vụ", func(int, string) box {
		return txt(pick(r, "Trưởng phòng", "Chuyên viên", "Bác sĩ", "Nhân viên"))
	})
	l.column("workplace", "Đơn vị công tác", func(int, string) box { return txt(group(r.IntN(15))) })
	if !byGroups {
		l.column("form", "Danh hiệu thi đua/Hình thức khen thưởng", func(_ int, form string) box { return txt(form) })
	}
	if r.IntN(2) == 0 {
		l.column("class", "Phân loại đối tượng", func(int, string) box {
			return txt(pick(r, "Doanh nhân", "Công nhân", "Nông dân"))
		})
	}
	if r.IntN(2) == 0 {
		l.column("achievement", "Loại hình khen thưởng", func(int, string) box { return txt(pick(r, "Thường xuyên", "Đột xuất", "Chuyên đề")) })
	}
	if !inHead {
		l.decisions()
	}
	l.column("note", "Ghi chú", blankBox)
	if l.col("gender_male") >= 0 {
		l.twoRows(map[string]string{"gender_male": "Nam", "gender_female": "Nữ"})
	}
	return l.done("danh_sach_ca_nhan", byGroups)
}

// twoRows gives the header a second row with the words that some columns have there; the
// others are merged over both.
func (p *paper) twoRows(below map[string]string) {
	at := p.header()
	p.insertRow(at+1, headerRow)
	for c, code := range p.cols {
		if words := below[code]; words != "" {
			p.set(at+1, c, txt(words))
		} else {
			p.merges = append(p.merges, grid.Merge{R1: at, R2: at + 1, C1: c, C2: c})
		}
	}
}

func listOfCollectives(r *rand.Rand) *sent {
	l, byGroups, inHead := newListing(r, "DS tap the", "DANH SÁCH TẬP THỂ", groupForms)
	l.column("name", "Tên tập thể", func(no int, _ string) box { return txt(group(no)) })
	if r.IntN(2) == 0 {
		l.column("class", "Phân loại tập thể", func(int, string) box { return box{} })
	}
	if !byGroups {
		l.column("form", "Hình thức khen thưởng", func(_ int, form string) box { return txt(form) })
	}
	if !inHead {
		l.decisions()
	}
	l.column("note", "Ghi chú", blankBox)
	return l.done("danh_sach_tap_the", byGroups)
}

func (l *listing) mixedColumns() {
	r, kind := l.r, ""
	l.column("name", "Tên tập thể/cá nhân/hộ gia đình", func(no int, form string) box {
		if kind = pick(r, "Cá nhân", "Tập thể"); strings.HasPrefix(form, "Tập thể") {
			kind = "Tập thể"
		} else if strings.Contains(form, "Lao động") || strings.Contains(form, "Chiến sĩ") {
			kind = "Cá nhân"
		}
		if kind == "Tập thể" {
			return txt(group(no))
		}
		return txt(someone(r, no))
	})
	l.column("position", "Chức vụ", func(int, string) box {
		if kind == "Tập thể" {
			return box{}
		}
		return txt(pick(r, "Giám đốc", "Chuyên viên", "Kế toán trưởng"))
	})
	l.column("workplace", "Đơn vị công tác", func(int, string) box { return txt("Sở Y tế") })
	l.column("kind", "Phân loại khen thưởng", func(int, string) box { return txt(kind) })
	l.column("form", "Danh hiệu thi đua/Hình thức khen thưởng", func(_ int, form string) box { return txt(form) })
}

func mixedList(r *rand.Rand) *sent {
	l, _, inHead := newListing(r, "Danh sach", "DANH SÁCH TẬP THỂ, CÁ NHÂN", append(append([]string{}, personForms...), groupForms[:2]...))
	l.mixedColumns()
	if !inHead {
		l.decisions()
	}
	l.column("note", "Ghi chú", blankBox)
	return l.done("danh_sach_hon_hop", false)
}

// liveTemplate is the workbook that is uploaded: the header in the first row, the sender
// in the register, lists of codes hidden, rows prepared that nobody filled.
func liveTemplate(r *rand.Rand) *sent {
	l := &listing{paper: &paper{name: "file nhận"}, r: r, n: 4 + r.IntN(8), cell: map[string]func(int, string) box{},
		forms: append(append([]string{}, personForms...), groupForms[:2]...)}
	l.add(headerRow)
	l.column("ordinal", "STT", nil)
	l.mixedColumns()
	l.column("activity", "Lĩnh vực hoạt động", func(int, string) box { return txt("Y tế") })
	l.decisions()
	l.column("award_year", "Năm khen thưởng", func(int, string) box { return num(2024) })
	for i := range l.n {
		cells := make([]box, len(l.cols))
		form := pick(r, l.forms...)
		for c, code := range l.cols {
			if cells[c] = num(i + 1); code != "ordinal" {
				cells[c] = l.cell[code](i, form)
			}
		}
		l.add(dataRow, cells...)
	}
	lookup := &paper{name: "HTKT", state: "hidden"}
	for i, form := range l.forms {
		lookup.add(titleRow, num(i+1), txt(form))
	}
	help := &paper{name: "Hướng dẫn"}
	help.add(titleRow, row("Hướng dẫn: ghi mỗi người một dòng")...)
	return &sent{shape: "mẫu tải lên", papers: []*paper{l.paper, lookup, help}, awards: l.n, in: intake{sender: "Sở Y tế tỉnh Phú Thọ"}}
}
