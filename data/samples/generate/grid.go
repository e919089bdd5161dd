package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// gridBook turns a text grid typed by hand into the sheets of a workbook. A line is a row, cells are parted
// by "|"; lines with # are remarks, lines with ! tell about the sheet:
//
//	!sheet NAME [hidden]   !widths 6 24 …   !merge A1:C1   !hidden 6 8 (rows)
//
// Digits alone are a number, "02" in quotes is text, #REF! is an error value, \n is a line break.
func gridBook(content string) ([]*sheet, error) {
	var sheets []*sheet
	var s *sheet
	row, part := 0, inHead
	for no, line := range strings.Split(strings.TrimRight(content, "\n"), "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "!sheet "):
			name, hidden := strings.CutSuffix(strings.TrimPrefix(line, "!sheet "), " hidden")
			s, row, part = newSheet(name), 0, inHead
			s.Hidden, s.Landscape = hidden, true
			sheets = append(sheets, s)
		case s == nil:
			return nil, fmt.Errorf("line %d: no !sheet yet", no+1)
		case strings.HasPrefix(line, "!"):
			if err := gridNote(s, line); err != nil {
				return nil, fmt.Errorf("line %d: %w", no+1, err)
			}
		default:
			row++
			part = gridRow(s, row, part, strings.Split(line, "|"))
		}
	}
	return sheets, nil
}

// The parts of a sheet, which differ in looks only: the head above the table, the table, what stands under it.
const (
	inHead = iota
	inTable
	underTable
)

// gridRow writes a row and tells the part it belongs to: the table begins with the first row of four filled
// cells and ends with the first blank line.
func gridRow(s *sheet, row, part int, texts []string) int {
	filled := 0
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			filled++
		}
	}
	switch {
	case part == inHead && (filled >= 4 || filled > 1 && s.Hidden):
		part = inTable
	case part == inTable && filled == 0:
		part = underTable
	}
	if part == inTable {
		for c := range s.Widths {
			s.put(row, c, cell{Style: "cell"})
		}
	}
	for c, t := range texts {
		x := gridCell(strings.TrimSpace(t))
		if x.Text == "" {
			continue
		}
		if part != inTable {
			x.Style = map[int]string{inHead: "upper", underTable: ""}[part]
		}
		s.put(row, c+1, x)
	}
	return part
}

// gridNote reads !widths, !merge and !hidden.
func gridNote(s *sheet, line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "!widths":
		for c, t := range strings.Fields(rest) {
			var w float64
			if _, err := fmt.Sscan(t, &w); err != nil {
				return err
			}
			s.Widths[c+1] = w
		}
		return nil
	case "!merge":
		from, to, _ := strings.Cut(rest, ":")
		r1, c1, err := readA1(from)
		if err != nil {
			return err
		}
		r2, c2, err := readA1(to)
		s.Merges = append(s.Merges, [4]int{r1, c1, r2, c2})
		return err
	case "!hidden":
		for _, t := range strings.Fields(rest) {
			var r int
			if _, err := fmt.Sscan(t, &r); err != nil {
				return err
			}
			s.HiddenRows[r] = true
		}
		return nil
	}
	return fmt.Errorf("unknown %q", word)
}

func gridCell(t string) cell {
	quoted := len(t) > 1 && t[0] == '"' && t[len(t)-1] == '"'
	switch {
	case quoted:
		return cell{Text: t[1 : len(t)-1], Style: "mid"}
	case strings.HasPrefix(t, "#"):
		return cell{Kind: failed, Text: t, Style: "num"}
	case t != "" && strings.Trim(t, "0123456789") == "":
		return cell{Kind: number, Text: t, Style: "num"}
	}
	return cell{Text: strings.ReplaceAll(t, `\n`, "\n"), Style: "cell"}
}

func readA1(t string) (row, col int, err error) {
	i := 0
	for ; i < len(t) && t[i] >= 'A' && t[i] <= 'Z'; i++ {
		col = col*26 + int(t[i]-'A') + 1
	}
	if _, err = fmt.Sscan(t[i:], &row); err != nil {
		err = fmt.Errorf("place %q: %w", t, err)
	}
	return row, col, err
}

// typedBooks makes the workbooks of all grids of a folder, by name without ending.
func typedBooks(dir string) (map[string][]byte, error) {
	out := map[string][]byte{}
	paths, err := filepath.Glob(filepath.Join(dir, "*.grid"))
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		content, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		sheets, err := gridBook(string(content))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		name := strings.TrimSuffix(filepath.Base(p), ".grid")
		out[name] = workbook(name+".xlsx", sheets)
	}
	return out, nil
}
