package main

func plan2023() []file {
	early, late := vinhYen2023(false), vinhYen2023(true)
	early[0].role = "superseded"
	return []file{
		{path: "2023/vp-bieu-0603-doi-chieu.xlsx", parts: vp0603(), received: day{2023, 12, 15}, sender: "vp-ban-tdkt", note: "chỉ để đối chiếu"},
		{path: "2023/yen-lac-mau-01.xlsx", parts: yenLac2023(), received: day{2023, 12, 11}, sender: "Huyện Yên Lạc"},
		{path: "2023/pt-so-nn-ptnt.csv", parts: ptFarm2023(), semicolon: true, received: day{2023, 12, 13}, sender: "Sở Nông nghiệp và Phát triển nông thôn tỉnh Phú Thọ"},
		{path: "2023/vp-so-y-te.xlsx", parts: vpHealth2023(), received: day{2023, 12, 14}, sender: "Sở Y tế tỉnh Vĩnh Phúc"},
		{path: "2023/vinh-yen.xlsx", parts: early, received: day{2023, 12, 5}, sender: "Thành phố Vĩnh Yên"},
		{path: "2023/vinh-yen-gui-lai.xlsx", parts: late, received: day{2023, 12, 14}, sender: "Thành phố Vĩnh Yên", revises: "2023/vinh-yen.xlsx", note: "gửi lại, bổ sung 3 tập thể"},
		{path: "2023/hb-so-y-te-dot-xuat.xlsx", parts: hbHealth2023(), received: day{2023, 9, 20}, sender: "Sở Y tế tỉnh Hòa Bình"},
		{path: "2023/doan-hung-de-nghi.xlsx", parts: proposals2023(), received: day{2023, 11, 10}, sender: "Huyện Đoan Hùng", note: "danh sách đề nghị"},
		{path: "2023/pt-so-gd-dt.xlsx", parts: ptSchool2023(), received: day{2023, 12, 5}, sender: "Sở Giáo dục và Đào tạo tỉnh Phú Thọ"},
		{path: "2023/lam-thao.xlsx", parts: lamThao2023(), received: day{2023, 12, 12}, sender: "Huyện Lâm Thao"},
	}
}

// vp0603 is the board's own count of what its offices sent that year, a little more than theirs: control only.
func vp0603() []part {
	u := byUnit("vp-ban-tdkt")
	r := newRNG("vp-ban-tdkt/2023")
	h := head{from: u, year: 2023, formNo: "Biểu số: 0603.N/BNV-TĐKT\nBan hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023\nNgày nhận báo cáo: Ngày 15 tháng 12 năm báo cáo",
		title: "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG\nVÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG", sub: "Năm 2023",
		dated: day{2023, 12, 14}, place: "Vĩnh Yên"}
	t := table{head: h, rows: []tally{draw0603(r, "bk_tinh", 5, 1, 1, 11, 0), draw0603(r, "cstd_tinh", 0, 0, 0, 2, 0), draw0603(r, "co_tinh", 1, 0, 0, 0, 0)}}
	parts := tableOf(f0603, "Biểu 0603", u.code, t)
	parts[0].role = "control"
	return parts
}

