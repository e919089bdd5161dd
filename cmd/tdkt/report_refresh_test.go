package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/charts/report"
)

// TestReportAfterAReturnCameAgain guards what happens in January: the report is edited, a return comes again, some figures move. What
// moved is named and renewed; nothing that people wrote changes.
func TestReportAfterAReturnCameAgain(t *testing.T) {
	db, _ := samplesRunToChange(t)
	const mine = "Đây là nhận xét của Ban, có 57 việc."
	file := edited(t, reportOf(t, db, "--year", "2025"), func(s string) string {
		return strings.Replace(s, "toàn tỉnh có ", mine+" Toàn tỉnh có ", 1)
	})
	before := partsOf(t, file)
	sent := filepath.Join(t.TempDir(), "phuong-viet-tri.csv")
	text := string(fileBytes(t, samples+"/returns/2025/phuong-viet-tri.csv"))
	shorter := regexp.MustCompile(`(?m)^2;Ông;Vũ Ngọc Thắng;.*\n`).ReplaceAllString(text, "")
	if shorter == text {
		t.Fatal("the sample has no second row")
	}
	if err := os.WriteFile(sent, []byte(shorter), 0o644); err != nil {
		t.Fatal(err)
	}
	mustCall(t, exitDone, "ingest", sent, "--db", db, "--quiet", "--revises", "2025/phuong-viet-tri.csv")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")

	got, _ := verdicts(t, db, file)
	stale := map[int]bool{}
	for _, v := range got {
		switch {
		case v.Status == report.Stale:
			stale[v.No] = true
		case v != told{report.Unbound, 0, "57", ""}:
			t.Errorf("%+v: nobody touched it", v)
		}
	}
	if !stale[3] || len(stale) < 20 {
		t.Fatalf("stale are %v; all awards of the year are number 3", stale)
	}

	a := call(t, "verify", file, "--refresh", "--db", db, "--quiet")
	if a.code != exitFaults || !strings.Contains(a.out, "“1.379” thành “1.378”") { // 57 is still there
		t.Errorf("exit %d:\n%s", a.code, clip(a.out))
	}
	kept := strings.TrimSuffix(file, ".docx") + ".truoc-lam-moi-1.docx"
	if d := cmp.Diff(before, partsOf(t, kept)); d != "" {
		t.Errorf("the file as it was is not kept: %s", d)
	}
	if got, _ := verdicts(t, db, file); !cmp.Equal(got, []told{{report.Unbound, 0, "57", ""}}) {
		t.Errorf("renewed, yet %v", got)
	}
	after := partsOf(t, file)
	for name := range before {
		if name != "word/document.xml" && name != "customXml/item1.xml" && !strings.HasPrefix(name, "word/charts/chart") && !strings.HasPrefix(name, "word/embeddings/") && before[name] != after[name] {
			t.Errorf("%s changed", name)
		}
	}
	if blotted(before["word/document.xml"], stale) != blotted(after["word/document.xml"], stale) {
		t.Error("more changed than the numbers that moved")
	}
	if !strings.Contains(after["word/document.xml"], mine) {
		t.Error("what people wrote is gone")
	}

	if cmp.Equal(barsOf(t, before), barsOf(t, after)) {
		t.Error("no bar moved")
	}
	wholeCharts(t, after, 4)

	again := fileBytes(t, file)
	mustCall(t, exitFaults, "verify", file, "--refresh", "--db", db, "--quiet")
	if !bytes.Equal(again, fileBytes(t, file)) {
		t.Error("renewed twice, not the same bytes")
	}
	other := filepath.Join(t.TempDir(), "khac.docx")
	mustCall(t, exitFaults, "verify", kept, "--refresh", "--out", other, "--db", db, "--quiet")
	if !bytes.Equal(again, fileBytes(t, other)) {
		t.Error("renewed into another file, not the same bytes")
	}
	fresh, _ := verdicts(t, db, reportOf(t, db, "--year", "2025"))
	if fresh != nil {
		t.Errorf("a report made now: %v", fresh)
	}
}

// blotted is a text with the controls of some numbers blotted out, and what the tags of the others have as value: that moves where a
// share is written as it was but is no longer of the same counts.
func blotted(text string, numbers map[int]bool) string {
	text = regexp.MustCompile(`(w:val="tdkt:\d+:[0-9a-f]{10}):[^"]*`).ReplaceAllString(text, "$1")
	return regexp.MustCompile(`(?s)<w:sdt><w:sdtPr><w:alias w:val="tdkt \d+"/>.*?</w:sdt>`).ReplaceAllStringFunc(text, func(c string) string {
		for n := range numbers {
			if strings.Contains(c, `<w:alias w:val="`+"tdkt "+strconv.Itoa(n)+`"/>`) {
				return "□"
			}
		}
		return c
	})
}
