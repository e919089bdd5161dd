package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// told words what a walk gave: files with their lengths, then faults.
func told(content []byte, name string, v Visit) string {
	var out []string
	v.Take = func(name string, content []byte) { out = append(out, fmt.Sprintf("%s:%d", name, len(content))) }
	in := bytes.NewReader(content)
	kind := KindOf(in, in.Size())
	if kind == None {
		return "none"
	}
	for _, f := range Walk(in, in.Size(), kind, name, v) {
		out = append(out, fmt.Sprintf("%d!%s", f.Reason, f.Name))
	}
	return strings.Join(out, " ")
}

func TestEveryKindGivesItsFiles(t *testing.T) {
	want := "phong-a/so-y-te.csv:22 phong-b/Sở Nội vụ.csv:22 trống.csv:0"
	for kind, pack := range packers {
		content := pack(t, someFiles)
		got := strings.Split(told(content, "x", Visit{}), " ")
		if slices.Sort(got); strings.Join(got, " ") != sorted(want) {
			t.Errorf("%s: %s", kind, got)
		}
		texts := map[string]string{}
		in := bytes.NewReader(content)
		Walk(in, in.Size(), KindOf(in, in.Size()), "x", Visit{Take: func(name string, c []byte) { texts[name] = string(c) }})
		for _, f := range someFiles {
			if text, ok := texts[f.name]; !ok || text != f.text {
				t.Errorf("%s: %s holds %q", kind, f.name, text)
			}
		}
		if got := told(content, "x", Visit{Want: func(name string) bool { return strings.HasPrefix(name, "phong-b") }}); got != "phong-b/Sở Nội vụ.csv:22" {
			t.Errorf("%s: of one file asked for: %s", kind, got)
		}
	}
}

func sorted(words string) string {
	all := strings.Split(words, " ")
	slices.Sort(all)
	return strings.Join(all, " ")
}

// Damage ends with the files before it, and is told.
func TestWhatComesBeforeDamageIsGiven(t *testing.T) {
	files := []pair{{"a.csv", strings.Repeat("một,hai\n", 50)}, {"b.csv", strings.Repeat("ba;bốn\n", 400)}, {"c.csv", strings.Repeat("năm\n", 300)}}
	for kind, pack := range packers {
		whole := pack(t, files)
		for cut := 1; cut < len(whole); cut += 1 + len(whole)/97 {
			got := told(whole[:cut], "x", Visit{})
			if got == "none" { // so little that it is no archive any more
				if cut > 600 {
					t.Errorf("%s cut at %d is no archive", kind, cut)
				}
				continue
			}
			if tarTail := strings.HasPrefix(kind, "tar") && strings.Contains(got, "c.csv:"); !strings.Contains(got, "!") && !tarTail {
				t.Fatalf("%s cut at %d of %d: no fault: %s", kind, cut, len(whole), got)
			}
			for _, f := range files {
				if i := strings.Index(got, f.name+":"); i >= 0 && !strings.HasPrefix(got[i:], fmt.Sprintf("%s:%d", f.name, len(f.text))) {
					t.Fatalf("%s cut at %d: a torn file is given: %s", kind, cut, got)
				}
			}
		}
		if cut := told(whole[:len(whole)-30], "x", Visit{}); kind == "zip" && !strings.HasPrefix(cut, "a.csv:") {
			t.Errorf("%s without its directory: %s", kind, cut)
		}
	}
}

// A changed byte is a fault, or changes nothing that is given.
func TestAWrongByteIsNoFigure(t *testing.T) {
	files := []pair{{"a.csv", strings.Repeat("1,2,3\n", 40)}, {"b.csv", "x"}}
	for kind, pack := range packers {
		if kind == "tar" { // has no checksum over contents
			continue
		}
		whole := pack(t, files)
		for at := range whole {
			bad := slices.Clone(whole)
			bad[at] ^= 0x40
			in := bytes.NewReader(bad)
			k := KindOf(in, in.Size())
			if k == None {
				continue
			}
			Walk(in, in.Size(), k, "x", Visit{Take: func(name string, c []byte) {
				if name == "a.csv" && string(c) != files[0].text {
					t.Errorf("%s changed at %d: %q", kind, at, c)
				}
			}})
		}
	}
}

