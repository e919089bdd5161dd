package main

func plan2025() []file {
	return []file{
		{path: "2025/yen-lac.xlsx", parts: yenLac2025(), received: day{2025, 6, 25}, sender: "Huyện Yên Lạc", note: "trước khi kết thúc hoạt động cấp huyện"},
		{path: "2025/so-y-te.xlsx", parts: health2025(), received: day{2025, 12, 12}, sender: "Sở Y tế tỉnh Phú Thọ"},
		{path: "2025/so-noi-vu.xlsx", parts: home2025(), received: day{2025, 12, 14}, sender: "ptm-so-noi-vu"},
		{path: "2025/so-gd-dt-mau-02.xlsx", parts: school2025(), received: day{2025, 12, 15}, sender: "Sở Giáo dục và Đào tạo tỉnh Phú Thọ"},
		{path: "2025/so-nn-mt.csv", parts: farm2025(), received: day{2025, 12, 11}, sender: "Sở Nông nghiệp và Môi trường tỉnh Phú Thọ"},
		{path: "2025/hy-cuong.xlsx", parts: hyCuong2025(), received: day{2025, 12, 10}, sender: "Xã Hy Cương"},
		{path: "2025/phuong-viet-tri.csv", parts: vietTri2025(), semicolon: true, received: day{2025, 12, 16}, sender: "Phường Việt Trì", note: "gửi chậm"},
		{path: "2025/mau-01.xlsx", parts: board2025(), received: day{2025, 12, 15}, sender: "ptm-ban-tdkt"},
		{path: "2025/so-cong-thuong.xlsx", parts: trade2025(), received: day{2025, 12, 13}, sender: "ptm-so-cong-thuong"},
		{path: "2025/hoi-lhpn.xlsx", parts: women2025(), received: day{2025, 12, 9}, sender: "ptm-hoi-lhpn"},
		{path: "2025/xa-da-bac.xlsx", parts: daBac2025(), received: day{2025, 12, 12}, sender: "Xã Đà Bắc", note: "không có khen thưởng"},
	}
}

// daBac2025 says that it has nothing, which is not the silence of those who sent no return.
func daBac2025() []part {
	u := byUnit("xm-04831")
	l := list{head: awardHead(u, 2025, "TẬP THỂ, CÁ NHÂN", day{2025, 12, 11}, "Đà Bắc"), nothing: "Năm 2025 xã không có trường hợp nào được khen thưởng.",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Tên tập thể/cá nhân"), col("kind", 18, "Phân loại khen thưởng"), col("form", 30, "Danh hiệu thi đua/\nHình thức khen thưởng"), col("decision", 28, "Quyết định số, ngày")}}
	return listOf(mixed, u.code, l)
}

func yenLac2025() []part {
	u := byUnit("h-251")
	l := list{head: awardHead(u, 2025, "CÁ NHÂN", day{2025, 6, 23}, "Yên Lạc"), index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"), col("form", 30, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("decision", 28, "Quyết định số, ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("h-251/2025", u, 2025,
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 9, decNo: "1402/QĐ-UBND", decOn: day{2025, 6, 12}},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 14, decNo: "1402/QĐ-UBND", decOn: day{2025, 6, 12}},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 6, decNo: "1105/QĐ-UBND", decOn: day{2025, 5, 19}},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 8, level: "huyen", decNo: "1188/QĐ-UBND", decOn: day{2025, 5, 28}})}
	return listOf(people, u.code, l)
}

func health2025() []part {
	u := byUnit("ptm-so-y-te")
	l := list{head: awardHead(u, 2025, "CÁ NHÂN", day{2025, 12, 10}, "Phú Thọ"), index: "1", style: 0, birth: "date", groups: []string{"workplace"}, groupForm: "merged",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng,\nnăm sinh"), col("position", 20, "Chức vụ"), col("form", 30, "Danh hiệu thi đua/\nHình thức khen thưởng"),
			col("achievement", 15, "Loại hình\nkhen thưởng"), col("decision_no", 16, "Quyết định khen thưởng", "Số"), col("decided_on", 13, "Quyết định khen thưởng", "Ngày"), col("class", 36, "Phân loại đối tượng")},
		awards: byPlace(draw("ptm-so-y-te/2025", u, 2025, of(2025, "2310/QĐ-SYT", day{2025, 12, 4},
			batch{form: "hc_lao_dong_nhi", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 3},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 5},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 16},
			batch{form: "bk_tinh", achievement: "dot_xuat", n: 6, decNo: "2207/QĐ-UBND", decOn: day{2025, 10, 8}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 28},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 64})...))}
	return listOf(people, u.code, l)
}

