package main

func plan2021() []file {
	return []file{
		{path: "2021/pt-so-y-te.xlsx", parts: syt2021(), received: day{2021, 12, 10}, sender: "Sở Y tế tỉnh Phú Thọ"},
		{path: "2021/hb-ban-tdkt.zip/hb-bieu-0703.xlsx", parts: hb0703(), received: day{2021, 12, 14}, sender: "hb-ban-tdkt"},
		{path: "2021/lam-thao-mau-02.xlsx", parts: lamThao2021(), received: day{2021, 12, 13}, sender: "Huyện Lâm Thao"},
		{path: "2021/vp-so-gd-dt.xlsx", parts: vpSchool2021(), received: day{2021, 12, 8}, sender: "Sở Giáo dục và Đào tạo tỉnh Vĩnh Phúc"},
		{path: "2021/vinh-tuong.csv", typing: windows1258, parts: vinhTuong2021(), received: day{2021, 12, 20}, sender: "Huyện Vĩnh Tường", note: "gửi chậm"},
		{path: "2021/pt-so-tai-chinh.csv", parts: ptFinance2021(), semicolon: true, received: day{2022, 1, 14}, note: "gửi chậm", sender: "Sở Tài chính tỉnh Phú Thọ"},
	}
}

func syt2021() []part {
	u := byUnit("pt-so-y-te")
	own, on := "1586/QĐ-SYT", day{2021, 12, 6}
	batches := of(2021, own, on,
		batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderOther},
		batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
		batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 3},
		batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 8},
		batch{form: "bk_tinh", achievement: "dot_xuat", n: 9, decNo: "2511/QĐ-UBND", decOn: day{2021, 10, 12}},
		batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 11},
		batch{form: "ldtt", achievement: "thuong_xuyen", n: 76})
	l := list{head: awardHead(u, 2021, "CÁ NHÂN", day{2021, 12, 9}, "Việt Trì"), index: "1", birth: "full", style: 0, total: "Tổng cộng",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng,\nnăm sinh"),
			col("position", 20, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"), col("form", 28, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 15, "Loại hình\nkhen thưởng"), col("decision_no", 16, "Quyết định khen thưởng", "Số"), col("decided_on", 13, "Quyết định khen thưởng", "Ngày"),
			col("class", 34, "Phân loại đối tượng")},
		awards: draw("pt-so-y-te/2021/ca-nhan", u, 2021, batches...)}
	c := list{head: awardHead(u, 2021, "TẬP THỂ", day{2021, 12, 9}, "Việt Trì"), index: "1", style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 44, "Tên đơn vị / tập thể"), col("form", 34, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 16, "Phương thức khen thưởng"), col("decision", 30, "Quyết định số, ngày"), col("note", 14, "Ghi chú")},
		awards: draw("pt-so-y-te/2021/tap-the", u, 2021, of(2021, own, on,
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 4},
			batch{form: "bk_tinh", achievement: "chuyen_de", groups: 3, decNo: "2511/QĐ-UBND", decOn: day{2021, 10, 12}},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 9})...)}
	return []part{{sheet: "Cá nhân", shape: people, unit: u.code, list: &l}, {sheet: "Tập thể", shape: bodies, unit: u.code, list: &c}}
}

func hb0703() []part {
	u := byUnit("hb-ban-tdkt")
	r := newRNG("hb-ban-tdkt/2021")
	h := head{from: u, year: 2021, formNo: "Biểu số: 0703.N/BNV-TĐKT\nBan hành theo Thông tư số 03/2018/TT-BNV ngày 06/3/2018\nNgày nhận báo cáo: Ngày 15 tháng 12 năm báo cáo",
		title: "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG\nVÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG", sub: "Năm 2021",
		dated: day{2021, 12, 13}, place: "Hòa Bình"}
	t := table{head: h, dash: true, dots: true, rows: []tally{
		draw0603(r, "bk_tinh", 412, 38, 46, 905, 0),
		draw0603(r, "cstd_tinh", 0, 0, 0, 61, 0),
		draw0603(r, "co_tinh", 28, 3, 0, 0, 0),
		draw0603(r, "ky_niem_chuong", 0, 0, 0, 17, 5),
	}}
	return tableOf(f0603, "Biểu 0703", u.code, t)
}

