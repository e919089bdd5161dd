package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate DIR (the folder data)")
		os.Exit(2)
	}
	if err := generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// generate writes samples/ under dir.
func generate(dir string) error {
	files, err := everything(dir)
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// everything is all generated files by name; the grids typed by hand are read from dir.
func everything(dir string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for from, to := range map[string]string{"typed": "returns/go-tay", "typed/faulty": "faulty"} {
		books, err := typedBooks(filepath.Join(dir, "samples", filepath.FromSlash(from)))
		if err != nil {
			return nil, err
		}
		for name, content := range books {
			out["samples/"+to+"/"+name+".xlsx"] = content
		}
	}
	for name, content := range broken() {
		out["samples/faulty/"+name] = content
	}
	all := plan()
	for name, content := range files(all) {
		out["samples/returns/"+name] = content
	}
	b := bookOf(all)
	out["samples/truth/award_count.csv"] = []byte(b.awardCounts())
	out["samples/truth/beneficiary_count.csv"] = []byte(b.beneficiaryCounts())
	boards, err := boardBooks(dir, all)
	if err != nil {
		return nil, err
	}
	for _, b := range boards {
		out["samples/returns/"+b.path] = b.bytes()
	}
	out["samples/returns/so-nhan.csv"] = []byte(register(all, boards))
	out["samples/truth/proposals.csv"] = []byte(proposals(all))
	out["samples/truth/standing.csv"] = []byte(standings(all))
	return out, nil
}

// bytes is the file as the office sent it.
func (f file) bytes() []byte {
	var sheets []*sheet
	for _, p := range f.parts {
		if p.list != nil && p.list.under {
			p.list.beneath(sheets[len(sheets)-1])
			continue
		}
		sheets = append(sheets, p.draw()...)
	}
	if l := f.parts[0].list; l != nil && l.lookups {
		sheets = append(sheets, lookupSheets()...)
	}
	return f.write(sheets)
}

func (p part) draw() []*sheet {
	if p.list != nil {
		return p.list.sheets(p.sheet)
	}
	return []*sheet{p.drawTable()}
}

func (p part) drawTable() *sheet {
	switch p.shape {
	case f0602:
		return p.table.sheet0602(p.sheet)
	case f0603:
		return p.table.sheet0603(p.sheet)
	case mau02:
		return p.table.sheetMau02(p.sheet)
	case mau03:
		return p.table.sheetFigures(p.sheet, columnsMau03(p.table.short))
	case stateM:
		return p.table.sheetFigures(p.sheet, columnsStateMau02())
	case rolled:
		return p.rolls.sheet(p.sheet)
	}
	return p.table.sheetMau01(p.sheet)
}

// bookOf takes what counts.
func bookOf(all []file) *book {
	b := &book{}
	for _, f := range all {
		for _, p := range f.parts {
			switch {
			case p.role != "":
			case p.list != nil:
				b.addList(p.unit, *p.list)
			default:
				b.addTable(p.shape, p.unit, *p.table)
			}
		}
	}
	return b
}
