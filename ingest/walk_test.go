package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
)

const plain = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2023\nSTT,Họ và tên,Đơn vị công tác,Hình thức khen thưởng\n1,A,K,LĐTT\n"

func aboutRegisters(r Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, string(f.Code)+"@"+f.At.File+"!"+f.At.Cell)
	}
	return strings.Join(out, " ")
}

// TestNoRowOfARegisterIsLost guards promise 1 for what the register says.
func TestNoRowOfARegisterIsLost(t *testing.T) {
	const header = "file,received_on,sender,revises,note\n"
	for _, c := range []struct{ name, register, want string }{
		{"all well", header + "2023/x.csv,2024-01-02,,,\n,,,,\n", ""},
		{"no header", "x.csv;2024-01-02\ny.csv;2024-01-03\n", "register-unknown-header@so-nhan.csv!"},
		{"a row above the header", "SỔ NHẬN BÁO CÁO;\ny.csv;2024-01-02\nfile;received_on\n2023/x.csv;2024-01-03\n", "register-unknown-header@so-nhan.csv!A2"},
		{"a file that is not there", header + "2023/x.csv,2024-01-02,,,\nz.csv,2024-01-02,,,\n", "register-no-file@so-nhan.csv!A3"},
		{"a row that names no file", header + ",2024-01-02,,,\n", "register-no-file@so-nhan.csv!B2"},
		{"a name of another case", header + "2023/X.CSV,2024-01-02,,,\n", "register-no-file@so-nhan.csv!A2"},
		{"a file twice", header + "2023/x.csv,2024-01-02,,,\n2023/x.csv,2024-01-09,,,\n", "register-file-twice@so-nhan.csv!A3"},
		{"nothing in it", "", "file-empty@so-nhan.csv!"},
		{"no table at all", "%PDF-1.4\n%\xe2\xe3\xcf\xd3", "container-unsupported@so-nhan.csv!"},
	} {
		dir := put(t, t.TempDir(), map[string][]byte{"so-nhan.csv": []byte(c.register), "2023/x.csv": []byte(plain), "y.csv": []byte(plain + "2,B,K,LĐTT\n")})
		r, err := Ingest(t.Context(), warehouse(t), []string{dir}, on(2025, 2, 3))
		if err != nil || aboutRegisters(r) != c.want || r.Count(Read) != 2 {
			t.Errorf("%s: %s, %v\n%s", c.name, aboutRegisters(r), err, states(r))
		}
		day := r.Files[0].Returns[0].ReceivedOn.String()
		if kept := strings.Contains(c.register, "\n2023/x.csv,2024-01-02"); kept != (day == "2024-01-02") {
			t.Errorf("%s: received on %s", c.name, day)
		}
		if c.name == "a name of another case" && !strings.Contains(r.Findings[0].Want.EN, "2023/x.csv") {
			t.Error("nothing is suggested:", r.Findings[0].Want.EN)
		}
	}
}

func TestAFileByItselfBlamesNoRegister(t *testing.T) {
	dir := put(t, t.TempDir(), map[string][]byte{"x.csv": []byte(plain), "y.csv": []byte(plain + "2,B,K,LĐTT\n"),
		"so-nhan.csv": []byte("file,received_on\nx.csv,2024-01-02\ny.csv,2024-01-03\n")})
	r, err := Ingest(t.Context(), warehouse(t), []string{filepath.Join(dir, "y.csv")}, on(2025, 2, 3))
	if err != nil || len(r.Findings) != 0 || r.Files[0].Returns[0].ReceivedOn.String() != "2024-01-03" {
		t.Error(aboutRegisters(r), states(r), err)
	}
}

func TestEveryRegisterRuleHasItsWords(t *testing.T) {
	k := knowledge(t)
	words := check.Words{"near_vi": "", "near_en": "", "first": "A2"}
	for _, code := range []finding.Code{"register-no-file", "register-file-twice", "register-unknown-header"} {
		if f, err := k.Rules.Finding(code, data.Date{}, finding.Place{}, "", words); err != nil || f.Severity != finding.Warning {
			t.Errorf("%s: %+v, %v", code, f, err)
		}
	}
}

// TestARevisedFileIsNamedInFull: a register's names are relative to it.
func TestARevisedFileIsNamedInFull(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"x.csv", "2024/x.csv"}, {"2023/x.csv", "2023/x.csv"}, {"z.csv", "z.csv"}, {`sub\w.csv`, "2024/sub/w.csv"},
	} {
		dir := put(t, t.TempDir(), map[string][]byte{"2023/x.csv": []byte(plain), "2024/x.csv": []byte(plain + "2,B,K,LĐTT\n"),
			"2024/y.csv": []byte(plain + "2,C,K,LĐTT\n"), "2024/sub/w.csv": []byte(plain + "2,D,K,LĐTT\n"),
			"2024/so-nhan.csv": []byte("file,revises\ny.csv," + c.written + "\n")})
		db := warehouse(t)
		r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Files[3].Returns[0].RevisesFile; got != c.want {
			t.Errorf("%s: %s is replaced", c.written, got)
		}
		if r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3)); err != nil || r.Count(Read) != 0 {
			t.Error(states(r), err)
		}
	}
}

