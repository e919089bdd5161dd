package charts

import (
	"slices"
	"strconv"
)

// figureSheets are the sheets added up from the cubes.
func figureSheets(in Input, f figures) []sheet {
	years := f.inOrder()
	sheets := []sheet{
		byYears(in, f, "form", f.Forms, posForm, years),
		byYears(in, f, "level", f.Levels, posLevel, years),
		byYears(in, f, "achievement", f.Achievements, posAchievement, years),
		peopleSheet(in, f),
		byYears(in, f, "unit", unitMembers(f.Units), posUnit, years),
		unitYearSheet(in, f),
		fiveYearSheet(in, f),
	}
	for _, v := range f.Boundaries {
		s := byYears(in, f.in(v), "unit", unitMembers(f.Units), posUnit, years)
		s.Name, s.Title, s.Note = in.say("sheet.boundaries."+v.Code), in.say("sheet.boundaries.title", v.Label), in.say("sheet.boundaries.note")
		sheets = append(sheets, s)
	}
	return sheets
}

func unitMembers(units []unit) []member {
	out := make([]member, len(units))
	for i, u := range units {
		out[i] = member{Code: u.Code, Label: u.Label}
	}
	return out
}

func yearTitle(in Input, year int) string {
	if year == 0 {
		return in.say("page.year_unknown")
	}
	return strconv.Itoa(year)
}

// yearLabel is a year with how complete its figures are, so that no total of it stands bare.
func (f figures) yearLabel(in Input, year int) string {
	return yearTitle(in, year) + "\n" + f.duty(year).Words(in.Lang)
}

// shareOf is a part of a whole as a cell; blank where either is not stated.
func shareOf(part, whole any) any {
	p, ok := part.(int64)
	w, has := whole.(int64)
	if !ok || !has || w == 0 {
		return nil
	}
	return ratio(float64(p) / float64(w))
}

// byYears is one dimension by year, with the whole period and its share, and the totals at the foot.
func byYears(in Input, f figures, key string, members []member, position int, years []int) sheet {
	s := sheet{Name: in.say("sheet." + key), Title: in.say("sheet." + key + ".title"), Note: in.say("page.foot.counted") + " " + in.say("sheet.blank"), Head: []string{in.say("page." + key)}}
	for _, y := range years {
		s.Head = append(s.Head, f.yearLabel(in, y))
	}
	s.Head = append(s.Head, in.say("sheet.period"), in.say("page.share"))
	everything := sum(f.Award, posAwards, func([]any) bool { return true })
	row := func(label string, keep func(r []any) bool) []any {
		out := []any{label}
		for _, y := range years {
			out = append(out, sum(f.Award, posAwards, func(r []any) bool { return r[posYear] == int64(y) && keep(r) }))
		}
		all := sum(f.Award, posAwards, keep)
		return append(out, all, shareOf(all, everything))
	}
	for i, m := range members {
		r := row(m.Label, func(r []any) bool { return r[position] == i })
		if r[len(years)+1] != nil {
			s.Rows = append(s.Rows, r)
		}
	}
	s.Foot = row(in.say("sheet.total"), func([]any) bool { return true })
	return s
}

// personRow is a row of the sheet of beneficiaries: a measure, and whether its share of the
// individuals follows it.
type personRow struct {
	measure string
	shared  bool
}

var personRows = []personRow{
	{"award_count", false}, {"collective_count", false}, {"enterprise_count", false}, {"household_count", false}, {"individual_count", false},
	{"leader_ministry_province_count", true}, {"leader_department_count", true}, {"entrepreneur_count", true}, {"leader_other_count", true},
	{"direct_worker_count", true}, {"class_unknown_count", true},
	{"woman_count", true}, {"woman_unknown_count", true}, {"youth_count", true}, {"youth_unknown_count", true},
}

// measureName is the title of a measure in the cube.
func measureName(in Input, measure string) string {
	t := in.Tables["cube-beneficiary"]
	if c := t.Col(measure); c >= 0 {
		return t.Columns[c].Title.In(in.Lang)
	}
	if text, ok := in.Texts["sheet.measure."+measure]; ok { // of forms that count no awards
		return text
	}
	return measure
}

// measureSum adds up a measure of the beneficiaries.
func (f figures) measureSum(measure string, keep func(r []any) bool) any {
	return sum(f.Beneficiary, posLevel+1+slices.Index(f.Measures, measure), keep)
}

