package main

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"tdkt/data"
)

// sheet is the text of a sheet by row and column, from 0; dates are Excel's day numbers.
type sheet [][]string

func (s sheet) cell(row, col int) string {
	if row < 0 || col < 0 || row >= len(s) || col >= len(s[row]) {
		return ""
	}
	return strings.TrimSpace(s[row][col])
}

// at is the text at a place such as B12.
func (s sheet) at(cell string) string {
	col, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return ""
	}
	return s.cell(row-1, col-1)
}

// recountable names, in SQL, the files that original reads; no other reader than ours is at hand for .xls and .ods.
const recountable = `regexp_matches(%s, '\.(csv|txt|xlsx)$')`

// original reads the visible sheets of a file of the samples. The one sheet of a text has no name, and a record stands
// in the row of its first line.
func original(t *testing.T, name string) map[string]sheet {
	t.Helper()
	path := filepath.Join(samples, "returns", name)
	if ending := filepath.Ext(name); ending == ".csv" || ending == ".txt" {
		return map[string]sheet{"": csvSheet(t, path)}
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer f.Close()
	sheets := map[string]sheet{}
	for _, s := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(s); err != nil || !visible {
			continue
		}
		if sheets[s], err = f.GetRows(s, excelize.Options{RawCellValue: true}); err != nil {
			t.Fatalf("%s, %s: %v", name, s, err)
		}
	}
	return sheets
}

