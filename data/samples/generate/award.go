package main

// award is one line of a list as it really was; what a return does not show is taken off by what the list shows.
type award struct {
	form        string
	level       string // where words of the return tell it; "" = by the law of the day
	achievement string
	kind        string // individual, collective, household
	who         person // of an individual
	name        string // of a collective or household
	where       string // "thuộc" of a collective
	event       string // awarded, posthumous, revoked
	year        int    // of the achievement
	decNo       string
	decOn       day
	movement    string
	bodyClass   string // of a collective: Doanh nghiệp, Cơ quan Hành chính …
}

func (a award) title() string {
	if a.kind == "individual" {
		return a.who.Name
	}
	return a.name
}

// batch asks for awards of one form; n individuals, collectives and households.
type batch struct {
	form, achievement string
	n, groups, homes  int
	decNo             string
	decOn             day
	level             string // only where words tell what the law leaves open
	class             string // all of one class; "" draws
}

var movements = []string{"Chung sức xây dựng nông thôn mới", "Vì người nghèo - Không để ai bị bỏ lại phía sau", "Thi đua thực hiện văn hóa công sở", "Xóa nhà tạm, nhà dột nát"}

// draw makes the awards of the batches for a unit; every list draws from its own seed.
func draw(seed string, u unit, year int, batches ...batch) []award {
	r := newRNG(seed)
	var out []award
	used := map[string]bool{}
	for _, b := range batches {
		base := award{form: b.form, achievement: b.achievement, event: "awarded", year: year, decNo: b.decNo, decOn: b.decOn, level: b.level}
		if b.achievement == "chuyen_de" {
			base.movement = movements[len(b.form)%len(movements)]
		}
		for range b.groups {
			a := base
			a.kind, a.name = "collective", collectiveName(r, u, used, b.form)
			a.where = u.name
			out = append(out, a)
		}
		for range b.n {
			a := base
			class := b.class
			if class == "" {
				class = drawClass(r, u.pool)
			}
			a.kind, a.who = "individual", newPerson(r, u.pool, class, year)
			for used[b.form+a.who.Name+a.who.Born.iso()] {
				a.who = newPerson(r, u.pool, class, year)
			}
			used[b.form+a.who.Name+a.who.Born.iso()] = true
			out = append(out, a)
		}
		for range b.homes {
			a := base
			head := newPerson(r, u.pool, directWorker, year)
			a.kind, a.name, a.where = "household", "Hộ gia đình "+lowerTitle(head)+" "+head.Name, "Khu "+pick(r, []string{"1", "2", "3", "4", "5", "6"})
			if used[a.name] {
				a.name += ", khu " + pick(r, []string{"7", "8", "9"})
			}
			used[a.name] = true
			out = append(out, a)
		}
	}
	return out
}

func lowerTitle(p person) string {
	if p.Woman {
		return "bà"
	}
	return "ông"
}

func collectiveName(r *rng, u unit, used map[string]bool, form string) string {
	w := sectors[u.pool]
	for try := 0; ; try++ {
		name := pick(r, w.parts)
		switch form {
		case "co_tinh", "co_chinh_phu", "hc_lao_dong_ba":
			if try == 0 && !used[form+u.name] {
				name = u.name
			}
		case "thon_van_hoa":
			name = "Khu dân cư số " + string(rune('1'+r.below(9)))
			if try > 3 {
				name += pick(r, []string{"A", "B", "C"})
			}
		case "xa_tieu_bieu":
			name = "Nhân dân và cán bộ xã"
		}
		if try > 4 && form != "thon_van_hoa" {
			name = pick(r, []string{"Tổ chuyên môn", "Tổ hành chính", "Đội nghiệp vụ", "Khoa", "Phòng"}) + " số " + string(rune('1'+r.below(9))) + ", " + name
		}
		if !used[form+name] {
			used[form+name] = true
			return name
		}
	}
}
