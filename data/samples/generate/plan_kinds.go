package main

// planKinds are returns of 2021–2024 of the less usual kinds of award: resistance war, years of service, foreign
// affairs, great national unity, care for the wounded, households and small collectives.
func planKinds() []file {
	return []file{
		{path: "2021/doan-hung-khang-chien.xls", typing: vnTime, parts: resistance2021(), received: day{2021, 12, 14}, sender: "Huyện Đoan Hùng"},
		{path: "2022/pt-cong-an.xlsx", parts: police2022(), received: day{2022, 12, 9}, sender: "pt-cong-an"},
		{path: "2022/pt-hoi-nong-dan.xlsx", parts: farmers2022(), received: day{2022, 12, 13}, sender: "pt-hoi-nong-dan"},
		{path: "2023/hb-ub-mttq-dot-3.xlsx", parts: unity2023(), received: day{2023, 8, 4}, sender: "hb-ub-mttq"},
		{path: "2023/vp-so-ld-tbxh-thang-6.txt", parts: wounded2023(), received: day{2023, 7, 20}, sender: "vp-so-ld-tbxh", note: "gửi chậm"},
		{path: "2024/pt-van-phong-ubnd-doi-ngoai.xlsx", parts: abroad2024(), received: day{2024, 12, 9}, sender: "pt-van-phong-ubnd"},
		{path: "2024/hb-cty-thuy-dien.xlsx", parts: hydro2024(), received: day{2024, 12, 12}, sender: "hb-cty-thuy-dien"},
		{path: "2024/vp-thpt-chuyen.ods", parts: lycee2024(), received: day{2024, 10, 2}, sender: "vp-thpt-chuyen-vinh-phuc"},
	}
}

// personColumns are the usual columns of a list of individuals, and what follows them.
func personColumns(form string, more ...column) []column {
	return append([]column{col("ordinal", 6, "STT"), col("name", 24, "Họ và tên"), col("gender", 9, "Giới tính"), col("birth", 13, "Ngày, tháng,\nnăm sinh"),
		col("position", 20, "Chức vụ"), col("workplace", 30, "Đơn vị công tác"), col("form", 34, form)}, more...)
}

// mixedColumns are those of a list of collectives, individuals and households.
func mixedColumns(form string, more ...column) []column {
	return append([]column{col("ordinal", 6, "STT"), col("name", 36, "Tên tập thể/cá nhân/hộ gia đình"), col("gender", 9, "Nam/Nữ"), col("birth", 12, "Năm sinh"), col("position", 18, "Chức vụ"),
		col("workplace", 28, "Đơn vị công tác"), col("kind", 24, "Phân loại khen thưởng"), col("form", 34, form)}, more...)
}

var (
	achievementColumn = col("achievement", 16, "Loại hình khen thưởng")
	decisionColumn    = col("decision", 30, "Quyết định số, ngày")
	classColumn       = col("class", 36, "Phân loại đối tượng")
)

