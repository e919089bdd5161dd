package main

import "strconv"

// person is made up. A field that a return does not show does not enter the figures (truth.go).
type person struct {
	Name     string
	Woman    bool
	Title    string // how the office addresses the person: Ông, Bà, or a word that tells no sex
	Born     day    // always a full day; a return may show the year only
	Position string
	Place    string // where the person works or lives
	Class    string
}

var (
	surnames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hà", "Ngô", "Dương", "Đinh", "Quách", "Xa"}
	menMid   = []string{"Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Tiến", "Ngọc", "Thị"} // Thị as a man's middle name is rare and real: a name never tells the sex
	menGiven = []string{"An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khánh", "Long", "Nam", "Phong", "Quân", "Sơn", "Thắng", "Tuấn", "Vinh", "Thủy"}
	womMid   = []string{"Thị", "Thị Thanh", "Thu", "Ngọc", "Thị Minh", "Bích", "Kim", "Văn"}
	womGiven = []string{"Anh", "Bình", "Chi", "Dung", "Hà", "Hạnh", "Hoa", "Hương", "Lan", "Linh", "Mai", "Nga", "Phương", "Thảo", "Thủy", "Yến"}
)

// workplaces is who works in a sender: parts of the office, and positions by class.
type workplaces struct {
	parts []string
	jobs  map[string][]string
}

const (
	directWorker = "direct_worker"
	leaderOther  = "leader_other"
	leaderDept   = "leader_department"
	leaderTop    = "leader_ministry_province"
	entrepreneur = "entrepreneur"
)

var sectors = map[string]workplaces{
	"health": {[]string{"Bệnh viện Đa khoa tỉnh", "Trung tâm Kiểm soát bệnh tật", "Phòng Nghiệp vụ Y", "Trung tâm Y tế huyện", "Bệnh viện Y dược cổ truyền", "Chi cục Dân số", "Phòng Kế hoạch - Tài chính", "Trung tâm Cấp cứu 115"},
		map[string][]string{directWorker: {"Bác sĩ", "Điều dưỡng", "Hộ sinh", "Dược sĩ", "Kỹ thuật viên", "Chuyên viên", "Lái xe"}, leaderOther: {"Trưởng phòng", "Phó Trưởng phòng", "Trưởng khoa", "Giám đốc Trung tâm"}, leaderDept: {"Giám đốc Sở", "Phó Giám đốc Sở"}}},
	"school": {[]string{"Trường THPT chuyên tỉnh", "Trường THPT số 1", "Trường THPT Dân tộc nội trú", "Phòng Giáo dục Trung học", "Trung tâm GDNN-GDTX", "Trường THPT Kỹ thuật", "Phòng Tổ chức cán bộ", "Trường THPT số 2"},
		map[string][]string{directWorker: {"Giáo viên", "Giáo viên", "Nhân viên thiết bị", "Kế toán", "Chuyên viên"}, leaderOther: {"Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng phòng", "Phó Trưởng phòng"}, leaderDept: {"Phó Giám đốc Sở"}}},
	"office": {[]string{"Văn phòng Sở", "Thanh tra Sở", "Phòng Quản lý chuyên ngành", "Trung tâm Tư vấn và Dịch vụ", "Chi cục trực thuộc", "Phòng Kế hoạch - Tài chính", "Ban Quản lý dự án"},
		map[string][]string{directWorker: {"Chuyên viên", "Chuyên viên chính", "Kỹ sư", "Nhân viên", "Văn thư", "Lái xe"}, leaderOther: {"Trưởng phòng", "Phó Trưởng phòng", "Chánh Văn phòng", "Phó Chi cục trưởng"}, leaderDept: {"Giám đốc Sở", "Phó Giám đốc Sở"}, leaderTop: {"Nguyên Phó Chủ tịch UBND tỉnh", "Nguyên Ủy viên Ban Thường vụ Tỉnh ủy"}}},
	"district": {[]string{"Phòng Nội vụ huyện", "UBND xã số 1", "Trường THCS Thị trấn", "Phòng Kinh tế", "Văn phòng HĐND và UBND huyện", "Hợp tác xã nông nghiệp", "Công ty TNHH may số 2", "Trạm Y tế xã"},
		map[string][]string{directWorker: {"Chuyên viên", "Giáo viên", "Công chức xã", "Công nhân", "Nông dân", "Nhân viên"}, leaderOther: {"Trưởng phòng", "Phó Trưởng phòng", "Chủ tịch UBND xã", "Hiệu trưởng"}, entrepreneur: {"Giám đốc Công ty", "Chủ tịch Hội đồng quản trị"}, leaderDept: {"Chủ tịch UBND huyện", "Bí thư Huyện ủy"}}},
	"mass": {[]string{"Ban Phong trào", "Văn phòng Hội", "Hội cơ sở xã", "Chi hội số 3", "Ban Tổ chức - Kiểm tra", "Câu lạc bộ thiện nguyện"},
		map[string][]string{directWorker: {"Chuyên viên", "Hội viên", "Nông dân", "Đoàn viên", "Công nhân"}, leaderOther: {"Trưởng ban", "Phó Trưởng ban", "Chủ tịch Hội cơ sở"}, leaderDept: {"Phó Chủ tịch Hội"}, entrepreneur: {"Giám đốc Hợp tác xã"}}},
	"police": {[]string{"Phòng Cảnh sát giao thông", "Phòng Cảnh sát hình sự", "Phòng Cảnh sát PCCC và CNCH", "Công an xã số 2", "Phòng Tham mưu", "Đội Cảnh sát khu vực"},
		map[string][]string{directWorker: {"Cán bộ", "Chiến sĩ", "Cán bộ điều tra", "Cảnh sát khu vực"}, leaderOther: {"Đội trưởng", "Phó Trưởng phòng", "Trưởng Công an xã"}, leaderDept: {"Phó Giám đốc Công an tỉnh"}}},
	"works": {[]string{"Phân xưởng Vận hành", "Phân xưởng Sửa chữa cơ khí", "Đội Quản lý vận hành lưới điện", "Phòng Kỹ thuật", "Tổ Thí nghiệm điện", "Phòng An toàn", "Tổ Quản lý đường dây số 4"},
		map[string][]string{directWorker: {"Công nhân vận hành", "Công nhân sửa chữa", "Kỹ sư", "Nhân viên"}, leaderOther: {"Quản đốc", "Trưởng phòng", "Phó Trưởng phòng"}, entrepreneur: {"Giám đốc Công ty"}}},
	"commune": {[]string{"Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trường Tiểu học số 1", "Trạm Y tế", "Khu dân cư số 5", "Trung tâm Phục vụ hành chính công"},
		map[string][]string{directWorker: {"Công chức", "Giáo viên", "Nông dân", "Công nhân", "Trưởng khu", "Nhân viên"}, leaderOther: {"Chủ tịch UBND xã", "Phó Chủ tịch UBND xã", "Trưởng phòng", "Hiệu trưởng"}, entrepreneur: {"Giám đốc Công ty"}}},
}