func TestNamesAreOnlyNames(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"../../etc/passwd", "etc/passwd"},
		{"/abs/x.csv", "abs/x.csv"},
		{`C:\Users\x.csv`, "C:/Users/x.csv"},
		{"a\x1b[31mb\x00.csv", "a_[31mb_.csv"},
		{"", "_"},
		{"..", "_"},
		{"S\u01a1\u0309 Y t\u00ea\u0301.csv", "Sở Y tế.csv"},            // NFD of macOS
		{"S\xf5\xd2 Y t\xea\xec.csv", "Sở Y tế.csv"},                    // Windows-1258
		{"\x81bersicht caf\x82.csv", "übersicht café.csv"},              // CP437
		{"Danh s\xe1ch khen th\xfd\xf5\xf2ng.xlsx", ""},                 // legible in 1258, whatever it says
		{strings.Repeat("dài/", 400) + "x.csv", strings.Repeat("x", 0)}, // shortened
	} {
		got := clean(c.written)
		if c.want != "" && got != c.want {
			t.Errorf("%q: %q", c.written, got)
		}
		if len(got) > longestName+9 || strings.Contains(got, "..") || filepath.IsAbs(got) || got == "" {
			t.Errorf("%q: %q", c.written, got)
		}
	}
	had := newNames()
	for _, c := range [][2]string{{"x.csv", "x.csv"}, {"x.csv", "x (2).csv"}, {"x (2).csv", "x (2) (2).csv"}, {"x.csv", "x (3).csv"},
		{"x.csv/y", "x (4).csv/y"}, {"x.csv/y", "x (4).csv/y (2)"}, {"a/b/c", "a/b/c"}, {"a/b", "a/b (2)"}, {"a", "a (2)"}} {
		if got := had.unique(c[0]); got != c[1] {
			t.Errorf("%s: %s", c[0], got)
		}
	}
}

