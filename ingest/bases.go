package ingest

import (
	"cmp"

	"tdkt/data"
	"tdkt/ingest/check"
)

// bases are titles that are given among those who hold another: Chiến sĩ thi đua cơ sở among
// Lao động tiên tiến, Tập thể lao động xuất sắc among Tập thể lao động tiên tiến (Luật
// 15/2003/QH11 Điều 23, 27; Luật 06/2022/QH15 Điều 23, 27). The Government's flag goes to
// a few of those fit for the flag of the province, which shows over a whole sheet only.
// Whether an office lists those with the higher title again under the lower it does not
// say, so that more of the former is asked about and no fault.
var bases = []struct {
	form, base string
	perUnit    bool
}{
	{"cstd_co_so", "ldtt", true},
	{"ttldxs", "ttldtt", true},
	{"co_chinh_phu", "co_tinh", false},
}

// awardsOf is what a sheet gives of one form for one unit, and the first cell that does.
type awardsOf struct {
	amount int64
	first  *figure
}

// checkBases asks about titles that outnumber the title among whose holders they are given,
// where the sheet has both.
func (t *tally) checkBases() {
	given := map[[2]string]awardsOf{}
	var units []string
	count := func(unit string, f *figure) {
		key := [2]string{unit, f.form.Code}
		a := given[key]
		a.amount += f.amount
		if a.first == nil {
			a.first = f
		}
		given[key] = a
	}
	known := map[string]bool{}
	for _, f := range t.order {
		kind := t.Layout.KindsGiveAwards() && givesAwards(f.measure)
		if !f.present || f.breakdown != "" || f.form.Code == "" || f.measure != "award_count" && !kind {
			continue
		}
		unit := cmp.Or(f.unit.Code, t.ret.Unit)
		if !known[unit] {
			known[unit] = true
			units = append(units, unit)
		}
		count(unit, f)
		count("", f)
	}
	for _, b := range bases {
		over := []string{""}
		if b.perUnit {
			over = units
		}
		for _, unit := range over {
			top, base := given[[2]string{unit, b.form}], given[[2]string{unit, b.base}]
			if top.first == nil || base.first == nil || top.amount <= base.amount {
				continue
			}
			t.findBase(b.form, b.base, top, base)
		}
	}
}

func (t *tally) findBase(form, base string, top, below awardsOf) {
	f, _ := t.k.Reference.Form(form, data.Date{})
	b, _ := t.k.Reference.Form(base, data.Date{})
	t.find("title-exceeds-base", t.SheetName, top.first.cell, data.FormatInt("vi", top.amount), check.Words{
		"form_vi": f.DisplayVI, "form_en": f.DisplayEN, "base_vi": b.DisplayVI, "base_en": b.DisplayEN, "cell": below.first.cell,
		"total_vi": data.FormatInt("vi", below.amount), "total_en": data.FormatInt("en", below.amount)})
}