func lamThao2021() []part {
	u := byUnit("h-237")
	r := newRNG("h-237/2021")
	h := head{from: u, year: 2021, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", sub: "Năm 2021\n" + reportNo("412", "UBND", day{2021, 12, 11}),
		dated: day{2021, 12, 11}, place: "Lâm Thao"}
	t := table{head: h, words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND huyện"}, rows: []tally{
		drawMau02(r, "cstd_co_so", "huyen", 0, 74, 0),
		drawMau02(r, "ldtt", "chua_ro", 0, 642, 0),
		drawMau02(r, "ttldtt", "huyen", 38, 0, 0),
		drawMau02(r, "bk_tinh", "tinh", 9, 26, 0),
		drawMau02(r, "giay_khen", "huyen", 61, 188, 7),
	}}
	return tableOf(mau02, "Mẫu 02", u.code, t)
}

func vpSchool2021() []part {
	u := byUnit("vp-so-gd-dt")
	batches := of(2021, "987/QĐ-SGDĐT", day{2021, 7, 12},
		batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1, groups: 1},
		batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 9, groups: 4},
		batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 4},
		batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 5},
		batch{form: "giay_khen", achievement: "chuyen_de", n: 12, groups: 3, level: "so"})
	l := list{head: head{from: u, year: 2021, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nNĂM HỌC 2020 - 2021", dated: day{2021, 12, 6}, place: "Vĩnh Yên"},
		index: "A", groups: []string{"form"}, groupForm: "roman", style: 0,
		columns: []column{col("ordinal", 6, "TT"), col("salutation", 12, "Tên gọi\n(Ông/Bà/Chức danh)"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("position", 20, "Chức vụ"),
			col("workplace", 28, "Đơn vị công tác"), col("kind", 24, "Phân loại khen thưởng"), col("achievement", 15, "Loại hình khen thưởng"), col("class", 30, "Phân loại đối tượng"), col("decision", 28, "Quyết định số, ngày")},
		awards: draw("vp-so-gd-dt/2021", u, 2021, batches...)}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2020-2021"
	return parts
}

func vinhTuong2021() []part {
	u := byUnit("h-252")
	batches := of(2021, "5120/QĐ-UBND", day{2021, 12, 2},
		batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 3},
		batch{form: "ldtt", achievement: "thuong_xuyen", n: 14, level: "huyen"},
		batch{form: "ldtt", achievement: "thuong_xuyen", n: 6, level: "xa", decNo: "88/QĐ-UBND", decOn: day{2021, 11, 25}},
		batch{form: "giay_khen", achievement: "dot_xuat", n: 5, level: "huyen", decNo: "3301/QĐ-UBND", decOn: day{2021, 8, 30}})
	l := list{head: head{from: u, year: 2021, plain: true, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2021", dated: day{2021, 12, 18}, place: "Vĩnh Tường"},
		style: 1, birth: "year",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ tên"), col("gender", 8, "Nam/Nữ"), col("birth", 8, "Năm sinh"), col("position", 20, "Chức vụ"),
			col("workplace", 26, "Cơ quan/đơn vị"), col("form", 22, "Danh hiệu thi đua/Hình thức khen thưởng"), col("achievement", 14, "Phương thức khen thưởng"),
			col("authority", 24, "Cơ quan quyết định"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày QĐ")},
		awards: draw("h-252/2021", u, 2021, batches...)}
	return listOf(people, u.code, l)
}

func ptFinance2021() []part {
	u := byUnit("pt-so-tai-chinh")
	l := list{head: head{from: u, year: 2021, plain: true, title: "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG DANH HIỆU THI ĐUA NĂM 2021",
		sub: annex("245/QĐ-STC", day{2022, 1, 10}, "Giám đốc Sở Tài chính"), decNo: "245/QĐ-STC", decOn: day{2022, 1, 10}},
		style: 1, birth: "full", groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender_male", 8, "Năm sinh", "Nam"), col("gender_female", 8, "Năm sinh", "Nữ"),
			col("position", 20, "Chức vụ"), col("workplace", 26, "Đơn vị"), col("achievement", 14, "Loại hình khen thưởng")},
		awards: draw("pt-so-tai-chinh/2021", u, 2021,
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 6},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 21})}
	return listOf(people, u.code, l)
}
