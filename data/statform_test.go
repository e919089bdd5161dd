package data

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Every form reads, and names award forms, families, levels and achievement types that there are.
func TestStatFormsNameWhatThereIs(t *testing.T) {
	all, err := StatForms()
	if err != nil {
		t.Fatal(err)
	}
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	families, achievements, levels := codesOf(ref.FormFamilies, func(x FormFamily) string { return x.Code }), codesOf(ref.Achievements, func(x Achievement) string { return x.Code }), codesOf(ref.Levels, func(x Level) string { return x.Code })
	known := func(form, what string, codes, from []string) {
		t.Helper()
		for _, c := range codes {
			if !slices.Contains(from, c) {
				t.Errorf("%s: %s %q", form, what, c)
			}
		}
	}
	for _, f := range all {
		known(f.Code, "level", f.Levels, levels)
		for _, c := range f.Columns {
			known(f.Code, "award form", c.Forms, codesOf(ref.Forms, func(x Form) string { return x.Code }))
			known(f.Code, "family", c.Families, families)
			known(f.Code, "achievement", c.Achievements, achievements)
		}
		for _, r := range f.Rows {
			if r.Text == "" && r.Code == "" {
				t.Errorf("%s: row %q has no code", f.Code, r.Label)
			}
		}
	}
	if len(all) != 12 {
		t.Errorf("%d forms", len(all))
	}
}

func codesIn(forms []StatForm) (codes []string) {
	for _, f := range forms {
		codes = append(codes, f.Code)
	}
	return codes
}

// The forms of a year are those of its circular; what is lost if this breaks is which circular a signed form follows.
func TestStatFormsOfAYear(t *testing.T) {
	all, err := StatForms()
	if err != nil {
		t.Fatal(err)
	}
	tables := []string{"mau_01", "mau_02", "mau_02_nha_nuoc", "mau_03"}
	for year, want := range map[int][]string{
		2009: {"bieu_0604", "bieu_0605", "bieu_0701", "bieu_0702", "bieu_0703"}, 2018: {"bieu_0604", "bieu_0605", "bieu_0701", "bieu_0702", "bieu_0703"},
		2022: {"bieu_0604", "bieu_0605", "bieu_0701", "bieu_0702", "bieu_0703"},
		2023: {"bieu_0601", "bieu_0602", "bieu_0603", "bieu_0604", "bieu_0605"}, 2025: {"bieu_0601", "bieu_0602", "bieu_0603", "bieu_0604", "bieu_0605"}, 2030: {"bieu_0601", "bieu_0602", "bieu_0603", "bieu_0604", "bieu_0605"},
	} {
		if got := codesIn(StatFormsOf(all, year)); !slices.Equal(got, append(want, tables...)) {
			t.Errorf("%d: %v", year, got)
		}
	}
}

// withForms are the files of data/forms and their layouts, with some replaced, added or, where nil, left out.
func withForms(t *testing.T, change map[string]func(string) string) (fs.FS, fs.FS) {
	t.Helper()
	forms := fstest.MapFS{}
	names, err := fs.Glob(StatFormFS, "forms/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(StatFormFS, name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		if edit := change[name]; edit != nil {
			if text = edit(text); text == string(content) {
				t.Fatalf("%s: nothing replaced", name)
			}
		}
		forms[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if add := change["forms/new.json"]; add != nil {
		forms["forms/new.json"] = &fstest.MapFile{Data: []byte(add(string(forms["forms/bieu_0603.json"].Data)))}
	}
	return forms, LayoutFS
}

// A new circular's form is a file more, and the year in which the old one ends.
func TestANewCircularIsAFile(t *testing.T) {
	forms, layouts := withForms(t, map[string]func(string) string{
		"forms/bieu_0603.json": func(s string) string { return strings.Replace(s, `"from": 2023,`, `"from": 2023, "to": 2024,`, 1) },
		"forms/new.json": func(s string) string {
			return strings.NewReplacer(`"bieu_0603",
  "series"`, `"bieu_moi",
  "series"`, `"bieu-0603"`, `"bieu-moi"`, `"from": 2023, "to": 2024,`, `"from": 2025,`).Replace(s)
		},
	})
	all, err := readStatForms(forms, layouts)
	if err != nil {
		t.Fatal(err)
	}
	if got := codesIn(StatFormsOf(all, 2025)); !slices.Contains(got, "bieu_moi") || slices.Contains(got, "bieu_0603") {
		t.Errorf("2025: %v", got)
	}
	if got := codesIn(StatFormsOf(all, 2024)); slices.Contains(got, "bieu_moi") || !slices.Contains(got, "bieu_0603") {
		t.Errorf("2024: %v", got)
	}
}

// A form that does not hold together stops the program, not the board's signature.
func TestStatFormsRefuse(t *testing.T) {
	for _, c := range []struct{ shows, file, old, new, says string }{
		{"an unknown word", "bieu_0603", `"sheet"`, `"blatt"`, "unknown field"},
		{"an unknown shape", "bieu_0603", "measures_down", "down", "shape"},
		{"an unknown kind of column", "bieu_0603", `"what": "code"`, `"what": "cod"`, "column 2"},
		{"a row that the layout does not read", "bieu_0603", "direct_worker_count", "direct_count", "no such row"},
		{"an achievement that the layout does not read", "bieu_0603", `"khang_chien"`, `"chien"`, "no such row"},
		{"a ratio of a column that is not there", "mau_02", `["16", "3"]`, `["61", "3"]`, "ratio"},
		{"a kind that no column has", "bieu_0602", `["collective", "individual"]`, `["household"]`, "kind"},
		{"two forms of a series for a year", "bieu_0702", `"to": 2022`, `"to": 2023`, "two of a series"},
		{"a layout that is not there", "mau_03", `"reads": "mau_03"`, `"reads": "mau_30"`, "mau_30"},
		{"a file in another folder", "mau_03", `"file": "mau-03"`, `"file": "../mau-03"`, "want code"},
		{"a blank column without a reason", "mau_03", `"left": "submissions"`, `"left": ""`, "why it is left"},
	} {
		forms, layouts := withForms(t, map[string]func(string) string{
			"forms/" + c.file + ".json": func(s string) string { return strings.ReplaceAll(s, c.old, c.new) },
		})
		if _, err := readStatForms(forms, layouts); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.shows, err, c.says)
		}
	}
}
