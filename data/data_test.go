package data

import (
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// embeddedCopy is the embedded lists as a file system that a case may change.
func embeddedCopy(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	paths, err := fs.Glob(referenceFS, "reference/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		content, err := referenceFS.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[p] = &fstest.MapFile{Data: content}
	}
	return files
}

// A list that does not read as it should stops the program and names the file, the line and the column.
func TestReadListsIsStrict(t *testing.T) {
	const path = "reference/level.csv"
	head := "level_code,name_vi,name_en,level_rank,colour,note\n"
	for _, c := range []struct{ name, content, say string }{
		{"unknown column", strings.Replace(head, "note", "remark", 1), "header must be"},
		{"missing column", "level_code,name_vi\n", "header must be"},
		{"no header", "", "header must be"},
		{"short row", head + "bo,Cấp bộ\n", "wrong number of fields"},
		{"empty key", head + ",Cấp bộ,Ministry,2,#cc79a7,\n", "level.csv:2: level_code: is empty"},
		{"number in words", head + "bo,Cấp bộ,Ministry,hai,#cc79a7,\n", "level.csv:2: level_rank"},
		{"space around", head + "bo ,Cấp bộ,Ministry,2,#cc79a7,\n", "has space around it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := embeddedCopy(t)
			files[path] = &fstest.MapFile{Data: []byte(c.content)}
			if _, err := readLists(files); err == nil || !strings.Contains(err.Error(), c.say) {
				t.Errorf("readLists() = %v, want %q", err, c.say)
			}
		})
	}
	for _, c := range []struct{ name, path, from, to, say string }{
		{"bad date", "reference/unit.csv", "2025-06-30", "30/6/2025", "want yyyy-mm-dd"},
		{"bad boolean", "reference/unit.csv", "true", "yes", "want true or false"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := embeddedCopy(t)
			files[c.path].Data = []byte(strings.Replace(string(files[c.path].Data), c.from, c.to, 1))
			if _, err := readLists(files); err == nil || !strings.Contains(err.Error(), c.say) {
				t.Errorf("readLists() = %v, want %q", err, c.say)
			}
		})
	}
}

// The warehouse gets every row of every file, typed, and an empty field as null.
func TestReferenceTables(t *testing.T) {
	tables, err := ReferenceTables()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	for _, table := range tables {
		rows[table.Name+".csv"] = len(table.Rows)
		for _, row := range table.Rows {
			for i, cell := range row {
				if cell == nil {
					continue
				}
				var kind string
				switch cell.(type) {
				case string:
					kind = "varchar"
				case int64:
					kind = "bigint"
				case bool:
					kind = "boolean"
				case time.Time:
					kind = "date"
				}
				if kind != table.Columns[i].Type {
					t.Fatalf("%s.%s: %T in a column of %s", table.Name, table.Columns[i].Name, cell, table.Columns[i].Type)
				}
				if cell == "" {
					t.Fatalf("%s.%s: empty text instead of nil", table.Name, table.Columns[i].Name)
				}
			}
		}
	}
	files, err := fs.ReadDir(referenceFS, "reference")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		content, err := referenceFS.ReadFile("reference/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if n, known := rows[f.Name()]; !known || n != strings.Count(string(content), "\n")-1 {
			t.Errorf("%s: %d rows of %d lines, known %v", f.Name(), n, strings.Count(string(content), "\n"), known)
		}
		if !strings.HasSuffix(string(content), "\n") || strings.Contains(string(content), "\r") {
			t.Errorf("%s: lines must end in LF", f.Name())
		}
	}
}

