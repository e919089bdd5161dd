package data

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// One case a family of what typing changes and meaning does not: both ways of writing have one key and one spelling.
func TestTypingFoldsAway(t *testing.T) {
	for _, c := range []struct{ family, one, other string }{
		{"tone of oa", "Hòa Bình, hóa, tỏa, tọa", "Hoà Bình, hoá, toả, toạ"},
		{"tone of oe", "khỏe, hòe", "khoẻ, hoè"},
		{"tone of uy", "ủy ban, thủy, lũy, tùy, úy, lụy", "uỷ ban, thuỷ, luỹ, tuỳ, uý, luỵ"},
		{"quý", "Quý III, quỹ, quỳ", "Quí III, quĩ, quì"},
		{"i and y after a consonant", "Chiến sĩ, kỉ niệm, lí luận, mĩ thuật, tỉ lệ, vĩ, hi", "Chiến sỹ, kỷ niệm, lý luận, mỹ thuật, tỷ lệ, vỹ, hy"},
		{"composed and not", "Nguyễn Thị Hạnh, Đặng", norm.NFD.String("Nguyễn Thị Hạnh, Đặng")},
		{"marks in another order", "Việt", "Vie\u0323\u0302t"},
		{"Đ", "Đội, đoàn", "Ðội, ðoàn"}, {"African D", "Đội", "Ɖội"},
		{"Cyrillic", "CHA, Bac, xoe, pop, THCS", "СНА, Вас, хое, рор, ТНСЅ"},
		{"Greek", "BAN TO KHAO", "ΒΑΝ ΤΟ ΚΗΑΟ"}, {"Cyrillic under an accent", "Hà", "Hа\u0300"},
		{"hard blanks", "Lao động", "Lao\u00a0động"}, {"narrow and wide blanks", "Lao động tiên tiến", "Lao\u202fđộng\u3000tiên\u2003tiến"},
		{"full width", "LĐTT 2024", "ＬĐＴＴ ２０２４"}, {"zero width", "Lao động", "Lao\u200b độ\u00adng\ufeff"},
		{"dashes", "CSTĐ - CS", "CSTĐ – CS"}, {"more dashes", "a-b", "a\u2010b"}, {"still more", "a-b", "a\u2212b"}, {"and long", "a - b", "a — b"},
		{"quotation marks", `"Gia đình 'văn hóa'"`, "“Gia đình ‘văn hoá’”"}, {"case", "SỞ Y TẾ", "Sở y tế"},
	} {
		if Key(c.one) != Key(c.other) {
			t.Errorf("%s: keys %q and %q", c.family, Key(c.one), Key(c.other))
		}
		if Spelling(c.one) != Spelling(c.other) {
			t.Errorf("%s: spellings %q and %q", c.family, Spelling(c.one), Spelling(c.other))
		}
	}
}

func TestSpellingKeepsAccents(t *testing.T) {
	for _, c := range [][2]string{{"Năm", "Nam"}, {"Đợt", "Đột"}, {"Hoa", "Hóa"}, {"quy", "quý"}, {"thúy", "thủy"}, {"tay", "tai"}, {"Thúy", "Thúi"}, {"công", "cộng"}, {"Y", "I"}} {
		if Spelling(c[0]) == Spelling(c[1]) {
			t.Errorf("%s is spelt as %s: %q", c[0], c[1], Spelling(c[0]))
		}
	}
	if got := Spelling(" SỐ\n TT (1)"); got != "số tt 1" {
		t.Errorf("%q", got)
	}
}

func TestSigns(t *testing.T) {
	if got := strings.Map(Sign, "“1 – 2”\u00a0‘３／４’ − Đð А"); got != `"1 - 2" '3/4' - Đð А` {
		t.Errorf("%q", got)
	}
}

// What is spelt alike has one key, and neither moves when it is folded again.
func TestSpellingIsFinerThanKey(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aăâeêioôơuưyqđĐÐỸỹÝýụựặỜòàỷuytsАеΟ ,-…(1Ⅲ\n\u00ad")), 0, 30, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := letters.Draw(t, "s")
		if rapid.Bool().Draw(t, "apart") {
			s = norm.NFD.String(s)
		}
		spelt := Spelling(s)
		if again := Spelling(spelt); again != spelt {
			t.Fatalf("Spelling(%q) = %q, again %q", s, spelt, again)
		}
		if Key(spelt) != Key(s) {
			t.Fatalf("%q has key %q, its spelling %q has %q", s, Key(s), spelt, Key(spelt))
		}
	})
}

// Folding must not make two things one. Every name of the lists means one thing by its key, or is asked about: names of units by
// what they lie in, words for forms by ResolveForm. And no list is typed with a letter that only looks right.
func TestFoldingKeepsTheListsApart(t *testing.T) {
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	meant := map[string]map[string]string{} // kind -> key -> code
	once := func(kind, name, code string) {
		if meant[kind] == nil {
			meant[kind] = map[string]string{}
		}
		if other, seen := meant[kind][Key(name)]; seen && other != code {
			t.Errorf("%s %q means %s and %s", kind, name, code, other)
		}
		meant[kind][Key(name)] = code
	}
	for _, x := range ref.Achievements {
		once("achievement", x.NameVI, x.Code)
	}
	for _, x := range ref.AchievementAliases {
		once("achievement", x.Alias, x.Achievement)
	}
	for _, x := range ref.Classes {
		once("class", x.NameVI, x.Code)
	}
	for _, x := range ref.ClassAliases {
		once("class", x.Alias, x.Class)
	}
	for _, x := range ref.Forms {
		if m, ok := ref.ResolveForm(x.NameVI, x.ValidFrom); ok && m.Code != x.Code && x.Valid().Holds(x.ValidFrom) {
			t.Errorf("form %q resolves to %s, not %s", x.NameVI, m.Code, x.Code)
		}
	}
	sameName, shared := map[string]map[string]bool{}, 0
	for _, u := range ref.Units {
		if sameName[Key(u.Name)] == nil {
			sameName[Key(u.Name)] = map[string]bool{}
		}
		sameName[Key(u.Name)][Spelling(u.Name)] = true
		units := ref.UnitsNamed(u.Name, u.Province, u.ValidFrom)
		found := false
		for _, other := range units {
			found = found || other.Code == u.Code
		}
		if !found && (u.ValidFrom != Date{}) {
			t.Errorf("unit %s is not among those named %q", u.Code, u.Name)
		}
	}
	for key, spellings := range sameName {
		if len(spellings) > 1 {
			shared++
			t.Logf("%q is the key of %d names that differ in accents only", key, len(spellings))
		}
	}
	t.Logf("%d keys of units are shared by names that differ in accents", shared)
	for _, table := range ref.Tables() {
		for _, row := range table.Rows {
			for _, cell := range row {
				text, _ := cell.(string)
				if i := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) && Letter(r) != r }); i >= 0 {
					t.Errorf("%s: %q has a letter that only looks right, at %d", table.Name, text, i)
				}
			}
		}
	}
}
