package main

func plan2024() []file {
	early, late := vpTrade2024(false), vpTrade2024(true)
	early[0].role = "superseded"
	return []file{
		{path: "2024/tp-hoa-binh.xlsx", parts: hoaBinh2024(), received: day{2024, 12, 13}, sender: "Thành phố Hòa Bình"},
		{path: "2024/vp-so-cong-thuong.xlsx", parts: early, received: day{2024, 12, 6}, sender: "Sở Công Thương tỉnh Vĩnh Phúc"},
		{path: "2024/vp-so-cong-thuong-2.xlsx", parts: late, received: day{2024, 12, 15}, sender: "Sở Công Thương tỉnh Vĩnh Phúc"},
		{path: "2024/pt-so-ld-tbxh.csv", parts: ptLabour2024(), semicolon: true, received: day{2024, 12, 15}, sender: "Sở Lao động - Thương binh và Xã hội tỉnh Phú Thọ"},
		{path: "2024/thanh-son.xlsx", parts: thanhSon2024(), received: day{2024, 12, 12}, sender: "Huyện Thanh Sơn"},
		{path: "2024/hb-so-tu-phap.xlsx", parts: hbJustice2024(), received: day{2024, 12, 14}, sender: "Sở Tư pháp tỉnh Hòa Bình"},
		{path: "2024/vp-tinh-doan.xlsx", parts: youth2024(), received: day{2024, 12, 11}, sender: "Tỉnh Đoàn Vĩnh Phúc"},
		{path: "2024/pt-so-y-te.xlsx", parts: syt2024(), received: day{2024, 12, 13}, sender: "Sở Y tế tỉnh Phú Thọ"},
		{path: "2024/lam-thao-mau-01.csv", parts: lamThao2024(), received: day{2024, 12, 14}, sender: "Huyện Lâm Thao"},
	}
}

func hoaBinh2024() []part {
	u := byUnit("h-148")
	l := list{head: awardHead(u, 2024, "CÁ NHÂN", day{2024, 12, 12}, "Hòa Bình"), index: "1", style: 0, birth: "full", total: "Tổng cộng",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("woman_tick", 6, "Nữ"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ, đơn vị công tác"), col("form", 30, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 14, "Phương thức khen thưởng"), col("authority", 22, "Cơ quan quyết định"), col("decision_no", 16, "Quyết định", "Số"), col("decided_on", 13, "Quyết định", "Ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("h-148/2024", u, 2024, of(2024, "3902/QĐ-UBND", day{2024, 12, 9},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 9},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 11},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 19, level: "huyen"},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 7, level: "huyen", decNo: "2110/QĐ-UBND", decOn: day{2024, 7, 26}})...)}
	return listOf(people, u.code, l)
}

// vpTrade2024 comes twice; the second says so in its title.
func vpTrade2024(again bool) []part {
	u := byUnit("vp-so-cong-thuong")
	r := newRNG("vp-so-cong-thuong/2024")
	h := head{from: u, year: 2024, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG", sub: "Năm 2024", dated: day{2024, 12, 5}, place: "Vĩnh Yên"}
	n := 41
	if again {
		h.sub = "Năm 2024\n(Thay thế báo cáo ngày 05 tháng 12 năm 2024)"
		h.dated, n = day{2024, 12, 14}, 44
	}
	t := table{head: h, words: map[string]string{"giay_khen": "Giấy khen của Giám đốc Sở"}, rows: []tally{
		drawMau02(r, "cstd_tinh", "tinh", 0, 2, 0), drawMau02(r, "cstd_co_so", "so", 0, 9, 0), drawMau02(r, "ldtt", "so", 0, n, 0),
		drawMau02(r, "ttldxs", "tinh", 4, 0, 0), drawMau02(r, "bk_thu_tuong", "nha_nuoc", 1, 1, 0), drawMau02(r, "bk_tinh", "tinh", 6, 8, 0), drawMau02(r, "giay_khen", "so", 12, 17, 0)}}
	return tableOf(mau02, "Mẫu 02", u.code, t)
}

func ptLabour2024() []part {
	u := byUnit("pt-so-ld-tbxh")
	l := list{head: head{from: u, year: 2024, plain: true, title: "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG DANH HIỆU, BẰNG KHEN NĂM 2024", dated: day{2024, 12, 13}, place: "Việt Trì"}, style: 2,
		columns: []column{col("ordinal", 6, "STT"), col("name", 40, "Tên đơn vị / tập thể"), col("form", 30, "Danh hiệu thi đua/Hình thức khen thưởng"), col("achievement", 16, "Loại hình khen thưởng"), col("movement", 40, "Phong trào")},
		awards: draw("pt-so-ld-tbxh/2024", u, 2024,
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1}, batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 5},
			batch{form: "bk_tinh", achievement: "chuyen_de", groups: 4}, batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 8})}
	return listOf(bodies, u.code, l)
}