// newPerson draws someone of a class; the pool is the sector of the sender.
func newPerson(r *rng, pool, class string, year int) person {
	p := person{Woman: r.chance(48), Class: class}
	if p.Woman {
		p.Name = pick(r, surnames) + " " + pick(r, womMid) + " " + pick(r, womGiven)
		p.Title = "Bà"
	} else {
		p.Name = pick(r, surnames) + " " + pick(r, menMid) + " " + pick(r, menGiven)
		p.Title = "Ông"
	}
	if r.chance(6) {
		p.Title = pick(r, []string{"Đồng chí", "Thượng tá", "Bác sĩ"})
	}
	age := r.between(22, 50)
	if class != directWorker {
		age = r.between(33, 59)
	}
	p.Born = day{year - age, r.between(1, 12), r.between(1, 28)}
	w := sectors[pool]
	p.Position = pick(r, w.jobs[class])
	p.Place = pick(r, w.parts)
	return p
}

// ranks are what a list of the police has where others write Ông or Bà: they tell no sex.
var ranks = []string{"Đại úy", "Thiếu tá", "Trung tá", "Thượng tá", "Thượng úy"}

// Names and workplaces of foreigners, made up like all others.
var (
	abroadFamily = []string{"Sengdara", "Hallberg", "Minato", "Kestrel", "Duvane", "Parkhyun"}
	abroadGiven  = []string{"Boun", "Elin", "Haru", "Tomas", "Ines", "Min"}
	abroadPlaces = []string{"Tổ chức phát triển cộng đồng (Nhật Bản)", "Sở Y tế Luông Pha Băng (Lào)", "Quỹ hỗ trợ giáo dục (Thụy Điển)", "Công ty đầu tư (Hàn Quốc)"}
)

// foreigner makes a guest of the province of someone drawn as a local.
func (p *person) foreigner(r *rng) {
	p.Name = pick(r, abroadGiven) + " " + pick(r, abroadFamily)
	p.Place, p.Position = pick(r, abroadPlaces), pick(r, []string{"Trưởng đại diện", "Chuyên gia", "Điều phối viên"})
}

func (p person) bornYear() string { return strconv.Itoa(p.Born.y) }

// drawClass gives a class by the shares usual in such lists.
func drawClass(r *rng, pool string) string {
	at := r.below(100)
	switch {
	case at < 62:
		return directWorker
	case at < 90:
		return leaderOther
	case at < 96 && sectors[pool].jobs[entrepreneur] != nil:
		return entrepreneur
	case sectors[pool].jobs[leaderDept] != nil:
		return leaderDept
	}
	return leaderOther
}
