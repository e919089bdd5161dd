package ingest

import (
	"bytes"
	"os"
	"path/filepath"

	"tdkt/ingest/archive"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
)

// Looked is a file as it is read, before any meaning.
type Looked struct {
	Container string
	Archive   bool          // a file of files, of which ingest reads each; there are no sheets then
	Sheets    []LookedSheet // with something in them, in the order of the workbook
}

// LookedSheet is a sheet as its tables.
type LookedSheet struct {
	Name   string
	No     int
	Hidden bool
	Left   string         // why ingest reads no return from it: hidden-sheet, instruction-sheet, lookup-sheet; else ""
	Tables []layout.Table // each non-empty row is in one of them; one that no form of return claims has no layout
}

// LookAt looks at the file at a path; one that ingest refuses by its size is not read into memory.
func (k *Knowledge) LookAt(path string) (Looked, []finding.Finding, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return Looked{}, nil, err
	}
	if info.Size() > archive.MaxFile {
		findings, err := tooLarge(info.Size())(k.Rules, name)
		return Looked{}, findings, err
	}
	content, err := readBounded(path)
	if err != nil {
		return Looked{}, nil, err
	}
	return k.Look(name, content)
}

// Look reads a file as ingest does, up to the tables of its sheets; what no form of return
// claims is shown by its structure. The findings are about the file, not about what a return
// says; where one is an error the file is refused and there are no sheets. err is a fault of ours.
func (k *Knowledge) Look(name string, content []byte) (Looked, []finding.Finding, error) {
	book, findings, err := cellsOf(k.Rules, name, content)
	if err != nil || finding.Worst(findings) == finding.Error {
		kind := archive.KindOf(bytes.NewReader(content), int64(len(content)))
		return Looked{Archive: kind != archive.None}, findings, err
	}
	out := Looked{Container: book.Container}
	var last *layout.Table // of the sheet before, where that may be a return
	for _, sh := range book.Sheets {
		if len(sh.Rows) == 0 {
			continue
		}
		results := layout.RecogniseAll(sh, k.Layouts, k.known)
		s := LookedSheet{Name: sh.Name, No: sh.No, Hidden: sh.Hidden, Left: asideReason(sh, results[0])}
		if last != nil && last.SheetNo == sh.No-1 && s.Left == "" && results[0].Table == nil {
			if t := layout.Continue(sh, last, k.known); t != nil {
				results = []layout.Result{{Table: t}}
			}
		}
		for _, res := range results {
			if res.Table == nil {
				s.Tables = append(s.Tables, layout.Structure(sh)...)
				break
			}
			s.Tables = append(s.Tables, *res.Table)
			sh.Rows = sh.Rows[len(res.Table.Rows):]
		}
		if n := len(s.Tables); s.Left == "" && n > 0 && s.Tables[n-1].Layout.Code != "" {
			last = &s.Tables[n-1]
		}
		out.Sheets = append(out.Sheets, s)
	}
	return out, findings, nil
}
