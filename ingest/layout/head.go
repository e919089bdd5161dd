package layout

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/ingest/grid"
)

// line is one line of a cell of the head.
type line struct {
	folded
	cell string
	row  int
	col  int
	next string // what stands to the right of the cell, for "Đơn vị báo cáo:" in a cell of its own
	nc   string // its A1
}

var (
	motto     = regexp.MustCompile(`^(cong hoa xa hoi chu nghia|doc lap ?[-,–]? ?tu do)`)
	ruled     = regexp.MustCompile(`^[\s_*=~.…?-]*$`)
	formNo    = regexp.MustCompile(`^\(?(bieu|mau|phu luc)( bieu)?( so)?\s*[:.]?\s*[\dixv]`)
	reportNo  = regexp.MustCompile(`^so\s*[:.]?\s*[\d.…/ ]*/`)
	receiver  = regexp.MustCompile(`^(don vi nhan|noi nhan|co quan nhan|ngay nhan)`)
	reporter  = regexp.MustCompile(`^(?:ten )?(?:don vi|co quan)(?: bao cao| gui| gui bao cao| lap bieu| lap)\s*[:.]\s*(.*)$`)
	titled    = regexp.MustCompile(`^\(?(danh sach|bieu tong hop|tong hop|bang tong hop|bang ke|bao cao|so luong|so lieu|ket qua|thong ke|bieu thong ke|bang thong ke|bieu bao cao)\b`)
	aside     = regexp.MustCompile(`^\(?\s*(kem theo|ban hanh|theo quyet dinh|theo to trinh|dinh kem|don vi tinh|ap dung|thuc hien|so lieu tinh|tai quyet dinh|quyet dinh so|can cu)`)
	enclosing = regexp.MustCompile(`^\(?\s*(danh sach )?(ban hanh )?kem theo quyet dinh`)
	periodic  = regexp.MustCompile(`^\(?\s*(nam|nam hoc|quy|thang|6 thang|dot|giai doan|lan|ky|tu nam|ca nam|5 nam)\b`)
	newAgency = regexp.MustCompile(`^(va|tinh|thanh pho|huyen|thi xa|xa|phuong|thi tran)\b`)
	councils  = regexp.MustCompile(`^(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)$`)
)

// readHead reads what stands above the table, and the date line below it.
func readHead(t *Table, known Known) Head {
	var h Head
	lines := headLines(t.Rows)
	for _, l := range lines {
		h.Lines = append(h.Lines, Fact{Text: string(l.text), Cell: l.cell})
	}
	title := h.readTitle(lines)
	h.readAgency(lines, title)
	h.readProvince(lines, known)
	h.readTime(lines, title)
	h.readDecision(lines)
	if !h.Decision.Stated() {
		h.readDecision(enclosed(t.Rows))
	}
	h.readRound(lines, title)
	h.readRevision(lines)
	h.readDate(lines, t.Rows)
	h.readScope(lines, t)
	h.readDenied()
	return h
}

// enclosed are the lines under a table that say with which decision it was sent.
func enclosed(rows []Row) (lines []line) {
	for i := len(rows) - 1; i >= 0 && rows[i].Kind != Data; i-- {
		for _, c := range rows[i].Cells {
			if f := fold(c.Text); len(c.Text) < 400 && f.has(enclosing) {
				lines = append(lines, line{folded: f, cell: grid.A1(rows[i].No, c.Col), row: rows[i].No, col: c.Col})
			}
		}
	}
	return lines
}

// headLines cuts the cells above the table into lines.
func headLines(rows []Row) []line {
	var lines []line
	for _, r := range rows {
		if r.Kind != Metadata {
			break
		}
		for i, c := range r.Cells {
			if len(c.Text) > 4000 || c.Kind == grid.Error {
				continue
			}
			for part := range strings.SplitSeq(strings.ReplaceAll(c.Text, "\r", "\n"), "\n") {
				f := fold(part)
				if ruled.MatchString(f.base) {
					continue
				}
				if _, mark := parseMark(part); mark {
					continue
				}
				l := line{folded: f, cell: grid.A1(r.No, c.Col), row: r.No, col: c.Col}
				if i+1 < len(r.Cells) {
					l.next, l.nc = strings.TrimSpace(r.Cells[i+1].Text), grid.A1(r.No, r.Cells[i+1].Col)
				}
				lines = append(lines, l)
			}
		}
	}
	return joined(lines)
}

// joined puts together the lines of one name that was broken: "ỦY BAN NHÂN DÂN / TỈNH
// PHÚ THỌ", "SỞ GIÁO DỤC / VÀ ĐÀO TẠO".
func joined(lines []line) []line {
	var out []line
	for _, l := range lines {
		if i := above(out, l); i >= 0 && (councils.MatchString(out[i].base) && newAgency.MatchString(l.base) || strings.HasPrefix(l.base, "va ")) {
			out[i].folded = fold(string(out[i].text) + " " + string(l.text))
			out[i].row = l.row
			continue
		}
		out = append(out, l)
	}
	return out
}

// above finds the line that a line stands right under, in its column.
func above(lines []line, l line) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].col == l.col {
			if l.row-lines[i].row <= 1 {
				return i
			}
			break
		}
	}
	return -1
}

