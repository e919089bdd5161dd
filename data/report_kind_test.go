package data

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// What a file of a kind of report says wrong is told, with the file; what is lost if it is not is a report that silently lacks a part.
func TestReportKindsRefuseWhatIsWrong(t *testing.T) {
	if _, err := ReportKinds(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ shows, file, old, put, want string }{
		{"a field that there is not", "annual", `"file":`, `"fil":`, `unknown field "fil"`},
		{"a file that leads elsewhere", "annual", `"bao-cao-tong-ket"`, `"../x"`, "small letters"},
		{"a text in one language", "annual", `"en": "REPORT"`, `"en": ""`, "both languages"},
		{"a name in braces that nothing fills", "annual", `commendation work, {period}`, `commendation work, {year}`, "{year}"},
		{"a placeholder of a query that there is not", "annual", `{last_year}`, `{last}`, "{last}"},
		{"a period that there is not", "annual", `"span"`, `"spans"`, `period "spans"`},
		{"a want that there is not", "annual", `"focus": "may"`, `"focus": "maybe"`, `"maybe"`},
		{"two things in one section", "annual", `"part": "report.part.results"`, `"part": "report.part.results", "annexes": true`, "one of section, part and annexes"},
		{"a part without sections", "six_months", `[
   {"section": "annex_period_words"}
  ]`, `[]`, "without sections"},
		{"two of one code", "school_year", `"nam-hoc"`, `"nam"`, "two kinds of report nam"},
		{"two defaults of a period", "school_year", `["school_year"]`, `["school_year", "half"]`, "both the default of half"},
		{"a period without a default", "school_year", `"default": true`, `"default": false`, "no kind of report is the default of school_year"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			files := fstest.MapFS{}
			names, err := fs.Glob(ReportFS, "reports/*.json")
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				content, err := fs.ReadFile(ReportFS, name)
				if err != nil {
					t.Fatal(err)
				}
				text := string(content)
				if name == "reports/"+c.file+".json" {
					if text = strings.Replace(text, c.old, c.put, 1); text == string(content) {
						t.Fatal("nothing was changed")
					}
				}
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			if _, err := readReportKinds(files); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want it to say %s", err, c.want)
			}
		})
	}
}