func yenLac2023() []part {
	u := byUnit("h-251")
	r := newRNG("h-251/2023")
	rows := []unitRow{{mark: "I", text: "ĐỊA BÀN HUYỆN YÊN LẠC"}, {mark: "I.1", text: "Các thị trấn"}}
	add := func(codes ...string) {
		for i, c := range codes {
			of := map[string]int{"thon_van_hoa": r.between(3, 9), "gia_dinh_van_hoa": r.between(60, 260), "giay_khen": r.between(0, 24)}
			if c == "xc-09025" {
				of["gia_dinh_van_hoa"] = 1105 // the one figure with a dot for thousands
			}
			if r.chance(25) {
				delete(of, "giay_khen")
			}
			rows = append(rows, unitRow{mark: yearText(i + 1), code: c, text: units[c].name, of: of})
		}
	}
	add("xc-09025", "xc-09043")
	rows = append(rows, unitRow{mark: "I.2", text: "Các xã"})
	add("xc-09028", "xc-09034", "xc-09031", "xc-09037", "xc-09040", "xc-09046")
	t := table{head: head{from: u, year: 2023, title: "TỔNG HỢP KHEN THƯỞNG CẤP XÃ", sub: "Năm 2023\n(Kèm theo Báo cáo số 655/BC-UBND ngày 09 tháng 12 năm 2023)", dated: day{2023, 12, 9}, place: "Yên Lạc"},
		units: rows, forms: []string{"thon_van_hoa", "gia_dinh_van_hoa", "giay_khen"}, dots: true, dash: true, words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND xã"}}
	return tableOf(mau01, "Mẫu 01", u.code, t)
}

func ptFarm2023() []part {
	u := byUnit("pt-so-nn-ptnt")
	l := list{head: head{from: u, year: 2023, bare: true}, style: 1, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 12, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 26, "Đơn vị công tác"),
			col("form", 26, "Danh hiệu thi đua/Hình thức khen thưởng"), col("achievement", 14, "Loại hình khen thưởng"), col("award_year", 8, "Năm"), col("decision_no", 16, "Số quyết định"), col("decided_on", 13, "Ngày quyết định"), col("class", 30, "Phân loại đối tượng")},
		awards: draw("pt-so-nn-ptnt/2023", u, 2023, of(2023, "812/QĐ-SNN", day{2023, 12, 7},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 5},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 3},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 23})...)}
	return listOf(people, u.code, l)
}

func vpHealth2023() []part {
	u := byUnit("vp-so-y-te")
	awards := draw("vp-so-y-te/2023", u, 2023, of(2023, "2044/QĐ-SYT", day{2023, 12, 11},
		batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
		batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 2},
		batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 10},
		batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 14},
		batch{form: "ldtt", achievement: "thuong_xuyen", n: 95})...)
	// the fighters of the grassroots are advanced workers too: the same people twice, in two forms
	for i := range 14 {
		awards[28+i].who = awards[14+i].who
	}
	// two titles of the year before, decided late
	awards[14].year, awards[15].year = 2022, 2022
	l := list{head: awardHead(u, 2023, "CÁ NHÂN", day{2023, 12, 12}, "Vĩnh Yên"), index: "1", style: 0, birth: "date", groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng, năm sinh"), col("position", 18, "Chức vụ"),
			col("workplace", 28, "Đơn vị công tác"), col("achievement", 14, "Loại hình"), col("award_year", 8, "Năm"), col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày ký"), col("class", 36, "Phân loại đối tượng")},
		awards: awards}
	return listOf(people, u.code, l)
}

// vinhYen2023 is sent twice; the second time with three more collectives.
func vinhYen2023(again bool) []part {
	u := byUnit("h-243")
	h := awardHead(u, 2023, "TẬP THỂ", day{2023, 12, 4}, "Vĩnh Yên")
	n := 9
	if again {
		h.dated, n = day{2023, 12, 13}, 12
	}
	l := list{head: h, index: "1", style: 0, total: "Tổng cộng",
		columns: []column{col("ordinal", 6, "TT"), col("name", 42, "Tên tập thể"), col("form", 32, "Danh hiệu thi đua/\nHình thức khen thưởng"), col("achievement", 16, "Phương thức khen thưởng"),
			col("decision_no", 16, "Số QĐ"), col("decided_on", 13, "Ngày QĐ"), col("note", 14, "Ghi chú")},
		awards: draw("h-243/2023", u, 2023, of(2023, "7310/QĐ-UBND", day{2023, 12, 1},
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1},
			batch{form: "bk_tinh", achievement: "chuyen_de", groups: 4, decNo: "1210/QĐ-UBND", decOn: day{2023, 6, 14}},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 3},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: n})...)}
	return listOf(bodies, u.code, l)
}

// hbHealth2023 states no year: each award counts in the year of its decision.
func hbHealth2023() []part {
	u := byUnit("hb-so-y-te")
	l := list{head: head{from: u, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nTHÀNH TÍCH ĐỘT XUẤT", sub: "(khám, chữa bệnh, cấp cứu người bị nạn)", dated: day{2023, 9, 18}, place: "Hòa Bình"}, style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"), col("form", 32, "Hình thức khen thưởng"),
			col("achievement", 14, "Loại hình khen thưởng"), col("decision", 28, "Quyết định số, ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("hb-so-y-te/2023", u, 2023,
			batch{form: "hc_dung_cam", achievement: "dot_xuat", n: 1, decNo: "702/QĐ-CTN", decOn: day{2023, 6, 20}},
			batch{form: "bk_tinh", achievement: "dot_xuat", n: 7, decNo: "1502/QĐ-UBND", decOn: day{2023, 8, 12}},
			batch{form: "giay_khen", achievement: "dot_xuat", n: 8, level: "so", decNo: "611/QĐ-SYT", decOn: day{2023, 8, 30}})}
	parts := listOf(people, u.code, l)
	parts[0].period = "2023"
	return parts
}

