package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Merger is one row of the official table of the communes of 1/7/2025: what became of an old commune, or of a part of it.
type Merger struct {
	NewProvinceCode, NewProvince string
	NewCode, New                 string // the new commune
	OldCode, Old                 string // the old commune; empty where a whole district passed over, or ground that lay in no commune
	Note                         string // how, in the table's own words
	DistrictCode, District       string
	OldProvinceCode, OldProvince string
	At                           int // where the row stands, for whoever tells of it
}

// Merged are the units of rows of the official table and the events between them, each with the At of its row.
type Merged struct {
	Units    []Unit
	Events   []UnitEvent
	UnitsAt  []int
	EventsAt []int
}

// The last day of districts and old communes, and the first of new communes (Luật 72/2025/QH15: two levels of local government).
var (
	MergerEve = Date{2025, 6, 30}
	MergerDay = Date{2025, 7, 1}
)

const mergerSource = "official table 1/7/2025"

// MergerExtent reads a note of the official table, which spells some ten meanings in twenty ways. Whole is only what the note
// says of the commune as such: all people with a part of the ground, or all ground with a part of the people, is a part, and
// so is what remains after a part has gone. ok is false where the note is not known.
func MergerExtent(note string) (extent, kind string, ok bool) {
	key := Key(note)
	switch key {
	case "nhap toan bo":
		return "full", "merge", true
	case "giu nguyen", "doi ten", "doi loai hinh", "doi ten doi loai hinh":
		return "full", "rename", true // it passes whole into a new code of ours
	}
	if strings.HasPrefix(key, "sap xep toan bo ") { // a whole district or commune that became a special zone
		return "full", "rename", true
	}
	for _, part := range []string{"nhap mot phan", "nhap toan bo dien tich", "nhap toan bo dan so", "phan con lai ",
		"doi ten tu mot phan ", "doi loai hinh tu mot phan ", "doi ten doi loai hinh tu mot phan "} {
		if strings.HasPrefix(key+" ", part) {
			return "part", "split", true
		}
	}
	return "", "", false
}

// Codes of the registry for units of the official table. An official code stands for one commune before the day and, in
// most cases, for another after it.
func newCommuneCode(official string) string { return "xm-" + official }
func districtCode(official string) string   { return "h-" + official }

// mergerColumns are the columns of the official table.
var mergerColumns = []string{"new_province_code", "new_province", "new_commune_code", "new_commune", "old_commune_code", "old_commune", "note_vi",
	"old_district_code", "old_district", "old_province_code", "old_province"}

// MergersOf reads the official table, its first record being the header; of one new province, or of all where it is "".
func MergersOf(table [][]string, province string) ([]Merger, error) {
	if len(table) == 0 {
		return nil, fmt.Errorf("is empty")
	}
	at := map[string]int{}
	for i, name := range table[0] {
		at[strings.TrimPrefix(name, "\ufeff")] = i
	}
	for _, name := range mergerColumns {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("no column %s", name)
		}
	}
	var rows []Merger
	for _, row := range table[1:] {
		cell := func(name string) string { return row[at[name]] }
		if province != "" && cell("new_province_code") != province {
			continue
		}
		rows = append(rows, Merger{
			NewProvinceCode: cell("new_province_code"), NewProvince: cell("new_province"), NewCode: cell("new_commune_code"), New: cell("new_commune"),
			OldCode: cell("old_commune_code"), Old: cell("old_commune"), Note: cell("note_vi"), DistrictCode: cell("old_district_code"),
			District: cell("old_district"), OldProvinceCode: cell("old_province_code"), OldProvince: cell("old_province"),
		})
	}
	return rows, nil
}

// UnitsOfMergers gives the districts, old communes and new communes of rows of the table, with the events between them;
// province gives the registry's code of an official one on a day. Where every row of a district passes whole into one and the
// same commune, the district passes into it; else it is abolished.
func UnitsOfMergers(rows []Merger, province func(official string, on Date) string) (Merged, error) {
	c := mergerCodes{old: oldCodes(rows), units: map[string]bool{}}
	districts := map[string][]Merger{}
	for _, m := range rows {
		districts[m.DistrictCode] = append(districts[m.DistrictCode], m)
	}
	for _, m := range rows {
		extent, kind, ok := MergerExtent(m.Note)
		if !ok {
			return Merged{}, fmt.Errorf("old commune %s %s: note %q is not known", m.OldCode, m.Old, m.Note)
		}
		before := officialProvince(districts[m.DistrictCode])
		district := c.district(districts[m.DistrictCode], province(before, MergerEve), before)
		c.add(Unit{Code: newCommuneCode(m.NewCode), OfficialCode: m.NewCode, Name: spaced(m.New), Kind: "commune",
			Parent: province(m.NewProvinceCode, MergerDay), Province: m.NewProvinceCode, ValidFrom: MergerDay, Verified: true, Note: mergerSource}, m.At)
		from := district
		switch {
		case m.OldCode != "":
			from = c.commune(m, district, before)
		case passesWhole(districts[m.DistrictCode]):
			continue // the district's own event tells it
		default: // ground that lay in no commune: a part of the district
			extent, kind = "part", "split"
		}
		c.happen(UnitEvent{On: MergerDay, From: from, To: newCommuneCode(m.NewCode), Extent: extent, Kind: kind,
			Verified: true, Note: mergerSource + ": " + spaced(m.Note)}, m.At)
	}
	return c.Merged, nil
}

