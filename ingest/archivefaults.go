package ingest

import (
	"bytes"
	"fmt"
	"path"

	"tdkt/data"
	"tdkt/ingest/archive"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
)

// findings tell what an archive did not give.
func (a *packed) findings(rules check.Rules, name string) ([]finding.Finding, error) {
	return faultsFound(rules, name, a.faults)
}

// toldOfArchive tells what an archive by its content did not give; nil where it is none, or gave all.
func toldOfArchive(content []byte) told {
	in, size := bytes.NewReader(content), int64(len(content))
	kind := archive.KindOf(in, size)
	if kind == archive.None {
		return nil
	}
	return func(rules check.Rules, name string) ([]finding.Finding, error) {
		return faultsFound(rules, name, archive.Walk(in, size, kind, name, archive.Visit{Pass: passedOverInside}))
	}
}

func faultsFound(rules check.Rules, name string, faults []archive.Fault) (out []finding.Finding, err error) {
	for _, f := range faults {
		found, err := faultFound(rules, name, f)
		if err != nil {
			return nil, err
		}
		out = append(out, found)
	}
	return out, nil
}

var packAgain = finding.Text{
	VI: "giải nén rồi gửi từng tệp .xlsx hoặc .csv, hoặc nén lại thành một tệp .zip thông thường",
	EN: "unpack it and send each .xlsx or .csv file, or pack them again into one plain .zip",
}

// faultFound makes the finding of a fault, at the file or archive within that it concerns.
func faultFound(rules check.Rules, name string, fault archive.Fault) (finding.Finding, error) {
	words := map[archive.Reason]check.Words{
		archive.TooMuch: {"limit_vi": fmt.Sprintf("%d MB khi giải nén", archive.MaxTotal>>20), "limit_en": fmt.Sprintf("%d MB when unpacked", archive.MaxTotal>>20),
			"left_vi": "từ tệp này trở đi chưa được đọc", "left_en": "this file and those behind it are not read"},
		archive.TooMany: {"limit_vi": fmt.Sprintf("%d tệp", archive.MaxFiles), "limit_en": fmt.Sprintf("%d files", archive.MaxFiles),
			"left_vi": "từ tệp này trở đi chưa được đọc", "left_en": "this file and those behind it are not read"},
		archive.TooDeep: {"limit_vi": fmt.Sprintf("%d lớp tệp nén lồng nhau", archive.MaxDepth), "limit_en": fmt.Sprintf("%d archives within one another", archive.MaxDepth),
			"left_vi": "tệp nén này chưa được mở", "left_en": "this archive is not opened"},
		archive.TooLarge: largest,
	}[fault.Reason]
	code := map[archive.Reason]finding.Code{archive.Encrypted: "file-encrypted", archive.Unsupported: "container-unsupported", archive.Empty: "file-empty",
		archive.TooLarge: "file-too-large", archive.TooMuch: "archive-limit", archive.TooMany: "archive-limit", archive.TooDeep: "archive-limit",
		archive.Damaged: "archive-damaged"}[fault.Reason]
	f, err := rules.Finding(code, data.Date{}, finding.Place{File: path.Join(name, fault.Name)}, fault.Got, words)
	if fault.Reason == archive.Unsupported {
		f.Mend = packAgain
	}
	return f, err
}

var largest = check.Words{"most": fmt.Sprint(archive.MaxFile >> 20)}

// tooLarge is told of a file that is not read into memory.
func tooLarge(size int64) told {
	return func(rules check.Rules, name string) ([]finding.Finding, error) {
		f, err := rules.Finding("file-too-large", data.Date{}, finding.Place{File: name}, fmt.Sprintf("%d MB", size>>20), largest)
		return []finding.Finding{f}, err
	}
}
