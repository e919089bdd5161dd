package main

import "strconv"

// figureColumn is a column of a table with a form a row: its header and the measure that stands in it.
type figureColumn struct {
	head    []string
	measure string
	width   float64
}

// The ways that cross with kinds of recipient in Mẫu 03 and in the Mẫu 02 of the state level.
const (
	submittedGroups = "submitted/" + fGroups
	submittedPeople = "submitted/" + fPeople
	petitions       = "petitions"
)

// columnsMau03 are the 21 columns of Mẫu 03. The names of the blocks are those of the software that offices use; short
// gives the shorter ones that others write.
func columnsMau03(short bool) []figureColumn {
	blocks := []string{"Tổng số tập thể, cá nhân đã được trình đề nghị khen thưởng", "Tổng số tập thể, cá nhân đã có quyết định khen thưởng", "Khen thưởng theo công trạng thành tích đạt được",
		"Khen thưởng phong trào thi đua", "Khen thưởng đột xuất", "Khen thưởng đối ngoại", "Khen thưởng cho doanh nghiệp"}
	top := "SL là cá nhân là lãnh đạo tỉnh, lãnh đạo các sở ban, ngành và tương đương"
	direct := "Số lượng cá nhân lao động trực tiếp, công nhân, nông nhân"
	if short {
		blocks = []string{"Đã được trình", "Đã có quyết định", "Công trạng", "Phong trào thi đua", "Đột xuất", "Đối ngoại", "Khen thưởng cho doanh nghiệp"}
		top, direct = "SL cá nhân là lãnh đạo tỉnh, lãnh đạo các sở ban, ngành và tương đương", "Số lượng cá nhân lao động trực tiếp, công nhân, nông dân"
	}
	other := "Số lượng cá nhân là lãnh đạo từ phó phòng trở lên"
	out := []figureColumn{{[]string{"Tổng số tờ trình đề nghị khen thưởng"}, petitions, 11}}
	add := func(block int, leaf, measure string) {
		out = append(out, figureColumn{[]string{blocks[block], leaf}, measure, 12})
	}
	pair := func(block int, groups, persons string) {
		add(block, "SL tập thể", groups)
		add(block, "SL cá nhân", persons)
	}
	pair(0, submittedGroups, submittedPeople)
	pair(1, fGroups, fPeople)
	for i, way := range []string{"thuong_xuyen", "chuyen_de"} {
		add(2+i, "SL tập thể", way+"/"+fGroups)
		add(2+i, top, way+"/top")
		add(2+i, other, way+"/"+leaderOther)
		add(2+i, direct, way+"/"+directWorker)
	}
	pair(4, "dot_xuat/"+fGroups, "dot_xuat/"+fPeople)
	pair(5, "doi_ngoai/"+fGroups, "doi_ngoai/"+fPeople)
	pair(6, fFirms, "firm_people")
	return out
}

// drawMau03 makes one row: what was submitted and not decided comes on top of what was decided. The leaders of province
// and departments stand in one column, so that their class is not known; nor is that of awards on the spot.
func drawMau03(r *rng, form, lvl string, groups, people, more int) tally {
	def, f := forms[form], figures{fAll: groups + people}
	f[petitions] = r.between(1, 3)
	weights := []int{60, 25, 15, 0}
	if !commendation(form) {
		weights = []int{1, 0, 0, 0}
	}
	ways := achievementOrder[:4] // thuong_xuyen, chuyen_de, dot_xuat, doi_ngoai
	if def.groups {
		f[fGroups], f[submittedGroups], f[fFirms] = groups, groups+more, r.below(groups/4+1)
		for i, n := range r.split(groups, weights...) {
			f[ways[i]+"/"+fGroups] = n
			f[ways[i]] += n
		}
	}
	if def.people {
		f[fPeople], f[submittedPeople], f["firm_people"] = people, people+more, r.below(people/8+1)
		for i, n := range r.split(people, weights...) {
			f[ways[i]] += n
			if i > 1 {
				f[ways[i]+"/"+fPeople] = n
				continue
			}
			for j, m := range r.split(n, 10, 35, 55) {
				class := []string{"top", leaderOther, directWorker}[j]
				f[ways[i]+"/"+class] = m
				if j > 0 {
					f[class] += m
				}
			}
		}
	}
	return tally{form, lvl, f}
}

