package ingest

import (
	"testing"

	"tdkt/ingest/load"
)

// Silence is not a zero return: words that tell how to fill in a form, or that figures are lacking, must not pass for one.
func TestSaysNothing(t *testing.T) {
	for text, want := range map[string]bool{
		"Không có": true, "Không": true, "(Không phát sinh)": true, "- Không có trường hợp nào.": true,
		"Năm 2025 Sở Y tế không có trường hợp nào được khen thưởng": true,
		"Trong kỳ, đơn vị không phát sinh khen thưởng":              true,
		"Ghi chú: Không có tập thể, cá nhân được tặng danh hiệu":    true,
		"Không đề nghị khen thưởng":                                 true,
		"":                                                          false,
		"Ghi chú: nếu đơn vị không có thì ghi: Không có":            false,
		"Không có số liệu":                                          false,
		"Đơn vị không có trường hợp nào vi phạm":                    false,
		"Đề nghị không có ô để trống":                               false,
		"Cá nhân không làm công tác quản lý":                        false,
		"Trường hợp không có thì để trống":                          false,
		"Không ghi vào cột này":                                     false,
		"Ngày 12 tháng 12 năm 2025":                                 false,
		"Khối không có cụm trưởng":                                  false,
	} {
		if got := saysNothing(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A unit may say that it has nothing; an empty form that does not say so is held, or a template that came back unfilled
// would count as a year without awards.
func TestZeroReturns(t *testing.T) {
	const list = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
	const header = "STT|Tên tập thể/cá nhân|Hình thức khen thưởng|Ghi chú\n"
	const tally = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN NĂM 2024\nSTT|Hình thức khen thưởng|Tổng số lượng khen thưởng\n"
	for _, c := range []struct {
		name, text string
		note       string // of the intake register
		zero       bool
		outcome    string
		found      string
	}{
		{"a sentence beneath the header", list + header + "Không có trường hợp nào được khen thưởng|||", "", true, load.Accepted, ""},
		{"the words in place of a recipient", list + header + "1|Không có|-|", "", true, load.Accepted, ""},
		{"a sentence above the table", list + "(Năm 2024 đơn vị không phát sinh)\n" + header, "", true, load.Accepted, ""},
		{"the register says so", list + header, "không có khen thưởng trong năm", true, load.Accepted, ""},
		{"a register that says something else", list + header, "gửi chậm", false, load.Held, "return-empty@A!A3"},
		{"an empty list", list + header, "", false, load.Held, "return-empty@A!A3"},
		{"a guide is no answer", list + header + "Nếu không có thì ghi “Không có”|||", "", false, load.Held, "return-empty@A!A3"},
		{"neither award nor proposal need be said of nothing", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH KHEN THƯỞNG NĂM 2024\n" + header + "|Không có||", "", true, load.Accepted, ""},
		{"a list with a name says no such thing", ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|LĐTT\n2|Không có|", "", false, load.Accepted, ""},
		{"a tally of noughts", tally + "1|LĐTT|0\n2|Giấy khen|0", "", true, load.Accepted, ""},
		{"noughts and an award", tally + "1|LĐTT|0\n2|Giấy khen|1", "", false, load.Accepted, ""},
		{"a blank tally", tally + "1|LĐTT|\n2|Giấy khen|", "", false, load.Held, "return-empty@A!A3"},
		{"a blank tally with a sentence", tally + "1|LĐTT|\n|Không có|", "", true, load.Accepted, ""},
		{"an unknown year is held for that alone", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\n" + header, "", false, load.Held, "year-not-stated@A!"},
	} {
		b := readPages(t, intake{note: c.note}, page{"A", c.text})
		if r := b.Returns[0]; r.IsZero != c.zero || r.Outcome != c.outcome || codes(b) != c.found {
			t.Errorf("%s: zero %v, %s, %s", c.name, r.IsZero, r.Outcome, codes(b))
		}
	}
}
