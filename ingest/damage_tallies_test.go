package ingest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"tdkt/ingest/grid"
)

// parted parts n into k numbers that add up to it.
func parted(r *rand.Rand, n, k int) []int {
	out := make([]int, k)
	for i := range k - 1 {
		out[i] = r.IntN(n + 1)
		n -= out[i]
	}
	out[k-1] = n
	return out
}

func tally0603(r *rand.Rand) *sent {
	p := &paper{name: "Biểu 0603", cols: []string{"label", "row_code", "count_unit", "total"}}
	p.add(titleRow, row("Biểu số: 0603.N/BNV-TĐKT", "", "", "", "Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ")...)
	p.add(titleRow, row("SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG")...)
	p.add(titleRow, row("Năm 2023")...)
	forms := []string{"Bằng khen", "Chiến sĩ thi đua cấp bộ, cấp tỉnh", "Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"}[:2+r.IntN(2)]
	p.add(headerRow, row("", "Mã số", "Đơn vị tính", "Tổng số", "Chia ra")...)
	p.add(headerRow)
	h := p.header()
	for i, f := range forms {
		p.cols = append(p.cols, "form")
		p.set(h+1, 4+i, txt(f))
	}
	for c := range 4 {
		p.merges = append(p.merges, grid.Merge{R1: h, R2: h + 1, C1: c, C2: c})
	}
	p.merges = append(p.merges, grid.Merge{R1: h, R2: h, C1: 4, C2: 3 + len(forms)})
	index := row("A", "B", "C")
	for i := range len(forms) + 1 {
		index = append(index, num(i+1))
	}
	p.add(indexRow, index...)

	lines := []struct{ label, code string }{{"Tổng số", "01"}, {"1. Chia theo đối tượng", ""}, {"- Tập thể", "02"}, {"Trong đó: Doanh nghiệp", "03"}, {"- Hộ gia đình", "04"}, {"- Cá nhân", "05"},
		{"+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "06"}, {"+ Lãnh đạo cấp vụ, sở, ngành và tương đương", "07"}, {"+ Doanh nhân", "08"}, {"+ Các cấp lãnh đạo khác từ phó phòng trở lên", "09"},
		{"+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)", "10"},
		{"2. Chia theo phương thức khen thưởng", ""}, {"- Thường xuyên", "11"}, {"- Chuyên đề", "12"}, {"- Đột xuất", "13"}}
	values := make([][]int, len(lines)) // by line and form; -1 is blank
	for i := range values {
		values[i] = make([]int, len(forms))
	}
	for f := range forms {
		c, h, i := between(r, 5, 60), r.IntN(4), between(r, 20, 90)
		if f == 1 {
			c, h = 0, 0
		}
		if f == 2 {
			h, i = 0, 0
		}
		classes, types := parted(r, i, 5), parted(r, c+h+i, 3)
		for l, v := range []int{c + h + i, -1, c, r.IntN(c + 1), h, i, classes[0], classes[1], classes[2], classes[3], classes[4], -1, types[0], types[1], types[2]} {
			values[l][f] = v
		}
	}
	out := &sent{shape: "bieu_0603", papers: []*paper{p}, sums: true}
	for l, line := range lines {
		cells := []box{txt(line.label), txt(line.code), {}, {}}
		if line.code == "" {
			p.add(groupRow, cells[:1]...)
			continue
		}
		cells[2] = txt("Lượt")
		all := 0
		for _, v := range values[l] {
			all += v
			if v == 0 && r.IntN(2) == 0 {
				cells = append(cells, box{})
			} else {
				cells = append(cells, num(v))
			}
		}
		cells[3] = num(all)
		if role := dataRow; line.code == "01" {
			p.add(totalRow, cells...)
		} else {
			p.add(role, cells...)
			out.sum += all
		}
	}
	p.foot(r)
	return out
}

func tally01(r *rand.Rand) *sent {
	p := &paper{name: "Mẫu 01", cols: []string{"ordinal", "unit", "total"}}
	p.head("UBND HUYỆN LÂM THAO", "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ", false)
	p.rows[3] = row("Năm 2024")
	forms := []string{"Giấy khen", "Lao động tiên tiến", "Gia đình văn hóa", "Thôn, tổ dân phố văn hóa"}[:2+r.IntN(3)]
	p.add(headerRow, row("STT", "Tên đơn vị", "Hình thức khen thưởng")...)
	p.add(headerRow, row("", "", "Tổng số")...)
	h := p.header()
	for _, f := range forms {
		p.cols = append(p.cols, "form")
		p.set(h+1, len(p.cols)-1, txt(f))
	}
	p.merges = append(p.merges, grid.Merge{R1: h, R2: h + 1, C1: 0, C2: 0}, grid.Merge{R1: h, R2: h + 1, C1: 1, C2: 1}, grid.Merge{R1: h, R2: h, C1: 2, C2: len(p.cols) - 1})
	p.cols = append(p.cols, "note")
	p.set(h, len(p.cols)-1, txt("Ghi chú"))
	p.merges = append(p.merges, grid.Merge{R1: h, R2: h + 1, C1: len(p.cols) - 1, C2: len(p.cols) - 1})
	out := &sent{shape: "mau_01", papers: []*paper{p}, sums: true}

	units := []string{"Xã Tiên Kiên", "Xã Xuân Lũng", "Xã Thạch Sơn", "Xã Sơn Vi", "Xã Phùng Nguyên", "Xã Cao Xá", "Xã Vĩnh Lại", "Xã Tứ Xã", "Xã Bản Nguyên"}[:4+r.IntN(6)]
	grand := make([]int, len(forms)+1)
	section := func(heading, ordinal string, units []string) {
		at := len(p.rows)
		if heading != "" {
			p.add(totalRow)
		}
		sums := make([]int, len(forms)+1)
		for i, u := range units {
			cells, all := []box{num(i + 1), txt(u), {}}, 0
			for f := range forms {
				v := r.IntN(40)
				if all += v; v == 0 && r.IntN(2) == 0 {
					cells = append(cells, box{})
				} else {
					cells = append(cells, num(v))
				}
				sums[f+1] += v
			}
			cells[2], sums[0] = num(all), sums[0]+all
			p.add(dataRow, cells...)
		}
		cells := []box{txt(ordinal), txt(heading)}
		for i, v := range sums {
			grand[i] += v
			cells = append(cells, num(v))
		}
		if heading != "" {
			p.rows[at] = cells
		}
	}
	if r.IntN(2) == 0 {
		section("Các thị trấn", "I", []string{"Thị trấn Lâm Thao", "Thị trấn Hùng Sơn"})
		section("Các xã", "II", units)
	} else {
		section("", "", units)
	}
	cells := []box{{}, txt("Tổng cộng")}
	for _, v := range grand {
		cells = append(cells, num(v))
	}
	p.add(totalRow, cells...)
	out.sum = grand[0]
	p.foot(r)
	return out
}

// headedBy is one column of a table with two header rows: words above "" are those of the column before.
type headedBy struct{ code, above, below string }

// headed gives a sheet its columns and the two rows of their header.
func (p *paper) headed(cols []headedBy) {
	p.add(headerRow)
	h, below := p.header(), map[string]string{}
	for c, col := range cols {
		p.cols = append(p.cols, col.code)
		below[col.code] = col.below
		switch {
		case col.above != "":
			p.set(h, c, txt(col.above))
		case p.at(h, c-1).empty():
			p.merges[len(p.merges)-1].C2 = c
		default:
			p.merges = append(p.merges, grid.Merge{R1: h, R2: h, C1: c - 1, C2: c})
		}
	}
	p.twoRows(below)
}

func tally02(r *rand.Rand) *sent {
	p := &paper{name: "Mẫu 02"}
	p.head("SỞ Y TẾ", "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", false)
	p.rows[3] = row("Năm 2024")
	cols := []headedBy{{"ordinal", "STT", ""}, {"form", "Danh hiệu thi đua/Hình thức khen thưởng", ""},
		{"award_count", "Số lượng khen thưởng", "Tổng số"}, {"enterprise_count", "", "Doanh nghiệp"}, {"individual_count", "", "Cá nhân"}}
	if r.IntN(2) == 0 {
		cols = append(cols, headedBy{"woman_count", "", "Nữ"}, headedBy{"youth_count", "", "Thanh niên"})
	}
	p.headed(append(cols,
		headedBy{"thuong_xuyen_count", "Khen thưởng công trạng", "Tổng số"}, headedBy{"thuong_xuyen_ratio", "", "Tỷ lệ"},
		headedBy{"thuong_xuyen_leader_any", "", "Lãnh đạo quản lý"}, headedBy{"thuong_xuyen_not_leader", "", "Không làm công tác quản lý"},
		headedBy{"chuyen_de_dot_xuat_count", "Khen thưởng chuyên đề, đột xuất", "Tổng số"}, headedBy{"chuyen_de_dot_xuat_ratio", "", "Tỷ lệ"},
		headedBy{"doi_ngoai_count", "Khen thưởng đối ngoại", "Tổng số"}))
	if r.IntN(2) == 0 {
		var index []box
		for i := range p.cols {
			index = append(index, num(i+1))
		}
		p.add(indexRow, index...)
	}
	out := &sent{shape: "mau_02", papers: []*paper{p}, sums: true}
	grand, workers := map[string]int{}, 0
	for i, form := range []string{"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen", "Bằng khen của Chủ tịch UBND tỉnh", "Tập thể lao động tiên tiến"}[:3+r.IntN(3)] {
		v := map[string]int{"award_count": between(r, 20, 300) * 10}
		if i == 1 { // the law: fighters are some of the advanced workers
			v["award_count"] = max(200, workers/7)
		}
		all := v["award_count"]
		if i == 0 {
			workers = all
		}
		switch {
		case strings.HasPrefix(form, "Tập thể"):
			v["enterprise_count"] = r.IntN(all / 2)
		case i < 2:
			v["individual_count"] = all
		default:
			v["individual_count"] = all / 2
			v["enterprise_count"] = r.IntN(all / 3)
		}
		people := v["individual_count"]
		v["woman_count"], v["youth_count"] = r.IntN(people+1), r.IntN(people+1)
		types := parted(r, all, 3)
		v["thuong_xuyen_count"], v["chuyen_de_dot_xuat_count"], v["doi_ngoai_count"] = types[0], types[1], types[2]
		v["thuong_xuyen_leader_any"] = r.IntN(min(types[0], people) + 1)
		v["thuong_xuyen_not_leader"] = min(types[0], people) - v["thuong_xuyen_leader_any"]
		cells := []box{num(i + 1), txt(form)}
		for _, code := range p.cols[2:] {
			whole, ratio := strings.CutSuffix(code, "_ratio")
			switch n := v[code]; {
			case ratio:
				cells = append(cells, txt(share(v[whole+"_count"], all)))
			case n == 0 && r.IntN(2) == 0:
				cells = append(cells, box{})
			default:
				cells = append(cells, num(n))
				out.sum += n
				grand[code] += n
			}
		}
		p.add(dataRow, cells...)
	}
	cells := []box{{}, txt("Tổng cộng")}
	for _, code := range p.cols[2:] {
		if strings.HasSuffix(code, "_ratio") {
			cells = append(cells, box{})
		} else {
			cells = append(cells, num(grand[code]))
		}
	}
	p.add(totalRow, cells...)
	p.foot(r)
	return out
}

// share is n of all as a table prints it: one decimal, rounded.
func share(n, all int) string {
	tenths := (n*2000 + all) / (2 * all)
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}
