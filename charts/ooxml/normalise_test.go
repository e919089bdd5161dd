package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

type part struct{ name, content string }

func pack(t *testing.T, at time.Time, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Modified: at})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, p.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(t *testing.T, pkg []byte) (parts []part) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(pkg), int64(len(pkg)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		c, err := read(f)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{f.Name, string(c)})
	}
	return parts
}

// Guards promise 8 for workbooks: order of parts and entries and the hour must not show.
func TestNormaliseForgetsOrderAndTime(t *testing.T) {
	props := func(at string) part {
		return part{coreProps, `<p><dcterms:created xsi:type="t">` + at + `</dcterms:created><dcterms:modified>` + at + `</dcterms:modified></p>`}
	}
	a := pack(t, time.Unix(1e9, 0), part{"xl/b.xml", "<b/>"}, props("2026-01-01T10:00:00Z"),
		part{contentTypes, `<Types><Override PartName="/b"/><Default Extension="xml"/><Override PartName="/a"></Override></Types>`})
	b := pack(t, time.Unix(2e9, 0), part{contentTypes, `<Types><Default Extension="xml"/><Override PartName="/a"></Override><Override PartName="/b"/></Types>`},
		props("2027-02-02T11:11:11Z"), part{"xl/b.xml", "<b/>"})
	na, err := Normalise(a)
	if err != nil {
		t.Fatal(err)
	}
	nb, err := Normalise(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(na, nb) {
		t.Error("two orders of one package give different bytes")
	}
	want := []part{
		{contentTypes, `<Types><Default Extension="xml"/><Override PartName="/a"></Override><Override PartName="/b"/></Types>`},
		{coreProps, `<p><dcterms:created xsi:type="t">1980-01-01T00:00:00Z</dcterms:created><dcterms:modified>1980-01-01T00:00:00Z</dcterms:modified></p>`},
		{"xl/b.xml", "<b/>"},
	}
	if diff := cmp.Diff(want, unpack(t, na), cmp.AllowUnexported(part{})); diff != "" {
		t.Error(diff)
	}
	again, err := Normalise(na)
	if err != nil || !bytes.Equal(na, again) {
		t.Error("normalising twice changes the package", err)
	}
}

func TestNormaliseRefusesWhatIsNoPackage(t *testing.T) {
	if _, err := Normalise([]byte("not a zip")); err == nil {
		t.Error("no error")
	}
	if _, err := Normalise(pack(t, epoch, part{"a", "1"}, part{"a", "2"})); err == nil {
		t.Error("a part that stands twice was taken")
	}
}

// NumberFormulas leaves the cached results of formulas as numbers, and texts as texts.
func TestNumberFormulas(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	for _, err := range []error{x.SetCellStr("Sheet1", "A1", "5"), x.SetCellInt("Sheet1", "A2", 7), x.SetCellFormula("Sheet1", "A2", "3+4")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	out, err := NumberFormulas(raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	for at, want := range map[string]struct {
		kind  excelize.CellType
		value string
	}{"A1": {excelize.CellTypeSharedString, "5"}, "A2": {excelize.CellTypeUnset, "7"}} {
		kind, err := got.GetCellType("Sheet1", at)
		value, err2 := got.GetCellValue("Sheet1", at)
		if err != nil || err2 != nil || kind != want.kind || value != want.value {
			t.Errorf("%s is %v %q, want %v %q (%v, %v)", at, kind, value, want.kind, want.value, err, err2)
		}
	}
}
