package main

import "strconv"

// line writes one award into the columns of the list.
func (l list) line(s *sheet, row, no int, a award) {
	for i, c := range l.columns {
		s.put(row, i+1, l.value(c.field, no, a))
	}
	if l.codes {
		for i, code := range []string{"1660638226", "1650360491"} {
			s.put(row, len(l.columns)+3+i, cell{Kind: number, Text: code})
		}
	}
}

// value is the cell of a field; an empty cell keeps the border of the table.
func (l list) value(field string, no int, a award) cell {
	person := a.kind == "individual"
	switch field {
	case "ordinal":
		return cell{Kind: number, Text: strconv.Itoa(no), Style: "mid"}
	case "salutation", "gender", "gender_male", "gender_female", "woman_tick", "birth", "position", "class", "direct_tick", "ethnic":
		if !person {
			return cell{Style: "cell"}
		}
		return l.personal(field, a.who)
	case "name":
		return cell{Text: a.title(), Style: "cell"}
	case "workplace":
		return cell{Text: a.place(), Style: "cell"}
	case "kind":
		return cell{Text: map[string]string{"individual": "Khen thưởng cá nhân", "collective": "Khen thưởng tập thể", "household": "Khen thưởng hộ gia đình"}[a.kind], Style: "cell"}
	case "kind_code":
		return cell{Text: map[string]string{"individual": "CANHAN", "collective": "TAPTHE", "household": "HOGIADINH"}[a.kind], Style: "mid"}
	case "form":
		return cell{Text: l.formText(a), Style: "cell"}
	case "achievement":
		return cell{Text: achievementWords[a.achievement][(l.style+1)%len(achievementWords[a.achievement])], Style: "mid"}
	case "movement":
		return cell{Text: a.movement, Style: "cell"}
	case "authority":
		return cell{Text: authorityOf(a, l.head.from), Style: "cell"}
	case "decision":
		if a.decNo == "" {
			return cell{Style: "cell"}
		}
		return cell{Text: a.decNo + " ngày " + a.decOn.slashed(), Style: "cell"}
	case "decision_no":
		return cell{Text: a.decNo, Style: "mid"}
	case "decided_on":
		if a.decOn.none() {
			return cell{Style: "mid"}
		}
		if l.birth == "date" {
			return cell{Kind: dateDay, Text: a.decOn.iso(), Style: "date"}
		}
		return cell{Text: a.decOn.slashed(), Style: "mid"}
	case "award_year":
		return cell{Kind: number, Text: strconv.Itoa(a.year), Style: "plainnum"}
	case "event":
		return cell{Text: eventWords[a.event], Style: "mid"}
	}
	return l.rareValue(field, a)
}

// rareValue is the cell of a field that few lists have: of one-cell lists, upload templates, lists of small collectives.
func (l list) rareValue(field string, a award) cell {
	person := a.kind == "individual"
	switch field {
	case "person": // name, position and workplace in one cell
		return cell{Text: a.who.Title + " " + a.who.Name + ", " + a.who.Position + ", " + a.who.Place, Style: "cell"}
	case "body_class":
		return cell{Text: a.bodyClass, Style: "cell"}
	case "any_class": // a column that holds the class of persons and that of collectives
		if person {
			return l.personal("class", a.who)
		}
		return cell{Text: a.bodyClass, Style: "cell"}
	case "office":
		return cell{Text: l.head.from.name, Style: "cell"}
	case "field":
		return cell{Text: "Kinh tế", Style: "cell"}
	case "title": // of two columns the one for emulation titles
		if sectionOf(a.form) != "Danh hiệu thi đua" {
			return cell{Style: "cell"}
		}
		return cell{Text: l.formText(a), Style: "cell"}
	case "commendation":
		if sectionOf(a.form) == "Danh hiệu thi đua" {
			return cell{Style: "cell"}
		}
		return cell{Text: l.formText(a), Style: "cell"}
	case "small_tick":
		if a.kind == "collective" && a.name != l.head.from.name {
			return cell{Text: "x", Style: "mid"}
		}
		return cell{Style: "mid"}
	}
	return cell{Style: "cell"} // a column the office left empty, such as Ghi chú
}