// resistance2021 states no year: awards for the resistance wars count in the year of their decision.
func resistance2021() []part {
	u := byUnit("h-230")
	crown, later := day{2021, 4, 26}, day{2021, 11, 22}
	awards := draw("h-230/2021/khang-chien", u, 2021,
		batch{form: "hc_khang_chien_nhat", achievement: "khang_chien", n: 1, decNo: "552/QĐ-CTN", decOn: crown, class: directWorker},
		batch{form: "hc_khang_chien_nhi", achievement: "khang_chien", n: 3, decNo: "552/QĐ-CTN", decOn: crown, class: directWorker},
		batch{form: "hc_khang_chien_ba", achievement: "khang_chien", n: 6, decNo: "1902/QĐ-CTN", decOn: later, class: directWorker},
		batch{form: "huyc_khang_chien_nhat", achievement: "khang_chien", n: 8, decNo: "552/QĐ-CTN", decOn: crown, class: directWorker},
		batch{form: "huyc_khang_chien_nhi", achievement: "khang_chien", n: 5, decNo: "1902/QĐ-CTN", decOn: later, class: directWorker},
		batch{form: "bk_thu_tuong", achievement: "khang_chien", n: 4, decNo: "1660/QĐ-TTg", decOn: day{2021, 10, 5}, class: directWorker},
		batch{form: "bk_tinh", achievement: "khang_chien", n: 9, decNo: "2870/QĐ-UBND", decOn: later, class: directWorker})
	for i := range awards {
		a := &awards[i]
		a.who.Born.y = 1929 + (a.who.Born.y*7+i)%24
		a.who.Position, a.who.Place = "", "Khu "+yearText(1+i%9)+", "+pick(newRNG(a.who.Name), []string{"xã Chí Đám", "xã Bằng Luân", "thị trấn Đoan Hùng", "xã Tây Cốc"})
		if i%5 == 1 {
			a.event = "posthumous"
		}
	}
	l := list{head: head{from: u, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nTHÀNH TÍCH THAM GIA KHÁNG CHIẾN", dated: day{2021, 12, 10}, place: "Đoan Hùng"}, index: "1", style: 0, birth: "year", total: "Cộng",
		columns: []column{col("ordinal", 6, "STT"), col("name", 24, "Họ tên"), col("gender_male", 9, "Năm sinh", "Nam"), col("gender_female", 9, "Năm sinh", "Nữ"), col("workplace", 34, "Địa chỉ / Nơi ở"),
			col("form", 34, "Hình thức, mức hạng"), col("achievement", 16, "Loại hình khen thưởng"), decisionColumn, col("event", 14, "Tính chất tặng")},
		awards: awards}
	parts := listOf(people, u.code, l)
	parts[0].period = "2021"
	return parts
}

// police awards medals for years of service; its column of titles holds ranks, from which nobody may guess the sex.
func police(u unit, seed string, year int, h head, batches ...batch) list {
	l := list{head: h, index: "1", style: 0, birth: "full",
		columns: []column{col("ordinal", 6, "STT"), col("salutation", 14, "Tên gọi\n(Ông/Bà/Chức danh)"), col("name", 24, "Họ và tên"), col("birth", 13, "Ngày sinh"), col("position", 20, "Chức vụ"),
			col("workplace", 30, "Đơn vị công tác"), col("form", 36, "Hình thức khen thưởng"), achievementColumn, decisionColumn, classColumn},
		awards: draw(seed, u, year, batches...)}
	for i := range l.awards {
		l.awards[i].who.Title = ranks[(i*i+i)%len(ranks)]
	}
	return l
}

func police2022() []part {
	u := byUnit("pt-cong-an")
	no, on := "877/QĐ-CTN", day{2022, 8, 15}
	l := police(u, "pt-cong-an/2022", 2022, awardHead(u, 2022, "CÁ NHÂN", day{2022, 12, 7}, "Việt Trì"),
		batch{form: "hc_bao_ve_to_quoc_ba", achievement: "cong_hien", n: 1, class: leaderDept, decNo: no, decOn: on},
		batch{form: "hc_chien_cong_ba", achievement: "dot_xuat", n: 2, decNo: "911/QĐ-CTN", decOn: day{2022, 9, 1}},
		batch{form: "huyc_vi_an_ninh_to_quoc", achievement: "nien_han", n: 5, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_nhat", achievement: "nien_han", n: 6, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_nhi", achievement: "nien_han", n: 8, decNo: no, decOn: on},
		batch{form: "huyc_chien_si_ve_vang_ba", achievement: "nien_han", n: 11, decNo: no, decOn: on},
		batch{form: "bk_tinh", achievement: "dot_xuat", n: 7, decNo: "2044/QĐ-UBND", decOn: day{2022, 9, 12}})
	return listOf(people, u.code, l)
}

// farmers2022 follows the plan for model households: collectives, persons and households of one movement.
func farmers2022() []part {
	u := byUnit("pt-hoi-nong-dan")
	l := list{head: awardHead(u, 2022, "TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH", day{2022, 12, 8}, "Việt Trì"), index: "1", style: 0, birth: "year", groups: []string{"achievement"}, groupForm: "roman", total: "Tổng cộng",
		columns: mixedColumns("Hình thức khen thưởng", col("movement", 30, "Phong trào thi đua"), decisionColumn, classColumn),
		awards: draw("pt-hoi-nong-dan/2022", u, 2022, of(2022, "", day{},
			batch{form: "hc_lao_dong_ba", achievement: "thuong_xuyen", n: 1, class: leaderDept},
			batch{form: "bk_thu_tuong", achievement: "chuyen_de", n: 1, homes: 1},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 6, groups: 5, homes: 8, decNo: "2301/QĐ-UBND", decOn: day{2022, 10, 11}})...)}
	return listOf(mixed, u.code, l)
}