func TestAnArchiveWithinAnArchive(t *testing.T) {
	content := zipOf(t, []pair{{"a.csv", "x"}})
	for _, want := range []string{"n.zip/a.csv:1", "n.zip/n.zip/a.csv:1", "6!n.zip/n.zip/n.zip", "6!n.zip/n.zip/n.zip"} {
		content = zipOf(t, []pair{{"n.zip", string(content)}})
		if got := told(content, "x", Visit{}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if got := told(gzipOf(t, "", zipOf(t, []pair{{"a.csv", "x"}})), "goi.zip.gz", Visit{}); got != "goi.zip/a.csv:1" {
		t.Error(got)
	}
	if got := told(zipOf(t, nil), "x", Visit{}); got != "7!" {
		t.Error("an archive without files:", got)
	}
	if got := told(zipOf(t, []pair{{"a.csv", "x"}, {"n.zip", string(zipOf(t, nil))}}), "x", Visit{}); got != "a.csv:1 7!n.zip" {
		t.Error(got)
	}
	if got := told(zipOf(t, []pair{{"n.zip", string(zipOf(t, []pair{{"a.csv", "x"}}))}, {"n.zip/a.csv", "yy"}}), "x", Visit{}); got != "n.zip/a.csv:1 n (2).zip/a.csv:2" {
		t.Error("a folder that is named as an archive is:", got)
	}
	if got := told(zipOf(t, []pair{{`phong\`, ""}, {`phong\a.csv`, "x"}}), "x", Visit{}); got != "phong/a.csv:1" {
		t.Error("a folder of Windows:", got)
	}
	if got := told(zipOf(t, []pair{{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "x", Visit{}); got != "none" {
		t.Error("a workbook is an archive:", got)
	}
}

// zeros gives noughts without end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

// bomb packs files of noughts.
func bomb(t testing.TB, sizes ...int64) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, size := range sizes {
		w, err := z.Create(fmt.Sprintf("%d.csv", i))
		if err == nil {
			_, err = io.CopyN(w, zeros{}, size)
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

func TestWhatUnfoldsBeyondBoundsIsAnswered(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it unfolds gigabytes")
	}
	if got := told(bomb(t, 1<<20, MaxFile+1, 30), "x", Visit{}); got != "0.csv:1048576 2.csv:30 3!1.csv" {
		t.Error("a file too large:", got)
	}
	if got := told(bomb(t, 30<<20, 30<<20, 30<<20, 5), "x", Visit{}); got != "0.csv:31457280 1.csv:31457280 4!2.csv" {
		t.Error("too much altogether:", got)
	}
	tarred := tarOf(t, []pair{{"a.csv", "x"}, {"b.csv", strings.Repeat("\x00", freeTotal)}, {"c.csv", "x"}})
	if got := told(gzipOf(t, "", tarred), "x", Visit{}); got != "4!" {
		t.Error("a tar.gz of noughts:", got)
	}
	many := make([]pair, MaxFiles+3)
	for i := range many {
		many[i].name = fmt.Sprintf("%05d.csv", i)
	}
	if got := told(zipOf(t, many), "x", Visit{}); !strings.HasSuffix(got, " 09999.csv:0 5!10000.csv") {
		t.Error(got[len(got)-60:])
	}
}

// sampleAt reads a file of the samples, also one that lies there in a zip.
func sampleAt(dir, name string) ([]byte, error) {
	at, inside, within := strings.Cut(name, ".zip/")
	if !within {
		return os.ReadFile(filepath.Join(dir, name))
	}
	z, err := zip.OpenReader(filepath.Join(dir, at+".zip"))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open(inside)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// TestArchivesOfOtherPrograms packs the samples by the programs at hand.
func TestArchivesOfOtherPrograms(t *testing.T) {
	samples, err := filepath.Abs("../../data/samples/returns")
	if err != nil {
		t.Fatal(err)
	}
	any := false
	for _, command := range []string{"7zz a -t7z", "7zz a -t7z -ms=off -m0=LZMA", "7zz a -t7z -m0=BZip2", "7zz a -t7z -m0=Deflate", "7zz a -t7z -m0=Copy -mhc=off",
		"7zz a -tzip", "7zz a -ttar", "7zz a -tzip -mm=BZip2", "zip -qr", "tar -czf", "tar -cf"} {
		words := strings.Fields(command)
		if _, err := exec.LookPath(words[0]); err != nil {
			continue
		}
		any = true
		out := filepath.Join(t.TempDir(), "out")
		pack := exec.Command(words[0], append(words[1:], out, ".")...)
		pack.Dir = samples
		if said, err := pack.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", command, err, said)
		}
		made, err := filepath.Glob(out + "*") // some add an ending
		if err != nil || len(made) != 1 {
			t.Fatal(command, made, err)
		}
		content, err := os.ReadFile(made[0])
		if err != nil {
			t.Fatal(err)
		}
		in := bytes.NewReader(content)
		n := 0
		for _, f := range Walk(in, in.Size(), KindOf(in, in.Size()), out, Visit{Take: func(name string, c []byte) {
			n++
			if want, err := sampleAt(samples, name); err != nil || !bytes.Equal(c, want) {
				t.Errorf("%s: %s differs: %v", command, name, err)
			}
		}}) {
			if !strings.HasSuffix(command, "-mm=BZip2") || f.Reason != Unsupported {
				t.Errorf("%s: %+v", command, f)
			}
		}
		if n < 50 && !strings.HasSuffix(command, "-mm=BZip2") {
			t.Errorf("%s gives %d files", command, n)
		}
	}
	if !any {
		t.Skip("neither 7zz nor zip nor tar is installed, so archives of other programs were not read")
	}
}