// peopleSheet has a row a measure and a column a year; each share stands under its count.
func peopleSheet(in Input, f figures) sheet {
	s := sheet{Name: in.say("sheet.people"), Title: in.say("sheet.people.title"), Note: in.say("page.foot.ratio"), Head: []string{in.say("sheet.measure")}}
	for _, y := range f.inOrder() {
		s.Head = append(s.Head, f.yearLabel(in, y))
	}
	for _, p := range personRows {
		name := measureName(in, p.measure)
		counts, shares := []any{name}, []any{in.say("sheet.share_of", name)}
		for _, y := range f.inOrder() {
			keep := func(r []any) bool { return r[posYear] == int64(y) }
			n := f.measureSum(p.measure, keep)
			counts = append(counts, n)
			shares = append(shares, shareOf(n, f.measureSum("individual_count", keep)))
		}
		s.Rows = append(s.Rows, counts)
		if p.shared {
			s.Rows = append(s.Rows, shares)
		}
	}
	return s
}

// unitColumns are the measures that the sheet of units has room for; those with a share carry it beside them.
var unitColumns = []personRow{
	{"award_count", false}, {"collective_count", false}, {"household_count", false}, {"individual_count", false},
	{"direct_worker_count", true}, {"class_unknown_count", true},
	{"woman_count", true}, {"woman_unknown_count", true}, {"youth_count", true}, {"youth_unknown_count", true},
}

// unitYearSheet has the beneficiaries of each unit in the newest year.
func unitYearSheet(in Input, f figures) sheet {
	year := f.newest()
	s := sheet{Name: in.say("sheet.unit_year"), Title: in.say("sheet.unit_year.title", strconv.Itoa(year)) + " (" + f.duty(year).Words(in.Lang) + ")", Note: in.say("page.foot.ratio"), Head: []string{in.say("page.unit")}}
	for _, p := range unitColumns {
		s.Head = append(s.Head, measureName(in, p.measure))
		if p.shared {
			s.Head = append(s.Head, "%")
		}
	}
	row := func(label string, keep func(r []any) bool) []any {
		out := []any{label}
		people := f.measureSum("individual_count", keep)
		for _, p := range unitColumns {
			n := f.measureSum(p.measure, keep)
			out = append(out, n)
			if p.shared {
				out = append(out, shareOf(n, people))
			}
		}
		return out
	}
	inYear := func(r []any) bool { return r[posYear] == int64(year) }
	for i, u := range f.Units {
		if r := row(u.Label, func(r []any) bool { return inYear(r) && r[posUnit] == i }); r[1] != nil {
			s.Rows = append(s.Rows, r)
		}
	}
	s.Foot = row(in.say("sheet.total"), inYear)
	return s
}

// fiveYearSheet has the last five years by form, with kinds of recipient over the period.
func fiveYearSheet(in Input, f figures) sheet {
	to := f.newest()
	from := to - 4
	s := sheet{Name: in.say("sheet.five"), Title: in.say("sheet.five.title", strconv.Itoa(from), strconv.Itoa(to)), Note: breakNote(in, from, to), Head: []string{in.say("page.form")}}
	for y := from; y <= to; y++ {
		s.Head = append(s.Head, f.yearLabel(in, y))
	}
	kinds := []string{"award_count", "collective_count", "household_count", "individual_count"}
	s.Head = append(s.Head, in.say("sheet.period"))
	for _, k := range kinds[1:] {
		s.Head = append(s.Head, measureName(in, k))
	}
	row := func(label string, keep func(r []any) bool) []any {
		out := []any{label}
		for y := from; y <= to; y++ {
			out = append(out, sum(f.Award, posAwards, func(r []any) bool { return r[posYear] == int64(y) && keep(r) }))
		}
		for _, k := range kinds {
			out = append(out, f.measureSum(k, func(r []any) bool { y := r[posYear].(int64); return y >= int64(from) && y <= int64(to) && keep(r) }))
		}
		return out
	}
	for i, m := range f.Forms {
		if r := row(m.Label, func(r []any) bool { return r[posForm] == i }); r[to-from+2] != nil {
			s.Rows = append(s.Rows, r)
		}
	}
	s.Foot = row(in.say("sheet.total"), func([]any) bool { return true })
	return s
}
