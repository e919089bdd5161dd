package main

// figures of one form as a table states them; a missing measure was left blank.
type figures map[string]int

// tally is what one table says of one unit, form by form.
type tally struct {
	form  string
	level string
	of    figures
}

const (
	fAll        = "award_count"
	fGroups     = "collective_count"
	fFirms      = "enterprise_count"
	fHomes      = "household_count"
	fPeople     = "individual_count"
	fLeaders    = "leader_any"
	fNotLeaders = "not_leader"
)

var classOrder = []string{leaderTop, leaderDept, entrepreneur, leaderOther, directWorker}

var achievementOrder = []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien"}

// draw0603 makes one column of form 0603: kinds add up to the total, classes to the individuals,
// ways to the total less what the office could not tell.
func draw0603(r *rng, form string, groups, firms, homes, people, untold int) tally {
	f := figures{fAll: groups + homes + people}
	def := forms[form]
	if def.groups {
		f[fGroups], f[fFirms] = groups, firms
	}
	if def.homes {
		f[fHomes] = homes
	}
	if def.people {
		f[fPeople] = people
		for i, n := range r.split(people, 1, 6, 8, 30, 55) {
			f[classOrder[i]] = n
		}
	}
	told := f[fAll] - untold
	weights := []int{60, 25, 10, 0, 5, 0, 0}
	if form == "cstd_tinh" || form == "co_tinh" {
		weights = []int{1, 0, 0, 0, 0, 0, 0}
	}
	for i, n := range r.split(told, weights...) {
		if weights[i] > 0 || form == "bk_tinh" {
			f[achievementOrder[i]] = n
		}
	}
	return tally{form, level(form, unit{kind: "board"}, day{}), f}
}

// drawMau02 makes one row of Mẫu 02.
func drawMau02(r *rng, form, lvl string, groups, people, untold int) tally {
	f := figures{fAll: groups + people, fPeople: people}
	if groups > 0 {
		f[fFirms] = r.below(groups/3 + 1)
	}
	weights := []int{70, 22, 0, 0}
	if !commendation(form) {
		weights = []int{1, 0, 0, 0}
	}
	ways := r.split(groups+people-untold, weights...)
	names := []string{"thuong_xuyen", "chuyen_de_dot_xuat", "doi_ngoai", "khang_chien"}
	for i, n := range ways {
		f[names[i]] = n
	}
	left := people
	for _, way := range names[:2] {
		of := min(f[way], left)
		if groups > 0 {
			of = min(of, f[way]*people/(groups+people))
		}
		f[way+"_leader"] = of * 3 / 10
		f[way+"_worker"] = of - of*3/10
		left -= of
	}
	return tally{form, lvl, f}
}

// commendation tells forms given for more than the year's regular work.
func commendation(form string) bool {
	return form == "bk_tinh" || form == "giay_khen" || form == "bk_thu_tuong"
}
