package main

import (
	"fmt"
	"strconv"
	"strings"
)

// head is the block above a table and the signatures under it.
type head struct {
	from            unit
	bare            bool // nothing above the header: an export
	formNo          string
	title           string
	sub             string // under the title
	year            int    // as the title states it; 0 = not stated
	decNo           string // decision in the head, which stands for every row
	decOn           day
	dated           day // date line of the signature block
	place           string
	plain           bool // left block only, no motto
	saysAchievement bool
	template        bool  // an upload template: the title in row 1, no office, no signatures
	bareFoot        bool  // no signatures: another table follows
	signed          *head // whose signatures stand under the last sheet of a list
}

// write lays the block out over n columns and gives the row of the table's header.
func (h head) write(s *sheet, n int) int {
	if h.bare {
		return 1
	}
	if h.template {
		s.span(1, 1, 1, n, h.title, "title")
		s.text(2, 1, h.sub, "")
		return 3
	}
	left := max(2, n/2-1)
	row := 1
	if h.formNo != "" {
		for _, t := range strings.Split(h.formNo, "\n") {
			s.span(row, 1, row, left, t, "note")
			row++
		}
		row = 1
		s.span(row, left+1, row, n, "Đơn vị báo cáo: "+h.from.full(), "note")
		s.span(row+1, left+1, row+1, n, "Đơn vị nhận báo cáo: Ban Thi đua - Khen thưởng Trung ương", "note")
		row = 4
	} else {
		s.span(row, 1, row, left, h.from.topLine(), "upper")
		s.span(row+1, 1, row+1, left, h.from.headName(), "office")
		if !h.plain {
			s.span(row, left+1, row, n, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "office")
			s.span(row+1, left+1, row+1, n, "Độc lập - Tự do - Hạnh phúc", "office")
			s.span(row+2, 1, row+2, left, "-------", "italic")
			s.span(row+2, left+1, row+2, n, "---------------", "italic")
		}
		row = 4
	}
	row++
	s.span(row, 1, row, n, h.title, "title")
	row++
	for _, t := range strings.Split(h.sub, "\n") {
		if t != "" {
			s.span(row, 1, row, n, t, "italic")
			row++
		}
	}
	return row + 1
}

// sign writes date line and signatures from row on.
func (h head) sign(s *sheet, row, n int) {
	if h.signed != nil {
		h = *h.signed
	}
	if h.bare || h.template || h.bareFoot {
		return
	}
	right := max(2, n/2+1)
	if !h.dated.none() {
		s.span(row, right, row, n, h.place+", "+h.dated.inWords(), "italic")
	}
	s.span(row+1, 1, row+1, right-1, "NGƯỜI LẬP BIỂU", "sign")
	s.span(row+1, right, row+1, n, h.signer(), "sign")
	s.span(row+2, 1, row+2, right-1, "(Ký, họ tên)", "italic")
	s.span(row+2, right, row+2, n, "(Ký, họ tên, đóng dấu)", "italic")
}

func (h head) signer() string {
	switch h.from.kind {
	case "department", "enterprise":
		return "GIÁM ĐỐC"
	case "school_or_hospital":
		return "HIỆU TRƯỞNG"
	case "district", "commune":
		return "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
	}
	return "THỦ TRƯỞNG ĐƠN VỊ"
}

// topLine is the upper of the two lines left of the motto.
func (u unit) topLine() string {
	if u.kind == "mass_organisation" {
		switch u.short {
		case "TĐTN":
			return "ĐOÀN TNCS HỒ CHÍ MINH"
		case "HNDT":
			return "HỘI NÔNG DÂN VIỆT NAM"
		case "MTTQ":
			return "MẶT TRẬN TỔ QUỐC VIỆT NAM"
		}
		return "HỘI LHPN VIỆT NAM"
	}
	if u.short == "CAT" {
		return "BỘ CÔNG AN"
	}
	return u.above
}

// headName is the office's own line.
func (u unit) headName() string {
	switch u.kind {
	case "district", "commune":
		return "UBND " + upper(u.name)
	case "mass_organisation":
		if u.short == "TĐTN" {
			return "TỈNH ĐOÀN " + upper(u.province)
		}
		return upper(u.name + " " + u.province)
	}
	if u.short == "CAT" || u.short == "VPUB" {
		return upper(u.name + " " + u.province)
	}
	return upper(u.name)
}

// full is the name with what is needed to tell it from the same name of another province.
func (u unit) full() string {
	switch u.kind {
	case "department", "board":
		return u.name + " tỉnh " + u.province
	case "mass_organisation":
		return u.name + " " + u.province
	}
	return u.name + ", tỉnh " + u.province
}

func annex(no string, on day, of string) string {
	return fmt.Sprintf("(Kèm theo Quyết định số %s ngày %s của %s)", no, on.slashed(), of)
}

func reportNo(no, office string, on day) string {
	return "(Kèm theo Báo cáo số " + no + "/BC-" + office + " " + on.inWords() + ")"
}

func yearText(y int) string { return strconv.Itoa(y) }