// mergerCodes gathers units and events, each unit once.
type mergerCodes struct {
	Merged
	old   map[oldCommune]string
	units map[string]bool
}

func (c *mergerCodes) add(u Unit, at int) bool {
	if c.units[u.Code] {
		return false
	}
	c.units[u.Code] = true
	c.Units, c.UnitsAt = append(c.Units, u), append(c.UnitsAt, at)
	return true
}

func (c *mergerCodes) happen(e UnitEvent, at int) {
	c.Events, c.EventsAt = append(c.Events, e), append(c.EventsAt, at)
}

// district adds the district of rows with its own event, and gives its code.
func (c *mergerCodes) district(rows []Merger, parent, province string) string {
	code := districtCode(rows[0].DistrictCode)
	if !c.add(Unit{Code: code, OfficialCode: rows[0].DistrictCode, Name: districtName(rows[0].District), Kind: "district",
		Parent: parent, Province: province, ValidTo: MergerEve, Verified: true, Note: mergerSource}, rows[0].At) {
		return code
	}
	e := UnitEvent{On: MergerDay, From: code, Extent: "full", Kind: "abolish", Verified: true, Note: "found: L56"}
	if passesWhole(rows) {
		_, e.Kind, _ = MergerExtent(rows[0].Note)
		if len(rows) > 1 {
			e.Kind = "merge"
		}
		e.To, e.Note = newCommuneCode(rows[0].NewCode), mergerSource+": all of it passed into one commune"
	}
	c.happen(e, rows[0].At)
	return code
}

// passesWhole says that all rows of a district pass whole into one commune.
func passesWhole(rows []Merger) bool {
	return !slices.ContainsFunc(rows, func(m Merger) bool {
		extent, _, _ := MergerExtent(m.Note)
		return extent != "full" || m.NewCode != rows[0].NewCode || m.OldCode == "" && m.Old != "" // ground that lay in no commune
	})
}

// commune adds the old commune of a row and gives its code.
func (c *mergerCodes) commune(m Merger, district, province string) string {
	code := c.old[oldName(m)]
	c.add(Unit{Code: "xc-" + code, OfficialCode: m.OldCode, Name: spaced(m.Old), Kind: "commune", Parent: district,
		Province: province, ValidTo: MergerEve, Verified: true, Note: mergerSource}, m.At)
	return "xc-" + code
}

// oldCommune is an old commune as its district knows it.
type oldCommune struct{ district, name string }

func oldName(m Merger) oldCommune { return oldCommune{m.DistrictCode, strings.ToLower(spaced(m.Old))} }

// oldCodes gives each old commune its code. The table has three official codes under which two communes stand: one of the two
// has its own code in another row; else the second in the table's order has its name behind the code.
func oldCodes(rows []Merger) map[oldCommune]string {
	named := map[oldCommune][]string{} // official codes, in the table's order
	holders := map[string][]oldCommune{}
	for _, m := range rows {
		n := oldName(m)
		if !slices.Contains(named[n], m.OldCode) {
			named[n] = append(named[n], m.OldCode)
			holders[m.OldCode] = append(holders[m.OldCode], n)
		}
	}
	codes := map[oldCommune]string{}
	for n, official := range named {
		own := slices.IndexFunc(official, func(c string) bool { return len(holders[c]) == 1 })
		code := official[max(own, 0)]
		if own < 0 && holders[code][0] != n {
			code += "-" + strings.ReplaceAll(Key(n.name), " ", "-")
		}
		codes[n] = code
	}
	return codes
}

// ProvinceOn is the code of the province of an official code on a day; empty where there is none.
func (r *Reference) ProvinceOn(official string, on Date) string {
	for _, u := range r.Units {
		if u.Parent == "" && u.OfficialCode == official && u.Valid().Holds(on) {
			return u.Code
		}
	}
	return ""
}

// officialProvince is the old province that most rows of a district name: two rows of the table name a neighbour.
func officialProvince(rows []Merger) string {
	count := map[string]int{}
	for _, m := range rows {
		count[m.OldProvinceCode]++
	}
	most := slices.MaxFunc(rows, func(a, b Merger) int { return cmp.Compare(count[a.OldProvinceCode], count[b.OldProvinceCode]) })
	return most.OldProvinceCode
}

// districtName mends the table's double spelling of kind words, "Thị Xã Phú Thọ" beside "Thị xã Phú Thọ".
func districtName(name string) string {
	name = spaced(name)
	for _, kind := range []string{"Thị xã ", "Thành phố "} {
		if len(name) > len(kind) && strings.EqualFold(name[:len(kind)], kind) {
			return kind + name[len(kind):]
		}
	}
	return name
}

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
