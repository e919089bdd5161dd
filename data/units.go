package data

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// kindWords spells out the short kind word that a unit's name may begin with.
var kindWords = map[string]string{
	"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "p": "phuong", "h": "huyen", "x": "xa", "q": "quan",
}

// peoplesCommittee begins the name of the body where the name of its place is meant.
var peoplesCommittee = []string{"ubnd", "uy ban nhan dan"}

func (r *Reference) indexUnits() {
	r.units = map[string][]Unit{}
	r.unitNames = map[string][]Unit{}
	r.provinces = map[string]string{}
	for _, u := range r.Units {
		r.units[u.Code] = append(r.units[u.Code], u)
		addTo(r.unitNames, Key(u.Name), u)
		if bare, ok := strings.CutPrefix(Key(u.Name), "tinh "); ok && u.Parent == "" {
			r.provinces[bare] = bare
		}
	}
	for _, rows := range r.units {
		slices.SortFunc(rows, func(a, b Unit) int { return a.ValidFrom.Compare(b.ValidFrom) })
	}
	for _, a := range r.UnitAliases {
		for _, u := range r.units[a.Unit] {
			addTo(r.unitNames, Key(a.Alias), u)
		}
	}
	for _, rows := range r.unitNames {
		slices.SortFunc(rows, func(a, b Unit) int { return strings.Compare(a.Code, b.Code) })
	}
}

// SenderKind is the unit kind that sender_authority knows: the unit's kind, or "board" for an emulation and commendation board.
func (u Unit) SenderKind() string {
	if strings.HasSuffix(u.Code, "-ban-tdkt") {
		return "board"
	}
	return u.Kind
}

// Unit is the latest row of code.
func (r *Reference) Unit(code string) (Unit, bool) { return r.UnitOn(code, Date{}) }

// UnitOn is the row of code valid on a day; the zero Date gives the latest.
func (r *Reference) UnitOn(code string, on Date) (Unit, bool) {
	for _, u := range slices.Backward(r.units[code]) {
		if u.Valid().Holds(on) {
			return u, true
		}
	}
	return Unit{}, false
}

// UnitsNamed is the units that text names on a day, by exact key of a name or alias, sorted by code. province is an official
// province code ("26"), or "" for all; the zero Date asks for no date. The text may begin with UBND or a short kind word
// (TP, TX, TT, P., H.) and may end in its district and province ("Xã Tân Lập, huyện Thanh Sơn, tỉnh Phú Thọ"): then only units
// there remain. Several results mean that the text needs its district or its province.
func (r *Reference) UnitsNamed(text, province string, on Date) []Unit {
	for _, key := range spellings(Key(text)) {
		if found := r.unitsWithin(key, province, on); len(found) > 0 {
			return asWritten(text, found)
		}
	}
	return nil
}

// asWritten keeps, of units whose names have one key, those whose name stands in the text with its very accents (Xã Lộc Thạnh
// beside Xã Lộc Thành); all of them where none does.
func asWritten(text string, units []Unit) []Unit {
	if len(units) < 2 {
		return units
	}
	text = strings.ToLower(norm.NFC.String(spaced(text)))
	exact := slices.DeleteFunc(slices.Clone(units), func(u Unit) bool {
		_, bare, _ := strings.Cut(strings.ToLower(norm.NFC.String(u.Name)), " ")
		return !strings.Contains(text, bare)
	})
	if len(exact) == 0 {
		return units
	}
	return exact
}

// spellings is the key as written, then without UBND, each with its short kind words spelt out.
func spellings(key string) []string {
	all := []string{key, spellKindWords(key)}
	for _, body := range peoplesCommittee {
		if place, ok := strings.CutPrefix(key, body+" "); ok {
			all = append(all, spellKindWords(place))
		}
	}
	return all
}

func spellKindWords(key string) string {
	first, rest, _ := strings.Cut(key, " ")
	if full, ok := kindWords[first]; ok && rest != "" {
		return full + " " + rest
	}
	return key
}

// unitsWithin finds key whole; else its longest head that names units lying in the place that its tail names.
func (r *Reference) unitsWithin(key, province string, on Date) []Unit {
	if found := r.unitsOn(key, province, on); len(found) > 0 {
		return found
	}
	for cut := strings.LastIndexByte(key, ' '); cut > 0; cut = strings.LastIndexByte(key[:cut], ' ') {
		heads := r.unitsOn(key[:cut], province, on)
		if len(heads) == 0 {
			continue
		}
		places := r.places(key[cut+1:], on)
		within := slices.DeleteFunc(heads, func(u Unit) bool {
			return !slices.ContainsFunc(places, func(p Unit) bool { return r.liesIn(u, p) })
		})
		if len(within) > 0 {
			return within
		}
	}
	return nil
}

// places is the districts and provinces that key names, itself within a place where it says so; a province may stand
// without its kind word.
func (r *Reference) places(key string, on Date) []Unit {
	key = spellKindWords(key)
	found := r.unitsWithin(key, "", on)
	if _, ok := r.provinces[key]; ok {
		found = append(found, r.unitsOn("tinh "+key, "", on)...)
	}
	return slices.DeleteFunc(found, func(u Unit) bool { return u.Kind != "district" && u.Parent != "" })
}

// Successor is the unit into which a unit has passed whole by a day, over one passing or several; ok is false where it passed
// into several, in part or into none. A unit valid on the day is its own.
func (r *Reference) Successor(code string, on Date) (u Unit, ok bool) {
	for range 8 { // no chain of passings is longer
		if u, ok = r.UnitOn(code, on); ok {
			return u, true
		}
		var passed []UnitEvent
		for _, e := range r.UnitEvents {
			if e.From == code && e.On.Compare(on) <= 0 {
				passed = append(passed, e)
			}
		}
		if len(passed) == 0 {
			return Unit{}, false
		}
		last := slices.MaxFunc(passed, func(a, b UnitEvent) int { return a.On.Compare(b.On) })
		sameDay := slices.DeleteFunc(passed, func(e UnitEvent) bool { return e.On != last.On })
		if len(sameDay) != 1 || last.Extent != "full" || last.To == "" {
			return Unit{}, false
		}
		code = last.To
	}
	return Unit{}, false
}

func (r *Reference) unitsOn(key, province string, on Date) []Unit {
	var found []Unit
	for _, u := range r.unitNames[key] {
		if !u.Valid().Holds(on) || province != "" && u.Province != province {
			continue
		}
		if i := slices.IndexFunc(found, func(f Unit) bool { return f.Code == u.Code }); i >= 0 {
			found[i] = u // no date asked: the later row
			continue
		}
		found = append(found, u)
	}
	return found
}

// liesIn says that u is p or lies below it.
func (r *Reference) liesIn(u, p Unit) bool {
	for range 8 { // deeper than any chain; Check refuses cycles
		if u.Code == p.Code {
			return true
		}
		parent, ok := r.Unit(u.Parent)
		if !ok {
			return false
		}
		u = parent
	}
	return false
}
