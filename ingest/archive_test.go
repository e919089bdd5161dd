package ingest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/ingest/finding"
)

// zipped packs files in order of name.
func zipped(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedNames(files) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zippedTimes packs a return so many times.
func zippedTimes(t testing.TB, times int) []byte {
	content := zipped(t, map[string][]byte{"z.csv": []byte(plain)})
	for range times - 1 {
		content = zipped(t, map[string][]byte{"n.zip": content})
	}
	return content
}

func tgz(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, name := range sortedNames(files) {
		err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(files[name]))})
		if err == nil {
			_, err = w.Write(files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []interface{ Close() error }{w, z} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// readFiles gives what the files of a folder are, as bytes by name.
func readFiles(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, e := range everyFile(dir) {
		content, err := os.ReadFile(filepath.Join(dir, e.rel))
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.ToSlash(e.rel)] = content
	}
	return files
}

// A folder packed gives what the folder gives, its register included, whatever it is packed into.
func TestAnArchiveIsReadAsItsFolder(t *testing.T) {
	loose := warehouse(t)
	folder := folder(t)
	r, err := Ingest(t.Context(), loose, []string{folder}, on(2025, 2, 3))
	if err != nil {
		t.Fatal(err)
	}
	want := states(r)
	files := readFiles(t, folder)
	files["__MACOSX/._list.xlsx"], files["Thumbs.db"], files["a/desktop.ini"], files["a/.DS_Store"] = []byte("x"), []byte("x"), []byte("x"), []byte("x")
	for name, content := range map[string][]byte{"goi.zip": zipped(t, files), "goi.tgz": tgz(t, files), "khong-ten": zipped(t, files)} {
		dir := put(t, t.TempDir(), map[string][]byte{name: content})
		db := warehouse(t)
		for _, given := range []string{dir, filepath.Join(dir, name)} {
			r, err := Ingest(t.Context(), db, []string{given}, on(2025, 2, 3))
			got := strings.ReplaceAll(states(r), name+"/", "")
			if err != nil || len(r.Findings) != 0 || given == dir && got != want || given != dir && r.Count(Already) != len(r.Files) {
				t.Fatalf("%s: %v\n%s", name, err, states(r))
			}
		}
		if x, y := strings.ReplaceAll(dump(t, db), name+"/", ""), dump(t, loose); x != y {
			t.Errorf("%s: the raw tables differ from those of the folder", name)
		}
		// The original that is kept is the file, not the archive.
		before := dump(t, db)
		if _, err := db.Exec("update raw_file set fingerprint = 'old'"); err != nil {
			t.Fatal(err)
		}
		if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || r.Count(Read) != 5 || dump(t, db) != before {
			t.Error("read again from the originals, it is not the same:", states(r), err)
		}
	}
}

// The same return loose, in an archive, and in the archive packed again, is one return.
func TestTheSameReturnPackedAndLoose(t *testing.T) {
	one := map[string][]byte{"x.csv": []byte(plain)}
	dir := put(t, t.TempDir(), map[string][]byte{"a.zip": zipped(t, one), "b.tgz": tgz(t, one), "sub/x.csv": []byte(plain)})
	db := warehouse(t)
	r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if got, want := states(r), "a.zip/x.csv read accepted\nb.tgz/x.csv already\nsub/x.csv already"; err != nil || got != want {
		t.Fatalf("%v\n%s", err, got)
	}
	before := dump(t, db)
	put(t, dir, map[string][]byte{"c.zip": zipped(t, map[string][]byte{"x.csv": []byte(plain), "thư.pdf": []byte("%PDF-1.4\n%\xe2")})})
	r, err = Ingest(t.Context(), db, []string{dir}, on(2025, 9, 9))
	if err != nil || r.Count(Read) != 1 || r.Files[2].Name != "c.zip/thư.pdf" {
		t.Error(states(r), err)
	}
	if _, err := db.Exec("delete from raw_file where file_name like '%pdf'"); err != nil {
		t.Fatal(err)
	}
	if r, err := Ingest(t.Context(), db, []string{filepath.Join(dir, "sub", "x.csv")}, on(2025, 9, 9)); err != nil || r.Count(Already) != 1 {
		t.Error(states(r), err, before == "")
	}
}

// A register beside an archive and one in it name the files in it; one that names the archive speaks for all that the
// others leave.
func TestRegistersAndArchives(t *testing.T) {
	second, third := []byte(plain+"2,B,K,LĐTT\n"), []byte(plain+"2,C,K,LĐTT\n")
	packed := zipped(t, map[string][]byte{"a/x.csv": []byte(plain), "y.csv": second, "z.csv": third,
		"a/so-nhan.csv": []byte("file,received_on\nx.csv,2024-03-03\ngone.csv,2024-03-03\n")})
	dir := put(t, t.TempDir(), map[string][]byte{"in/goi.zip": packed, "alone.csv": []byte(plain + "2,D,K,LĐTT\n"),
		"so-nhan.csv":    []byte("file,received_on,sender\nin/goi.zip/y.csv,2024-02-02,\nin/goi.zip,2024-01-01,Sở Nội vụ tỉnh Phú Thọ\nalone.csv,2024-04-04,\n"),
		"in/so-nhan.csv": []byte("file,received_on\ngoi.zip/a/y.csv,2024-05-05\n")})
	r, err := Ingest(t.Context(), warehouse(t), []string{dir}, on(2025, 2, 3))
	if err != nil || aboutRegisters(r) != "register-no-file@in/goi.zip/a/so-nhan.csv!A3 register-no-file@in/so-nhan.csv!A2" {
		t.Fatal(aboutRegisters(r), err)
	}
	var got []string
	for _, f := range r.Files {
		got = append(got, f.Name+" "+f.Returns[0].ReceivedOn.String())
	}
	want := "alone.csv 2024-04-04, in/goi.zip/a/x.csv 2024-03-03, in/goi.zip/y.csv 2024-02-02, in/goi.zip/z.csv 2024-01-01"
	if strings.Join(got, ", ") != want {
		t.Error(got)
	}
	// One file by itself: the register beside it is not blamed for what it says of archives.
	r, err = Ingest(t.Context(), warehouse(t), []string{filepath.Join(dir, "alone.csv")}, on(2025, 2, 3))
	if err != nil || aboutRegisters(r) != "" {
		t.Error(aboutRegisters(r), err)
	}
}

func TestARegisterRevisesAcrossArchives(t *testing.T) {
	old, now := []byte(plain), []byte(plain+"2,B,K,LĐTT\n")
	for _, c := range []struct{ row, want string }{
		{"goi-2.zip/x.csv,,,goi-1.zip/x.csv,", "goi-1.zip/x.csv"},
		{"goi-2.zip,,,goi-1.zip,", "goi-1.zip/x.csv"},
		{"goi-2.zip,,,goi-9.zip,", "goi-9.zip"},
	} {
		dir := put(t, t.TempDir(), map[string][]byte{"goi-1.zip": zipped(t, map[string][]byte{"x.csv": old}), "goi-2.zip": zipped(t, map[string][]byte{"x.csv": now}),
			"so-nhan.csv": []byte("file,received_on,sender,revises,note\n" + c.row + "\n")})
		r, err := Ingest(t.Context(), warehouse(t), []string{dir}, on(2025, 2, 3))
		if err != nil || r.Files[1].Returns[0].RevisesFile != c.want {
			t.Errorf("%s: %v %v", c.row, r.Files[1].Returns[0].RevisesFile, err)
		}
	}
}

// places words the findings of a file with where they are.
func places(f FileReport) string {
	var out []string
	for _, x := range f.Findings {
		out = append(out, string(x.Code)+"@"+x.At.File)
	}
	slices.Sort(out)
	return f.Name + ": " + strings.Join(out, " ")
}

// withPassword marks a file in a zip as encrypted, before it and in the directory.
func withPassword(t testing.TB, content []byte, name string) []byte {
	t.Helper()
	out := slices.Clone(content)
	marked := 0
	for i := range len(out) - 46 {
		for head, at := range map[string][2]int{"PK\x03\x04": {6, 30}, "PK\x01\x02": {8, 46}} {
			if bytes.HasPrefix(out[i:], []byte(head)) && bytes.HasPrefix(out[i+at[1]:], []byte(name)) {
				out[i+at[0]] |= 1
				marked++
			}
		}
	}
	if marked != 2 {
		t.Fatal(name, marked)
	}
	return out
}

// What an archive does not give is answered, where it is, and stays answered when it is read again.
func TestWhatAnArchiveDoesNotGiveIsAnswered(t *testing.T) {
	two := zipped(t, map[string][]byte{"x.csv": []byte(plain), "y.csv": []byte(plain + "2,B,K,LĐTT\n")})
	for _, c := range []struct {
		name    string
		content []byte
		states  string
		places  string
	}{
		{"a password on one file", withPassword(t, two, "y.csv"), "g.zip read refused file-encrypted\ng.zip/x.csv read accepted", "g.zip: file-encrypted@g.zip/y.csv"},
		{"passwords on all", withPassword(t, withPassword(t, two, "y.csv"), "x.csv"), "g.zip read refused file-encrypted", "g.zip: file-encrypted@g.zip"},
		{"cut off", two[:len(two)-120], "g.zip read refused archive-damaged\ng.zip/x.csv read accepted\ng.zip/y.csv read accepted", "g.zip: archive-damaged@g.zip"},
		{"a wrong byte", bytes.Replace(two, []byte("y.csv"), []byte("y\x00csv"), 1), "", ""},
		{"nothing in it", zipped(t, nil), "g.zip read refused file-empty", "g.zip: file-empty@g.zip"},
		{"only what systems leave", zipped(t, map[string][]byte{"__MACOSX/._x": []byte("x")}), "g.zip read refused file-empty", "g.zip: file-empty@g.zip"},
		{"too deep", zippedTimes(t, 4), "g.zip read refused archive-limit", "g.zip: archive-limit@g.zip/n.zip/n.zip/n.zip"},
	} {
		db := warehouse(t)
		dir := put(t, t.TempDir(), map[string][]byte{"g.zip": c.content})
		r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.states != "" && (states(r) != c.states || places(r.Files[0]) != c.places) {
			t.Errorf("%s:\n%s\n%s", c.name, states(r), places(r.Files[0]))
		}
		for _, f := range r.Files[0].Findings {
			if f.Severity != finding.Error || f.Want.VI == "" || f.Mend.EN == "" || strings.Contains(f.Mend.VI+f.Want.EN, "{") {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		before := dump(t, db)
		if _, err := db.Exec("update raw_file set fingerprint = 'old'"); err != nil {
			t.Fatal(err)
		}
		if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || dump(t, db) != before {
			t.Errorf("%s: read again: %v\n%s", c.name, err, states(r))
		}
		if r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 9, 9)); err != nil || r.Count(Read) != 0 || dump(t, db) != before {
			t.Errorf("%s: a second time: %v\n%s", c.name, err, states(r))
		}
	}
}

// Contents that have no room on the shelf are unpacked again, in the order of reading, and the shelf has its room back at
// the end.
func TestTheShelfHasItsRoomBack(t *testing.T) {
	files := map[string][]byte{}
	for i := range 20 {
		files[fmt.Sprintf("%02d.csv", 19-i)] = []byte(plain + fmt.Sprintf("2,B%d,K,LĐTT\n", i))
	}
	dir := put(t, t.TempDir(), map[string][]byte{"g.tgz": tgz(t, files)})
	at := filepath.Join(dir, "g.tgz")
	for _, room := range []int64{0, 10, 500, 1500, 1 << 20} {
		w := walker{archives: map[string]*packed{}, shelf: &shelf{room: room}}
		a := w.open(at)
		if a == nil || len(a.order) != 20 {
			t.Fatalf("%+v", a)
		}
		for _, name := range a.order {
			content, err := a.content(name)
			if err != nil || !bytes.Equal(content, files[name]) {
				t.Errorf("room %d: %s: %q, %v", room, name, content, err)
			}
			if a.shelf.room < 0 {
				t.Errorf("room %d: the shelf is too full by %d", room, -a.shelf.room)
			}
			a.release(name)
		}
		if a.shelf.room != room {
			t.Errorf("room %d: %d left", room, a.shelf.room)
		}
	}
	w := walker{archives: map[string]*packed{}, shelf: &shelf{}}
	a := w.open(at)
	put(t, dir, map[string][]byte{"g.tgz": tgz(t, map[string][]byte{"00.csv": []byte("other")})})
	if _, err := a.content("00.csv"); err == nil {
		t.Error("an archive that changed is read as before")
	}
}

// A file beyond the bound is refused by its size, unread, and keeps its answer.
func TestAFileTooLargeIsNotRead(t *testing.T) {
	db := warehouse(t)
	dir := put(t, t.TempDir(), map[string][]byte{"x.csv": []byte(plain), "big.csv": nil})
	if err := os.Truncate(filepath.Join(dir, "big.csv"), 200<<20); err != nil { // a hole: it takes no room on the disk
		t.Fatal(err)
	}
	r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if got := states(r); err != nil || got != "big.csv read refused file-too-large\nx.csv read accepted" || r.Files[0].Findings[0].Got != "200 MB" {
		t.Fatal(got, err)
	}
	before := dump(t, db)
	if _, err := db.Exec("update raw_file set fingerprint = 'old' where file_name = 'x.csv'"); err != nil {
		t.Fatal(err)
	}
	if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || r.Count(Read) != 1 || dump(t, db) != before {
		t.Error(states(r), err)
	}
	if r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 9, 9)); err != nil || r.Count(Already) != 2 {
		t.Error(states(r), err)
	}
}
