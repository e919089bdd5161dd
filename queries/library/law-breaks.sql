-- name: law-breaks
-- title_vi: Các mốc luật, tổ chức và tên gọi mà dãy số đi qua
-- title_en: Breaks of law, organisation and name that series cross
-- about_vi: Hình thức đổi tên vẫn là một dãy số; mỗi mốc có ngày và căn cứ. Mốc không có mã hình thức là mốc của mọi hình thức.
-- about_en: A form under another name is one series; each break has its day and legal basis. A break without a form concerns all forms.
-- counts_by: none
-- source: dim_law_break, dim_award_form
-- column: break_on date | vi=Từ ngày | en=From
-- column: break_code text | vi=Mã mốc | en=Break
-- column: kind text | vi=Loại | en=Kind
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: short_vi text | vi=Nhãn | en=Label (Vietnamese) | lang=vi
-- column: short_en text | vi=Nhãn (tiếng Anh) | en=Label | lang=en
-- column: text_vi text | vi=Nội dung | en=What changed (Vietnamese) | lang=vi
-- column: text_en text | vi=Nội dung (tiếng Anh) | en=What changed | lang=en
-- column: legal_basis text | vi=Căn cứ | en=Legal basis
-- column: is_verified bool | vi=Đã kiểm chứng | en=Verified

select
    b.break_on, b.break_code, b.kind, b.form_code, f.display_vi as form_vi, coalesce(f.display_en, f.display_vi) as form_en,
    b.short_vi, b.short_en, b.text_vi, b.text_en, b.legal_basis, b.is_verified
from dim_law_break as b
left join dim_award_form as f on f.form_code = b.form_code and f.is_current
order by b.break_on, b.form_code, b.break_code
