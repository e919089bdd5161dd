package ooxml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
)

// epoch is the time of every part and of the document's properties: the first that a zip can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const (
	contentTypes = "[Content_Types].xml"
	coreProps    = "docProps/core.xml"
)

// Normalise rewrites an OOXML package: [Content_Types].xml first and its entries sorted, the
// other parts by name, one time everywhere. The content of every other part stays as it is.
func Normalise(pkg []byte) ([]byte, error) {
	return normalise(pkg, func(_ string, content []byte) []byte { return content })
}

// NumberFormulas is Normalise for a workbook whose formulas give numbers or, written without a value, an empty text: its writer says of
// every formula that it gives a text, which programs that do not recalculate would believe.
func NumberFormulas(pkg []byte) ([]byte, error) {
	return normalise(pkg, numberFormulas)
}

var (
	numberFormula = regexp.MustCompile(` t="str"><f>([^<]*)</f><v>`)
	emptyFormula  = regexp.MustCompile(` t="str"><f>([^<]*)</f></c>`)
)

func numberFormulas(name string, content []byte) []byte {
	if !strings.HasPrefix(name, "xl/worksheets/") {
		return content
	}
	content = numberFormula.ReplaceAll(content, []byte(`><f>$1</f><v>`))
	return emptyFormula.ReplaceAll(content, []byte(` t="str"><f>$1</f><v></v></c>`))
}

func normalise(pkg []byte, edit func(name string, content []byte) []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(pkg), int64(len(pkg)))
	if err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	files := slices.Clone(r.File)
	slices.SortFunc(files, func(a, b *zip.File) int {
		return cmp.Or(-compareBool(a.Name == contentTypes, b.Name == contentTypes), strings.Compare(a.Name, b.Name))
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, f := range files {
		if i > 0 && f.Name == files[i-1].Name {
			return nil, fmt.Errorf("ooxml: part %q stands twice", f.Name)
		}
		content, err := read(f)
		if err != nil {
			return nil, fmt.Errorf("ooxml: part %q: %w", f.Name, err)
		}
		content = edit(f.Name, content)
		switch f.Name {
		case contentTypes:
			content = sortTypes(content)
		case coreProps:
			content = stampProps(content)
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return nil, fmt.Errorf("ooxml: part %q: %w", f.Name, err)
		}
		if _, err := part.Write(content); err != nil {
			return nil, fmt.Errorf("ooxml: part %q: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	return out.Bytes(), nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

var typeEntry = regexp.MustCompile(`<(?:Default|Override)\b[^>]*?(?:/>|>\s*</(?:Default|Override)>)`)

// sortTypes sorts the entries of [Content_Types].xml, Default before Override.
func sortTypes(xml []byte) []byte {
	entries := typeEntry.FindAllString(string(xml), -1)
	if len(entries) == 0 {
		return xml
	}
	slices.Sort(entries)
	at := typeEntry.FindIndex(xml)
	rest := typeEntry.ReplaceAll(xml[at[0]:], nil)
	return slices.Concat(xml[:at[0]], []byte(strings.Join(entries, "")), rest)
}

var stamp = regexp.MustCompile(`(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(</dcterms:)`)

// stampProps sets the times of the document's properties.
func stampProps(xml []byte) []byte {
	return stamp.ReplaceAll(xml, []byte("${1}"+epoch.Format(time.RFC3339)+"${2}"))
}
