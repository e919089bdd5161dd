package ingest

import (
	"math/rand/v2"
	"slices"
	"strings"

	"tdkt/ingest/grid"
)

// tally0602 makes form 0602: orders with a row of classes, forms parted in collectives
// and individuals.
func tally0602(r *rand.Rand) *sent {
	p := &paper{name: "Biểu 0602", cols: []string{"label", "row_code", "count_unit", "total"}}
	p.add(titleRow, row("Biểu số: 0602.N/BNV-TĐKT", "", "", "", "Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ")...)
	p.add(titleRow, row("SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC")...)
	p.add(titleRow, row("Năm 2023")...)
	kinds := header0602(p, r)
	out := &sent{shape: "bieu_0602", papers: []*paper{p}, sums: true}
	var values [][]int // by column of figures
	for c, kind := range kinds {
		values = append(values, column0602(r, kind, c == len(kinds)-1 && kind == "Cá nhân"))
	}
	for l, line := range lines0602 {
		if line.code == "" {
			p.add(groupRow, txt(line.label))
			continue
		}
		cells, all := []box{txt(line.label), txt(line.code), txt(line.unit), {}}, 0
		for c, kind := range kinds {
			v := values[c][l]
			all += v
			switch { // the form crosses out what a kind cannot have
			case v > 0:
				cells = append(cells, num(v))
			case line.kind != "" && line.kind != kind:
				cells = append(cells, txt(pick(r, "x", "x", "")))
			default:
				cells = append(cells, pickBox(r, box{}, num(0), txt("-")))
			}
		}
		cells[3] = num(all)
		switch line.code {
		case "01":
			p.add(totalRow, cells...)
		case "02", "03": // who proposed parts the total and is no figure of its own
			p.add(splitRow, cells...)
		default:
			p.add(dataRow, cells...)
			out.sum += all
		}
	}
	p.foot(r)
	return out
}

// splitRow is a row that parts the total another way: it is held against it and not counted.
const splitRow = "split"

func pickBox(r *rand.Rand, of ...box) box { return of[r.IntN(len(of))] }

