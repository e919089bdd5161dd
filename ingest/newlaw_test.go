package ingest

import (
	"slices"
	"strings"
	"testing"

	"tdkt/data"
)

// A law of 2028, made up, as rows and nothing else: a title goes on under another name and is the commune's no more, a form is new and
// for collectives only, a form ends.
func lawOf2028(t *testing.T) *Knowledge {
	t.Helper()
	k := knowledge(t)
	lists := k.Reference.Lists
	lists.Forms, lists.FormAuthorities, lists.FormRecipients = slices.Clone(lists.Forms), slices.Clone(lists.FormAuthorities), slices.Clone(lists.FormRecipients)
	last, first := data.YearEnd(2027), data.Date{Year: 2028, Month: 1, Day: 1}
	at := slices.IndexFunc(lists.Forms, func(f data.Form) bool { return f.Code == "ldtt" })
	renamed := lists.Forms[at]
	lists.Forms[at].ValidTo = last
	renamed.ValidFrom, renamed.NameVI, renamed.DisplayVI, renamed.LegalBasis = first, "Người lao động kiểu mẫu", "Người lao động kiểu mẫu", "Luật 2028 (giả định)"
	created := renamed
	created.Code, created.NameVI, created.DisplayVI, created.Colour = "to_doi_kieu_mau", "Tổ đội kiểu mẫu", "Tổ đội kiểu mẫu", "#123456"
	created.TakesIndividual, created.TakesCollective = false, true
	created.OrderStatistics, created.OrderCeremony = 655, 1055
	lists.Forms = append(lists.Forms, renamed, created)
	ended := slices.IndexFunc(lists.Forms, func(f data.Form) bool { return f.Code == "huyc_tnxp_ve_vang" })
	lists.Forms[ended].ValidTo = last
	for i, a := range lists.FormAuthorities {
		if a.Form == "ldtt" && a.Authority == "X" {
			lists.FormAuthorities[i].ValidTo = last
		}
	}
	lists.FormAuthorities = append(lists.FormAuthorities, data.FormAuthority{Form: "to_doi_kieu_mau", Authority: "S", ValidFrom: first})
	lists.FormRecipients = append(lists.FormRecipients, data.FormRecipient{Form: "to_doi_kieu_mau", Kind: "collective", ValidFrom: first})
	ref, err := data.NewReference(lists)
	if err != nil {
		t.Fatal(err)
	}
	own := *k
	own.Reference = ref
	return &own
}

// TestANewLawIsRows shows that a return is judged by the law of the day of its decisions, and that a new law needs no code.
func TestANewLawIsRows(t *testing.T) {
	k := lawOf2028(t)
	const head = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 20YY\nSTT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n"
	for _, c := range []struct{ name, year, row, codes, form string }{
		{"the old name under the old law", "27", "Trần A|Cá nhân|Lao động tiên tiến|Giám đốc Sở Y tế|20/12/2027", "", "ldtt"},
		{"the new name goes on in the same series", "28", "Trần A|Cá nhân|Người lao động kiểu mẫu|Giám đốc Sở Y tế|20/12/2028", "", "ldtt"},
		{"a form that is new", "28", "Tổ Một|Tập thể|Tổ đội kiểu mẫu|Giám đốc Sở Y tế|20/12/2028", "", "to_doi_kieu_mau"},
		{"and was not there before", "27", "Tổ Một|Tập thể|Tổ đội kiểu mẫu|Giám đốc Sở Y tế|20/12/2027", "form-not-in-force@DS!D5", ""},
		{"is for collectives", "28", "Trần A|Cá nhân|Tổ đội kiểu mẫu|Giám đốc Sở Y tế|20/12/2028", "form-recipient-reserved@DS!C5", ""},
		{"is the sở's", "28", "Tổ Một|Tập thể|Tổ đội kiểu mẫu|Chủ tịch UBND xã|20/12/2028", "authority-not-entitled@DS!E5", "to_doi_kieu_mau"},
		{"a commune under the old law", "27", "Trần A|Cá nhân|LĐTT|Chủ tịch UBND xã|20/12/2027", "", "ldtt"},
		{"a commune under the new", "28", "Trần A|Cá nhân|LĐTT|Chủ tịch UBND xã|20/12/2028", "authority-not-entitled@DS!E5", "ldtt"},
		{"decided under the old law, for the year before", "27", "Trần A|Cá nhân|LĐTT|Chủ tịch UBND xã|31/12/2027", "", "ldtt"},
		{"a form that has ended", "28", "Trần A|Cá nhân|Huy chương Thanh niên xung phong vẻ vang||20/01/2028", "form-not-in-force@DS!D5", ""},
	} {
		text := strings.Replace(head, "YY", c.year, 1) + "1|" + c.row
		b, err := k.readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, page{"DS", text}), receivedOn: data.Date{Year: 2029, Month: 1, Day: 20}})
		if err != nil {
			t.Fatal(err)
		}
		form := "" // of a return that is refused
		if len(b.Awards) == 1 {
			form = b.Awards[0].Form
		}
		if got := codes(b); got != c.codes || form != c.form {
			t.Errorf("%s: %q, want %q; form %q, want %q", c.name, got, c.codes, form, c.form)
		}
	}
}
