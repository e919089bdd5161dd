package office

import (
	"bytes"
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/finding"
)

// rulesPage draws the page in a language.
func rulesPage(t *testing.T, lang string) (string, charts.Guide) {
	t.Helper()
	texts, err := data.LoadTexts(lang)
	if err != nil {
		t.Fatal(err)
	}
	g, err := (&Office{Lang: lang, Texts: texts}).guide()
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := charts.RulesPage(&page, g); err != nil {
		t.Fatal(err)
	}
	return page.String(), g
}

// A rule, form of return or award form that the page leaves out is one that an office is refused by and cannot look up.
func TestRulesPageLeavesNothingOut(t *testing.T) {
	k, err := ingest.Know()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range data.Langs {
		page, _ := rulesPage(t, lang)
		has := func(what, text string) {
			t.Helper()
			if !strings.Contains(page, html.EscapeString(text)) && !strings.Contains(html.UnescapeString(page), text) {
				t.Errorf("%s: the page lacks %s %q", lang, what, text)
			}
		}
		for code, rules := range k.Rules {
			has("the rule", `id="`+string(code)+`"`)
			for _, r := range rules {
				has("the name of "+string(code), r.Name.In(lang))
				has("the basis of "+string(code), r.Basis)
			}
		}
		for _, l := range k.Layouts {
			has("the form of return", `id="`+l.Code+`"`)
			for _, f := range l.Fields {
				has("a column of "+l.Code, strings.TrimPrefix(strings.Split(f.Headers[0], " > ")[0], "?"))
			}
		}
		for _, f := range k.Reference.Forms {
			has("the award form", f.DisplayVI)
		}
		for _, missing := range regexp.MustCompile(`[\[{]docs\.[a-z_.]+[\]}]|%!|<no value>`).FindAllString(page, -1) {
			t.Errorf("%s: no words for %s", lang, missing)
		}
		if again, _ := rulesPage(t, lang); again != page {
			t.Errorf("%s: two runs give two pages", lang)
		}
	}
}

// Each rule has its section and an example that fills all its places; the list names no rule that is gone.
func TestEveryRuleHasItsExample(t *testing.T) {
	k, err := ingest.Know()
	if err != nil {
		t.Fatal(err)
	}
	guide, err := data.LoadRuleGuide()
	if err != nil {
		t.Fatal(err)
	}
	for code, rules := range k.Rules {
		g, ok := guide[string(code)]
		if !ok {
			t.Errorf("rule %s has no example: add a row to data/lang/rule_guide.csv (section: %s)", code, strings.Join(data.Sections, ", "))
			continue
		}
		for _, r := range rules {
			for _, text := range []string{r.Want.VI, r.Want.EN, r.Mend.VI, r.Mend.EN} {
				for _, place := range placeInWords.FindAllStringSubmatch(text, -1) {
					if _, filled := g.Words[place[1]]; !filled {
						t.Errorf("the example of %s has no word for {%s}: add it to data/lang/rule_guide.csv", code, place[1])
					}
				}
			}
		}
	}
	for code := range guide {
		if k.Rules[finding.Code(code)] == nil {
			t.Errorf("data/lang/rule_guide.csv shows %s, which is no rule", code)
		}
	}
}

// The page says how cells are read by reading them: these few must stand so, whatever the words.
func TestValuesOfTheRulesPage(t *testing.T) {
	_, g := rulesPage(t, "vi")
	ok := map[string]bool{}
	reads := map[string]string{}
	for _, table := range g.Values {
		for _, row := range table.Rows {
			ok[table.ID+" "+row.Text], reads[table.ID+" "+row.Text] = row.OK, row.Reads
			if row.Reads == "" {
				t.Errorf("%s %q reads as nothing", table.ID, row.Text)
			}
		}
	}
	for text, want := range map[string]bool{"count 02": true, "count -": true, "count ": true, "count x": false, "count 1,234": false,
		"count 311712009": false, "date 31/02/2025": false, "birth 00/00/1950": true, "year 2023-2025": false, "tick x": true} {
		if got, there := ok["gia-tri-"+text]; !there || got != want {
			t.Errorf("%q: there %v, read %v, want %v", text, there, got, want)
		}
	}
	if blank, nought := reads["gia-tri-count "], reads["gia-tri-count 0"]; blank == nought {
		t.Errorf("blank reads as %q, nought as %q", blank, nought)
	}
}

// A mark is a word: nothing on the page rests on a colour.
func TestMarksOfTheRulesPageAreWords(t *testing.T) {
	page, _ := rulesPage(t, "vi")
	for _, m := range regexp.MustCompile(`<span class="badge [a-z]+">([^<]*)</span>`).FindAllStringSubmatch(page, -1) {
		if !slices.Contains([]string{"Lỗi – trả lại", "Lỗi – giữ lại", "Cảnh báo", "Hỏi lại"}, m[1]) {
			t.Errorf("a mark without its word: %s", m[0])
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "http:") || strings.Contains(page, "https:") || strings.Contains(page, "url(") {
		t.Error("the page has scripts or fetches something")
	}
}

func TestDocsWritesOneFile(t *testing.T) {
	texts, err := data.LoadTexts("vi")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path, err := (&Office{Lang: "vi", Texts: texts}).Docs(dir + "/a/b")
	if err != nil || !strings.HasSuffix(path, "quy-tac.html") {
		t.Fatal(path, err)
	}
	if entries, err := os.ReadDir(dir + "/a/b"); err != nil || len(entries) != 1 {
		t.Error(entries, err)
	}
}
