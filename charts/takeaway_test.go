package charts

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/google/go-cmp/cmp"
)

// takeFrom clicks a button beneath a panel and gives the file that comes.
func takeFrom(t *testing.T, b *browser, dir, panel, ending string) (name string, content []byte) {
	t.Helper()
	eval[any](t, b, `document.querySelector('[data-panel="`+panel+`"] [data-take="`+ending+`"]').click()`)
	for range 300 {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) == 1 && strings.HasSuffix(entries[0].Name(), "."+ending) {
			name = entries[0].Name()
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if name == "" {
		t.Fatalf("no file %s of panel %s came", ending, panel)
	}
	content, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
	return name, content
}

// offerTaking puts the buttons under panels of an open page, unless they stand there, and lets files come into a folder.
func offerTaking(t *testing.T, b *browser, ids ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	call(t, b, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
	for _, id := range ids {
		eval[any](t, b, `(() => {
			const article = document.querySelector('[data-panel="`+id+`"]');
			if (!article.querySelector(".take")) takeButtons(article, () => ({ panel: shownPanels.get("`+id+`"), state }))();
		})()`)
	}
	return dir
}

// What is taken from the page must be what stands on it: the same figures in the picture, in the table and on the screen.
func TestTakenFilesSayWhatThePageSays(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "vi")), 1366, 900)
	dir := offerTaking(t, b, "unit", "people", "returns")
	b.show(t, view{2024, "25-a"})
	name, content := takeFrom(t, b, dir, "people", "csv")
	if name != "tdkt-people-2024-25-a.csv" {
		t.Errorf("the table comes as %s", name)
	}
	table := csvRows(t, content)
	if diff := cmp.Diff([]string{"Đối tượng", "Cá nhân", "Có", "Có %", "Chưa rõ", "Chưa rõ %", "Không", "Không %"}, table[0]); diff != "" {
		t.Error(diff)
	}
	for i, r := range b.panel(t, "people").Table {
		if diff := cmp.Diff(append([]string{r.Label}, r.Values...), table[i+1]); diff != "" {
			t.Errorf("file against page:\n%s", diff)
		}
	}
	b.show(t, view{2025, ""})
	name, content = takeFrom(t, b, dir, "unit", "svg")
	if name != "tdkt-unit-2025.svg" {
		t.Errorf("the picture comes as %s", name)
	}
	texts := oneSpace(textsOf(t, content))
	for _, want := range []string{"Theo đơn vị", "Toàn tỉnh · 2025", "đứng đầu trong 16", "Nguồn: báo cáo khen thưởng", "Bản dựng: made-up-build", hostile, "Hội Liên hiệp Phụ nữ · Phú Thọ (cũ)", "1.283"} {
		if !strings.Contains(texts, want) {
			t.Errorf("no %q in the picture that is taken: %s", want, texts)
		}
	}
	for _, never := range []string{"<style", "class=", "ecmeta", "href"} {
		if bytes.Contains(content, []byte(never)) {
			t.Errorf("%s in the picture that is taken", never)
		}
	}
	if name, content = takeFrom(t, b, dir, "unit", "png"); name != "tdkt-unit-2025.png" {
		t.Errorf("the picture comes as %s", name)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	white, dark := 0, 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			switch r, g, bl, a := picture.At(x, y).RGBA(); {
			case a != 0xffff:
				t.Fatal("the picture can be seen through")
			case r+g+bl == 3*0xffff:
				white++
			case r+g+bl < 0xffff:
				dark++
			}
		}
	}
	if all := picture.Bounds().Dx() * picture.Bounds().Dy(); picture.Bounds().Dx() != 1800 || white < all/2 || dark < all/100 {
		t.Errorf("%v: %d white, %d dark of %d", picture.Bounds(), white, dark, all)
	}
	if *shots != "" {
		if err := os.WriteFile(filepath.Join(*shots, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if eval[int](t, b, `document.querySelectorAll('[data-panel="returns"] [data-take]:not([hidden])').length`) != 1 {
		t.Error("a table alone offers a picture")
	}
	b.clean(t)
}

func csvRows(t *testing.T, content []byte) [][]string {
	t.Helper()
	plain, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	if !marked || bytes.Count(plain, []byte("\n")) != bytes.Count(plain, []byte("\r\n")) {
		t.Error("no mark of UTF-8, or lines that do not end as RFC 4180 asks")
	}
	rows, err := csv.NewReader(bytes.NewReader(plain)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A name that a spreadsheet would run stays a text, numbers stay numbers, and what was not stated stays empty.
func TestTakenTableIsPlain(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "vi")), 1366, 900)
	got := eval[string](t, b, `takeCSV({
		head: ["=Đơn vị", "Số", "%"],
		rows: [
			{ label: "=1+1", cells: [count(1234), part(0.5)] }, { label: "+84", cells: [count(null), part(null)] }, { label: "-a", cells: [change(-5), word("@x")] },
			{ label: 'a "b", c', cells: [count(0), word("1\n2")] }, { label: "\tx", cells: [count(1), word("–")] },
		],
		foot: { label: "Tổng số", cells: [count(1230), part(1)] },
	})`)
	want := [][]string{{"'=Đơn vị", "Số", "Số %"}, {"'=1+1", "1234", "0.5"}, {"'+84", "", ""}, {"'-a", "-5", "'@x"}, {`a "b", c`, "0", "1\n2"}, {"'\tx", "1", "–"}, {"Tổng số", "1230", "1"}}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	b.clean(t)
}

// Two views never share the name of a file.
func TestTakenFilesAreNamedByTheirView(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "vi")), 1366, 900)
	text := eval[string](t, b, `JSON.stringify([{}, { from: 2025, to: 2025 }, { from: 2021, to: 2025 }, { from: 2025, to: 2025, unit: [0], form: [1], kind: "individual" }, { unit: [0, 1, 2, 3] }, { unit: [0, 1, 2, 4] }]
		.map((f) => takeName({ id: "form" }, { filter: { ...noFilter, ...f } }, "svg")))`)
	var got []string
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	unit := eval[string](t, b, `data.units[0].code`)
	want := []string{"tdkt-form-all.svg", "tdkt-form-2025.svg", "tdkt-form-2021-2025.svg", "tdkt-form-2025-" + unit + "-hc_lao_dong_ba-individual.svg"}
	if diff := cmp.Diff(want, got[:4]); diff != "" {
		t.Error(diff)
	}
	if !strings.HasPrefix(got[4], "tdkt-form-all-4x") || got[4] == got[5] {
		t.Errorf("four units each: %v", got[4:])
	}
}
