package data

import (
	"slices"
	"strings"
)

// Authority is what the words for who decides tell.
type Authority struct {
	Level        string // chua_ro where OutsideState
	OutsideState bool   // a Party or mass organisation: its certificates are no state commendation
}

// levelOfKind is the level of the head of a unit of such a kind.
var levelOfKind = map[string]string{
	"department": "so", "district": "huyen", "commune": "xa", "enterprise": "don_vi", "school_or_hospital": "don_vi", "other": "tinh",
}

// formWords begin a form: words after them are another form, not the name of a body.
var formWords = []string{
	"bang khen", "giay khen", "huan chuong", "huy chuong", "chien si", "co thi dua", "tap the", "danh hieu", "ki niem chuong", "lao dong tien tien",
}

func (r *Reference) indexAuthorities() {
	r.authorities = map[string]string{}
	r.openAuthorities = map[string]string{}
	for _, a := range r.AuthorityAliases {
		if head, open := strings.CutSuffix(a.Alias, "…"); open {
			r.openAuthorities[Key(head)] = a.Level
			continue
		}
		r.authorities[Key(a.Alias)] = a.Level
	}
}

// ResolveAuthority reads the words for who decides: an authority alone ("Bộ trưởng Bộ Y tế"), with the name of its place
// ("Chủ tịch UBND huyện Lâm Thao", "Giám đốc Sở Y tế"), or a unit's name. Of a unit that has been merged the name still counts.
func (r *Reference) ResolveAuthority(text string) (Authority, bool) {
	return r.authorityOf(Key(text))
}

func (r *Reference) authorityOf(key string) (Authority, bool) {
	key = trimAuthority(key)
	if key == "" {
		return Authority{}, false
	}
	if level, ok := r.authorities[key]; ok {
		return authorityAt(level), true
	}
	if a, ok := r.headOfUnit(key); ok {
		return a, true
	}
	if bare, ok := r.withoutProvince(key); ok {
		return r.authorityOf(bare)
	}
	return r.openAuthority(key)
}

// authorityAt reads a level of the list, where chua_ro marks an authority outside the state.
func authorityAt(level string) Authority {
	return Authority{Level: level, OutsideState: level == "chua_ro"}
}

// trimAuthority takes off the words that tie an authority to its form.
func trimAuthority(key string) string {
	for _, before := range []string{"cua ", "do ", "cap cua ", "tap the lanh dao ", "dong chi "} {
		key = strings.TrimPrefix(key, before)
	}
	for _, after := range []string{" trao tang", " tang thuong", " tang", " quyet dinh", " ki"} {
		key = strings.TrimSuffix(key, after)
	}
	return key
}

// headOfUnit reads a unit's name, alone or after its head or body ("giam doc", "chu tich ubnd", "ubnd").
func (r *Reference) headOfUnit(key string) (Authority, bool) {
	for _, head := range []string{"", "giam doc ", "truong ", "chanh thanh tra ", "chu tich ubnd ", "ct ubnd ", "chu tich uy ban nhan dan ", "ubnd ", "uy ban nhan dan ", "tong giam doc ", "hieu truong ", "ban thuong vu ", "btv ", "chu tich "} {
		name, ok := strings.CutPrefix(key, head)
		if !ok {
			continue
		}
		levels := map[Authority]bool{}
		for _, u := range r.unitsWithin(spellKindWords(name), "", Date{}) {
			levels[authorityOfUnit(u)] = true
		}
		if len(levels) == 1 {
			for a := range levels {
				return a, true
			}
		}
	}
	return Authority{}, false
}

func authorityOfUnit(u Unit) Authority {
	if u.Kind == "mass_organisation" {
		return authorityAt("chua_ro")
	}
	return authorityAt(levelOfKind[u.Kind])
}

// withoutProvince takes the name of a province off the end: "ubnd tinh phu tho" is "ubnd tinh".
func (r *Reference) withoutProvince(key string) (string, bool) {
	for name := range r.provinces {
		if bare, ok := strings.CutSuffix(key, " "+name); ok {
			return bare, true
		}
	}
	return key, false
}

// openAuthority reads words whose name is free ("giam doc cong ty …"), unless a form is named in it.
func (r *Reference) openAuthority(key string) (Authority, bool) {
	if slices.ContainsFunc(formWords, func(w string) bool { return strings.Contains(key, w) }) {
		return Authority{}, false
	}
	for cut := strings.LastIndexByte(key, ' '); cut > 0; cut = strings.LastIndexByte(key[:cut], ' ') {
		if level, ok := r.openAuthorities[key[:cut]]; ok {
			return authorityAt(level), true
		}
	}
	return Authority{}, false
}

// authorityOfLevel is the authorities of §1.4 that stand at a level.
var authorityOfLevel = map[string][]string{
	"nha_nuoc": {"CTN", "CP", "TTG"}, "bo": {"BT"}, "tinh": {"BT"}, "so": {"S"}, "huyen": {"HN"}, "xa": {"X"}, "don_vi": {"DN", "S"},
}

// mayGive says that some authority of the level may give the form, by any law.
func (r *Reference) mayGive(form, level string) bool {
	return slices.ContainsFunc(r.FormAuthorities, func(a FormAuthority) bool {
		return a.Form == form && slices.Contains(authorityOfLevel[level], a.Authority)
	})
}

// LevelByLaw is the level that the law of a day leaves for a form in a return of such a sender (a unit kind, or "board"):
// the fixed level of the form, else the one level at which an authority for the form may stand behind the sender, else chua_ro.
func (r *Reference) LevelByLaw(form, sender string, on Date) string {
	if f, ok := r.Form(form, Date{}); ok && f.Level != "chua_ro" {
		return f.Level
	}
	level := "chua_ro"
	for _, fa := range r.FormAuthorities {
		if fa.Form != form || !fa.Valid().Holds(on) {
			continue
		}
		for _, sa := range r.SenderAuthorities {
			if sa.UnitKind != sender || sa.Authority != fa.Authority || !sa.Valid().Holds(on) || sa.Level == level {
				continue
			}
			if level != "chua_ro" {
				return "chua_ro"
			}
			level = sa.Level
		}
	}
	return level
}
