package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReportKeepsWhatPeopleChanged guards weeks of work: a report, a form or a workbook that somebody went on with is kept when a run writes
// the next one in its place, whatever program changed it; what nobody touched leaves no copies behind.
func TestReportKeepsWhatPeopleChanged(t *testing.T) {
	db, _ := samplesRun(t)
	dir := t.TempDir()
	in := filepath.Join(dir, "bao-cao")
	report := func(year string) string {
		t.Helper()
		a := mustCall(t, exitDone, "report", "--db", db, "--out", dir, "--year", year, "--quiet")
		return a.err
	}
	kept := func() (names []string) {
		t.Helper()
		all, err := filepath.Glob(filepath.Join(in, "*.truoc-lam-moi-*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range all {
			names = append(names, filepath.Base(path))
		}
		return names
	}
	report("2024")
	word, form, book := filepath.Join(in, "bao-cao-tong-ket.docx"), filepath.Join(in, "bieu-0602.xlsx"), filepath.Join(in, "tong-hop.xlsx")
	made := fileBytes(t, form)
	for _, year := range []string{"2024", "2025", "2024"} {
		if said := report(year); said != "" || kept() != nil {
			t.Fatalf("%s: nobody changed anything, yet %v is kept: %s", year, kept(), said)
		}
	}
	if !bytes.Equal(fileBytes(t, form), made) {
		t.Error("the form of 2024 is another one now")
	}
	changed := map[string][]byte{}
	for _, path := range []string{word, form, book} {
		changed[path] = append(fileBytes(t, path), "sửa"...)
		if err := os.WriteFile(path, changed[path], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said := report("2021") // another circular: the form is taken away
	for _, path := range []string{word, form, book} {
		ext := filepath.Ext(path)
		as := strings.TrimSuffix(path, ext) + ".truoc-lam-moi-1" + ext
		if there, err := os.ReadFile(as); err != nil || !bytes.Equal(there, changed[path]) {
			t.Errorf("%s is lost: %v", filepath.Base(path), err)
		}
		if !strings.Contains(said, as) {
			t.Errorf("nobody is told of %s: %s", as, said)
		}
	}
	if _, err := os.Stat(form); err == nil {
		t.Error("the form of 2024 lies beside those of 2021")
	}
	if report("2024"); len(kept()) != 3 {
		t.Errorf("kept are %v", kept())
	}
}