// unity2023 is the July round: the Great National Unity Order and those who worked for it.
func unity2023() []part {
	u := byUnit("hb-ub-mttq")
	h := head{from: u, year: 2023, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG ĐỢT 3 NĂM 2023", dated: day{2023, 8, 2}, place: "Hòa Bình"}
	l := list{head: h, index: "A", style: 0, birth: "full",
		columns: personColumns("Hình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("hb-ub-mttq/2023", u, 2023,
			batch{form: "hc_dai_doan_ket", achievement: "cong_hien", n: 3, class: leaderDept, decNo: "733/QĐ-CTN", decOn: day{2023, 7, 10}},
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 9, decNo: "1420/QĐ-UBND", decOn: day{2023, 7, 24}},
			batch{form: "ky_niem_chuong", achievement: "cong_hien", n: 4, class: leaderOther, decNo: "188/QĐ-MTTW", decOn: day{2023, 7, 5}},
			batch{form: "ky_niem_chuong", achievement: "cong_hien", n: 1, class: directWorker, decNo: "188/QĐ-MTTW", decOn: day{2023, 7, 5}})} // the one who was no leader
	parts := listOf(people, u.code, l)
	parts[0].round = "đợt 3"
	return parts
}

// wounded2023 is the June round: those who care for the wounded and for the families of the fallen.
func wounded2023() []part {
	u := byUnit("vp-so-ld-tbxh")
	h := head{from: u, year: 2023, plain: true, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG\nTRONG CÔNG TÁC CHĂM SÓC THƯƠNG BINH, GIA ĐÌNH LIỆT SĨ", sub: "Tháng 6 năm 2023", dated: day{2023, 7, 18}, place: "Vĩnh Yên"}
	l := list{head: h, style: 1, birth: "year",
		columns: mixedColumns("Hình thức khen thưởng", achievementColumn, decisionColumn, classColumn),
		awards: draw("vp-so-ld-tbxh/2023", u, 2023,
			batch{form: "bk_tinh", achievement: "chuyen_de", n: 6, groups: 4, homes: 5, decNo: "1311/QĐ-UBND", decOn: day{2023, 6, 26}},
			batch{form: "giay_khen", achievement: "chuyen_de", n: 5, groups: 2, homes: 3, level: "so", decNo: "402/QĐ-SLĐTBXH", decOn: day{2023, 6, 28}})}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2023-06"
	return parts
}

// abroad2024 holds guests of the province; their sex stands nowhere.
func abroad2024() []part {
	u := byUnit("pt-van-phong-ubnd")
	h := head{from: u, year: 2024, title: "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG ĐỐI NGOẠI NĂM 2024", dated: day{2024, 12, 6}, place: "Việt Trì"}
	l := list{head: h, index: "1", style: 0,
		columns: []column{col("ordinal", 6, "STT"), col("name", 26, "Họ và tên"), col("position", 20, "Chức danh"), col("workplace", 42, "Cơ quan, đơn vị"), col("form", 34, "Hình thức khen thưởng"),
			achievementColumn, col("decision_no", 16, "Quyết định", "Số"), col("decided_on", 13, "Quyết định", "Ngày")},
		awards: foreigners("pt-van-phong-ubnd/2024", u, 2024,
			batch{form: "hc_huu_nghi", achievement: "doi_ngoai", n: 1, decNo: "1044/QĐ-CTN", decOn: day{2024, 9, 16}},
			batch{form: "huyc_huu_nghi", achievement: "doi_ngoai", n: 2, decNo: "1044/QĐ-CTN", decOn: day{2024, 9, 16}},
			batch{form: "bk_tinh", achievement: "doi_ngoai", n: 5, decNo: "2390/QĐ-UBND", decOn: day{2024, 11, 4}})}
	return listOf(people, u.code, l)
}

// foreigners draws awards to people from abroad.
func foreigners(seed string, u unit, year int, batches ...batch) []award {
	awards := draw(seed, u, year, batches...)
	r := newRNG(seed + "/abroad")
	used := map[string]bool{}
	for i := range awards {
		for awards[i].who.foreigner(r); used[awards[i].who.Name]; awards[i].who.foreigner(r) {
		}
		used[awards[i].who.Name] = true
	}
	return awards
}

// hydro2024 is an enterprise's list of its shops and teams: small collectives are ticked.
func hydro2024() []part {
	u := byUnit("hb-cty-thuy-dien")
	l := list{head: awardHead(u, 2024, "TẬP THỂ", day{2024, 12, 10}, "Hòa Bình"), index: "1", style: 0, total: "Cộng",
		columns: []column{col("ordinal", 6, "STT"), col("name", 44, "Tên đơn vị / tập thể"), col("small_tick", 10, "Tập thể nhỏ"), col("form", 34, "Danh hiệu thi đua/\nHình thức khen thưởng"), achievementColumn, decisionColumn},
		awards: draw("hb-cty-thuy-dien/2024", u, 2024, of(2024, "3120/QĐ-TĐHB", day{2024, 12, 4},
			batch{form: "co_tinh", achievement: "thuong_xuyen", groups: 1},
			batch{form: "ttldxs", achievement: "thuong_xuyen", groups: 4},
			batch{form: "bk_tinh", achievement: "chuyen_de", groups: 3, decNo: "1933/QĐ-UBND", decOn: day{2024, 8, 28}},
			batch{form: "ttldtt", achievement: "thuong_xuyen", groups: 6},
			batch{form: "giay_khen", achievement: "dot_xuat", groups: 3, decNo: "2040/QĐ-TĐHB", decOn: day{2024, 9, 20}})...)}
	return listOf(bodies, u.code, l)
}

// lycee2024 is a school's own list of a school year; who decided its titles, Sở or school, the law leaves open.
func lycee2024() []part {
	u := byUnit("vp-thpt-chuyen-vinh-phuc")
	own, on := "214/QĐ-THPTC", day{2024, 6, 24}
	l := list{head: head{from: u, year: 2024, title: "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nNĂM HỌC 2023 - 2024", sub: reportNo("88", "THPTC", day{2024, 9, 30}), dated: day{2024, 9, 30}, place: "Vĩnh Yên"},
		index: "1", style: 0, birth: "year", groups: []string{"form"}, groupForm: "roman",
		columns: []column{col("ordinal", 6, "STT"), col("name", 34, "Tên tập thể, cá nhân"), col("gender", 9, "Nam/Nữ"), col("birth", 12, "Năm sinh"), col("position", 18, "Chức vụ"), col("workplace", 28, "Đơn vị công tác"),
			col("kind", 24, "Phân loại khen thưởng"), achievementColumn, decisionColumn, classColumn},
		awards: draw("vp-thpt-chuyen-vinh-phuc/2024", u, 2024,
			batch{form: "nha_giao_uu_tu", achievement: "cong_hien", n: 1, class: leaderOther, decNo: "1010/QĐ-CTN", decOn: day{2024, 9, 10}},
			batch{form: "bk_tinh", achievement: "thuong_xuyen", n: 4, groups: 1, decNo: "1520/QĐ-UBND", decOn: day{2024, 7, 19}},
			batch{form: "cstd_co_so", achievement: "thuong_xuyen", n: 3, decNo: own, decOn: on},
			batch{form: "ldtt", achievement: "thuong_xuyen", n: 21, decNo: own, decOn: on})}
	parts := listOf(mixed, u.code, l)
	parts[0].period = "2023-2024"
	return parts
}