// columnsStateMau02 are the 19 columns of the state level's Mẫu 02.
func columnsStateMau02() []figureColumn {
	var out []figureColumn
	add := func(measure string, head ...string) { out = append(out, figureColumn{head, measure, 12}) }
	const lead, not = "SL là cá nhân là lãnh đạo quản lý", "Số lượng cá nhân không là lãnh đạo quản lý"
	for _, b := range [][3]string{{"Tổng số đã trình Thủ tướng Chính phủ (qua Ban TĐKT TW)", submittedGroups, submittedPeople}, {"Tổng số đã có quyết định khen thưởng", fGroups, fPeople}} {
		add(b[1], b[0], "SL tập thể")
		add(b[2], b[0], "Số cá nhân")
	}
	for _, b := range [][2]string{{"Khen thưởng theo công trạng, thành tích đạt được", "thuong_xuyen"}, {"Khen thưởng chuyên đề, đột xuất", "chuyen_de_dot_xuat"}} {
		add(b[1]+"/"+fGroups, b[0], "SL tập thể")
		add(b[1]+"/lead", b[0], lead)
		add(b[1]+"/not", b[0], not)
	}
	add("nien_han", "Khen thưởng niên hạn")
	add("doi_ngoai/"+fGroups, "Khen thưởng đối ngoại", "SL tập thể")
	add("doi_ngoai/"+fPeople, "Khen thưởng đối ngoại", "Số cá nhân")
	add("cong_hien", "Khen thưởng cống hiến")
	add("khang_chien", "Khen thưởng thành tích kháng chiến")
	add(fFirms, "Khen thưởng cho doanh nghiệp", "SL tập thể")
	add("firm_people", "Khen thưởng cho doanh nghiệp", "Số cá nhân")
	return out
}

// drawStateMau02 makes one row: collectives have regular and thematic awards, individuals the ways of the weights
// (regular, thematic, years of service, life-long contribution, resistance war).
func drawStateMau02(r *rng, form string, groups, people, more int, weights ...int) tally {
	def, f := forms[form], figures{fAll: groups + people}
	if def.groups {
		f[fGroups], f[submittedGroups], f[fFirms] = groups, groups+more, r.below(groups/3+1)
		for i, n := range r.split(groups, 4, 1) {
			way := []string{"thuong_xuyen", "chuyen_de_dot_xuat"}[i]
			f[way+"/"+fGroups] = n
			f[way] += n
		}
	}
	if def.people {
		f[fPeople], f[submittedPeople], f["firm_people"] = people, people+more, 0
		for i, n := range r.split(people, weights...) {
			way := []string{"thuong_xuyen", "chuyen_de_dot_xuat", "nien_han", "cong_hien", "khang_chien"}[i]
			if weights[i] == 0 {
				continue
			}
			f[way] += n
			if i < 2 {
				f[way+"/lead"] = n / 3
				f[way+"/not"] = n - n/3
			}
		}
	}
	return tally{form, "nha_nuoc", f}
}

// sheetFigures lays out a table with a form a row under the columns given, and the total last.
func (t table) sheetFigures(name string, figureColumns []figureColumn) *sheet {
	s := newSheet(name)
	s.Landscape = true
	cols := []column{col("", 6, "STT"), col("", 34, "Danh hiệu thi đua/Hình thức khen thưởng")}
	for _, c := range figureColumns {
		cols = append(cols, col("", c.width, c.head...))
	}
	for i, c := range cols {
		s.Widths[i+1] = c.width
	}
	row := list{columns: cols, index: "1"}.header(s, t.head.write(s, len(cols)))
	for i, ta := range t.rows {
		s.put(row, 1, cell{Kind: number, Text: strconv.Itoa(i + 1), Style: "mid"})
		s.text(row, 2, t.formName(ta.form), "cell")
		for j, c := range figureColumns {
			n, ok := ta.of[c.measure]
			s.put(row, 3+j, t.count(n, ok, "num"))
		}
		row++
	}
	s.span(row, 1, row, 2, "Tổng cộng", "group")
	for j, c := range figureColumns {
		sum, any := 0, false
		for _, ta := range t.rows {
			n, ok := ta.of[c.measure]
			sum, any = sum+n, any || ok
		}
		s.put(row, 3+j, t.count(sum, any, "groupnum"))
	}
	t.head.sign(s, row+2, len(cols))
	return s
}

// proposed is what a table with columns of submitted beside decided proposes.
func (t table) proposed() []tally {
	var out []tally
	for _, ta := range t.rows {
		g, any1 := ta.of[submittedGroups]
		p, any2 := ta.of[submittedPeople]
		if any1 || any2 {
			out = append(out, tally{ta.form, ta.level, figures{fAll: g + p}})
		}
	}
	return out
}
