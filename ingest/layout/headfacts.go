package layout

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

var (
	decided    = regexp.MustCompile(`quyet dinh\s*(?:khen thuong\s*)?(?:so)?\s*:?\s*(\d+[a-z]?(?:/\d{4})?/[a-z]+[a-z0-9./-]*)(\s*,?\s*(?:ngay|ky ngay)\s*\d{1,2}\s*(?:/|-|\.|thang)\s*\d{1,2}\s*(?:/|-|\.|,?\s*nam)\s*\d{4})?`)
	regulation = regexp.MustCompile(`^\d+[a-z]?/\d{4}/`)
	ofWhom     = regexp.MustCompile(`(?:^|[\s,;])cua\s+([^)"“”;]+)`)
	round      = regexp.MustCompile(`(?:^|[^a-z])((?:bo sung\s+)?(?:dot|lan)(?:\s+thu)?\s+(?:\d{1,2}|[ivx]{1,5}|nhat|hai|ba|tu|nam|mot))(?:$|[^a-z\d])`)
	supplement = regexp.MustCompile(`(?:^|[^a-z])(bo sung)(?:$|[^a-z])`)
	returned   = `(bao cao|danh sach|bieu|bang|so lieu|ban bao cao)`
	revised    = regexp.MustCompile(`((thay the|dieu chinh)\s+(cho\s+)?` + returned + `|` + returned + `\s+(da\s+)?(thay the|dieu chinh)|\(\s*(ban |so lieu )?(da )?(thay the|dieu chinh)[^)]*\)?|[-–]\s*(thay the|dieu chinh)\s*$)`)
	revisedNo  = regexp.MustCompile(revised.String() + `(\W{1,3}lan( thu)? \w+)?`) // "báo cáo thay thế (lần 2)"
	sentAgain  = regexp.MustCompile(`(gui|nop|bao cao|thay the|dieu chinh|sua doi|cap nhat)( lai)?( lan( thu)? \w+)|sua doi\W*(va )?bo sung`)
	dated      = regexp.MustCompile(`ngay\s*\d{1,2}\s*(?:thang|/|-|\.)\s*\d{1,2}\s*(?:,?\s*nam|/|-|\.)\s*\d{4}`)
	proposed   = regexp.MustCompile(`(de nghi|to trinh|trinh khen|du kien|xet khen|xet tang)`)
	submitted  = regexp.MustCompile(`\b(ttr|to trinh)\b`)
	awarded    = regexp.MustCompile(`(duoc (khen|tang|truy tang|phong tang|cong nhan)|da (duoc )?(khen|tang)|dat danh hieu)`)
)

// readDecision finds the decision that the head carries: its number, its day and who
// took it. A number with a year in it (12/2020/QĐ-UBND) is of a regulation, not of an
// award, and a line that names the form of the report speaks of the form.
func (h *Head) readDecision(lines []line) {
	for _, l := range lines {
		at := decided.FindStringSubmatchIndex(l.base)
		if at == nil || l.has(formNo) || strings.HasPrefix(l.base, "can cu") {
			continue
		}
		no := strings.Trim(l.cut(at[2], at[3]), "-./ ")
		if regulation.MatchString(fold(no).base) || !strings.Contains(fold(no).base, "qd") {
			continue
		}
		text := no
		if at[4] >= 0 {
			text += " " + strings.TrimLeft(l.cut(at[4], at[5]), ", ")
		}
		h.Decision = Fact{Text: text, Cell: l.cell}
		h.Part = Fact{Text: strings.ToUpper(no), Cell: l.cell}
		after := folded{text: l.text[at[1]:], base: l.base[at[1]:]}
		if m := after.find(ofWhom); m != nil {
			h.Authority = Fact{Text: strings.Trim(m[1], " .,"), Cell: l.cell}
		}
		return
	}
}

// readRound reads the round of a return, where no decision number tells its part. Words
// that mark a revision ("điều chỉnh lần 2") name no round: a part of its own would count
// beside what it replaces.
func (h *Head) readRound(lines []line, title []line) {
	if h.Part.Stated() {
		return
	}
	for _, re := range []*regexp.Regexp{round, supplement} {
		for _, l := range lines {
			if l.has(formNo) || l.has(aside) || re == supplement && (len(title) == 0 || l.cell != title[0].cell) {
				continue
			}
			if m := l.without(revisedNo).without(sentAgain).find(re); m != nil {
				h.Part = Fact{Text: strings.ToLower(m[1]), Cell: l.cell}
				return
			}
		}
	}
}