// readTitle finds the title: a line that begins like one, with the lines under it that
// carry it on; else the longest line in capitals that is no agency. It gives the lines
// of the title.
func (h *Head) readTitle(lines []line) []line {
	first := slices.IndexFunc(lines, func(l line) bool { return l.has(titled) && !l.has(reporter) })
	if first < 0 {
		for i, l := range lines {
			if i > 0 && upper(string(l.text)) && len(l.text) > 25 && !l.has(motto) && !l.has(agencyWords) &&
				(first < 0 || len(l.text) > len(lines[first].text)) {
				first = i
			}
		}
	}
	if first < 0 {
		return nil
	}
	title := []line{lines[first]}
	for _, l := range lines[first+1:] {
		last := title[len(title)-1]
		if l.col != last.col || l.row-last.row > 1 || l.has(aside) || l.has(periodic) || l.has(reporter) || l.has(formNo) ||
			strings.HasPrefix(l.base, "(") || !upper(string(l.text)) && upper(string(last.text)) {
			break
		}
		title = append(title, l)
	}
	words := make([]string, len(title))
	for i, l := range title {
		words[i] = string(l.text)
	}
	h.Title = Fact{Text: strings.Join(words, " "), Cell: title[0].cell}
	return title
}

var agencyWords = regexp.MustCompile(`^(ubnd|uy ban|so |ban |hoi |huyen |thanh pho |tp\.? |thi xa |xa |phuong |thi tran |tinh |truong |benh vien |phong |chi cuc |cuc |cong ty |tong cong ty |hoi dong |lien doan |mat tran |trung tam |cong an |bo |vien |dang uy |van phong |doan |thanh tra |bao hiem |kho bac |dai |tap doan |hop tac xa |htx )`)

// readAgency takes the reporting unit from "Đơn vị báo cáo: …", else from the second
// line of the agency block, else from its only line.
func (h *Head) readAgency(lines []line, title []line) {
	for _, l := range lines {
		m := l.find(reporter)
		if m == nil {
			continue
		}
		name, cell := strings.Trim(m[1], " .…:_"), l.cell
		if name == "" {
			name, cell = strings.Trim(l.next, " .…:_"), l.nc
		}
		if name != "" {
			h.Unit = Fact{Text: name, Cell: cell}
		}
		break
	}
	var block []line
	for _, l := range lines {
		if len(title) > 0 && (l.row > title[0].row || l.row == title[0].row && l.cell == title[0].cell) {
			break
		}
		if l.cell == h.Unit.Cell || len(block) > 0 && l.col != block[0].col {
			continue
		}
		if l.has(motto) || l.has(formNo) || l.has(reportNo) || l.has(receiver) || l.has(reporter) || l.has(aside) || l.has(dateLine) || l.has(periodic) {
			continue
		}
		if len(block) == 0 && !l.has(agencyWords) && !upper(string(l.text)) {
			continue
		}
		block = append(block, l)
	}
	if len(block) == 0 {
		return
	}
	unit := block[0]
	if len(block) > 1 {
		unit = block[1]
		h.Agency = Fact{Text: string(block[0].text), Cell: block[0].cell}
	} else if m := block[0].find(slashed); m != nil && strings.TrimSpace(m[2]) != "" {
		h.Agency = Fact{Text: m[1], Cell: unit.cell}
		unit.folded = fold(m[2])
	}
	if !h.Unit.Stated() {
		h.Unit = Fact{Text: string(unit.text), Cell: unit.cell}
		h.Letterhead = !h.Agency.Stated()
	} else if !h.Agency.Stated() {
		h.Agency = Fact{Text: string(block[0].text), Cell: block[0].cell}
	}
}

// slashed is an agency block in one line: "UBND TỈNH VĨNH PHÚC / SỞ Y TẾ", or with a
// dash with blanks around it.
var slashed = regexp.MustCompile(`^((?:ubnd|uy ban nhan dan)[^/]*?)\s*(?:/|\s-\s)\s*(.+)$`)

var provinceWords = regexp.MustCompile(`(?:^|[^a-z])tinh\s+(?:(?:doan|uy|hoi)\s+)?([a-z].*)$`)

// readProvince finds "tỉnh X" in the head.
func (h *Head) readProvince(lines []line, known Known) {
	for _, l := range lines {
		at := l.text
		m := provinceWords.FindStringSubmatchIndex(l.base)
		if m == nil || l.has(motto) {
			continue
		}
		if name := properName(string(at[m[2]:m[3]]), known); name != "" {
			h.Province = Fact{Text: name, Cell: l.cell}
			return
		}
	}
}

var nameStops = regexp.MustCompile(`^(nam|da|duoc|khen|va|cua|trong|theo|quy|dot|giai|co|de|ve|den|ban|so|hoi|tang|lan|thang|thuc)$`)

// properName cuts a proper name off the start of a text: the words in capitals, at most
// four, or the longest beginning that the vocabulary knows as a province.
func properName(text string, known Known) string {
	var words []string
	for _, w := range strings.Fields(text) {
		bare := strings.Trim(w, `.,;:()"“”/`)
		if bare == "" || bare == "-" || nameStops.MatchString(fold(bare).base) || len(words) == 4 || !upper(string([]rune(bare)[:1])) {
			break
		}
		words = append(words, bare)
		if bare != w && !strings.HasPrefix(w, "(") {
			break
		}
	}
	for n := len(words); n > 1; n-- {
		if name := strings.Join(words[:n], " "); known.unit("tỉnh "+name) || known.unit(name) {
			return name
		}
	}
	return strings.Join(words, " ")
}