// A file that came first as x.csv keeps that name, so it is replaced under that name.
func TestARevisedFileHasTheNameItIsKeptUnder(t *testing.T) {
	dir := put(t, t.TempDir(), map[string][]byte{"2024/x.csv": []byte(plain)})
	db := warehouse(t)
	if _, err := Ingest(t.Context(), db, []string{filepath.Join(dir, "2024")}, on(2025, 2, 3)); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string][]byte{"2024/y.csv": []byte(plain + "2,C,K,LĐTT\n"), "2024/so-nhan.csv": []byte("file,revises\ny.csv,x.csv\n")})
	r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if err != nil || r.Files[1].Returns[0].RevisesFile != "x.csv" {
		t.Error(states(r), err)
	}
}

// A name in bytes of an old alphabet, as programs unpack old archives on Linux, keeps no return out.
func TestNamesThatAreNotUnicode(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "S\xf5\xd2 Y t\xea\xec.csv"), []byte(plain), 0o600); err != nil {
		t.Skip(err) // some systems have no such names
	}
	put(t, dir, map[string][]byte{"so-nhan.csv": []byte("file,received_on\nSở Y tế.csv,2024-01-02\n")})
	r, err := Ingest(t.Context(), warehouse(t), []string{dir}, on(2025, 2, 3))
	if err != nil || r.Count(Read) != 1 || r.Files[0].Name != "Sở Y tế.csv" || r.Files[0].Returns[0].ReceivedOn.String() != "2024-01-02" || aboutRegisters(r) != "" {
		t.Error(aboutRegisters(r), states(r), err)
	}
}

func TestTwoFoldersWithOneName(t *testing.T) {
	dir := put(t, t.TempDir(), map[string][]byte{"p/a/x.csv": []byte(plain), "p/b/x.csv": []byte(plain + "2,B,K,LĐTT\n"),
		"q/a/x.csv": []byte(plain + "2,C,K,LĐTT\n"), "p/b/only.csv": []byte(plain + "2,D,K,LĐTT\n"),
		"p/a/so-nhan.csv": []byte("file,received_on\nx.csv,45/13/2024\n"), "p/b/so-nhan.csv": []byte("file,revises\nonly.csv,x.csv\n")})
	t.Chdir(dir)
	for _, c := range []struct{ paths, want string }{
		{"p/a", "x.csv"},
		{"p/a p/a/x.csv", "x.csv"},
		{"p/b p/a", "a/x.csv b/x.csv only.csv"},
		{"p/a/x.csv p/b/x.csv", "a/x.csv b/x.csv"},
		{"p/a q/a", "p/a/x.csv q/a/x.csv"},
		{"p/a p", "a/x.csv b/only.csv b/x.csv"},
	} {
		r, err := Ingest(t.Context(), warehouse(t), strings.Fields(c.paths), on(2025, 2, 3))
		var names []string
		for _, f := range r.Files {
			names = append(names, f.Name)
			for _, x := range f.Findings {
				if c.paths == "p/b p/a" && x.Code == "date-invalid" && x.At.File != "a/so-nhan.csv" {
					t.Errorf("%+v", x.At)
				}
			}
		}
		if got := strings.Join(names, " "); err != nil || got != c.want {
			t.Errorf("%s: %s, %v", c.paths, got, err)
		}
		if c.paths == "p/b p/a" && r.Files[2].Returns[0].RevisesFile != "b/x.csv" {
			t.Error(r.Files[2].Returns[0].RevisesFile)
		}
	}
}

func TestLinks(t *testing.T) {
	dir := put(t, t.TempDir(), map[string][]byte{"real/x.csv": []byte(plain), "real/sub/y.csv": []byte(plain + "2,B,K,LĐTT\n"),
		"other/z.csv": []byte(plain + "2,C,K,LĐTT\n")})
	for name, target := range map[string]string{"given": "real", "real/again": "../real", "real/a-file.csv": "../other/z.csv",
		"real/folder": "../other", "real/also": "sub", "real/gone.csv": "nowhere.csv", "real/self": "self"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skipf("no symbolic links on this system, so folders reached by them were not walked: %v", err)
		}
	}
	r, err := Ingest(t.Context(), warehouse(t), []string{filepath.Join(dir, "given")}, on(2025, 2, 3))
	want := `a-file.csv read accepted
folder/z.csv already
gone.csv failed
self failed
sub/y.csv read accepted
x.csv read accepted`
	if got := states(r); got != want || err == nil || r.Files[2].Err == nil {
		t.Errorf("%v\n%s", err, got)
	}
}

// A workbook under the name of the register is read sheet by sheet; an empty one before the register stops nothing.
func TestARegisterThatIsAWorkbook(t *testing.T) {
	content := workbook(t, page{"Bìa", ""}, page{"Sổ", "file|received_on\nx.csv|2024-01-02\nz.csv|2024-01-02"}, page{"Cũ", "y.csv|2024-01-02"})
	there := func(name string) bool { return name == "x.csv" || name == "y.csv" }
	reg, faults, err := readRegister(registerName, content, knowledge(t).Rules, onDisk{files: func() []string { return nil }, named: there})
	if err != nil || len(reg) != 2 || reg["x.csv"].receivedOn.String() != "2024-01-02" {
		t.Fatal(reg, err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, string(f.Code)+"@"+f.At.Sheet+"!"+f.At.Cell)
	}
	if want := "register-no-file@Sổ!A3 register-unknown-header@Cũ!"; strings.Join(got, " ") != want {
		t.Error(got)
	}
}