func home2025() []part {
	u := byUnit("ptm-so-noi-vu")
	l := list{head: awardHead(u, 2025, "TẬP THỂ, CÁ NHÂN", day{2025, 12, 12}, "Phú Thọ"), style: 0, lookups: true, blanks: 8, birth: "year",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 14, "Tên gọi\n(Ông/Bà/Chức danh)"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("birth", 9, "Năm sinh"), col("position", 20, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), col("form", 30, "Danh hiệu thi đua/Hình thức khen thưởng"), col("class", 36, "Phân loại đối tượng"), col("achievement", 14, "Loại hình khen thưởng"), col("decision", 28, "Quyết định số, ngày")},
		awards: draw("ptm-so-noi-vu/2025", u, 2025, of(2025, "1755/QĐ-SNV", day{2025, 12, 8},
			batch{form: "co_chinh_phu", achievement: "thuong_xuyen", groups: 1},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 4},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 10, groups: 3},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 9},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 6, groups: 2, level: "so", decNo: "1290/QĐ-SNV", decOn: day{2025, 9, 15}})...)}
	return listOf(mixed, u.code, l)
}

func school2025() []part {
	u := byUnit("ptm-so-gd-dt")
	r := newRNG("ptm-so-gd-dt/2025")
	t := table{head: head{from: u, year: 2025, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG", sub: "Năm 2025\n" + reportNo("877", "SGDĐT", day{2025, 12, 13}), dated: day{2025, 12, 13}, place: "Phú Thọ"},
		dots: true, dash: true, words: map[string]string{"giay_khen": "Giấy khen của Giám đốc Sở"}, rows: []tally{
			drawMau02(r, "cstd_toan_quoc", "nha_nuoc", 0, 1, 0), drawMau02(r, "cstd_tinh", "tinh", 0, 14, 0), drawMau02(r, "cstd_co_so", "so", 0, 48, 0), drawMau02(r, "ldtt", "so", 0, 186, 0),
			drawMau02(r, "ttldxs", "tinh", 31, 0, 0), drawMau02(r, "ttldtt", "so", 32, 0, 0),
			drawMau02(r, "bk_thu_tuong", "nha_nuoc", 2, 4, 0), drawMau02(r, "bk_tinh", "tinh", 12, 31, 0), drawMau02(r, "giay_khen", "so", 21, 60, 9)}}
	return tableOf(mau02, "Mẫu 02", u.code, t)
}

func farm2025() []part {
	u := byUnit("ptm-so-nn-mt")
	l := list{head: head{from: u, year: 2025, plain: true, title: "DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG NĂM 2025", sub: annex("3110/QĐ-UBND", day{2025, 12, 2}, "Chủ tịch UBND tỉnh"), decNo: "3110/QĐ-UBND", decOn: day{2025, 12, 2}},
		style: 0, groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("name", 40, "Tên tập thể"), col("achievement", 16, "Phương thức khen thưởng"), col("note", 10, "Ghi chú")},
		awards: draw("ptm-so-nn-mt/2025", u, 2025,
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1}, batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 6}, batch{form: "bk_tinh", achievement: "thuong_xuyen", groups: 7})}
	return listOf(bodies, u.code, l)
}

func hyCuong2025() []part {
	u := byUnit("xm-08515")
	l := list{head: head{from: u, year: 2025, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG\nNĂM 2025", sub: annex("512/QĐ-UBND", day{2025, 12, 3}, "Chủ tịch UBND xã Hy Cương"), decNo: "512/QĐ-UBND", decOn: day{2025, 12, 3}, dated: day{2025, 12, 8}, place: "Hy Cương"},
		index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Tên tập thể/cá nhân/hộ gia đình"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), col("form", 32, "Danh hiệu thi đua/Hình thức khen thưởng"), col("achievement", 14, "Loại hình khen thưởng"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("xm-08515/2025", u, 2025,
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 17},
			batch{form: "thon_van_hoa", achievement: "thuong_xuyen", groups: 5},
			batch{form: "gia_dinh_van_hoa", achievement: "thuong_xuyen", homes: 14},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 6, groups: 3, homes: 2, level: "xa"})}
	return listOf(mixed, u.code, l)
}

