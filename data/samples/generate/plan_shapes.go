package main

// planLists are lists as offices bend them: name, position and workplace in one cell; a list that goes on on a second
// sheet; two tables on one sheet; groups by letters; a total that stands first; the upload templates.
func planLists() []file {
	return []file{
		{path: "2022/hb-so-noi-vu-mot-o.xlsx", parts: oneCell2022(), received: day{2022, 12, 12}, sender: "hb-so-noi-vu"},
		{path: "2024/pt-so-xay-dung-hai-sheet.xlsx", parts: twoSheets2024(), received: day{2024, 12, 11}, sender: "pt-so-xay-dung"},
		{path: "2023/hb-so-cong-thuong-hai-bang.xlsx", parts: twoTables2023(), received: day{2023, 12, 14}, sender: "hb-so-cong-thuong"},
		{path: "2024/hb-so-y-te.xlsx", parts: lettered2024(), received: day{2024, 12, 10}, sender: "hb-so-y-te"},
		{path: "2022/lap-thach-mau-02.xlsx", parts: totalFirst2022(), received: day{2022, 12, 15}, sender: "Huyện Lập Thạch"},
	}
}

// planShapes are returns in forms of return of their own: 0602, Mẫu 03, the upload template for proposals.
func planShapes() []file {
	return []file{
		{path: "2023/pt-bieu-0602-doi-chieu.xlsx", parts: pt0602(), received: day{2023, 12, 15}, sender: "pt-ban-tdkt", note: "chỉ để đối chiếu"},
		{path: "2025/hb-bieu-0602.xlsx", parts: hb0602(), received: day{2025, 6, 27}, sender: "hb-ban-tdkt"},
		{path: "2026/so-kh-cn-mau-03.xlsx", parts: scienceMau03(), received: day{2026, 7, 10}, sender: "ptm-so-kh-cn"},
		{path: "2026/so-kh-cn-de-nghi.xlsx", parts: peopleTemplate(), received: day{2026, 11, 12}, sender: "ptm-so-kh-cn", note: "danh sách đề nghị"},
	}
}

// planVendor are returns as the software of offices prints them: form 0702 with the totals repeated beside headings, Mẫu
// 03 and the state level's Mẫu 02 under their full headers, and lists whose collectives have a class, of which one is
// Doanh nghiệp.
func planVendor() []file {
	return []file{
		{path: "2021/hb-ban-tdkt.zip/hb-bieu-0702.xlsx", parts: hb0702(), received: day{2021, 12, 14}, sender: "hb-ban-tdkt"},
		{path: "2023/tp-hoa-binh-mau-03.xlsx", parts: hoaBinhMau03(), received: day{2023, 12, 13}, sender: "Thành phố Hòa Bình"},
		{path: "2024/vinh-yen-khen-cao.xls", typing: webTable, parts: vinhYenState(), received: day{2024, 12, 13}, sender: "Thành phố Vĩnh Yên"},
		{path: "2022/vp-so-cong-thuong-tap-the.xlsx", parts: bodiesTemplate(), received: day{2022, 12, 14}, sender: "vp-so-cong-thuong"},
		{path: "2022/vp-so-y-te-nhan-du-lieu.xlsx", parts: mixedTemplate(), received: day{2022, 12, 10}, sender: "vp-so-y-te"},
	}
}

// planRegisters are registers of decisions, made from the lists of all the others.
func planRegisters(all []file) []file {
	return []file{{path: "2026/so-quyet-dinh.xlsx", parts: rolls2026(all), received: day{2026, 11, 25}, sender: "ptm-ban-tdkt", note: "chỉ để đối chiếu"}}
}

func oneCell2022() []part {
	u := byUnit("hb-so-noi-vu")
	l := list{head: awardHead(u, 2022, "CÁ NHÂN", day{2022, 12, 9}, "Hòa Bình"), index: "1", style: 0, groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("person", 60, "Họ tên, chức vụ, đơn vị"), col("birth", 13, "Ngày sinh"), achievementColumn, decisionColumn, classColumn}, birth: "full",
		awards: draw("hb-so-noi-vu/2022", u, 2022, of(2022, "744/QĐ-SNV", day{2022, 12, 2},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 8},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 2},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 17})...)}
	return listOf(people, u.code, l)
}

