package ingest

import (
	"slices"
	"strings"

	"tdkt/ingest/check"
	"tdkt/ingest/layout"
)

// noteMark tells where a return that bears the mark of an empty form was not made with the one that is given out now, or
// no longer is what that form was. What stands in it counts all the same.
func (r *reading) noteMark(s *sheet) {
	m := s.Mark
	if !m.Stated() {
		return
	}
	s.ledger.useAt(m.Cell, "mark")
	own := r.k.layout(m.Form)
	old := own != nil && own.Print() != m.Print
	if old {
		r.find("template-old", s.SheetName, m.Cell, m.Text, check.Words{"version": own.Version, "form_vi": own.NameVI, "form_en": own.NameEN})
	}
	var vi, en string
	switch lacks := s.lacks(); {
	case own == nil:
		vi, en = "biểu mẫu “"+m.Form+"” chưa từng có", "there never was a form “"+m.Form+"”"
	case own.Code != s.Layout.Code:
		vi, en = "dòng đầu bảng là của “"+s.Layout.NameVI+"”", "the header is that of “"+s.Layout.NameEN+"”"
	case r.ret.Period != "" && r.ret.Period != m.Period:
		vi, en = "đầu biểu ghi kỳ "+r.ret.Period+", biểu trống cấp cho kỳ "+m.Period, "its head says "+r.ret.Period+", the empty form was for "+m.Period
	case !old && len(lacks) > 0:
		vi, en = "thiếu cột "+several(lacks), "it lacks the columns "+several(lacks)
	default:
		return
	}
	r.find("template-mark-differs", s.SheetName, m.Cell, m.Text, check.Words{"differs_vi": vi, "differs_en": en})
}

// lacks are the columns of the empty form that the sheet has no more, by their headers.
func (s *sheet) lacks() (headers []string) {
	if s.Layout.Empty == nil {
		return nil
	}
	for _, c := range s.Layout.Empty.Columns {
		if f, header := s.Layout.Empty.Of(&s.Layout, c); !s.has(f.Code) {
			headers = append(headers, strings.ReplaceAll(header, " > *", ""))
		}
	}
	return headers
}

// layout is the form of return of a code, nil where there is none.
func (k *Knowledge) layout(code string) *layout.Layout {
	i := slices.IndexFunc(k.Layouts, func(l layout.Layout) bool { return l.Code == code })
	if i < 0 {
		return nil
	}
	return &k.Layouts[i]
}