func proposals2023() []part {
	u := byUnit("h-230")
	l := list{head: head{from: u, year: 2023, title: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2023", sub: "(Kèm theo Tờ trình số 402/TTr-UBND ngày 08 tháng 11 năm 2023)", dated: day{2023, 11, 8}, place: "Đoan Hùng"}, index: "1", style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"), col("form", 32, "Danh hiệu đề nghị"),
			col("achievement", 14, "Loại hình khen thưởng"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("h-230/2023", u, 2023,
			batch{form: "hc_lao_dong_ba", achievement: "cong_hien", n: 1}, batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 2},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 9})}
	parts := listOf(people, u.code, l)
	parts[0].role = "proposal"
	return parts
}

func ptSchool2023() []part {
	u := byUnit("pt-so-gd-dt")
	l := list{head: head{from: u, year: 2023, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nNĂM HỌC 2022 - 2023", sub: reportNo("233", "SGDĐT", day{2023, 12, 4}), dated: day{2023, 12, 4}, place: "Việt Trì"},
		index: "A", style: 0, birth: "full", groups: []string{"achievement", "form"}, groupForm: "roman",
		columns: []column{col("ordinal", 7, "STT"), col("name", 34, "Tên tập thể, cá nhân"), col("gender", 9, "Nam/Nữ"), col("birth", 13, "N/S"), col("workplace", 28, "Đơn vị công tác"), col("kind", 24, "Phân loại khen thưởng"),
			col("decision", 28, "Quyết định số, ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("pt-so-gd-dt/2023", u, 2023, of(2023, "1466/QĐ-SGDĐT", day{2023, 7, 20},
			batch{form: "bk_thu_tuong", achievement: "thuong_xuyen", n: 1, groups: 1},
			batch{form: "cstd_tinh", achievement: "thuong_xuyen", n: 4},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 8, groups: 4},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 16},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 3, groups: 2, decNo: "1399/QĐ-UBND", decOn: day{2023, 7, 3}},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 6, decNo: "1470/QĐ-SGDĐT", decOn: day{2023, 7, 21}})...)}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2022-2023"
	return parts
}

// lamThao2023 holds a list and a table of one office: the list counts for the forms both tell.
func lamThao2023() []part {
	u := byUnit("h-237")
	r := newRNG("h-237/2023")
	t := table{head: head{from: u, year: 2023, title: "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN", sub: "Năm 2023", dated: day{2023, 12, 11}, place: "Lâm Thao"},
		words: map[string]string{"giay_khen": "Giấy khen của Chủ tịch UBND huyện"}, rows: []tally{
			drawMau02(r, "cstd_co_so", "huyen", 0, 81, 0), drawMau02(r, "ldtt", "chua_ro", 0, 647, 0), drawMau02(r, "ttldtt", "huyen", 41, 0, 0),
			drawMau02(r, "bk_tinh", "tinh", 7, 14, 0), drawMau02(r, "giay_khen", "huyen", 52, 171, 4)}}
	l := list{head: awardHead(u, 2023, "CÁ NHÂN", day{2023, 12, 11}, "Lâm Thao"), index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"),
			col("form", 32, "Hình thức khen thưởng"), col("achievement", 14, "Loại hình khen thưởng"), col("decision", 28, "Quyết định số, ngày"), col("class", 34, "Phân loại đối tượng")},
		awards: draw("h-237/2023/ca-nhan", u, 2023, of(2023, "", day{},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "chuyen_de", n: 2},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 13})...)}
	return []part{{sheet: "Mẫu 02", shape: mau02, unit: u.code, table: &t}, {sheet: "DS cá nhân", shape: people, unit: u.code, list: &l}}
}