func twoSheets2024() []part {
	u := byUnit("pt-so-xay-dung")
	l := list{head: awardHead(u, 2024, "CÁ NHÂN", day{2024, 12, 9}, "Việt Trì"), style: 0, birth: "full", breakAt: []int{18}, total: "Tổng cộng",
		columns: personColumns("Danh hiệu thi đua/\nHình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("pt-so-xay-dung/2024", u, 2024, of(2024, "1204/QĐ-SXD", day{2024, 12, 3},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 7},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 6},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 24})...)}
	return listOf(people, u.code, l)
}

// twoTables2023 has its collectives and, beneath them, its individuals under a title and header of their own.
func twoTables2023() []part {
	u := byUnit("hb-so-cong-thuong")
	h := awardHead(u, 2023, "TẬP THỂ", day{}, "Hòa Bình")
	h.sub = ""
	c := list{head: h, style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 44, "Tên tập thể"), col("form", 34, "Danh hiệu thi đua/\nHình thức khen thưởng"), achievementColumn, decisionColumn},
		awards: draw("hb-so-cong-thuong/2023/tap-the", u, 2023, of(2023, "618/QĐ-SCT", day{2023, 12, 5},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 3},
			batch{form: "bk_tinh", achievement: "chuyen_de", groups: 2, decNo: "1377/QĐ-UBND", decOn: day{2023, 7, 19}},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 5})...)}
	c.head.bareFoot = true
	own := awardHead(u, 2023, "CÁ NHÂN", day{2023, 12, 11}, "Hòa Bình")
	l := list{head: own, style: 0, birth: "full", under: true,
		columns: personColumns("Danh hiệu thi đua/\nHình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("hb-so-cong-thuong/2023/ca-nhan", u, 2023, of(2023, "618/QĐ-SCT", day{2023, 12, 5},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 3},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 22})...)}
	return []part{{sheet: "Danh sách", shape: bodies, unit: u.code, list: &c}, {sheet: "Danh sách", shape: people, unit: u.code, list: &l}}
}

func lettered2024() []part {
	u := byUnit("hb-so-y-te")
	l := list{head: awardHead(u, 2024, "CÁ NHÂN", day{2024, 12, 9}, "Hòa Bình"), index: "1", style: 0, birth: "full", groups: []string{"achievement", "form"}, groupForm: "letter",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("position", 20, "Chức vụ"), col("workplace", 30, "Đơn vị công tác"), decisionColumn, classColumn},
		awards: draw("hb-so-y-te/2024", u, 2024, of(2024, "1320/QĐ-SYT", day{2024, 12, 4},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 7},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 9},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 4, decNo: "1502/QĐ-UBND", decOn: day{2024, 7, 8}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 5, decNo: "822/QĐ-SYT", decOn: day{2024, 8, 15}})...)}
	return listOf(people, u.code, l)
}

// totalFirst2022 has its total above the rows, as the statistical forms have, and a row that is a part of another.
func totalFirst2022() []part {
	u := byUnit("h-246")
	r := newRNG("h-246/2022")
	t := table{head: head{from: u, year: 2022, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", sub: "Năm 2022", dated: day{2022, 12, 14}, place: "Lập Thạch"},
		totalFirst: true, dots: true, ofWhich: map[string]int{"giay_khen": 61}, words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND huyện"}, rows: []tally{
			drawMau02(r, "cstd_co_so", "huyen", 0, 66, 0), drawMau02(r, "ldtt", "chua_ro", 0, 1184, 0), drawMau02(r, "ttldtt", "huyen", 33, 0, 0),
			drawMau02(r, "bk_tinh", "tinh", 8, 17, 0), drawMau02(r, "giay_khen", "huyen", 47, 139, 0)}}
	return tableOf(mau02, "Mẫu 02", u.code, t)
}

