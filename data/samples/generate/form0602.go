package main

import "strings"

// leaf is a column of figures of form 0602 or 0702: a form, and in 0602 one kind of recipient of it.
type leaf struct {
	head []string // under "Chia ra"
	form string
	kind string // fGroups, fPeople, or "" for a form in one column
}

var rows0602 = []struct{ label, code, unit, measure string }{
	{"Tổng số", "01", "", fAll},
	{"1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng", "", "", ""},
	{"- Bộ, ban, ngành, đoàn thể Trung ương", "02", "Bộ, ngành", "ministry"},
	{"- Tỉnh, thành phố trực thuộc Trung ương", "03", "Tỉnh,TP", "province"},
	{"2. Chia theo đối tượng khen thưởng", "", "", ""},
	{"- Tập thể", "06", "Tập thể", fGroups},
	{"Trong đó: Doanh nghiệp", "07", "Doanh nghiệp", fFirms},
	{"- Hộ gia đình", "08", "Hộ", fHomes},
	{"- Cá nhân", "09", "Người", fPeople},
	{"+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "10", "Người", leaderTop},
	{"+ Lãnh đạo cấp vụ, sở, ngành và tương đương", "11", "Người", leaderDept},
	{"+ Doanh nhân", "12", "Người", entrepreneur},
	{"+ Các cấp lãnh đạo khác từ phó phòng trở lên", "13", "Người", leaderOther},
	{"+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)", "14", "Người", directWorker},
	{"3. Chia theo phương thức khen thưởng", "", "", ""},
	{"- Thường xuyên", "15", "", "thuong_xuyen"},
	{"- Chuyên đề", "16", "", "chuyen_de"},
	{"- Đột xuất", "17", "", "dot_xuat"},
	{"- Đối ngoại", "18", "", "doi_ngoai"},
	{"- Cống hiến.", "19", "", "cong_hien"},
	{"- Niên hạn", "20", "", "nien_han"},
	{"- Kháng chiến", "21", "", "khang_chien"},
}

// drawState makes the column or columns of one form: classes add up to the individuals, ways to the awards of each kind.
func drawState(r *rng, form string, groups, firms, homes, people int, ways ...int) tally {
	def, f := forms[form], figures{fAll: groups + homes + people}
	if def.groups {
		f[fGroups], f[fFirms] = groups, firms
	}
	if homes > 0 {
		f[fHomes] = homes
	}
	if def.people {
		f[fPeople] = people
		for i, n := range r.split(people, 2, 8, 8, 27, 55) {
			f[classOrder[i]] = n
		}
	}
	of := map[string]int{fGroups: groups + homes, fPeople: people}
	for _, kind := range []string{fGroups, fPeople} {
		if _, takes := f[kind]; !takes {
			continue
		}
		for i, n := range r.split(of[kind], ways...) {
			f[achievementOrder[i]+"/"+kind] = n
			f[achievementOrder[i]] += n
		}
	}
	return tally{form, "nha_nuoc", f}
}

// sectionOf0602 is the header of level two under which a form stands; "" makes a column of its own.
func sectionOf0602(form string) string {
	switch {
	case strings.Contains(form, "khang_chien"):
		return "Các hình thức khen thưởng khác"
	case strings.HasPrefix(form, "hc_"), strings.HasPrefix(form, "huyc_"):
		return "Các loại huân chương, huy chương"
	case strings.HasPrefix(form, "nha_giao"):
		return "Danh hiệu vinh dự nhà nước"
	}
	return ""
}

// leaves0602 are the columns in the order of the form: orders and medals, the two prizes, honorary titles, the flag,
// the certificate, the fighter, others. In 0702 each form is one column.
func (t table) leaves0602() []leaf {
	if t.oneColumn {
		var out []leaf
		for _, ta := range t.rows {
			out = append(out, leaf{[]string{t.formName(ta.form)}, ta.form, ""})
		}
		return out
	}
	var out []leaf
	section := func(name string) {
		for _, ta := range t.rows {
			if sectionOf0602(ta.form) != name {
				continue
			}
			head := []string{name, t.formName(ta.form)}
			if order, class, has := strings.Cut(head[1], " hạng "); has && t.classRow {
				head = []string{name, order, "Hạng " + class}
			}
			for _, kind := range []string{fGroups, fPeople} {
				out = append(out, leaf{append(append([]string{}, head...), kindWords[kind]), ta.form, kind})
			}
		}
	}
	single := func(form, name string, kinds ...string) {
		for _, kind := range kinds {
			out = append(out, leaf{[]string{name, kindWords[kind]}, form, kind})
		}
	}
	section("Các loại huân chương, huy chương")
	single("giai_thuong_ho_chi_minh", "Giải thưởng Hồ Chí Minh", fPeople)
	single("giai_thuong_nha_nuoc", "Giải thưởng Nhà nước", fPeople)
	section("Danh hiệu vinh dự nhà nước")
	single("co_chinh_phu", "Cờ thi đua của Chính phủ", fGroups)
	single("bk_thu_tuong", "Bằng khen của Thủ tướng Chính phủ", fGroups, fPeople)
	single("cstd_toan_quoc", "Chiến sĩ thi đua Toàn quốc", fPeople)
	section("Các hình thức khen thưởng khác")
	return out
}

var kindWords = map[string]string{fGroups: "Tập thể", fPeople: "Cá nhân"}

// figure is what stands in the cell of a row and a leaf.
func (l leaf) figure(of figures, measure string) (int, bool) {
	whole, way := measure == fAll || measure == "province", contains2(achievementOrder, measure)
	switch {
	case measure == "ministry":
		return 0, false
	case l.kind == "" && whole:
		return of[fAll], true
	case l.kind == "":
		n, ok := of[measure]
		return n, ok
	case whole:
		n, ok := of[l.kind]
		return n, ok
	case way:
		n, ok := of[measure+"/"+l.kind]
		return n, ok
	case (measure == fGroups || measure == fFirms) != (l.kind == fGroups) || measure == fHomes:
		return 0, false
	}
	n, ok := of[measure]
	return n, ok
}

func contains2(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// sheet0602 lays form 0602 or 0702 out: forms across, rows as the circulars number them.
func (t table) sheet0602(name string) *sheet {
	s := newSheet(name)
	s.Landscape = true
	leaves := t.leaves0602()
	cols := []column{col("", 46, ""), col("", 8, "Mã số"), col("", 14, "Đơn vị tính"), col("", 10, "Tổng số")}
	for _, l := range leaves {
		cols = append(cols, col("", 12, append([]string{"Chia ra"}, l.head...)...))
	}
	for i, c := range cols {
		s.Widths[i+1] = c.width
	}
	n := len(cols)
	row := list{columns: cols}.header(s, t.head.write(s, n))
	for i, mark := range []string{"A", "B", "C", "1"} {
		s.text(row, i+1, mark, "index")
	}
	t.index0602(s, row, leaves)
	for _, line := range rows0602 {
		row++
		t.line0602(s, row, leaves, line.label, line.code, line.unit, line.measure)
	}
	t.head.sign(s, row+2, n)
	return s
}

// index0602 numbers the columns: the leaves of one header of level two share a number.
func (t table) index0602(s *sheet, row int, leaves []leaf) {
	no := 1
	for i := 0; i < len(leaves); {
		last := i
		for !t.oneColumn && last+1 < len(leaves) && leaves[last+1].head[0] == leaves[i].head[0] {
			last++
		}
		no++
		s.span(row, 5+i, row, 5+last, yearText(no), "index")
		i = last + 1
	}
}

// line0602 writes one row; some offices repeat the total in the rows that only head a breakdown.
func (t table) line0602(s *sheet, row int, leaves []leaf, label, code, unitOf, measure string) {
	style, numStyle := "cell", "num"
	switch measure {
	case "", fAll:
		style, numStyle = "group", "groupnum"
	case fFirms:
		style = "sub"
	}
	s.text(row, 1, label, style)
	s.put(row, 2, cell{Text: code, Style: "mid"})
	s.put(row, 3, cell{Text: unitOf, Style: "mid"})
	if measure == "" && t.repeats {
		measure = fAll
	}
	sum, any := 0, false
	for i, l := range leaves {
		n, ok := 0, false
		for _, ta := range t.rows {
			if ta.form == l.form && measure != "" {
				n, ok = l.figure(ta.of, measure)
			}
		}
		s.put(row, 5+i, t.count(n, ok, numStyle))
		sum, any = sum+n, any || ok
	}
	s.put(row, 4, t.count(sum+t.wrong[label], any, numStyle))
}