func thanhSon2024() []part {
	u := byUnit("h-238")
	l := list{head: awardHead(u, 2024, "TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH", day{2024, 12, 10}, "Thanh Sơn"), index: "1", style: 0, birth: "full", groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 13, "Danh xưng"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), col("achievement", 14, "Loại hình khen thưởng"), col("authority", 22, "Cơ quan quyết định"), col("decision", 28, "Quyết định số, ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("h-238/2024", u, 2024, of(2024, "5511/QĐ-UBND", day{2024, 12, 6},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", groups: 1},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 8, groups: 5, homes: 6, decNo: "1811/QĐ-UBND", decOn: day{2024, 8, 19}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 15},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 47, level: "huyen"},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 10},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 13, groups: 7, homes: 11, level: "huyen", decNo: "4100/QĐ-UBND", decOn: day{2024, 9, 30}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 3, level: "xa", decNo: "55/QĐ-UBND", decOn: day{2024, 11, 29}})...)}
	return listOf(mixed, u.code, l)
}

// hbJustice2024 prints a total that its own rows do not give.
func hbJustice2024() []part {
	u := byUnit("hb-so-tu-phap")
	r := newRNG("hb-so-tu-phap/2024")
	t := table{head: head{from: u, year: 2024, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG", sub: "Năm 2024", dated: day{2024, 12, 13}, place: "Hòa Bình"}, zeros: true,
		wrong: map[string]int{fPeople: 2}, words: map[string]string{"giay_khen": "Giấy khen của Giám đốc Sở"}, rows: []tally{
			drawMau02(r, "cstd_tinh", "tinh", 0, 1, 0), drawMau02(r, "cstd_co_so", "so", 0, 6, 0), drawMau02(r, "ldtt", "so", 0, 38, 0),
			drawMau02(r, "ttldtt", "so", 7, 0, 0), drawMau02(r, "bk_tinh", "tinh", 3, 5, 0), drawMau02(r, "giay_khen", "so", 4, 12, 1)}}
	return tableOf(mau02, "Mẫu 02", u.code, t)
}

func youth2024() []part {
	u := byUnit("vp-tinh-doan")
	l := list{head: awardHead(u, 2024, "CÁ NHÂN", day{2024, 12, 9}, "Vĩnh Yên"), style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng, năm sinh"), col("position", 18, "Chức vụ"), col("workplace", 26, "Đơn vị"), col("form", 30, "Hình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày quyết định")},
		awards: draw("vp-tinh-doan/2024", u, 2024, of(2024, "61/QĐ-TĐTN", day{2024, 3, 22},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 9},
			batch{form: "huyc_tnxp_ve_vang", achievement: "cong_hien", n: 4},
			batch{form: "chung_nhan_doan_the", achievement: "chuyen_de", n: 8, decNo: "61/QĐ-TĐTN", decOn: day{2024, 3, 22}})...)}
	for i := range l.awards {
		l.awards[i].who.Born.y += 9 // young people, some of them children
		if l.awards[i].form == "huyc_tnxp_ve_vang" {
			l.awards[i].who.Born.y = 1948 + i%7 // volunteers of the war years
		}
	}
	return listOf(people, u.code, l)
}

// syt2024 takes back an award of 2022.
func syt2024() []part {
	u := byUnit("pt-so-y-te")
	awards := draw("pt-so-y-te/2024", u, 2024, of(2024, "1899/QĐ-SYT", day{2024, 12, 5},
		batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
		batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 3},
		batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 4},
		batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 12},
		batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 21})...)
	before := syt2022()[0].list.awards
	for _, a := range before {
		if a.form == "cstd_co_so" && a.kind == "individual" {
			gone := a
			gone.event, gone.decOn, gone.year = "revoked", day{2024, 5, 20}, 2024
			awards = append(awards, gone)
			break
		}
	}
	// someone of the list of 2022 receives the same form again, two years later
	for _, a := range before {
		if a.form == "bk_tinh" && a.kind == "individual" {
			awards[8].who = a.who
			break
		}
	}
	l := list{head: awardHead(u, 2024, "CÁ NHÂN", day{2024, 12, 12}, "Việt Trì"), index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"), col("form", 30, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày quyết định"), col("event", 12, "Tính chất tặng"), col("class", 34, "Phân loại đối tượng")},
		awards: awards}
	return listOf(people, u.code, l)
}

func lamThao2024() []part {
	u := byUnit("h-237")
	r := newRNG("h-237/2024")
	var rows []unitRow
	for i, c := range []string{"xc-08494", "xc-08498", "xc-08512", "xc-08497", "xc-08500", "xc-08518", "xc-08536", "xc-08527", "xc-08533"} {
		rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: map[string]int{"gia_dinh_van_hoa": r.between(70, 190), "thon_van_hoa": r.between(4, 12), "giay_khen": r.between(5, 30)}})
	}
	t := table{head: head{from: u, year: 2024, plain: true, title: "TỔNG HỢP KHEN THƯỞNG CÁC XÃ, THỊ TRẤN", sub: "Năm 2024", dated: day{2024, 12, 12}, place: "Lâm Thao"},
		units: rows, forms: []string{"gia_dinh_van_hoa", "thon_van_hoa", "giay_khen"}, words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND xã"}}
	return tableOf(mau01, "", u.code, t)
}
