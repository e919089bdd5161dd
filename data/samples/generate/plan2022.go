package main

func plan2022() []file {
	return []file{
		{path: "2022/pt-mau-01.xlsx", parts: pt2022(), received: day{2022, 12, 14}, sender: "Ban Thi đua - Khen thưởng tỉnh Phú Thọ"},
		{path: "2022/vp-so-noi-vu.xlsx", parts: vpHome2022(), received: day{2022, 12, 12}, sender: "Sở Nội vụ tỉnh Vĩnh Phúc"},
		{path: "2022/hb-so-gd-dt.xlsx", parts: hbSchool2022(), received: day{2022, 12, 9}, sender: "Sở Giáo dục và Đào tạo tỉnh Hòa Bình"},
		{path: "2022/viet-tri.xlsx", parts: vietTri2022(), received: day{2022, 12, 15}, sender: "Thành phố Việt Trì"},
		{path: "2022/lac-son-mau-02.csv", parts: lacSon2022(), semicolon: true, received: day{2022, 12, 22}, sender: "Huyện Lạc Sơn", note: "gửi chậm"},
		{path: "2022/hb-hoi-lhpn.csv", parts: women2022(), received: day{2022, 11, 30}, sender: "hb-hoi-lhpn"},
		{path: "2022/pt-so-y-te.xlsx", parts: syt2022(), received: day{2022, 12, 10}, sender: "Sở Y tế tỉnh Phú Thọ"},
	}
}

func pt2022() []part {
	u := byUnit("pt-ban-tdkt")
	r := newRNG("pt-ban-tdkt/2022")
	cells := func(merit, fighters, flags, bodies int) map[string]int {
		return map[string]int{"bk_tinh": merit + r.below(4), "cstd_tinh": fighters + r.below(2), "co_tinh": flags, "ttldxs": bodies + r.below(3)}
	}
	var rows []unitRow
	rows = append(rows, unitRow{mark: "I", text: "Các sở, ban, ngành, đoàn thể"})
	for i, c := range []string{"pt-so-gd-dt", "pt-so-noi-vu", "pt-so-cong-thuong", "pt-so-xay-dung", "pt-so-tu-phap", "pt-hoi-lhpn"} {
		rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: cells(18-2*i, 3, (i+1)%2, 5)})
	}
	delete(rows[5].of, "co_tinh") // left blank: not reported
	rows = append(rows, unitRow{mark: "II", text: "Các huyện, thành, thị"})
	for i, c := range []string{"h-230", "h-237", "h-238"} {
		rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: cells(31-4*i, 2, 1, 8)})
	}
	t := table{head: head{from: u, year: 2022, title: "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG CẤP TỈNH", sub: "Năm 2022\n" + reportNo("318", "BTĐKT", day{2022, 12, 12}), dated: day{2022, 12, 12}, place: "Việt Trì"},
		units: rows, forms: []string{"co_tinh", "cstd_tinh", "ttldxs", "bk_tinh"}, zeros: true}
	return tableOf(mau01, "Mẫu 01", u.code, t)
}

func vpHome2022() []part {
	u := byUnit("vp-so-noi-vu")
	l := list{head: awardHead(u, 2022, "CÁ NHÂN", day{2022, 12, 9}, "Vĩnh Yên"), index: "A", groups: []string{"achievement"}, groupForm: "merged", style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender_male", 9, "Ngày tháng năm sinh", "Nam"), col("gender_female", 9, "Ngày tháng năm sinh", "Nữ"),
			col("position", 20, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"), col("form", 30, "Hình thức khen thưởng"), col("decision", 30, "Quyết định số, ngày"),
			col("class", 36, "Phân loại cán bộ")},
		awards: draw("vp-so-noi-vu/2022", u, 2022, of(2022, "1120/QĐ-SNV", day{2022, 12, 5},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 2},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 7},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 6},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 5, decNo: "1777/QĐ-UBND", decOn: day{2022, 7, 27}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 3, decNo: "402/QĐ-SNV", decOn: day{2022, 5, 16}})...)}
	return listOf(people, u.code, l)
}

func hbSchool2022() []part {
	u := byUnit("hb-so-gd-dt")
	l := list{head: awardHead(u, 2022, "CÁ NHÂN", day{2022, 12, 8}, "Hòa Bình"), index: "1", style: 1, birth: "date", total: "Tổng số", hidden: []int{40, 41, 77},
		columns: []column{col("ordinal", 6, "TT"), col("salutation", 11, "Ông (Bà)"), col("name", 24, "Họ tên"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức danh"), col("workplace", 28, "Đơn vị"),
			col("form", 24, "Danh hiệu thi đua"), col("achievement", 16, "Phương thức khen thưởng"), col("decision_no", 17, "Số quyết định"), col("decided_on", 13, "Ngày ký"), col("direct_tick", 12, "Lao động trực tiếp")},
		awards: draw("hb-so-gd-dt/2022", u, 2022, of(2022, "1508/QĐ-SGDĐT", day{2022, 7, 15},
			batch{form: "cstd_toan_quoc", achievement: "thuong_xuyen", n: 1},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 5},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 12},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 86})...)}
	return listOf(people, u.code, l)
}