func TestDates(t *testing.T) {
	if d, err := ParseDate("2024-02-29"); err != nil || d != (Date{2024, 2, 29}) || d.String() != "2024-02-29" {
		t.Errorf("ParseDate = %v, %v", d, err)
	}
	for _, bad := range []string{"2023-02-29", "1/2/2024", "2024-2-1", "2024"} {
		if d, err := ParseDate(bad); err == nil {
			t.Errorf("ParseDate(%q) = %v", bad, d)
		}
	}
	if d := (Date{2025, 7, 1}).AddDays(-1); d != (Date{2025, 6, 30}) {
		t.Errorf("the eve of 1/7/2025 is %s", d)
	}
	p := Period{Date{2024, 1, 1}, Date{2025, 6, 30}}
	for on, want := range map[Date]bool{{2023, 12, 31}: false, {2024, 1, 1}: true, {2025, 6, 30}: true, {2025, 7, 1}: false, {}: true} {
		if p.Holds(on) != want {
			t.Errorf("%v holds %s = %v", p, on, !want)
		}
	}
	// two periods overlap where, and only where, some day is in both
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Custom(func(t *rapid.T) Date { return Date{2025, 1, 1}.AddDays(rapid.IntRange(0, 8).Draw(t, "day")) })
		end := rapid.OneOf(day, rapid.Just(Date{}))
		draw := rapid.Custom(func(t *rapid.T) Period { return Period{end.Draw(t, "from"), end.Draw(t, "to")} }).
			Filter(func(p Period) bool { return p.To.IsZero() || !p.To.Before(p.From) })
		p, q := draw.Draw(t, "p"), draw.Draw(t, "q")
		shared := false
		for n := -1; n <= 9; n++ {
			d := Date{2025, 1, 1}.AddDays(n)
			shared = shared || p.Holds(d) && q.Holds(d)
		}
		if p.Overlaps(q) != shared || q.Overlaps(p) != shared {
			t.Fatalf("%v and %v: overlap %v, share a day %v", p, q, p.Overlaps(q), shared)
		}
	})
}

func TestNumberForms(t *testing.T) {
	for _, c := range []struct {
		n      int64
		vi, en string
	}{{0, "0", "0"}, {999, "999", "999"}, {1234, "1.234", "1,234"}, {-1234567, "-1.234.567", "-1,234,567"}, {math.MinInt64, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"}} {
		if vi, en := FormatInt("vi", c.n), FormatInt("en", c.n); vi != c.vi || en != c.en {
			t.Errorf("FormatInt(%d) = %q, %q", c.n, vi, en)
		}
	}
	for _, c := range []struct {
		x      float64
		vi, en string
	}{{0.4567, "45,67\u00a0%", "45.67%"}, {0, "0,00\u00a0%", "0.00%"}, {1, "100,00\u00a0%", "100.00%"}, {12.3456, "1.234,56\u00a0%", "1,234.56%"}, {-0.5, "-50,00\u00a0%", "-50.00%"}, {-0.000001, "0,00\u00a0%", "0.00%"}, {math.NaN(), "–", "–"}} {
		if vi, en := FormatPercent("vi", c.x), FormatPercent("en", c.x); vi != c.vi || en != c.en {
			t.Errorf("FormatPercent(%v) = %q, %q", c.x, vi, en)
		}
	}
}

// A text that one language lacks would show as a bare key to half the readers.
func TestLanguagesHaveTheSameTexts(t *testing.T) {
	vi, err := LoadTexts("vi")
	if err != nil {
		t.Fatal(err)
	}
	en, err := LoadTexts("en")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(vi.Keys(), en.Keys()); diff != "" {
		t.Errorf("keys (-vi +en):\n%s", diff)
	}
	for _, key := range vi.Keys() {
		if a, b := verbs(vi.words[key]), verbs(en.words[key]); !slices.Equal(a, b) || vi.words[key] == "" || en.words[key] == "" {
			t.Errorf("%s: vi %q, en %q", key, vi.words[key], en.words[key])
		}
	}
	for _, key := range vi.Keys() { // a text of cities without the one that it stands for would never be seen
		if plain, is := strings.CutSuffix(key, cityKey); is && (!vi.Has(plain) || !slices.Equal(verbs(vi.words[plain]), verbs(vi.words[key]))) {
			t.Errorf("%s stands for no text, or for one with other verbs", key)
		}
	}
	if got := vi.Get("no.such.key"); got != "[no.such.key]" || vi.Has("no.such.key") {
		t.Errorf("a missing key gives %q", got)
	}
	if _, err := LoadTexts("fr"); err == nil {
		t.Error("a language that is not there must be an error")
	}
}

// verbs is the sorted fmt verbs of a text: a translation may turn their order with %[2]s.
func verbs(text string) []string {
	var found []string
	for _, part := range strings.Split(strings.ReplaceAll(text, "%%", ""), "%")[1:] {
		found = append(found, strings.TrimLeft(part, "[]0123456789.+-# ")[:1])
	}
	slices.Sort(found)
	return found
}

// The fingerprint decides whether a return is read again: it must tell the folders apart and be the same each time.
func TestFingerprint(t *testing.T) {
	all := Fingerprint("reference", "rules")
	if all != Fingerprint("reference", "rules") || all == Fingerprint("reference") || all == Fingerprint("rules", "reference") || len(all) != 64 {
		t.Errorf("Fingerprint = %s", all)
	}
	defer func() {
		if recover() == nil {
			t.Error("an unknown folder must panic")
		}
	}()
	Fingerprint("samples")
}
