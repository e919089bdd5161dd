package main

// plan2026 is what had come by late November 2026: rounds of March, June, July and November, half-years, a school
// year, and awards on the spot. The year's own returns are due on 15 December and stand as owed.
func plan2026() []file {
	return []file{
		{path: "2026/so-y-te-dot-1.xlsx", parts: healthRound1(), received: day{2026, 4, 8}, sender: "Sở Y tế tỉnh Phú Thọ"},
		{path: "2026/so-y-te-dot-2.xlsx", parts: healthRound2(), received: day{2026, 7, 3}, sender: "Sở Y tế tỉnh Phú Thọ"},
		{path: "2026/so-noi-vu-thang-6.csv", parts: wounded2026(), semicolon: true, received: day{2026, 7, 10}, sender: "ptm-so-noi-vu"},
		{path: "2026/ub-mttq-dot-3.xlsx", parts: unity2026(), received: day{2026, 7, 30}, sender: "ptm-ub-mttq"},
		{path: "2026/van-phong-ubnd-dot-3.xlsx", parts: service2026(), received: day{2026, 8, 5}, sender: "ptm-van-phong-ubnd"},
		{path: "2026/van-phong-ubnd-doi-ngoai.csv", parts: abroad2026(), received: day{2026, 10, 20}, sender: "ptm-van-phong-ubnd"},
		{path: "2026/so-gd-dt-nam-hoc.xlsx", parts: school2026(), received: day{2026, 8, 12}, sender: "Sở Giáo dục và Đào tạo tỉnh Phú Thọ"},
		{path: "2026/so-cong-thuong-mau-02.xlsx", parts: trade2026(), received: day{2026, 7, 14}, sender: "ptm-so-cong-thuong"},
		{path: "2026/mau-01.xlsx", parts: board2026(), received: day{2026, 7, 17}, sender: "ptm-ban-tdkt", note: "gửi chậm"},
		{path: "2026/cong-an.xlsx", parts: police2026(), received: day{2026, 9, 21}, sender: "ptm-cong-an"},
		{path: "2026/phuong-phuc-yen-dot-xuat.csv", parts: rescue2026(), received: day{2026, 9, 14}, sender: "Phường Phúc Yên"},
		{path: "2026/xa-tam-dao.xlsx", parts: tamDao2026(), received: day{2026, 7, 9}, sender: "Xã Tam Đảo"},
		{path: "2026/hoi-nong-dan-dot-4.xlsx", parts: farmers2026(), received: day{2026, 11, 24}, sender: "ptm-hoi-nong-dan"},
		{path: "2026/cty-dien-luc-vinh-phuc.csv", parts: power2026(), received: day{2026, 11, 20}, sender: "vp-cty-dien-luc"},
		{path: "2026/so-tai-chinh-dot-4.csv", parts: finance2026(), semicolon: true, received: day{2026, 11, 23}, sender: "ptm-so-tai-chinh"},
	}
}

// round makes the list of a round: rounds of one unit, year and form of return stand side by side.
func round(no string, parts []part) []part {
	parts[0].round = "đợt " + no
	return parts
}

func roundHead(u unit, what, no string, dated day, place string) head {
	return head{from: u, year: 2026, title: "DANH SÁCH " + what + " ĐƯỢC KHEN THƯỞNG ĐỢT " + no + " NĂM 2026",
		sub: reportNo(yearText(40+dated.d*3+dated.m), u.short, dated), dated: dated, place: place}
}

func healthRound1() []part {
	u := byUnit("ptm-so-y-te")
	l := list{head: roundHead(u, "CÁ NHÂN", "1", day{2026, 4, 6}, "Phú Thọ"), index: "1", style: 0, birth: "full",
		columns: personColumns("Danh hiệu thi đua/\nHình thức khen thưởng", achievementColumn, col("decision_no", 16, "Quyết định", "Số"), col("decided_on", 13, "Quyết định", "Ngày"), classColumn),
		awards: draw("ptm-so-y-te/2026/dot-1", u, 2026,
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept, decNo: "301/QĐ-CTN", decOn: day{2026, 3, 12}},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2, decNo: "410/QĐ-TTg", decOn: day{2026, 3, 17}},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 5, decNo: "702/QĐ-UBND", decOn: day{2026, 3, 24}},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 7, decNo: "702/QĐ-UBND", decOn: day{2026, 3, 24}})}
	return round("1", listOf(people, u.code, l))
}

