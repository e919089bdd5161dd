package ingest

import (
	"encoding/csv"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/data/samples/xls"
	"tdkt/ingest/archive"
	"tdkt/ingest/finding"
)

// redCase is a file, or a folder of files, that turns a rule red.
type redCase struct {
	code  finding.Code
	files map[string][]byte
}

// listCSV is a list of two rows with one more column; the second row is the case's.
func listCSV(column, cells string) map[string][]byte {
	return map[string][]byte{"f.csv": []byte("UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n" +
		"STT;Tên tập thể/cá nhân/hộ gia đình;Đơn vị công tác;Phân loại khen thưởng;Hình thức khen thưởng;" + column +
		"\n1;A;K;Cá nhân;LĐTT;\n2;" + cells + "\n")}
}

// besideReturn is an intake register beside one sound return.
func besideReturn(register string) map[string][]byte {
	return map[string][]byte{"f.csv": []byte(plain), "so-nhan.csv": []byte(register)}
}

// tallyCSV is form 0603 with its rows of kinds replaced.
func tallyCSV(rows string) map[string][]byte {
	head, _, _ := strings.Cut(strings.TrimSpace(splitHeader(form0603)), "Tổng số|01")
	return asFile(head + rows)
}

// redCases gives files that turn a rule red each, besides the faulty samples (data/samples/faulty, with truth/faulty_findings.csv) and the
// cases of the models (models/testdata/*/want.fct_finding.csv).
// Beside them stand lawCases, held by TestLawOfAList, and boardListCases, held by TestBoardLists.
func redCases(t testing.TB) []redCase {
	return append(append(placingCases(t), peopleCases()...), []redCase{
		{"achievement-unknown", listCSV("Loại hình khen thưởng", "B;K;Cá nhân;LĐTT;Vui vẻ")},
		{"archive-damaged", map[string][]byte{"f.zip": []byte(strings.Replace(string(zipped(t, asFile(ofPeople))), "PK\x01\x02", "PK\x01\x03", 1))}},
		{"archive-limit", map[string][]byte{"f.zip": zippedTimes(t, 4)}},
		{"file-too-large", map[string][]byte{"f.zip": zipped(t, map[string][]byte{"f.csv": make([]byte, archive.MaxFile+1)})}},
		{"authority-unknown", listCSV("Cơ quan ban hành", "B;K;Cá nhân;LĐTT;Ông nào đó")},
		{"authority-abolished", asFile(strings.Replace(ofPeople, "2024", "2025", 1) + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|LĐTT|Chủ tịch UBND huyện Lâm Thao|01/07/2025\n")},
		{"unit-old-name", map[string][]byte{"f.csv": []byte(strings.NewReplacer("SỞ Y TẾ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "2023", "2026").Replace(plain))}},
		{"award-year-unknown", map[string][]byte{"f.csv": []byte(strings.Replace(plain, "NĂM 2023", "GIAI ĐOẠN 2021-2025", 1))}},
		{"class-contradicts-tick", asFile(ofPeople + "STT|Họ và tên|Phân loại đối tượng|Lao động trực tiếp|Danh hiệu\n1|Trần A|Doanh nhân|x|LĐTT\n")},
		{"count-too-large", tallyCSV("- Tập thể|02|Tập thể|4|311712009|\n- Cá nhân|05|Người|11|6|5\n")},
		{"event-unknown", listCSV("Tính chất tặng", "B;K;Cá nhân;LĐTT;Mượn")},
		{"figure-repeated", tallyCSV("- Tập thể|02|Tập thể|4|4|\n- Tập thể|02|Tập thể|4|4|\n- Cá nhân|05|Người|11|6|5\n")},
		{"figure-shown-otherwise", map[string][]byte{"f.xlsx": inThousands(t)}},
		{"figures-unread", asFile("UBND TỈNH PHÚ THỌ\nSỞ TƯ PHÁP\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN NĂM 2023\n" +
			"STT|Danh hiệu thi đua/Hình thức khen thưởng|Tổng số|Xã|Phường\n1|Giấy khen||10|4\n2|LĐTT||30|12\n")},
		{"figure-out-of-place", asFile(fmt.Sprintf(form0602, "1"))},
		{"file-encrypted", map[string][]byte{"f.xlsx": xls.Compound(xls.Stream{Name: "EncryptedPackage", Content: []byte("x")})}},
		{"form-named-twice", asFile(mau02Rows("1|Giấy khen|42\n|Giấy khen của Giám đốc Sở|30"))},
		{"note-denies", asFile(ofPeople + "STT|Họ và tên|Danh hiệu|Ghi chú\n1|Trần A|LĐTT|Không đạt\n")},
		{"several-recipients", asFile(ofPeople + "STT|Họ và tên|Danh hiệu\n1|15 cá nhân|LĐTT\n")},
		{"guilty-cell-unclear", asFile(fourFaults().text)},
		{"kind-unknown", listCSV("Ghi chú", "B;K;Đồng chí;Giấy khen;")},
		{"measure-unknown", tallyCSV("- Tập thể|02|Tập thể|4|4|\n- Cán bộ xã|05||11|6|5\n")},
		{"parts-short-of-whole", asFile(fmt.Sprintf(full0603, "23", "21", "50", "45"))},
		{"ratio-differs", asFile(splitHeader(fmt.Sprintf(shares, "137", "46,57%", "33%", "47,8%")))},
		{"template-old", asFile("Mẫu tdkt 2020.1 · danh_sach_ca_nhan · 2024 · 00c0ffee\n" + ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|LĐTT\n")},
		{"template-mark-differs", asFile("Mẫu tdkt 2026.1 · mau_99 · 2024 · 00c0ffee\n" + ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|LĐTT\n")},
		{"text-ambiguous", map[string][]byte{"f.csv": []byte("a,b,c\n1,\"x,2\n3,y,4\n5,z\",6\n7,t,8\n")}},
		{"return-empty", asFile(ofPeople + "STT|Họ và tên|Danh hiệu\n")},
		{"quotation-mark-stray", listCSV("Loại hình khen thưởng", "\"B;K;Cá nhân;LĐTT;Thường xuyên")},
		{"report-year-several", asFile(strings.Replace(filled(form0604, sound0604), "Năm 2024", "Giai đoạn 2021-2025", 1))},
		{"section-differs", asFile(filled(form0604, "4 _ _ 1 2"))},
		{"register-file-twice", besideReturn("file,received_on\nf.csv,2024-01-02\nf.csv,2024-01-09\n")},
		{"register-no-file", besideReturn("file,received_on\nf.csv,2024-01-02\nz.csv,2024-01-09\n")},
		{"register-unknown-header", besideReturn("f.csv;2024-01-02\n")},
		{"total-unread", asFile(mau02Rows("1|LĐTT|15\n2|Giấy khen|30\nTổng cộng||=SUM(C7:C8)"))},
		{"tick-unknown", listCSV("Dân tộc", "B;K;Cá nhân;LĐTT;chắc thế")},
		{"title-exceeds-base", asFile(splitHeader(fmt.Sprintf(titlesAcross, "1", "11")))},
		{"year-invalid", listCSV("Năm thành tích", "B;K;Cá nhân;LĐTT;năm ngoái")},
		{"column-unknown", asFile(ofPeople + "STT|Họ và tên|Danh hiệu thi đua|Màu áo\n1|A|LĐTT|đỏ")},
		{"date-order-doubtful", map[string][]byte{"f.xlsx": workbook(t, page{"DS", ofPeople + "STT|Họ và tên|Ngày sinh|Danh hiệu\n" +
			"1|A|33246|LĐTT\n2|B|33336|LĐTT\n3|C|33000|LĐTT\n4|D|25/12/1990|LĐTT"})}},
		{"text-alphabet", map[string][]byte{"f.csv": inTCVN3(t, plain)}},
		{"letters-lost", map[string][]byte{"f.csv": []byte("S? Y T?\nSTT,H? và tên,Danh hi?u\n1,Tr?n Văn An,Lao đ?ng tiên ti?n\n2,Lê Th? Bình,Lao đ?ng tiên ti?n\n")}},
		{"text-two-readings", map[string][]byte{"f.xlsx": inFonts(t, strings.ReplaceAll(strings.Replace(plain, "1,A", "1,Hồng Thu Mai", 1), ",", ";"), "VNI-Times", "VNI-Times")}},
		{"text-unread", map[string][]byte{"f.csv": []byte(plain + string(latin1(inTCVN3(t, "9;Phòng Kế hoạch - Tài chính;Lao động tiên tiến\n"))))}},
		{"tables-side-by-side", asFile(ofPeople + "STT|Họ và tên|Danh hiệu thi đua||STT|Họ và tên|Danh hiệu thi đua\n1|A|LĐTT||1|B|LĐTT")},
	}...)
}

// asFile makes a CSV of the notation of pages.
func asFile(text string) map[string][]byte {
	return map[string][]byte{"f.csv": []byte(strings.ReplaceAll(strings.TrimSpace(text), "|", ";"))}
}

// A rule that nothing turns red may be dead, and nobody would know. Of rules that nothing uses, TestCodesAndRulesAgree tells.
func TestEveryRuleTurnsRed(t *testing.T) {
	red := map[finding.Code]bool{}
	for _, code := range column(t, samples+"truth/faulty_findings.csv", "code") { // held by TestFaultySamples and by cmd
		red[finding.Code(code)] = true
	}
	wants, err := filepath.Glob("../models/testdata/*/want.fct_finding.csv") // held by the models' TestCases
	if err != nil || len(wants) == 0 {
		t.Fatal("no cases of the models", err)
	}
	for _, path := range wants {
		for _, code := range column(t, path, "code") {
			red[finding.Code(code)] = true
		}
	}
	tables := ""
	for _, c := range lawCases {
		tables += " " + c.codes
	}
	for _, c := range boardListCases {
		tables += " " + c.found
	}
	for _, code := range strings.Fields(tables) {
		code, _, _ = strings.Cut(code, "@")
		red[finding.Code(code)] = true
	}
	db := warehouse(t)
	for i, c := range redCases(t) {
		r, err := Ingest(t.Context(), db, []string{put(t, filepath.Join(t.TempDir(), strconv.Itoa(i)), c.files)}, on(2026, 2, 3))
		if err != nil {
			t.Fatalf("%s: %v", c.code, err)
		}
		all := slices.Clone(r.Findings)
		for _, f := range r.Files {
			all = append(all, f.Findings...)
		}
		var got []string
		for _, f := range all {
			got = append(got, string(f.Code))
			red[f.Code] = red[f.Code] || f.Code == c.code
		}
		if !slices.Contains(got, string(c.code)) {
			t.Errorf("the case of %s turns red only %v", c.code, got)
		}
	}
	_, written := usedCodes(t)
	for code := range knowledge(t).Rules {
		if !red[code] && written[string(code)] {
			t.Errorf("nothing turns %s red. Add a case to redCases in ingest/red_test.go; or a file to data/samples/faulty with its row in "+
				"data/samples/truth/faulty_findings.csv; or, for a rule in SQL, a folder to models/testdata with want.fct_finding.csv", code)
		}
	}
}

// column gives a column of a CSV file; nothing where it has none of that name.
func column(t *testing.T, path, name string) (values []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) == 0 {
		t.Fatal(path, err)
	}
	at := slices.Index(lines[0], name)
	for _, l := range lines[1:] {
		if at >= 0 {
			values = append(values, l[at])
		}
	}
	return values
}

var codeForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

// A code without a rule would stop the reading of a return; a rule without a code would promise a check that nobody makes.
func TestCodesAndRulesAgree(t *testing.T) {
	rules := knowledge(t).Rules
	named, written := usedCodes(t)
	if len(named) < 20 {
		t.Fatalf("only %d codes were found in the source: the search is broken", len(named))
	}
	for _, code := range slices.Sorted(maps.Keys(named)) {
		if len(rules[finding.Code(code)]) == 0 {
			t.Errorf("%s uses %q, which data/rules/rules.csv has no row of", named[code], code)
		}
	}
	for code := range rules {
		if !written[string(code)] {
			t.Errorf("data/rules/rules.csv has %s, which neither ingest nor models uses", code)
		}
	}
}

// usedCodes gives the codes that the source uses, each with a file that does, and every text that stands in it.
func usedCodes(t *testing.T) (named map[string]string, written map[string]bool) {
	t.Helper()
	named, written = map[string]string{}, map[string]bool{}
	for path, file := range goFiles(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			for _, code := range codesOf(n) {
				named[code] = path
			}
			if lit, ok := n.(*ast.BasicLit); ok {
				written[text(lit)] = true
			}
			return true
		})
	}
	quoted := regexp.MustCompile(`'([a-z]+(?:-[a-z]+)+)'`)
	for path, sql := range sqlFiles(t) {
		for _, m := range quoted.FindAllStringSubmatch(sql, -1) {
			named[m[1]], written[m[1]] = path, true
		}
	}
	return named, written
}

// codesOf gives the codes that a piece of the source uses: what a call of find…, or of Finding, is given, a field Code, a
// constant of type Code.
func codesOf(n ast.Node) (codes []string) {
	add := func(es ...ast.Expr) {
		for _, e := range es {
			if lit, ok := e.(*ast.BasicLit); ok && codeForm.MatchString(text(lit)) {
				codes = append(codes, text(lit))
			}
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		if (strings.HasPrefix(name, "find") || name == "Finding") && len(n.Args) > 0 {
			add(n.Args[0])
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && strings.EqualFold(key.Name, "code") {
			add(n.Value)
		}
	case *ast.ValueSpec:
		if of, ok := n.Type.(*ast.SelectorExpr); ok && of.Sel.Name == "Code" {
			add(n.Values...)
		}
	}
	return codes
}

func text(lit *ast.BasicLit) string {
	s, err := strconv.Unquote(lit.Value)
	if lit.Kind != token.STRING || err != nil {
		return ""
	}
	return s
}

// goFiles parses the source of ingest, tests left out.
func goFiles(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sqlFiles reads the models.
func sqlFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	paths, err := filepath.Glob("../models/*/*.sql")
	if err != nil || len(paths) == 0 {
		t.Fatal("no models", err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = string(content)
	}
	return files
}
