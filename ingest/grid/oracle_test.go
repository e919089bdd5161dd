package grid

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// shownOtherwise are the cells that Excel shows as something else than they hold, each with the reason.
var shownOtherwise = map[string]string{
	"poi/52348.xlsx 0 L8": "it holds 0, and its format # shows no nought",
	"poi/52348.xlsx 0 L9": "it holds 0, and its format # shows no nought",
}

// strayExports are exports that were not made from the workbook they are named for.
var strayExports = map[string]string{
	"sheetjs/BlankSheetTypes.xls": "the workbook has no cells (its .xml and .xlsb show none either); the export tells of the customers of a telephone company",
}

// What Excel itself shows of a workbook is what we read of it, cell by cell: the text, or the value under what is shown. A
// wrong figure that looks right would stand out here. Workbooks whose container is not read are left out until it is.
func TestCorpusAgreesWithExcel(t *testing.T) {
	dir := filepath.Join(corpus(t), "xlsx")
	f, err := os.Open(filepath.Join(dir, "INDEX.csv"))
	must(t, err)
	defer f.Close()
	index, err := csv.NewReader(f).ReadAll()
	must(t, err)
	books, agreed, compared := 0, 0, 0
	seen := map[string]bool{}
	for _, line := range index[1:] {
		path, expect, exports := line[0], line[6], line[8]
		if exports == "" || expect == "refuse" || strayExports[path] != "" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		must(t, err)
		book, findings, err := Read(path, content)
		must(t, err)
		if len(findings) > 0 && findings[0].Code != codeEmpty {
			t.Logf("%s: left out: %s %s", path, findings[0].Code, findings[0].Got)
			continue
		}
		a, n := 0, 0
		for _, export := range strings.Split(exports, ";") {
			rows, ok := exported(t, filepath.Join(dir, export))
			if !ok { // it is kept for judging
				continue
			}
			end := strings.TrimSuffix(export, ".csv")
			no, err := strconv.Atoi(end[strings.LastIndexByte(end, '.')+1:])
			must(t, err)
			for _, d := range agrees(book, no, rows, &a, &n) {
				at := path + " " + strconv.Itoa(no) + " " + d.at
				seen[at] = true
				if shownOtherwise[at] == "" {
					t.Errorf("%s: Excel shows %q, we read %s", at, d.shown, d.ours)
				}
			}
		}
		if n > 0 {
			books, agreed, compared = books+1, agreed+a, compared+n
			t.Logf("%s: %d of %d cells", path, a, n)
		}
	}
	for at := range shownOtherwise {
		if !seen[at] {
			t.Errorf("%s is excused and agrees", at)
		}
	}
	t.Logf("%d workbooks, %d of %d cells", books, agreed, compared)
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// exported reads what Excel saved of a sheet as CSV; ok is false where the corpus has it not.
func exported(t *testing.T, path string) (rows [][]string, ok bool) {
	content, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, false
	}
	must(t, err)
	r := csv.NewReader(strings.NewReader(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(content)))) // Excel for Mac has CR within cells
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err = r.ReadAll()
	must(t, err)
	return rows, true
}

type disagreement struct{ at, shown, ours string }

// agrees compares the cells that Excel shows in ASCII, and counts them.
func agrees(book Book, no int, rows [][]string, agreed, compared *int) (out []disagreement) {
	var s Sheet
	for _, sh := range book.Sheets {
		if sh.No == no+1 {
			s = sh
		}
	}
	for i, row := range rows {
		for j, text := range row {
			cell, filled := s.Cell(i+1, j+1)
			if !plainASCII(text) || blank(text) && !filled {
				continue
			}
			*compared++
			if filled && sameAsShown(cell, text) {
				*agreed++
				continue
			}
			ours := "nothing"
			if filled {
				ours = cell.Kind.String() + " " + strconv.Quote(cell.Text)
			}
			out = append(out, disagreement{A1(i+1, j+1), text, ours})
		}
	}
	return out
}

// asExported writes what is not ASCII as Excel did it: an underscore for each unit of UTF-16.
func asExported(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r > 0xffff:
			b.WriteString("__")
		default:
			b.WriteByte('_')
		}
	}
	return b.String()
}

func sameAsShown(c Cell, text string) bool {
	text = strings.TrimSpace(text)
	if strings.TrimSpace(asExported(c.Text)) == text {
		return true
	}
	switch c.Kind {
	case Number:
		n, err := strconv.ParseFloat(c.Text, 64)
		return err == nil && (numberShown(n, text) || clockShown(n, text))
	case Date:
		return dateShown(c.Text, text)
	}
	return false
}

// numberShown says whether a number rounds to what is shown: with thousands apart, as percent, money, in brackets where it
// is negative, or with an exponent.
func numberShown(n float64, text string) bool {
	text = strings.NewReplacer(",", "", "$", "", " ", "").Replace(text)
	if inner, ok := strings.CutPrefix(text, "("); ok {
		text = "-" + strings.TrimSuffix(inner, ")")
	}
	if text == "-" { // how ledgers write nought
		return n == 0
	}
	text, percent := strings.CutSuffix(text, "%")
	if percent {
		n *= 100
	}
	shown, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return false
	}
	mantissa, exponent, _ := strings.Cut(strings.ToUpper(text), "E")
	_, decimals, _ := strings.Cut(mantissa, ".")
	e, _ := strconv.Atoi(exponent)
	unit := math.Pow(10, float64(e-len(decimals)))
	return math.Abs(n-shown) <= unit/2*(1+1e-9)+math.Abs(n)*1e-14
}

// clockShown says whether a part of a day, or days, is shown as a time.
func clockShown(n float64, text string) bool {
	if at, err := time.Parse("3:04 PM", text); err == nil {
		return math.Round((n-math.Floor(n))*1440) == float64(at.Hour()*60+at.Minute())
	}
	parts := strings.Split(text, ":")
	if len(parts) != 3 {
		return false
	}
	seconds := 0.0
	for _, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return false
		}
		seconds = seconds*60 + float64(v)
	}
	return math.Round(n*86400) == seconds
}

// dateShown says whether a date is shown so by one of Excel's formats.
func dateShown(ours, text string) bool {
	day, err := time.Parse("2006-01-02 15:04:05", ours)
	if err != nil {
		if day, err = time.Parse("2006-01-02", ours); err != nil {
			return false
		}
	}
	for _, form := range []string{
		"1/2/06", "1/2/2006", "01/02/06", "02/01/06", "2-Jan-06", "02-Jan-06", "Monday, January 2, 2006", "Jan-06", "2-Jan",
		"1/2/06 15:04", "2006-01-02",
	} {
		if day.Format(form) == text {
			return true
		}
	}
	return false
}