func healthRound2() []part {
	u := byUnit("ptm-so-y-te")
	l := list{head: roundHead(u, "CÁ NHÂN", "2", day{2026, 7, 1}, "Phú Thọ"), index: "1", style: 0, birth: "full",
		columns: personColumns("Danh hiệu thi đua/\nHình thức khen thưởng", achievementColumn, col("decision_no", 16, "Quyết định", "Số"), col("decided_on", 13, "Quyết định", "Ngày"), classColumn),
		awards: draw("ptm-so-y-te/2026/dot-2", u, 2026,
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 6, decNo: "1480/QĐ-UBND", decOn: day{2026, 6, 22}},
			batch{form: "bk_tinh", achievement: "dot_xuat", n: 4, decNo: "1302/QĐ-UBND", decOn: day{2026, 6, 1}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 5, decNo: "811/QĐ-SYT", decOn: day{2026, 5, 27}})}
	return round("2", listOf(people, u.code, l))
}

func wounded2026() []part {
	u := byUnit("ptm-so-noi-vu")
	h := head{from: u, year: 2026, plain: true, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG\nTRONG CÔNG TÁC CHĂM SÓC THƯƠNG BINH, GIA ĐÌNH LIỆT SĨ", sub: "Tháng 6 năm 2026", dated: day{2026, 7, 8}, place: "Phú Thọ"}
	l := list{head: h, style: 0, birth: "year",
		columns: mixedColumns("Hình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("ptm-so-noi-vu/2026-06", u, 2026,
			batch{form: "bk_thu_tuong", achievement: "chuyen_de", n: 1, groups: 1, decNo: "1177/QĐ-TTg", decOn: day{2026, 6, 19}},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 7, groups: 5, homes: 6, decNo: "1512/QĐ-UBND", decOn: day{2026, 6, 24}})}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2026-06"
	return parts
}

func unity2026() []part {
	u := byUnit("ptm-ub-mttq")
	l := list{head: roundHead(u, "CÁ NHÂN", "3", day{2026, 7, 28}, "Phú Thọ"), index: "A", style: 0, birth: "date",
		columns: personColumns("Hình thức khen thưởng", achievementColumn, col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày QĐ"), classColumn),
		awards: draw("ptm-ub-mttq/2026", u, 2026,
			batch{form: "hc_dai_doan_ket", achievement: "cong_hien", n: 2, class: leaderDept, decNo: "944/QĐ-CTN", decOn: day{2026, 7, 14}},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 8, decNo: "1770/QĐ-UBND", decOn: day{2026, 7, 20}})}
	return round("3", listOf(people, u.code, l))
}