func csvSheet(t *testing.T, path string) sheet {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		content, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(content)
	case !utf8.Valid(content):
		content, err = charmap.Windows1258.NewDecoder().Bytes(content)
		content = norm.NFC.Bytes(content) // its tones stand apart
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = -1
	if strings.HasSuffix(path, ".txt") {
		r.Comma = '\t'
	} else if first, _, _ := bytes.Cut(content, []byte("\n")); bytes.Contains(first, []byte(";")) {
		r.Comma = ';'
	}
	var s sheet
	for {
		record, err := r.Read()
		if err == io.EOF {
			return s
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		line, _ := r.FieldPos(0)
		for len(s) < line-1 {
			s = append(s, nil)
		}
		s = append(s, record)
	}
}

// recipient is one row of a list, as the recount understands it.
type recipient struct {
	place, agency, name, kind, form string
	decision, event                 string
	outside, proposed               bool
	woman, youth, worker            bool
}

// The words of headers, by what stands under them. Under "nữ" stands a tick, or a birth year where the header above is one.
var headers = map[string][]string{
	"ordinal": {"STT", "TT"},
	"name": {"Họ và tên", "Họ tên", "Tên đối tượng", "Tên tập thể/cá nhân/hộ gia đình", "Tên tập thể, cá nhân", "Tên đơn vị / tập thể", "Tên tập thể",
		"Họ tên, chức vụ, đơn vị", "Họ tên, chức vụ, đơn vị công tác", "Họ và tên, chức vụ, đơn vị công tác"},
	"gender":     {"Giới tính", "Nam/Nữ"},
	"salutation": {"Danh xưng", "Ông/Bà", "Ông (Bà)", "Tên gọi (Ông/Bà/Chức danh)"},
	"female":     {"Nữ"},
	"male":       {"Nam"},
	"birth":      {"Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh", "N/S"},
	"form": {"Danh hiệu thi đua/Hình thức khen thưởng", "Hình thức khen thưởng", "Hình thức, mức hạng", "Danh hiệu thi đua", "Danh hiệu đề nghị",
		"Mã hình thức khen thưởng", "Mã danh hiệu thi đua (nếu có)"},
	"kind":     {"Phân loại khen thưởng"},
	"class":    {"Đối tượng", "Phân loại đối tượng", "Phân loại cán bộ", "Mã phân loại cán bộ"},
	"worker":   {"Lao động trực tiếp", "Người lao động trực tiếp"},
	"decision": {"Quyết định số, ngày", "Số quyết định", "Số QĐ", "Số"},
	"date":     {"Ngày quyết định", "Ngày QĐ", "Ngày ký", "Ngày"},
	"year":     {"Năm"},
	"event":    {"Tính chất tặng"},
}

// squeezed is a header in small letters without white space; Nam and Năm stay two words.
func squeezed(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }

// columns maps what a list tells to its columns.
type columns map[string][]int

// header finds the first row of headers from a row on and, beneath it, the row of its second line where there is one.
func header(s sheet, from int) (cols columns, row, last int) {
	said := map[string]string{}
	for what, words := range headers {
		for _, w := range words {
			said[squeezed(w)] = what
		}
	}
	for row = from; row < len(s); row++ {
		cols = columns{}
		for c := range s[row] {
			if what, ok := said[squeezed(s.cell(row, c))]; ok {
				cols[what] = append(cols[what], c)
			}
		}
		if cols["ordinal"] == nil || cols["name"] == nil {
			continue
		}
		last = row
		if s.cell(row+1, cols["ordinal"][0]) == "" && s.cell(row+1, cols["name"][0]) == "" {
			last = row + 1
			for c := range s[last] {
				if what, ok := said[squeezed(s.cell(last, c))]; ok {
					cols[what] = append(cols[what], c)
				}
			}
		}
		return cols, row, last
	}
	return nil, len(s), 0
}

var (
	dayIn      = regexp.MustCompile(`(\d{1,2})/(\d{1,2})/(\d{4})`)
	decisionIn = regexp.MustCompile(`^\S*/QĐ-\S+`)
	schoolYear = regexp.MustCompile(`(?i)năm học \d{4} - (\d{4})`)
	plainYear  = regexp.MustCompile(`(?i)năm (\d{4})`)
	groupMark  = regexp.MustCompile(`^[IVX]+(\.\d+)?\.?\s+`)
)

// heading is what the lines above the table say of every row.
type heading struct {
	agency, decision string
	decided          time.Time
	year             int
	proposed         bool
}

func headingOf(s sheet, row int) heading {
	h := heading{}
	for r := range row {
		for c := range s[r] {
			text := s.cell(r, c)
			if c == 0 && r < 2 {
				h.agency += data.Key(text) + ";"
			}
			if strings.Contains(text, "Quyết định số ") {
				_, after, _ := strings.Cut(text, "Quyết định số ")
				h.decision, h.decided = decisionIn.FindString(after), day(after)
			}
			if !strings.HasPrefix(text, "DANH SÁCH") {
				continue
			}
			h.proposed = strings.Contains(text, "ĐỀ NGHỊ")
			if m := schoolYear.FindStringSubmatch(text); m != nil {
				h.year, _ = strconv.Atoi(m[1])
			} else if m := plainYear.FindStringSubmatch(text); m != nil {
				h.year, _ = strconv.Atoi(m[1])
			}
		}
	}
	h.proposed = h.proposed && h.decision == ""
	return h
}

// day reads dd/mm/yyyy anywhere in a text, or Excel's day number; else the zero time.
func day(text string) time.Time {
	if m := dayIn.FindStringSubmatch(text); m != nil {
		d, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		y, _ := strconv.Atoi(m[3])
		return time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	}
	if n, err := strconv.Atoi(text); err == nil && n > 10000 {
		on, _ := excelize.ExcelDateToTime(float64(n), false)
		return on
	}
	return time.Time{}
}

// recipients reads the rows of the lists that stand one beneath another on a sheet; ok is false where it holds none.
func recipients(t *testing.T, ref *data.Reference, place string, s sheet) (all []recipient, ok bool) {
	t.Helper()
	if strings.HasPrefix(data.Key(place[strings.Index(place, "!"):]), "huong dan") {
		return nil, false
	}
	for cols, row, last := header(s, 0); cols != nil; {
		next, below, under := header(s, last+1)
		all = append(all, listed(t, ref, place, s[:below], cols, row, last)...)
		cols, row, last, ok = next, below, under, true
	}
	return all, ok
}

// listed reads the rows of one list, from its header to the end of the sheet given.
func listed(t *testing.T, ref *data.Reference, place string, s sheet, cols columns, row, last int) (all []recipient) {
	t.Helper()
	head, group := headingOf(s, row), ""
	one := func(r int, what string) string {
		for _, c := range cols[what] {
			if text := s.cell(r, c); text != "" {
				return text
			}
		}
		return ""
	}
	for r := last + 1; r < len(s); r++ {
		name := data.Key(one(r, "name"))
		_, notNumber := strconv.Atoi(one(r, "ordinal"))
		_, index := strconv.Atoi(name)
		if name == "" || index == nil || notNumber != nil && (one(r, "ordinal") != "" || one(r, "kind") == "") {
			for c := range s[r] {
				text := groupMark.ReplaceAllString(s.cell(r, c), "")
				if _, ok := ref.ResolveForm(text, data.Date{}); ok {
					group = text
				}
			}
			continue
		}
		x := recipient{place: place, agency: head.agency, name: name, proposed: head.proposed, event: data.Key(one(r, "event"))}
		var decided time.Time
		var year int
		x.decision, decided, year = head.row(r, one)
		form := one(r, "form")
		if form == "" {
			form = group
		}
		m, ok := ref.ResolveForm(form, data.DateOf(decided))
		if !ok {
			t.Errorf("%s, row %d: no form %q", place, r+1, form)
		}
		x.form, x.outside = m.Code, m.OutsideState
		x.kind = kindOf(one(r, "kind"), s.cell(row, cols["name"][0]))
		x.person(s, r, cols, one, decided, year)
		all = append(all, x)
	}
	return all
}

// row gives the decision of a row, its day (the last of the year where none is stated) and the year of the award.
func (h heading) row(r int, one func(int, string) string) (decision string, decided time.Time, year int) {
	decision, decided, year = h.decision, h.decided, h.year
	if text := one(r, "decision"); text != "" {
		decision, decided = decisionIn.FindString(text), day(one(r, "date"))
		if decided.IsZero() {
			decided = day(text)
		}
	}
	if y, err := strconv.Atoi(one(r, "year")); err == nil {
		year = y
	}
	if year == 0 {
		year = decided.Year()
	}
	if decided.IsZero() {
		decided = time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	return decision, decided, year
}

// kindOf tells who is rewarded: from the row's own word, else from the header over the names.
func kindOf(word, over string) string {
	word = strings.ReplaceAll(data.Key(word), " ", "")
	switch {
	case strings.HasSuffix(word, "hogiadinh"):
		return "household"
	case strings.HasSuffix(word, "tapthe"):
		return "collective"
	case strings.HasSuffix(word, "canhan"):
		return "individual"
	case word == "" && strings.HasPrefix(data.Key(over), "ho "):
		return "individual"
	}
	return "collective"
}

// person fills what is said of a woman or a man: sex, age at the decision, work.
func (x *recipient) person(s sheet, r int, cols columns, one func(int, string) string, decided time.Time, year int) {
	born := one(r, "birth")
	two := cols["male"] != nil && cols["female"] != nil // the birth year stands under Nam or under Nữ
	if two {
		x.woman = one(r, "female") != ""
		born = one(r, "female") + one(r, "male")
	} else {
		x.woman = one(r, "female") == "x" || data.Key(one(r, "gender")) == "nu" || data.Key(one(r, "salutation")) == "ba" ||
			strings.HasPrefix(one(r, "name"), "Bà ") // one cell for all of a person
	}
	if on := day(born); !on.IsZero() {
		x.youth = decided.Before(on.AddDate(31, 0, 0)) && !decided.Before(on.AddDate(16, 0, 0))
	} else if y, err := strconv.Atoi(born); err == nil {
		x.youth = year-y >= 16 && year-y <= 30
	}
	x.worker = one(r, "worker") == "x" || strings.HasPrefix(data.Key(one(r, "class")), data.Key("Người trực tiếp công tác"))
}