func statistic(u unit, formNo, circular, title string, year int, dated day, place string) head {
	return head{from: u, year: year, formNo: "Biểu số: " + formNo + "\nBan hành theo " + circular + "\nNgày nhận báo cáo: Ngày 15 tháng 12 năm báo cáo", title: title, sub: "Năm " + yearText(year), dated: dated, place: place}
}

const stateTitle = "SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC"

// hb0702 is in the older shape: a form a column, the totals repeated beside the headings of the breakdowns.
func hb0702() []part {
	u := byUnit("hb-ban-tdkt")
	r := newRNG("hb-ban-tdkt/2021/0702")
	t := table{head: statistic(u, "0702.N/BNV-TĐKT", "Thông tư số 03/2018/TT-BNV ngày 06/3/2018", stateTitle, 2021, day{2021, 12, 13}, "Hòa Bình"),
		oneColumn: true, repeats: true, dash: true, rows: []tally{
			drawState(r, "hc_lao_dong_nhi", 2, 0, 0, 3, 3, 1, 0, 0, 2), drawState(r, "hc_lao_dong_ba", 9, 2, 0, 14, 12, 4, 1, 0, 6),
			drawState(r, "huyc_khang_chien_nhat", 0, 0, 0, 41, 0, 0, 0, 0, 0, 0, 1), drawState(r, "hc_khang_chien_ba", 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 1),
			drawState(r, "co_chinh_phu", 4, 1, 0, 0, 1), drawState(r, "bk_thu_tuong", 31, 5, 3, 44, 10, 5, 2), drawState(r, "cstd_toan_quoc", 0, 0, 0, 2, 1)}}
	return tableOf(f0602, "Biểu 0702", u.code, t)
}

// pt0602 is what the board itself counted in a year when its units sent lists: control only. Classes of orders stand in a
// header row of their own.
func pt0602() []part {
	u := byUnit("pt-ban-tdkt")
	r := newRNG("pt-ban-tdkt/2023/0602")
	t := table{head: statistic(u, "0602.N/BNV-TĐKT", "Thông tư số 02/2023/TT-BNV ngày 23/3/2023", stateTitle, 2023, day{2023, 12, 14}, "Việt Trì"),
		classRow: true, rows: []tally{
			drawState(r, "hc_lao_dong_nhat", 1, 0, 0, 1, 1), drawState(r, "hc_lao_dong_nhi", 2, 1, 0, 4, 3, 1), drawState(r, "hc_lao_dong_ba", 7, 2, 0, 11, 5, 2, 1, 0, 3), drawState(r, "hc_dai_doan_ket", 0, 0, 0, 2, 0, 0, 0, 0, 1),
			drawState(r, "co_chinh_phu", 3, 0, 0, 0, 1), drawState(r, "bk_thu_tuong", 22, 4, 0, 37, 6, 3, 1), drawState(r, "cstd_toan_quoc", 0, 0, 0, 1, 1)}}
	parts := tableOf(f0602, "Biểu 0602", u.code, t)
	parts[0].role = "control"
	return parts
}

// hb0602 is the province's last: its units sent no lists that year, so it counts. The Government's flags come at the end
// of a year, and this one ended in June.
func hb0602() []part {
	u := byUnit("hb-ban-tdkt")
	r := newRNG("hb-ban-tdkt/2025/0602")
	t := table{head: statistic(u, "0602.N/BNV-TĐKT", "Thông tư số 02/2023/TT-BNV ngày 23/3/2023", stateTitle, 2025, day{2025, 6, 26}, "Hòa Bình"),
		rows: []tally{
			drawState(r, "hc_doc_lap_ba", 0, 0, 0, 1, 0, 0, 0, 0, 1), drawState(r, "hc_lao_dong_nhi", 1, 0, 0, 2, 2, 0, 0, 0, 1), drawState(r, "hc_lao_dong_ba", 5, 1, 0, 8, 5, 2, 0, 0, 3), drawState(r, "huyc_chien_si_ve_vang_ba", 0, 0, 0, 33, 0, 0, 0, 0, 0, 1),
			drawState(r, "nha_giao_uu_tu", 0, 0, 0, 2, 1), drawState(r, "bk_thu_tuong", 14, 3, 0, 21, 7, 3, 1), drawState(r, "cstd_toan_quoc", 0, 0, 0, 1, 1),
			drawState(r, "huyc_khang_chien_nhi", 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 1)}}
	return tableOf(f0602, "Biểu 0602", u.code, t)
}

