package ingest

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// vocabulary gives the layout package the words by which it tells a heading from a recipient.
func (k *Knowledge) vocabulary() layout.Known {
	return layout.Known{
		Form: func(key string) bool {
			m, ok := k.Reference.NamedForm(key, data.Date{})
			return ok || len(m.Candidates) > 0
		},
		Achievement: func(key string) bool { _, ok := k.Reference.AchievementByAlias(key); return ok },
		Unit:        func(key string) bool { return len(k.Reference.UnitsNamed(key, "", data.Date{})) > 0 },
		ClassWord:   func(key string) bool { _, ok := k.Reference.ClassByAlias(key); return ok },
	}
}

// heading is what the words of a group row state for the rows beneath it.
type heading struct {
	form        data.FormMatch
	achievement string
	class       string
	kind        string
	units       []data.Unit
}

func (h heading) field() string {
	switch {
	case h.form.Code != "":
		return "form"
	case h.achievement != "":
		return "achievement"
	case h.kind != "":
		return "kind"
	case h.class != "":
		return "class"
	case len(h.units) > 0:
		return "unit"
	}
	return ""
}

// headingOf reads the words of a group row: one thing, or a form and the kind of recipient
// ("Bằng khen của Chủ tịch UBND tỉnh cho tập thể").
func (k *Knowledge) headingOf(text string, around []data.Unit, on data.Date) heading {
	var h heading
	if h.kind = kindOf(text); h.kind != "" {
		return h
	}
	key := data.Key(text)
	for _, tail := range []string{"tap the", "ca nhan", "ho gia dinh"} {
		for _, tie := range []string{" cho ", " doi voi ", " tang "} {
			if rest, ok := strings.CutSuffix(key, tie+tail); ok {
				key, h.kind = rest, kindOf(tail)
			}
		}
	}
	if m, ok := k.Reference.NamedForm(key, on); ok {
		h.form = m
		return h
	}
	if a, ok := k.Reference.AchievementByAlias(key); ok {
		h.achievement = a
		return h
	}
	if c, ok := k.Reference.ClassByAlias(key); ok {
		h.class = c
		return h
	}
	h.units = k.unitsNamed(text, around, on)
	return h
}

// kindOf reads the words for the kind of recipient in a heading.
func kindOf(text string) string {
	key := strings.TrimPrefix(data.Key(text), "khen thuong ")
	for _, tail := range []string{" nho", " tieu bieu", " xuat sac"} {
		key = strings.TrimSuffix(key, tail)
	}
	if key == "doanh nghiep" {
		return "collective"
	}
	kind, _, err := value.RecipientKind(key)
	if err != nil {
		return ""
	}
	return kind
}

// formInTitle finds the one form that a title names: the longest run of its words that is
// a form. A run that ends before "của" names an authority that is not known, and counts
// as no form.
func (k *Knowledge) formInTitle(title string, on data.Date) (data.FormMatch, bool) {
	words := strings.Fields(data.Key(title))
	const longest = 18 // words of the longest name of a form with its authority
	for size := min(longest, len(words)); size > 1; size-- {
		var found []data.FormMatch
		for i := 0; i+size <= len(words); i++ {
			m, ok := k.Reference.NamedForm(strings.Join(words[i:i+size], " "), on)
			if !ok || i+size < len(words) && words[i+size] == "cua" {
				continue
			}
			if !slices.ContainsFunc(found, func(f data.FormMatch) bool { return f.Code == m.Code }) {
				found = append(found, m)
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1
		}
	}
	return data.FormMatch{}, false
}

// achievementInTitle finds the achievement type that a title states after "khen thưởng".
func (k *Knowledge) achievementInTitle(title string) string {
	words := strings.Fields(data.Key(title))
	for size := min(16, len(words)); size > 2; size-- {
		for i := 0; i+size <= len(words); i++ {
			if words[i] != "khen" && words[i] != "thanh" {
				continue
			}
			if a, ok := k.Reference.AchievementByAlias(strings.Join(words[i:i+size], " ")); ok {
				return a
			}
		}
	}
	return ""
}

// formNames are the names of codes, for a finding.
func (k *Knowledge) formNames(codes []string) (vi, en string) {
	var vis, ens []string
	for _, c := range codes {
		if f, ok := k.Reference.Form(c, data.Date{}); ok {
			vis, ens = append(vis, f.DisplayVI), append(ens, f.DisplayVI+" ("+f.DisplayEN+")")
		}
	}
	if len(vis) == 0 {
		return "", ""
	}
	return "; có thể là: " + strings.Join(vis, " / "), "; it may be: " + strings.Join(ens, " / ")
}

// minorities are the ethnic groups other than Kinh, and faiths, as keys: a column may name
// them where another has a tick.
var (
	minorities = keys("Tày,Thái,Mường,Khmer,Khơ me,Hoa,Nùng,Mông,H'Mông,Hmông,Dao,Gia Rai,Ê Đê,Ba Na,Sán Chay,Sán Chí,Cao Lan,Chăm,Cơ Ho,Xơ Đăng,Sán Dìu,Hrê,Ra Glai,Mnông,Xtiêng,Bru Vân Kiều,Thổ,Giáy,Cơ Tu,Giẻ Triêng,Mạ,Khơ Mú,Co,Tà Ôi,Chơ Ro,Kháng,Xinh Mun,Hà Nhì,Chu Ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ Măm,Ngái")
	faiths     = keys("Phật giáo,Công giáo,Thiên Chúa giáo,Tin Lành,Cao Đài,Hòa Hảo,Phật giáo Hòa Hảo,Hồi giáo")
	noFaith    = keys("Không,Không tôn giáo,Không theo tôn giáo")
	majority   = keys("Kinh")
)

func keys(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(list, ",") {
		out[data.Key(w)] = true
	}
	return out
}