func (l list) personal(field string, p person) cell {
	tick := func(yes bool) cell {
		if yes {
			return cell{Text: "x", Style: "mid"}
		}
		return cell{Style: "mid"}
	}
	switch field {
	case "salutation":
		return cell{Text: p.Title, Style: "mid"}
	case "gender":
		if l.style == 0 {
			return cell{Text: map[bool]string{true: "Nữ", false: "Nam"}[p.Woman], Style: "mid"}
		}
		return cell{Text: map[bool]string{true: "NU", false: "NAM"}[p.Woman], Style: "mid"}
	case "gender_male", "gender_female":
		if p.Woman != (field == "gender_female") {
			return cell{Style: "mid"}
		}
		return cell{Text: p.bornYear(), Style: "mid"}
	case "woman_tick":
		return tick(p.Woman)
	case "direct_tick":
		return tick(p.Class == directWorker)
	case "birth":
		return l.birthCell(p)
	case "position":
		return cell{Text: p.Position, Style: "cell"}
	}
	if p.Class == "" {
		return cell{Style: "cell"}
	}
	return cell{Text: classWords[p.Class][l.style%len(classWords[p.Class])], Style: "cell"}
}

func (l list) birthCell(p person) cell {
	switch l.birth {
	case "date":
		return cell{Kind: dateDay, Text: p.Born.iso(), Style: "date"}
	case "serial":
		return cell{Kind: number, Text: strconv.Itoa(p.Born.serial()), Style: "mid"}
	case "year":
		return cell{Kind: number, Text: strconv.Itoa(p.Born.y), Style: "plainnum"}
	}
	return cell{Text: p.Born.slashed(), Style: "mid"}
}

// formText writes the form; a certificate of commendation names its giver where no column does.
func (l list) formText(a award) string {
	t := formName(a.form, l.style)
	if a.form == "chung_nhan_doan_the" && l.head.from.short == "HLHPN" {
		t = "Bằng khen của Hội LHPN tỉnh"
	}
	if a.form == "giay_khen" && a.level != "" && !l.shows("authority") {
		t += " của " + authorityWords[a.level]
	}
	return t
}

func authorityOf(a award, from unit) string {
	switch a.form {
	case "bk_thu_tuong", "cstd_toan_quoc", "co_chinh_phu":
		return "Thủ tướng Chính phủ"
	}
	lvl := a.level
	if lvl == "" {
		lvl = level(a.form, from, a.decOn)
	}
	return authorityWords[lvl]
}

// seen is the award as far as the list tells it; the figures are counted from this.
func (l list) seen(a award) award {
	if l.head.decNo != "" && a.decNo == "" {
		a.decNo, a.decOn = l.head.decNo, l.head.decOn
	} else if !l.shows("decision", "decided_on") {
		a.decNo, a.decOn = l.head.decNo, l.head.decOn
	}
	if !l.shows("award_year") && l.head.year != 0 {
		a.year = l.head.year
	}
	if !l.shows("achievement") && !l.head.saysAchievement {
		a.achievement = "chua_ro"
	}
	tells := a.level != "" && (l.shows("authority") || a.form == "giay_khen")
	if !tells {
		a.level = level(a.form, l.head.from, a.dayOfLaw())
	}
	if !l.shows("event") {
		a.event = "awarded"
	}
	return a
}

// dayOfLaw is the decision's day, else the end of the year of the achievement.
func (a award) dayOfLaw() day {
	if !a.decOn.none() {
		return a.decOn
	}
	return day{a.year, 12, 31}
}

// yes, no or unknown, counted separately.
const (
	unknown = iota
	no
	yes
)

func (l list) woman(a award) int {
	known := l.shows("gender", "gender_male", "woman_tick")
	if l.shows("salutation", "person") && (a.who.Title == "Ông" || a.who.Title == "Bà") {
		known = true
	}
	switch {
	case !known:
		return unknown
	case a.who.Woman:
		return yes
	}
	return no
}

// youth: 16 or older and not yet 31, on the day of the decision, or at the end of the year where only years are known.
func (l list) youth(a award) int {
	onlyYear := l.shows("gender_male") || l.birth == "year"
	if !l.shows("birth", "gender_male") || a.year == 0 {
		return unknown
	}
	on, born := a.decOn, a.who.Born
	if onlyYear || on.none() {
		on = day{a.year, 12, 31}
	}
	if onlyYear {
		born = day{born.y, 1, 1}
	}
	age := on.y - born.y
	if on.m < born.m || on.m == born.m && on.d < born.d {
		age--
	}
	if age >= 16 && age < 31 {
		return yes
	}
	return no
}

func (l list) class(a award) string {
	switch {
	case l.shows("class", "any_class"):
		return a.who.Class
	case l.shows("direct_tick") && a.who.Class == directWorker:
		return directWorker
	}
	return ""
}