// readRevision finds the words that mark a return as replacing another.
func (h *Head) readRevision(lines []line) {
	for _, l := range lines {
		if m := l.find(revised); m != nil {
			h.Revision = Fact{Text: m[0], Cell: l.cell}
			return
		}
	}
}

// readDate reads the date line of the head, else that of the signature block.
func (h *Head) readDate(lines []line, rows []Row) {
	for _, l := range lines {
		if l.has(aside) || l.has(formNo) || l.has(decided) || l.has(receiver) || strings.Contains(l.base, " so ") && strings.HasPrefix(l.base, "(") || l.has(revised) {
			continue
		}
		if m := l.find(dated); m != nil {
			h.DatedOn = Fact{Text: m[0], Cell: l.cell}
			return
		}
	}
	for _, r := range rows {
		if r.Kind != Signature {
			continue
		}
		for i := range r.Cells {
			for part := range strings.SplitSeq(r.Cells[i].Text, "\n") {
				if m := fold(part).find(dated); m != nil {
					h.DatedOn = Fact{Text: m[0], Cell: grid.A1(r.No, r.Cells[i].Col)}
					return
				}
			}
		}
	}
}

// readScope tells awards from proposals: a decision in the head makes awards; else the
// title tells, then a decision in a row, then other words of the head, and last the
// headers. Rows of proposals that have decisions of their own are for the reader of rows. A
// tally that does not speak of proposals counts awards, as does one that has columns for both.
func (h *Head) readScope(lines []line, t *Table) {
	if slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Measure == "proposal_count" }) {
		h.Scope = ScopeAward
		return
	}
	if h.Decision.Stated() {
		h.Scope, h.ScopeFrom = ScopeAward, h.Decision
		return
	}
	title := fold(h.Title.Text)
	if h.scopeOf(title, h.Title.Cell) {
		return
	}
	if at := decidedRow(t); at != "" {
		h.Scope, h.ScopeFrom = ScopeAward, Fact{Text: "", Cell: at}
		return
	}
	for _, l := range lines {
		if h.scopeOf(l.folded, l.cell) {
			return
		}
	}
	for _, c := range t.Columns {
		if c.Field != "" && h.scopeOf(fold(c.Header), c.HeaderCell) {
			return
		}
	}
	if !t.Layout.Shape.Named() {
		h.Scope = ScopeAward
	}
}

// denied are the words of a title over those who were not awarded.
var denied = regexp.MustCompile(`(?:^|[^a-z])((?:khong|chua)( duoc| dat| du| xet| de nghi)+( dieu kien| tieu chuan)?( khen| tang| cong nhan| danh hieu| xet)?|bi loai|rut ten|xin rut)(?:$|[^a-z])`)

func (h *Head) readDenied() {
	if m := fold(h.Title.Text).find(denied); m != nil {
		h.Denied = Fact{Text: m[1], Cell: h.Title.Cell}
	}
}

func (h *Head) scopeOf(f folded, cell string) bool {
	if m := f.find(proposed); m != nil {
		h.Scope, h.ScopeFrom = ScopeProposal, Fact{Text: m[0], Cell: cell}
		return true
	}
	if m := f.find(awarded); m != nil {
		h.Scope, h.ScopeFrom = ScopeAward, Fact{Text: m[0], Cell: cell}
		return true
	}
	return false
}

// decidedRow gives the first cell of a data row that names a decision.
func decidedRow(t *Table) string {
	var cols []int
	for _, c := range t.Columns {
		if c.Field == "decision" || c.Field == "decision_no" || c.Field == "decided_on" {
			cols = append(cols, c.Col)
		}
	}
	if len(cols) == 0 {
		return ""
	}
	for i := range t.Rows {
		if t.Rows[i].Kind != Data {
			continue
		}
		for _, col := range cols {
			if c, at, ok := t.Rows[i].Cell(col); ok && strings.ContainsAny(c.Text, "0123456789") && !submitted.MatchString(data.Key(c.Text)) {
				return at
			}
		}
	}
	return ""
}
