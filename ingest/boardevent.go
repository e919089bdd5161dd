package ingest

import (
	"cmp"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

// The words for how much of a unit passes on, and how.
var (
	eventExtents = wordsFor(map[string]string{"full": "toàn bộ|tất cả|nhập toàn bộ|cả đơn vị", "part": "một phần|nhập một phần|phần"})
	eventKinds   = wordsFor(map[string]string{
		"merge":   "sáp nhập|hợp nhất|nhập|sát nhập",
		"split":   "chia|tách|chia tách|chia, tách",
		"rename":  "đổi tên|đổi loại hình|giữ nguyên|chuyển đổi",
		"abolish": "giải thể|kết thúc hoạt động|bãi bỏ|chấm dứt hoạt động",
	})
)

// readEvent reads what became of a unit on a day: it, or a part of it, passed into another, or it was abolished. The old name
// resolves on the eve, the new one on the day.
func (e *boardRow) readEvent() string {
	in := e.into
	in.List, in.From = "board_event", e.day("event_on")
	if in.From.IsZero() && !e.found("board-date-invalid") {
		e.fault("board-date-invalid", "event_on", nil)
	}
	if in.Role = eventExtents[data.Key(e.text("extent"))]; in.Role == "" {
		e.unknown("extent", "toàn bộ / một phần", "toàn bộ (full) / một phần (part)")
	}
	if in.Kind = eventKinds[data.Key(e.text("event_kind"))]; in.Kind == "" {
		e.unknown("event_kind", "sáp nhập / chia tách / đổi tên / giải thể", "sáp nhập (merge) / chia tách (split) / đổi tên (rename) / giải thể (abolish)")
	}
	if in.From.IsZero() {
		return ""
	}
	in.Code = e.unitNamedOn("name", in.Name, in.From.AddDays(-1))
	in.MeansName = e.text("successor")
	if ends := in.Kind == "abolish"; ends != (in.MeansName == "") || ends && in.Role == "part" {
		e.unknown("successor", "tên đơn vị mới; để trống khi và chỉ khi giải thể toàn bộ", "the new unit's name; blank where, and only where, the whole unit is abolished")
	} else if !ends {
		in.Means = e.unitNamedOn("successor", in.MeansName, in.From)
	}
	if in.Code != "" && in.Code == in.Means {
		e.unknown("successor", "một đơn vị khác đơn vị cũ", "another unit than the old one")
	}
	return in.Code + "|" + in.Means + "|" + in.From.String()
}

// unitNamedOn resolves a unit of the row on a day, within the board's province and those that passed into it.
func (e *boardRow) unitNamedOn(field, text string, on data.Date) string {
	around := e.province()
	for _, p := range around {
		for _, event := range e.k.Reference.UnitEvents {
			if was, ok := e.k.Reference.UnitOn(event.From, on); ok && event.To == p.Code {
				around = append(around, was)
			}
		}
	}
	if units := e.k.unitsNamed(text, around, on); len(units) == 1 {
		return units[0].Code
	}
	return e.unitNamed(field, text, on)
}

// readMerger reads a row of the official table of mergers, which holds the whole country: rows of other provinces are left out.
// What the rows say together is put on the list when all are read.
func (e *boardRow) readMerger() string {
	m := data.Merger{
		NewProvinceCode: e.code("new_province_code", 2), NewProvince: e.text("new_province"), NewCode: e.code("new_commune_code", 5), New: e.into.Name,
		OldCode: e.code("old_commune_code", 5), Old: e.text("old_commune"), Note: e.text("note"), DistrictCode: e.code("old_district_code", 3),
		District: e.text("old_district"), OldProvinceCode: e.code("old_province_code", 2), OldProvince: e.text("old_province"), At: e.row.No,
	}
	ref := e.k.Reference
	if around := e.province(); len(around) > 0 && m.NewProvinceCode != around[0].Province && ref.ProvinceOn(m.NewProvinceCode, data.MergerDay) != "" {
		for _, c := range e.row.Cells {
			e.ledger.leave(e.row.No, c.Col, e.fieldAt(c.Col), "other-province")
		}
		e.ledger.leaveRow(e.row.No, "other-province")
		return ""
	}
	for field, missing := range map[string]bool{
		"new_province_code": ref.ProvinceOn(m.NewProvinceCode, data.MergerDay) == "", "old_province_code": ref.ProvinceOn(m.OldProvinceCode, data.MergerEve) == "",
	} {
		if missing {
			e.unknown(field, "mã tỉnh theo danh mục hành chính, hai chữ số", "the official code of a province, two digits")
		}
	}
	for field, text := range map[string]string{"new_commune_code": m.NewCode, "old_district_code": m.DistrictCode, "old_district": m.District} {
		if text == "" {
			e.unknown(field, "một ô có chữ", "a cell that is not blank")
		}
	}
	_, _, known := data.MergerExtent(m.Note)
	if whole := strings.HasPrefix(data.Key(m.Note), "sap xep toan bo "); !known || m.OldCode == "" && m.Old == "" && !whole {
		e.unknown("note", "nhập toàn bộ / nhập một phần / giữ nguyên / đổi tên / sắp xếp toàn bộ huyện … thành …", "nhập toàn bộ / nhập một phần / giữ nguyên / đổi tên / sắp xếp toàn bộ huyện … thành …")
	}
	e.mergers = append(e.mergers, m)
	return ""
}

// code is a cell that holds an official code; a spreadsheet may have taken its leading noughts.
func (e *boardRow) code(field string, digits int) string {
	text := e.text(field)
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return text
	}
	return strings.Repeat("0", max(0, digits-len(text))) + text
}

func (e *boardRow) fieldAt(col int) string {
	if c := e.columns[col]; c != nil {
		return c.Field
	}
	return ""
}

// mergeListed puts the units and changes of the official table on the list, as entries of the lists of units and of changes.
func (r *reading) mergeListed() {
	if len(r.mergers) == 0 || r.found("board-value-unknown") {
		return
	}
	merged, err := data.UnitsOfMergers(r.mergers, r.k.Reference.ProvinceOn)
	if err != nil {
		r.err = cmp.Or(r.err, err) // every row was held to what this wants
		return
	}
	s := r.sheets[0]
	entry := func(list string, row int) load.Listed {
		return load.Listed{Return: r.ret.ID, List: list, Sheet: s.SheetName, Row: row, Cell: grid.A1(row, s.columnOf("name"))}
	}
	for i, u := range merged.Units {
		l := entry("board_unit", merged.UnitsAt[i])
		l.Name, l.Code, l.Kind, l.Parent, l.Official, l.From, l.To, l.Note = u.Name, u.Code, u.Kind, u.Parent, u.OfficialCode, u.ValidFrom, u.ValidTo, u.Note
		r.listed = append(r.listed, l)
	}
	for i, e := range merged.Events {
		l := entry("board_event", merged.EventsAt[i])
		l.Code, l.Means, l.Role, l.Kind, l.From, l.Note = e.From, e.To, e.Extent, e.Kind, e.On, e.Note
		r.listed = append(r.listed, l)
	}
}

// columnOf is the column of a field; 1 where there is none.
func (s *sheet) columnOf(field string) int {
	for col, c := range s.columns {
		if c.Field == field {
			return col
		}
	}
	return 1
}