// lines0602 are the rows of the form; kind is the kind of recipient that alone has figures there.
var lines0602 = []struct{ label, code, unit, kind string }{
	{"Tổng số", "01", "", ""},
	{"1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng", "", "", ""},
	{"- Bộ, ban, ngành, đoàn thể Trung ương", "02", "Bộ, ngành", ""},
	{"- Tỉnh, thành phố trực thuộc Trung ương", "03", "Tỉnh,TP", ""},
	{"2. Chia theo đối tượng khen thưởng", "", "", ""},
	{"- Tập thể", "06", "Tập thể", "Tập thể"}, {"Trong đó: Doanh nghiệp", "07", "Doanh nghiệp", "Tập thể"},
	{"- Hộ gia đình", "08", "Hộ", ""},
	{"- Cá nhân", "09", "Người", "Cá nhân"},
	{"+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "10", "Người", "Cá nhân"},
	{"+ Lãnh đạo cấp vụ, sở, ngành và tương đương", "11", "Người", "Cá nhân"},
	{"+ Doanh nhân", "12", "Người", "Cá nhân"},
	{"+ Các cấp lãnh đạo khác từ phó phòng trở lên", "13", "Người", "Cá nhân"},
	{"+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)", "14", "Người", "Cá nhân"},
	{"3. Chia theo phương thức khen thưởng", "", "", ""},
	{"- Thường xuyên", "15", "", ""}, {"- Chuyên đề", "16", "", ""}, {"- Đột xuất", "17", "", ""}, {"- Đối ngoại", "18", "", ""},
	{"- Cống hiến", "19", "", ""}, {"- Niên hạn", "20", "", ""}, {"- Kháng chiến", "21", "", ""},
}

// column0602 makes the figures of one column, by line: they add up every way.
func column0602(r *rand.Rand, kind string, households bool) []int {
	c, h, i := 0, 0, 0
	if kind == "Tập thể" {
		c = between(r, 3, 30)
	} else {
		i = between(r, 3, 30)
	}
	if households {
		h = r.IntN(4)
	}
	all := c + h + i
	proposed, classes, types := parted(r, all, 2), parted(r, i, 5), parted(r, all, 4)
	return slices.Concat([]int{all, 0}, proposed, []int{0, c, r.IntN(c + 1), h, i}, classes, []int{0}, types[:3], []int{0, types[3], 0, 0})
}

// header0602 writes the header and gives the kind of recipient of each column of figures.
func header0602(p *paper, r *rand.Rand) (kinds []string) {
	classes := [][]string{{"Hạng Nhất", "Hạng Ba"}, {"Hạng Nhất", "Hạng Nhì", "Hạng Ba"}}[r.IntN(2)]
	for i := range 5 {
		if cells := row("", "Mã số", "Đơn vị tính", "Tổng số", "Chia ra"); i == 0 {
			p.add(headerRow, cells...)
		} else {
			p.add(headerRow)
		}
	}
	h := p.header()
	kind := func(names ...string) {
		for _, name := range names {
			p.set(h+4, len(p.cols), txt(name))
			p.cols, kinds = append(p.cols, "form"), append(kinds, name)
		}
	}
	join := func(r1, r2, c1 int) { // from a column to the last there is
		if c2 := len(p.cols) - 1; r2 > r1 || c2 > c1 {
			p.merges = append(p.merges, merge(r1, r2, c1, c2))
		}
	}
	p.set(h+1, 4, txt("Các loại huân chương, huy chương"))
	p.set(h+2, 4, txt("Huân chương Lao động"))
	for _, class := range classes {
		at := len(p.cols)
		p.set(h+3, at, txt(class))
		kind("Tập thể", "Cá nhân")
		join(h+3, h+3, at)
	}
	join(h+1, h+1, 4)
	join(h+2, h+2, 4)
	form := func(name string, names ...string) {
		at := len(p.cols)
		p.set(h+1, at, txt(name))
		kind(names...)
		join(h+1, h+3, at)
	}
	if r.IntN(2) == 0 {
		form("Giải thưởng Nhà nước", "Cá nhân")
	}
	form("Cờ thi đua của Chính phủ", "Tập thể")
	if r.IntN(2) == 0 {
		form("Chiến sĩ thi đua toàn quốc", "Cá nhân")
	}
	form("Bằng khen của Thủ tướng Chính phủ", "Tập thể", "Cá nhân")
	join(h, h, 4)
	for c := range 4 {
		p.merges = append(p.merges, grid.Merge{R1: h, R2: h + 4, C1: c, C2: c})
	}
	index := row("A", "B", "C")
	for c := 3; c < len(p.cols); c++ {
		index = append(index, num(c-2))
	}
	p.add(indexRow, index...)
	return kinds
}

// rowsOfForms writes the rows of a table whose rows are forms, and their total; a heading
// stands above those that say their class only.
func (s *sent) rowsOfForms(r *rand.Rand, forms []string, figures func(form string) map[string]int) {
	p := s.sheet()
	if r.IntN(2) == 0 {
		var index []box
		for i := range p.cols {
			index = append(index, num(i+1))
		}
		p.add(indexRow, index...)
	}
	grand, order := map[string]int{}, ""
	for i, form := range forms {
		cells, v := []box{num(i + 1), txt(form)}, figures(form)
		if of, class, found := strings.Cut(form, ": "); found {
			if of != order {
				p.add(groupRow, txt("I"), txt(of))
			}
			cells[0], cells[1], order = box{}, txt("- "+class), of
		} else if order != "" {
			p.add(groupRow, txt("II"), txt("Khen thưởng của Thủ tướng Chính phủ"))
			order = ""
		}
		for _, code := range p.cols[2:] {
			n := v[code]
			if n == 0 && r.IntN(2) == 0 {
				cells = append(cells, box{})
			} else {
				cells = append(cells, num(n))
			}
			grand[code] += n
			if strings.HasSuffix(code, "_count") {
				s.sum += n
			}
		}
		p.add(dataRow, cells...)
	}
	cells := []box{{}, txt("Tổng cộng")}
	for _, code := range p.cols[2:] {
		cells = append(cells, num(grand[code]))
	}
	p.add(totalRow, cells...)
	p.foot(r)
}

// decided makes what was proposed and decided of a form, as the law lets it be given.
func decided(r *rand.Rand, form string) (v map[string]int, collectives, individuals int) {
	collectives, individuals = between(r, 3, 40), between(r, 3, 90)
	if strings.HasPrefix(form, "Chiến sĩ") {
		collectives = 0
	}
	if strings.HasPrefix(form, "Cờ") || strings.HasPrefix(form, "Tập thể") {
		individuals = 0
	}
	v = map[string]int{"decided_collective_count": collectives, "decided_individual_count": individuals}
	if collectives > 0 {
		v["proposed_collective_count"] = collectives + r.IntN(5)
	}
	if individuals > 0 {
		v["proposed_individual_count"] = individuals + r.IntN(9)
	}
	v["enterprise_collective_count"], v["enterprise_individual"] = r.IntN(collectives/2+1), r.IntN(individuals/2+1)
	return v, collectives, individuals
}

// tally03 makes Mẫu 03: what was submitted beside what was decided.
func tally03(r *rand.Rand) *sent {
	p := &paper{name: "Mẫu 03"}
	p.head("SỞ Y TẾ", "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG ĐÃ TRÌNH VÀ ĐÃ CÓ QUYẾT ĐỊNH", false)
	p.rows[3] = row("Năm 2024")
	const leaders, others, workers = "SL là cá nhân là lãnh đạo tỉnh, lãnh đạo các sở ban, ngành và tương đương", "Số lượng cá nhân là lãnh đạo từ phó phòng trở lên", "Số lượng cá nhân lao động trực tiếp, công nhân, nông nhân"
	p.headed([]headedBy{{"ordinal", "STT", ""}, {"form", "Danh hiệu/Hình thức", ""}, {"submissions", "Tổng số tờ trình đề nghị khen thưởng", ""},
		{"proposed_collective_count", "Đã được trình", "SL tập thể"}, {"proposed_individual_count", "", "SL cá nhân"},
		{"decided_collective_count", "Đã có quyết định", "SL tập thể"}, {"decided_individual_count", "", "SL cá nhân"},
		{"c0_count", "Công trạng", "SL tập thể"}, {"i0_count", "", leaders}, {"i1_count", "", others}, {"i2_count", "", workers},
		{"c1_count", "Phong trào thi đua", "SL tập thể"}, {"i3_count", "", leaders}, {"i4_count", "", others}, {"i5_count", "", workers},
		{"c2_count", "Đột xuất", "SL tập thể"}, {"i6_count", "", "SL cá nhân"}, {"c3_count", "Đối ngoại", "SL tập thể"}, {"i7_count", "", "SL cá nhân"},
		{"enterprise_collective_count", "Khen thưởng cho doanh nghiệp", "SL tập thể"}, {"enterprise_individual", "", "SL cá nhân"}})
	out := &sent{shape: "mau_03", papers: []*paper{p}, sums: true}
	forms := []string{"Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen của Giám đốc Sở", "Tập thể lao động xuất sắc", "Chiến sĩ thi đua cấp tỉnh"}[:3+r.IntN(2)]
	out.rowsOfForms(r, forms, func(form string) map[string]int {
		v, collectives, individuals := decided(r, form)
		v["submissions"] = between(r, 1, 5)
		for i, n := range parted(r, collectives, 4) {
			v["c"+num(i).text+"_count"] = n
		}
		for i, n := range parted(r, individuals, 8) {
			v["i"+num(i).text+"_count"] = n
		}
		return v
	})
	return out
}

// tally02OfTheState makes the state-level Mẫu 02.
func tally02OfTheState(r *rand.Rand) *sent {
	p := &paper{name: "Khen cao"}
	p.head("BAN THI ĐUA - KHEN THƯỞNG", "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG CẤP NHÀ NƯỚC", false)
	p.rows[3] = row("Năm 2023")
	const leaders, others = "Cá nhân là lãnh đạo quản lý", "Cá nhân không là lãnh đạo quản lý"
	p.headed([]headedBy{{"ordinal", "STT", ""}, {"form", "Danh hiệu/Hình thức", ""},
		{"proposed_collective_count", "Tổng số đã trình Thủ tướng Chính phủ (qua Ban TĐKT TW)", "SL tập thể"}, {"proposed_individual_count", "", "Số cá nhân"},
		{"decided_collective_count", "Đã có quyết định", "SL tập thể"}, {"decided_individual_count", "", "Số cá nhân"},
		{"c0_count", "Công trạng", "SL tập thể"}, {"i0_count", "", leaders}, {"i1_count", "", others},
		{"c1_count", "Chuyên đề, đột xuất", "SL tập thể"}, {"i2_count", "", leaders}, {"i3_count", "", others},
		{"i6_count", "Niên hạn", ""}, {"c2_count", "Đối ngoại", "SL tập thể"}, {"i4_count", "", "Số cá nhân"},
		{"i5_count", "Cống hiến", ""}, {"i7_count", "Thành tích kháng chiến", ""},
		{"enterprise_collective_count", "Doanh nghiệp", "SL tập thể"}, {"enterprise_individual", "", "SL cá nhân"}})
	out := &sent{shape: "mau_02_nha_nuoc", papers: []*paper{p}, sums: true}
	forms := []string{"Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Ba"}
	if r.IntN(2) == 0 {
		forms = []string{"Huân chương Lao động: Hạng Nhất", "Huân chương Lao động: Hạng Ba"}
	}
	forms = append(forms, []string{"Bằng khen của Thủ tướng Chính phủ", "Chiến sĩ thi đua toàn quốc", "Cờ thi đua của Chính phủ"}[:1+r.IntN(3)]...)
	out.rowsOfForms(r, forms, func(form string) map[string]int {
		v, collectives, individuals := decided(r, form)
		for i, n := range parted(r, collectives, 3) {
			v["c"+num(i).text+"_count"] = n
		}
		for i, n := range parted(r, individuals, 6) {
			v["i"+num(i).text+"_count"] = n
		}
		return v
	})
	return out
}