func hoaBinhMau03() []part {
	u := byUnit("h-148")
	r := newRNG("h-148/2023")
	t := table{head: head{from: u, year: 2023, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", sub: "Năm 2023\n" + reportNo("702", "UBND", day{2023, 12, 11}), dated: day{2023, 12, 11}, place: "Hòa Bình"},
		dash: true, words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND huyện"}, rows: []tally{
			drawMau03(r, "cstd_co_so", "huyen", 0, 52, 3), drawMau03(r, "ttldtt", "huyen", 29, 0, 0), drawMau03(r, "bk_tinh", "tinh", 12, 23, 6), drawMau03(r, "giay_khen", "huyen", 58, 144, 9)}}
	return tableOf(mau03, "Mẫu 03", u.code, t)
}

func scienceMau03() []part {
	u := byUnit("ptm-so-kh-cn")
	r := newRNG("ptm-so-kh-cn/2026-H1")
	t := table{head: head{from: u, year: 2026, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG", sub: "06 tháng đầu năm 2026", dated: day{2026, 7, 8}, place: "Phú Thọ"},
		short: true, words: map[string]string{"giay_khen": "Giấy khen của Giám đốc Sở"}, rows: []tally{
			drawMau03(r, "ttldxs", "tinh", 3, 0, 1), drawMau03(r, "bk_tinh", "tinh", 5, 9, 2), drawMau03(r, "giay_khen", "so", 6, 21, 0)}}
	return half(tableOf(mau03, "Mẫu 03", u.code, t))
}

func vinhYenState() []part {
	u := byUnit("h-243")
	r := newRNG("h-243/2024")
	t := table{head: head{from: u, year: 2024, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG CẤP NHÀ NƯỚC", sub: "Năm 2024", dated: day{2024, 12, 12}, place: "Vĩnh Yên"},
		zeros: true, rows: []tally{
			drawStateMau02(r, "hc_lao_dong_ba", 3, 5, 1, 3, 1, 0, 2, 0), drawStateMau02(r, "huyc_khang_chien_nhi", 0, 8, 2, 0, 0, 0, 0, 1), drawStateMau02(r, "huyc_chien_si_ve_vang_nhi", 0, 12, 0, 0, 0, 1, 0, 0),
			drawStateMau02(r, "bk_thu_tuong", 7, 11, 4, 3, 2, 0, 0, 0), drawStateMau02(r, "co_chinh_phu", 1, 0, 0)}}
	return tableOf(stateM, "Mẫu 02", u.code, t)
}

// bodyClasses are the words that the live template offers for collectives; every third is an enterprise.
var bodyClasses = []string{"Doanh nghiệp", "Cơ quan Hành chính", "Đơn vị sự nghiệp", "Doanh nghiệp", "Hợp tác xã", "Cơ quan Đảng và các tổ chức chính trị, xã hội"}

// classed gives each collective a class, and every form at least one enterprise.
func classed(awards []award) []award {
	nth := map[string]int{}
	for i := range awards {
		if a := &awards[i]; a.kind == "collective" {
			a.bodyClass = bodyClasses[nth[a.form]%len(bodyClasses)]
			nth[a.form]++
		}
	}
	return awards
}

// bodiesTemplate is TAPTHE.xlsx with names where the template asks for codes; the decision stands in the head.
func bodiesTemplate() []part {
	u := byUnit("vp-so-cong-thuong")
	no, on := "2710/QĐ-UBND", day{2022, 12, 6}
	l := list{head: head{from: u, year: 2022, title: "DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG NĂM 2022", sub: annex(no, on, "Chủ tịch UBND tỉnh"), decNo: no, decOn: on, dated: day{2022, 12, 12}, place: "Vĩnh Yên"}, style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 44, "Tên đơn vị / tập thể"), col("body_class", 30, "Mã phân loại tập thể"), col("commendation", 34, "Mã hình thức khen thưởng"), col("title", 30, "Mã danh hiệu thi đua\n(nếu có)")},
		awards: classed(draw("vp-so-cong-thuong/2022", u, 2022,
			batch{form: "bk_tinh", achievement: "chua_ro", groups: 7}, batch{form: "ttldxs", achievement: "chua_ro", groups: 4}))}
	return listOf(bodies, u.code, l)
}

