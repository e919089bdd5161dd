package main

// unit is a sender or a row of a table, with the words its own office writes.
type unit struct {
	code, kind string
	name       string // as the register of units has it
	province   string // of the time
	above      string // first line of the head
	chief      string // who signs
	short      string // in decision numbers
	pool       string // whose people stand in its lists
}

const (
	pt = "Phú Thọ"
	vp = "Vĩnh Phúc"
	hb = "Hòa Bình"
)

var units = map[string]unit{}

func init() {
	office := func(prefix, province string) {
		above := "UBND TỈNH " + upper(province)
		add := func(code, kind, name, chief, short, pool string) {
			units[prefix+"-"+code] = unit{prefix + "-" + code, kind, name, province, above, chief, short, pool}
		}
		add("so-y-te", "department", "Sở Y tế", "Giám đốc Sở", "SYT", "health")
		add("so-gd-dt", "department", "Sở Giáo dục và Đào tạo", "Giám đốc Sở", "SGDĐT", "school")
		add("so-noi-vu", "department", "Sở Nội vụ", "Giám đốc Sở", "SNV", "office")
		add("so-cong-thuong", "department", "Sở Công Thương", "Giám đốc Sở", "SCT", "office")
		add("so-tu-phap", "department", "Sở Tư pháp", "Giám đốc Sở", "STP", "office")
		add("so-xay-dung", "department", "Sở Xây dựng", "Giám đốc Sở", "SXD", "office")
		add("so-nn-ptnt", "department", "Sở Nông nghiệp và Phát triển nông thôn", "Giám đốc Sở", "SNN", "office")
		add("so-ld-tbxh", "department", "Sở Lao động - Thương binh và Xã hội", "Giám đốc Sở", "SLĐTBXH", "office")
		add("so-vh-tt-dl", "department", "Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở", "SVHTTDL", "office")
		add("so-tai-chinh", "department", "Sở Tài chính", "Giám đốc Sở", "STC", "office")
		add("hoi-lhpn", "mass_organisation", "Hội Liên hiệp Phụ nữ tỉnh", "Chủ tịch Hội", "HLHPN", "mass")
		add("tinh-doan", "mass_organisation", "Tỉnh Đoàn", "Bí thư Tỉnh đoàn", "TĐTN", "mass")
		add("hoi-nong-dan", "mass_organisation", "Hội Nông dân tỉnh", "Chủ tịch Hội", "HNDT", "mass")
		add("ub-mttq", "mass_organisation", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Chủ tịch", "MTTQ", "mass")
		add("so-kh-cn", "department", "Sở Khoa học và Công nghệ", "Giám đốc Sở", "SKHCN", "office")
		add("cong-an", "department", "Công an tỉnh", "Giám đốc", "CAT", "police")
		add("van-phong-ubnd", "department", "Văn phòng Ủy ban nhân dân tỉnh", "Chánh Văn phòng", "VPUB", "office")
		add("ban-tdkt", "board", "Ban Thi đua - Khen thưởng", "Trưởng ban", "BTĐKT", "office")
	}
	units["ptm-so-nn-mt"] = unit{"ptm-so-nn-mt", "department", "Sở Nông nghiệp và Môi trường", pt, "UBND TỈNH PHÚ THỌ", "Giám đốc Sở", "SNNMT", "office"}
	office("pt", pt)
	office("vp", vp)
	office("hb", hb)
	office("ptm", pt)
	for _, x := range []unit{
		{"hb-cty-thuy-dien", "enterprise", "Công ty Thủy điện Hòa Bình", hb, "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM", "Giám đốc", "TĐHB", "works"},
		{"vp-cty-dien-luc", "enterprise", "Công ty Điện lực Vĩnh Phúc", pt, "TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", "Giám đốc", "PCVP", "works"},
		{"vp-thpt-chuyen-vinh-phuc", "school_or_hospital", "Trường THPT Chuyên Vĩnh Phúc", vp, "SỞ GIÁO DỤC VÀ ĐÀO TẠO VĨNH PHÚC", "Hiệu trưởng", "THPTC", "school"},
	} {
		units[x.code] = x
	}
	for _, d := range []unit{
		{code: "h-148", name: "Thành phố Hòa Bình", province: hb}, {code: "h-157", name: "Huyện Lạc Sơn", province: hb},
		{code: "h-227", name: "Thành phố Việt Trì", province: pt}, {code: "h-230", name: "Huyện Đoan Hùng", province: pt},
		{code: "h-237", name: "Huyện Lâm Thao", province: pt}, {code: "h-243", name: "Thành phố Vĩnh Yên", province: vp},
		{code: "h-251", name: "Huyện Yên Lạc", province: vp}, {code: "h-252", name: "Huyện Vĩnh Tường", province: vp},
		{code: "h-246", name: "Huyện Lập Thạch", province: vp}, {code: "h-238", name: "Huyện Thanh Sơn", province: pt}, {code: "h-152", name: "Huyện Lương Sơn", province: hb},
	} {
		d.kind, d.above, d.chief, d.short, d.pool = "district", "UBND TỈNH "+upper(d.province), "Chủ tịch", "UBND", "district"
		units[d.code] = d
	}
	for _, x := range []unit{
		{code: "xm-08515", name: "Xã Hy Cương"}, {code: "xm-08494", name: "Xã Lâm Thao"}, {code: "xm-07900", name: "Phường Việt Trì"},
		{code: "xm-09025", name: "Xã Yên Lạc"}, {code: "xm-04831", name: "Xã Đà Bắc"}, {code: "xm-05266", name: "Xã Lạc Sơn"},
		{code: "xm-08521", name: "Xã Phùng Nguyên"}, {code: "xm-08740", name: "Phường Phúc Yên"},
		{code: "xm-08911", name: "Xã Tam Đảo"}, {code: "xm-08707", name: "Phường Vĩnh Yên"}, {code: "xm-04795", name: "Phường Hòa Bình"},
		{code: "xm-05200", name: "Xã Mai Châu"}, {code: "xm-07969", name: "Xã Đoan Hùng"}, {code: "xm-09076", name: "Xã Vĩnh Tường"},
	} {
		x.province, x.kind, x.above, x.chief, x.short, x.pool = pt, "commune", "UBND TỈNH PHÚ THỌ", "Chủ tịch", "UBND", "commune"
		units[x.code] = x
	}
	for _, x := range []unit{
		{code: "xc-08494", name: "Thị trấn Lâm Thao"}, {code: "xc-08498", name: "Thị trấn Hùng Sơn"}, {code: "xc-08512", name: "Xã Thạch Sơn"},
		{code: "xc-08497", name: "Xã Tiên Kiên"}, {code: "xc-08500", name: "Xã Xuân Lũng"}, {code: "xc-08518", name: "Xã Sơn Vi"},
		{code: "xc-08536", name: "Xã Tứ Xã"}, {code: "xc-08527", name: "Xã Cao Xá"}, {code: "xc-08533", name: "Xã Vĩnh Lại"},
	} {
		x.province, x.kind, x.above, x.chief, x.short, x.pool = pt, "commune", "UBND HUYỆN LÂM THAO", "Chủ tịch", "UBND", "commune"
		units[x.code] = x
	}
	for _, x := range []unit{
		{code: "xc-09025", name: "Thị trấn Yên Lạc"}, {code: "xc-09028", name: "Xã Đồng Cương"}, {code: "xc-09034", name: "Xã Bình Định"},
		{code: "xc-09031", name: "Xã Đồng Văn"}, {code: "xc-09037", name: "Xã Trung Nguyên"}, {code: "xc-09040", name: "Xã Tề Lỗ"},
		{code: "xc-09043", name: "Thị trấn Tam Hồng"}, {code: "xc-09046", name: "Xã Yên Đồng"},
	} {
		x.province, x.kind, x.above, x.chief, x.short, x.pool = vp, "commune", "UBND HUYỆN YÊN LẠC", "Chủ tịch", "UBND", "commune"
		units[x.code] = x
	}
}