// service2026 is the July round of orders for a life of service: retired leaders, some of them dead.
func service2026() []part {
	u := byUnit("ptm-van-phong-ubnd")
	no, on := "944/QĐ-CTN", day{2026, 7, 14}
	awards := draw("ptm-van-phong-ubnd/2026/dot-3", u, 2026,
		batch{form: "hc_doc_lap_nhi", achievement: "cong_hien", n: 1, class: leaderTop, decNo: no, decOn: on},
		batch{form: "hc_doc_lap_ba", achievement: "cong_hien", n: 2, class: leaderTop, decNo: no, decOn: on},
		batch{form: "hc_lao_dong_nhat", achievement: "cong_hien", n: 3, class: leaderDept, decNo: no, decOn: on},
		batch{form: "hc_lao_dong_nhi", achievement: "cong_hien", n: 4, class: leaderDept, decNo: no, decOn: on},
		batch{form: "hc_lao_dong_ba", achievement: "cong_hien", n: 6, class: leaderDept, decNo: no, decOn: on})
	for i := range awards {
		awards[i].who.Born.y = 1944 + (awards[i].who.Born.y+i)%20
	}
	awards[1].event, awards[8].event = "posthumous", "posthumous"
	l := list{head: roundHead(u, "CÁ NHÂN", "3", day{2026, 8, 3}, "Phú Thọ"), index: "1", style: 0, birth: "full", groups: []string{"achievement", "form"}, groupForm: "roman",
		columns: []column{col("ordinal", 7, "STT"), col("name", 30, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng, năm sinh"), col("position", 24, "Chức vụ"), col("workplace", 30, "Đơn vị công tác"),
			decisionColumn, col("event", 14, "Tính chất tặng"), classColumn},
		awards: awards}
	return round("3", listOf(people, u.code, l))
}

func abroad2026() []part {
	u := byUnit("ptm-van-phong-ubnd")
	h := head{from: u, year: 2026, plain: true, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG ĐỐI NGOẠI NĂM 2026", dated: day{2026, 10, 16}, place: "Phú Thọ"}
	l := list{head: h, style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 26, "Họ và tên"), col("position", 20, "Chức danh"), col("workplace", 42, "Cơ quan, đơn vị"), col("form", 34, "Hình thức khen thưởng"),
			achievementColumn, decisionColumn},
		awards: foreigners("ptm-van-phong-ubnd/2026/doi-ngoai", u, 2026,
			batch{form: "huyc_huu_nghi", achievement: "doi_ngoai", n: 2, decNo: "1208/QĐ-CTN", decOn: day{2026, 9, 22}},
			batch{form: "bk_tinh", achievement: "doi_ngoai", n: 6, decNo: "2490/QĐ-UBND", decOn: day{2026, 10, 5}})}
	return listOf(people, u.code, l)
}

func school2026() []part {
	u := byUnit("ptm-so-gd-dt")
	l := list{head: head{from: u, year: 2026, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nNĂM HỌC 2025 - 2026", sub: reportNo("512", "SGDĐT", day{2026, 8, 10}), dated: day{2026, 8, 10}, place: "Phú Thọ"},
		index: "A", style: 1, birth: "full", groups: []string{"form"}, groupForm: "merged", total: "Tổng cộng",
		columns: []column{col("ordinal", 7, "STT"), col("salutation", 12, "Ông/Bà"), col("name", 34, "Tên tập thể, cá nhân"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), achievementColumn, decisionColumn, classColumn},
		awards: draw("ptm-so-gd-dt/2025-2026", u, 2026, of(2026, "1688/QĐ-SGDĐT", day{2026, 7, 17},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2, groups: 1, decNo: "1290/QĐ-TTg", decOn: day{2026, 7, 6}},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 5, decNo: "1733/QĐ-UBND", decOn: day{2026, 7, 15}},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 6, decNo: "1733/QĐ-UBND", decOn: day{2026, 7, 15}},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 9, groups: 4, decNo: "1733/QĐ-UBND", decOn: day{2026, 7, 15}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 14},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 9, groups: 3})...)}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2025-2026"
	return parts
}