func vietTri2025() []part {
	u := byUnit("xm-07900")
	l := list{head: head{from: u, year: 2025, plain: true, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2025", dated: day{2025, 12, 15}, place: "Việt Trì"}, style: 1, birth: "year",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 10, "Ông/Bà"), col("name", 24, "Họ và tên"), col("birth", 9, "Năm sinh"), col("position", 18, "Chức danh"), col("workplace", 26, "Đơn vị"), col("form", 24, "Danh hiệu thi đua/Hình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày QĐ"), col("class", 30, "Phân loại đối tượng")},
		awards: draw("xm-07900/2025", u, 2025, of(2025, "688/QĐ-UBND", day{2025, 11, 28},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 5}, batch{form: "ldtt", achievement: "thuong_xuyen", n: 22}, batch{form: "bk_tinh", achievement: "chuyen_de", n: 3})...)}
	return listOf(people, u.code, l)
}

func board2025() []part {
	u := byUnit("ptm-ban-tdkt")
	r := newRNG("ptm-ban-tdkt/2025")
	rows := []unitRow{{mark: "I", text: "Các sở, ban, ngành, đoàn thể"}}
	add := func(codes ...string) {
		for i, c := range codes {
			rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: map[string]int{"co_tinh": r.below(2), "cstd_tinh": r.between(1, 4), "ttldxs": r.between(2, 9), "bk_tinh": r.between(12, 40)}})
		}
	}
	add("ptm-so-cong-thuong", "ptm-so-xay-dung", "ptm-so-tu-phap", "ptm-so-tai-chinh", "ptm-so-vh-tt-dl")
	rows = append(rows, unitRow{mark: "II", text: "Các xã, phường"})
	add("xm-08494", "xm-09025", "xm-04831", "xm-05266", "xm-08521", "xm-08740")
	t := table{head: head{from: u, year: 2025, title: "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG CẤP TỈNH", sub: "Năm 2025", dated: day{2025, 12, 14}, place: "Phú Thọ"},
		units: rows, forms: []string{"co_tinh", "cstd_tinh", "ttldxs", "bk_tinh"}, dash: true}
	return tableOf(mau01, "Mẫu 01", u.code, t)
}

// trade2025 is a long list of the forms that the board's table (mau-01.xlsx) does not tell of this office.
func trade2025() []part {
	u := byUnit("ptm-so-cong-thuong")
	l := list{head: awardHead(u, 2025, "CÁ NHÂN", day{2025, 12, 11}, "Phú Thọ"), index: "A", style: 1, birth: "date", groups: []string{"form"}, groupForm: "roman", total: "Tổng cộng",
		columns: []column{col("ordinal", 6, "TT"), col("name", 24, "Họ tên"), col("gender_male", 8, "Năm sinh", "Nam"), col("gender_female", 8, "Năm sinh", "Nữ"), col("position", 20, "Chức danh"), col("workplace", 28, "Cơ quan/đơn vị"),
			col("achievement", 16, "Phương thức\nkhen thưởng"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày ký"), col("class", 36, "Phân loại cán bộ"), col("note", 10, "Ghi chú")},
		awards: draw("ptm-so-cong-thuong/2025", u, 2025, of(2025, "1320/QĐ-SCT", day{2025, 12, 3},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 21},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 98})...)}
	return listOf(people, u.code, l)
}

func women2025() []part {
	u := byUnit("ptm-hoi-lhpn")
	l := list{head: awardHead(u, 2025, "CÁ NHÂN", day{2025, 12, 5}, "Phú Thọ"), index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("workplace", 26, "Đơn vị công tác"), col("form", 30, "Hình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("direct_tick", 14, "Người lao động trực tiếp"), col("decision", 28, "Quyết định số, ngày")},
		awards: draw("ptm-hoi-lhpn/2025", u, 2025, of(2025, "", day{},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 12},
			batch{form: "hc_dai_doan_ket", achievement: "cong_hien", n: 1},
			batch{form: "ky_niem_chuong", achievement: "cong_hien", n: 8, decNo: "402/QĐ-ĐCT", decOn: day{2025, 10, 15}})...)}
	return listOf(people, u.code, l)
}
