package layout

import (
	"regexp"
	"strings"

	"tdkt/ingest/grid"
)

var (
	counted = regexp.MustCompile(`(?i)\s*[:(–-]\s*\d+\s*(người|cá nhân|tập thể|hộ|hộ gia đình|đơn vị|trường hợp|đ/c|đồng chí|cờ|bằng|giấy)?\s*[).:]?\s*$`)
	leading = regexp.MustCompile(`(?i)^(đề nghị\s+)?((xét|công nhận|tặng thưởng|tặng|truy tặng|khen thưởng)\s+)?(danh hiệu thi đua|danh hiệu|hình thức khen thưởng|hình thức|loại hình)?\s*[:–-]?\s*["“”']?`)
	kinds   = regexp.MustCompile(`^(khen thuong )?(tap the|ca nhan|ho gia dinh|ho|doanh nghiep)( (nho|tieu bieu|xuat sac|tap the))?$`)
)

// groupText is what a group row says, without its number, a count behind it and the
// words "Danh hiệu", where what is left is known.
func (r *reader) groupText(label string) string {
	bare, _ := unmark(label)
	bare = strings.TrimSpace(strings.TrimRight(bare, " :."))
	if r.sortOf(bare) != "" {
		return bare
	}
	uncounted := strings.TrimSpace(strings.TrimRight(counted.ReplaceAllString(bare, ""), " :."))
	core := strings.Trim(leading.ReplaceAllString(uncounted, ""), ` "“”':.`)
	for _, text := range []string{uncounted, core} {
		if text != "" && r.sortOf(text) != "" {
			return text
		}
	}
	if uncounted != "" {
		return uncounted
	}
	return bare
}

// sortOf says what the words of a heading are about, "" where they are not known.
func (r *reader) sortOf(text string) string {
	switch {
	case len(text) > 400:
		return ""
	case kinds.MatchString(fold(text).base):
		return "kind"
	case r.known.form(text):
		return "form"
	case r.known.achievement(text):
		return "achievement"
	case r.known.class(text):
		return "class"
	case r.known.unit(text):
		return "unit"
	default:
		return ""
	}
}

// group makes a row a heading of the rows beneath it, and closes the headings that it
// ends: those as deep by number, or, without numbers, those about the same thing.
func (r *reader) group(out *Row, s seen) {
	out.Kind, out.Reason = GroupRow, "group"
	text := r.groupText(out.Label)
	lv := s.level
	if lv == noLevel {
		_, lv = unmark(out.Label)
	}
	r.open(scope{
		group: Group{Row: out.No, Cell: out.LabelCell, Text: text},
		level: lv, sort: r.sortOf(text), row: len(r.rows),
	})
	if all := r.enclosing(); len(all) > 1 {
		out.Groups = all[:len(all)-1]
	}
	out.Label = text
}

func (r *reader) open(s scope) {
	if s.level != noLevel {
		for i, up := range r.stack {
			if up.level >= s.level && up.level != noLevel {
				r.stack = r.stack[:i]
				break
			}
		}
	} else {
		for i, up := range r.stack {
			if up.level == noLevel && up.sort == s.sort {
				r.stack = r.stack[:i]
				break
			}
		}
	}
	r.stack = append(r.stack[:len(r.stack):len(r.stack)], s)
	r.groups = nil
}

// enclosing lists the open groups, outermost first. Rows share the list.
func (r *reader) enclosing() []Group {
	if r.groups == nil {
		for _, s := range r.stack {
			r.groups = append(r.groups, s.group)
		}
	}
	return r.groups
}

// settleTail makes remarks of the headings that stand after the last row of the table
// and say nothing known. One in the place of a recipient may be a recipient without a number.
func (r *reader) settleTail() {
	for i := len(r.rows) - 1; i >= 0; i-- {
		row := &r.rows[i]
		switch row.Kind {
		case Data, Total, Header, Index:
			return
		case GroupRow:
			if r.sortOf(row.Label) == "" {
				row.Kind, row.Reason = Note, "note"
				if _, col, ok := grid.Place(row.LabelCell); ok && col == r.label && r.table.Layout.Shape.Named() {
					row.Stray = row.LabelCell
				}
			}
		}
	}
}