func trade2026() []part {
	u := byUnit("ptm-so-cong-thuong")
	r := newRNG("ptm-so-cong-thuong/2026-H1")
	t := table{head: head{from: u, year: 2026, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG", sub: "06 tháng đầu năm 2026\n" + reportNo("391", "SCT", day{2026, 7, 12}), dated: day{2026, 7, 12}, place: "Phú Thọ"},
		zeros: true, words: map[string]string{"giay_khen": "Giấy khen của Giám đốc Sở"}, rows: []tally{
			drawMau02(r, "cstd_tinh", "tinh", 0, 3, 0), drawMau02(r, "co_chinh_phu", "nha_nuoc", 1, 0, 0), drawMau02(r, "ttldxs", "tinh", 6, 0, 0),
			drawMau02(r, "bk_thu_tuong", "nha_nuoc", 2, 1, 0), drawMau02(r, "bk_tinh", "tinh", 11, 16, 2), drawMau02(r, "giay_khen", "so", 9, 24, 0)}}
	return half(tableOf(mau02, "Mẫu 02", u.code, t))
}

// half makes a return one of the first half of 2026.
func half(parts []part) []part {
	parts[0].period = "2026-H1"
	return parts
}

func board2026() []part {
	u := byUnit("ptm-ban-tdkt")
	r := newRNG("ptm-ban-tdkt/2026-H1")
	rows := []unitRow{{mark: "I", text: "Các sở, ban, ngành, đoàn thể"}}
	add := func(codes ...string) {
		for i, c := range codes {
			of := map[string]int{"co_tinh": r.below(2), "cstd_tinh": r.between(0, 3), "ttldxs": r.between(1, 6), "bk_tinh": r.between(4, 22)}
			if r.chance(20) {
				delete(of, "co_tinh") // left blank: not reported
			}
			rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: of})
		}
	}
	add("ptm-so-xay-dung", "ptm-so-tu-phap", "ptm-so-nn-mt", "ptm-so-vh-tt-dl", "ptm-hoi-lhpn", "ptm-tinh-doan")
	rows = append(rows, unitRow{mark: "II", text: "Các xã, phường"})
	add("xm-08707", "xm-04795", "xm-07900", "xm-05200", "xm-07969", "xm-09076", "xm-08494", "xm-08515")
	t := table{head: head{from: u, year: 2026, title: "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG CẤP TỈNH", sub: "06 tháng đầu năm 2026", dated: day{2026, 7, 15}, place: "Phú Thọ"},
		units: rows, forms: []string{"co_tinh", "cstd_tinh", "ttldxs", "bk_tinh"}, dash: true}
	return half(tableOf(mau01, "Mẫu 01", u.code, t))
}

// police2026 states no year: medals for years of service count in the year of their decision.
func police2026() []part {
	u := byUnit("ptm-cong-an")
	h := head{from: u, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG THEO NIÊN HẠN", dated: day{2026, 9, 16}, place: "Phú Thọ"}
	no, on := "1101/QĐ-CTN", day{2026, 8, 17}
	l := police(u, "ptm-cong-an/2026", 2026, h,
		batch{form: "huyc_vi_an_ninh_to_quoc", achievement: "nien_han", n: 6, decNo: no, decOn: on},
		batch{form: "huyc_quan_ky_quyet_thang", achievement: "nien_han", n: 1, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_nhat", achievement: "nien_han", n: 7, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_nhi", achievement: "nien_han", n: 9, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_ba", achievement: "nien_han", n: 10, decNo: no, decOn: on})
	parts := listOf(people, u.code, l)
	parts[0].period = "2026"
	return parts
}

// rescue2026: awards on the spot after a flood, to people, teams and households.
func rescue2026() []part {
	u := byUnit("xm-08740")
	h := head{from: u, plain: true, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG\nTHÀNH TÍCH ĐỘT XUẤT", sub: "(phòng, chống lụt bão)", dated: day{2026, 9, 11}, place: "Phúc Yên"}
	l := list{head: h, style: 0, birth: "year",
		columns: mixedColumns("Hình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("xm-08740/2026", u, 2026,
			batch{form: "bk_tinh", achievement: "dot_xuat", n: 4, groups: 2, homes: 2, decNo: "2260/QĐ-UBND", decOn: day{2026, 9, 4}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 9, groups: 4, homes: 5, level: "xa", decNo: "388/QĐ-UBND", decOn: day{2026, 8, 28}})}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2026"
	return parts
}

// tamDao2026 is a commune's half-year: cultural villages and families, households, small collectives.
func tamDao2026() []part {
	u := byUnit("xm-08911")
	h := head{from: u, year: 2026, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG", sub: "06 tháng đầu năm 2026", dated: day{2026, 7, 7}, place: "Tam Đảo"}
	l := list{head: h, index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 12, "Danh xưng"), col("name", 36, "Tên tập thể/cá nhân/hộ gia đình"), col("birth", 12, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), col("small_tick", 10, "Tập thể nhỏ"), col("form", 32, "Danh hiệu thi đua/Hình thức khen thưởng"), achievementColumn, decisionColumn, classColumn},
		awards: draw("xm-08911/2026-H1", u, 2026, of(2026, "204/QĐ-UBND", day{2026, 6, 18},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 8, groups: 5, homes: 6},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 2, decNo: "97/QĐ-UBND", decOn: day{2026, 3, 9}},
			batch{form: "gia_dinh_van_hoa", achievement: "thuong_xuyen", homes: 9},
			batch{form: "thon_van_hoa", achievement: "thuong_xuyen", groups: 3})...)}
	return half(listOf(mixed, u.code, l))
}

func farmers2026() []part {
	u := byUnit("ptm-hoi-nong-dan")
	l := list{head: roundHead(u, "TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH", "4", day{2026, 11, 20}, "Phú Thọ"), index: "1", style: 0, birth: "year",
		columns: mixedColumns("Hình thức khen thưởng", col("movement", 30, "Phong trào thi đua"), achievementColumn, decisionColumn, classColumn),
		awards: draw("ptm-hoi-nong-dan/2026", u, 2026,
			batch{form: "bk_thu_tuong", achievement: "chuyen_de", homes: 1, decNo: "2031/QĐ-TTg", decOn: day{2026, 11, 3}},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 5, groups: 3, homes: 9, decNo: "2790/QĐ-UBND", decOn: day{2026, 11, 12}},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 4, groups: 2, decNo: "2801/QĐ-UBND", decOn: day{2026, 11, 16}})}
	return round("4", listOf(mixed, u.code, l))
}