func vietTri2022() []part {
	u := byUnit("h-227")
	l := list{head: awardHead(u, 2022, "TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH", day{2022, 12, 13}, "Việt Trì"), style: 0, lookups: true, codes: true, blanks: 12, birth: "year",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 14, "Tên gọi\n(Ông/Bà/Chức danh)"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("position", 20, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), col("form", 30, "Danh hiệu thi đua/Hình thức khen thưởng"), col("class", 36, "Phân loại đối tượng"), col("achievement", 14, "Loại hình khen thưởng"),
			col("authority", 22, "Cơ quan quyết định"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày quyết định")},
		awards: draw("h-227/2022", u, 2022, of(2022, "9120/QĐ-UBND", day{2022, 12, 8},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", groups: 1, homes: 1},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 6, groups: 4, homes: 3, decNo: "1702/QĐ-UBND", decOn: day{2022, 8, 5}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 2},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 18, level: "huyen"},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 6},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 7, groups: 5, homes: 9, level: "huyen", decNo: "6200/QĐ-UBND", decOn: day{2022, 9, 1}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 4, level: "xa", decNo: "71/QĐ-UBND", decOn: day{2022, 4, 18}})...)}
	return listOf(mixed, u.code, l)
}

func lacSon2022() []part {
	u := byUnit("h-157")
	r := newRNG("h-157/2022")
	t := table{head: head{from: u, year: 2022, plain: true, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", sub: "Năm 2022", dated: day{2022, 12, 20}, place: "Lạc Sơn"},
		dots: true, zeros: true, words: map[string]string{"ldtt": "LĐTT", "cstd_co_so": "CSTĐCS", "giay_khen": "Giấy khen của Chủ tịch UBND xã"}, rows: []tally{
			drawMau02(r, "cstd_co_so", "huyen", 0, 58, 0),
			drawMau02(r, "ldtt", "chua_ro", 0, 234, 0),
			drawMau02(r, "ttldtt", "huyen", 27, 0, 2),
			drawMau02(r, "bk_tinh", "tinh", 6, 19, 0),
			drawMau02(r, "giay_khen", "xa", 44, 120, 0),
		}}
	return tableOf(mau02, "", u.code, t)
}

func women2022() []part {
	u := byUnit("hb-hoi-lhpn")
	l := list{head: head{from: u, year: 2022, plain: true, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2022", dated: day{2022, 11, 28}, place: "Hòa Bình"},
		style: 0, birth: "year",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("woman_tick", 6, "Nữ"), col("birth", 10, "Năm sinh"), col("position", 18, "Chức vụ"), col("workplace", 24, "Đơn vị"),
			col("kind_code", 14, "Phân loại khen thưởng"), col("form", 30, "Hình thức khen thưởng"), col("achievement", 14, "Loại hình khen thưởng"), col("decision", 26, "Quyết định số, ngày"), col("class", 30, "Đối tượng")},
		awards: draw("hb-hoi-lhpn/2022", u, 2022, of(2022, "77/QĐ-BTV", day{2022, 11, 10},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 5, groups: 3},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1},
			batch{form: "ky_niem_chuong", achievement: "cong_hien", n: 6, class: leaderOther, decNo: "310/QĐ-ĐCT", decOn: day{2022, 10, 20}},
			batch{form: "chung_nhan_doan_the", achievement: "thuong_xuyen", n: 6, groups: 2, decNo: "77/QĐ-BTV", decOn: day{2022, 11, 10}})...)}
	return listOf(mixed, u.code, l)
}

func syt2022() []part {
	u := byUnit("pt-so-y-te")
	awards := draw("pt-so-y-te/2022", u, 2022, of(2022, "1702/QĐ-SYT", day{2022, 12, 5},
		batch{form: "hc_lao_dong_nhi", achievement: "cong_hien", n: 1, class: leaderDept},
		batch{form: "hc_lao_dong_ba", achievement: "dot_xuat", n: 2, groups: 1, decNo: "611/QĐ-CTN", decOn: day{2022, 6, 2}},
		batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 8, groups: 3},
		batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 3},
		batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 18},
		batch{form: "giay_khen", achievement: "chuyen_de", n: 11, groups: 4, level: "so", decNo: "903/QĐ-SYT", decOn: day{2022, 7, 30}})...)
	awards[1].event = "posthumous"
	awards[2].event = "posthumous"
	l := list{head: awardHead(u, 2022, "TẬP THỂ, CÁ NHÂN", day{2022, 12, 9}, "Việt Trì"), index: "1", style: 1, birth: "serial",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Tên đối tượng"), col("gender", 9, "Giới tính"), col("birth", 11, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"),
			col("kind_code", 14, "Phân loại khen thưởng"), col("form", 28, "Hình thức, mức hạng"), col("achievement", 16, "Loại hình khen thưởng"), col("class", 34, "Phân loại đối tượng"),
			col("decision_no", 16, "Quyết định", "Số"), col("decided_on", 13, "Quyết định", "Ngày ký"), col("event", 12, "Tính chất tặng")},
		awards: awards}
	return listOf(mixed, u.code, l)
}