// mixedTemplate is NHANDULIEU.xlsx: its lines have no number.
func mixedTemplate() []part {
	u := byUnit("vp-so-y-te")
	no, on := "2702/QĐ-UBND", day{2022, 12, 5}
	l := list{head: head{from: u, year: 2022, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG NĂM 2022", sub: annex(no, on, "Chủ tịch UBND tỉnh"), decNo: no, decOn: on, dated: day{2022, 12, 9}, place: "Vĩnh Yên"}, style: 0,
		columns: []column{col("blank", 6, "STT"), col("kind_code", 16, "Phân loại khen thưởng"), col("name", 36, "Tên tập thể/cá nhân/hộ gia đình"), col("position", 18, "Chức vụ"), col("workplace", 30, "Đơn vị công tác"),
			col("form", 34, "Danh hiệu thi đua/Hình thức khen thưởng"), col("any_class", 36, "Phân loại đối tượng"), col("field", 18, "Lĩnh vực hoạt động")},
		awards: classed(draw("vp-so-y-te/2022", u, 2022,
			batch{form: "bk_tinh", achievement: "chua_ro", n: 9, groups: 5, homes: 3}))}
	return listOf(mixed, u.code, l)
}

// peopleTemplate is CANHAN.xlsx, which asks for proposals; the year stands in the second row.
func peopleTemplate() []part {
	u := byUnit("ptm-so-kh-cn")
	l := list{head: head{from: u, year: 2026, template: true, title: "DANH SÁCH ĐỐI TƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", sub: "Năm 2026"}, style: 1, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 12, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Tên phòng ban/ khối, tổ\ncông tác"),
			col("office", 28, "Tên đơn vị/tập thể\ncông tác"), col("home", 20, "Địa chỉ / Nơi ở"), col("class", 36, "Mã phân loại cán bộ"), col("commendation", 30, "Mã hình thức khen thưởng"), col("title", 28, "Mã danh hiệu thi đua\n(nếu có)")},
		awards: draw("ptm-so-kh-cn/2026/de-nghi", u, 2026,
			batch{form: "bk_thu_tuong", achievement: "chua_ro", n: 2}, batch{form: "bk_tinh", achievement: "chua_ro", n: 6}, batch{form: "cstd_tinh", achievement: "chua_ro", n: 3})}
	parts := listOf(people, u.code, l)
	parts[0].role = "proposal"
	return parts
}

// rolls2026 is the board's register of the year's decisions. One line tells one collective more than the lists do, and the
// last decision is of the week, whose list has not come yet.
func rolls2026(all []file) []part {
	u := byUnit("ptm-ban-tdkt")
	d := decisions{head: head{from: u, year: 2026, title: "SỔ QUYẾT ĐỊNH KHEN THƯỞNG NĂM 2026", dated: day{2026, 11, 25}, place: "Phú Thọ"}, rows: decisionsOf(all, 2026)}
	for i := range d.rows {
		if d.rows[i].form == "bk_tinh" && d.rows[i].groups > 0 {
			d.rows[i].groups++
			break
		}
	}
	d.rows = append(d.rows, decision{no: "2877/QĐ-UBND", form: "bk_tinh", on: day{2026, 11, 20}, by: "Chủ tịch UBND tỉnh", groups: 4, people: 11})
	return []part{{sheet: "Sổ quyết định", shape: rolled, unit: u.code, rolls: &d, role: "control", period: "2026"}}
}