func power2026() []part {
	u := byUnit("vp-cty-dien-luc")
	h := head{from: u, year: 2026, plain: true, title: "DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG NĂM 2026", dated: day{2026, 11, 18}, place: "Vĩnh Yên"}
	l := list{head: h, style: 1,
		columns: []column{col("ordinal", 6, "STT"), col("name", 44, "Tên tập thể"), col("small_tick", 10, "Tập thể nhỏ"), col("form", 30, "Danh hiệu thi đua/Hình thức khen thưởng"), achievementColumn, col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày QĐ")},
		awards: draw("vp-cty-dien-luc/2026", u, 2026,
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 3, decNo: "2801/QĐ-UBND", decOn: day{2026, 11, 16}},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", groups: 2, decNo: "2801/QĐ-UBND", decOn: day{2026, 11, 16}},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 5, decNo: "1930/QĐ-PCVP", decOn: day{2026, 11, 9}},
			batch{form: "giay_khen", achievement: "chuyen_de", groups: 4, decNo: "1411/QĐ-PCVP", decOn: day{2026, 8, 31}})}
	return listOf(bodies, u.code, l)
}

func finance2026() []part {
	u := byUnit("ptm-so-tai-chinh")
	h := roundHead(u, "CÁ NHÂN", "4", day{2026, 11, 20}, "Phú Thọ")
	h.plain, h.sub = true, ""
	l := list{head: h, style: 1, birth: "full", groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 8, "Giới tính"), col("birth", 12, "Ngày sinh"), col("position", 20, "Chức vụ"), col("workplace", 26, "Đơn vị"),
			achievementColumn, decisionColumn, col("class", 30, "Phân loại cán bộ")},
		awards: draw("ptm-so-tai-chinh/2026", u, 2026,
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 6, decNo: "2801/QĐ-UBND", decOn: day{2026, 11, 16}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 5, decNo: "977/QĐ-STC", decOn: day{2026, 11, 10}},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 26, decNo: "977/QĐ-STC", decOn: day{2026, 11, 10}})}
	return round("4", listOf(people, u.code, l))
}
