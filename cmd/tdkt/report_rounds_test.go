package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const ofTheBoard = "UBND TỈNH PHÚ THỌ;;;;\nBAN THI ĐUA - KHEN THƯỞNG;;;;\n"

// roundReturns are a list of rounds, as the plan of Bắc Ninh for 2012 has them, and proposals: for a round in time and late, and for none.
var roundReturns = map[string]string{
	"so-nhan.csv": "file,received_on,sender,revises,note\ndot.csv,2026-01-10,,,\nde-nghi-1.csv,2026-06-20,,,\nde-nghi-2.csv,2026-06-21,,,\nde-nghi-3.csv,2026-11-20,,,\n",
	"dot.csv": ofTheBoard + "DANH MỤC ĐỢT XÉT KHEN THƯỞNG;;;;\nNăm 2026;;;;\nSTT;Đợt;Tháng;Hạn gửi hồ sơ;Nội dung xét\n1;Đợt 1;3;;Thành tích cao đợt 1, Chiến sĩ thi đua cấp tỉnh\n" +
		"2;Đợt 2;6;20/6/2026;Chăm sóc thương binh, gia đình liệt sĩ\n3;Đợt 3;7;10/7/2026;Quá trình cống hiến, năm học\n4;Đợt 4;11;15/11/2026;Thành tích công tác năm\n",
	"de-nghi-1.csv": proposals("SỞ TƯ PHÁP", " ĐỢT 2", "Nguyễn Thị Thử", "Trần Văn Mẫu"),
	"de-nghi-2.csv": proposals("SỞ TÀI CHÍNH", " ĐỢT 2", "Lê Văn Thử"),
	"de-nghi-3.csv": proposals("SỞ XÂY DỰNG", "", "Phạm Thị Mẫu"),
}

func proposals(unit, round string, names ...string) string {
	text := "UBND TỈNH PHÚ THỌ;;;\n" + unit + ";;;\nDANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG" + round + " NĂM 2026;;;\nSTT;Họ và tên;Hình thức khen thưởng;Loại thành tích\n"
	for i, name := range names {
		text += string(rune('1'+i)) + ";" + name + ";Bằng khen của Chủ tịch UBND tỉnh;Thường xuyên\n"
	}
	return text
}

// TestReportOfRounds guards the report of the rounds of a year: which proposal is of which round and came in time, and that what
// names no round is put under none.
func TestReportOfRounds(t *testing.T) {
	db, _ := samplesRunToChange(t)
	dir := t.TempDir()
	for name, text := range roundReturns {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	mustCall(t, exitDone, "ingest", dir, "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	file := reportOf(t, db, "--kind", "dot-xet", "--year", "2026")
	if got, v := verdicts(t, db, file); got != nil || len(v.Numbers) < 75 {
		t.Errorf("unedited, yet %v of %d", got, len(v.Numbers))
	}
	if !bytes.Equal(fileBytes(t, file), fileBytes(t, reportOf(t, db, "--kind", "dot-xet", "--year", "2026"))) {
		t.Error("made twice, not the same bytes")
	}
	wholeDocument(t, partsOf(t, file))
	got := buildInReport.ReplaceAllString(wordText(t, file), "$1 …")
	for _, want := range []string{"đề nghị 3 lượt, nhận đúng hạn 2 (66,67 %), muộn 1", "Năm 2026 có 46 lượt đề nghị; đến hết 15/11/2026 đã nhận 45 lượt (97,83 %)", "đề nghị không ghi đợt hoặc ghi đợt ngoài danh mục: 43 lượt"} {
		if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
			t.Errorf("not told: %s", want)
		}
	}
	path := filepath.Join("testdata", "golden", "report-rounds.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(strings.Split(string(fileBytes(t, path)), "\n"), strings.Split(got, "\n")); d != "" {
		t.Error(d)
	}
}
