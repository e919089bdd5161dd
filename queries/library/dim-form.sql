-- name: dim-form
-- title_vi: Danh hiệu, hình thức khen thưởng
-- title_en: Forms of award
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_award_form, dim_form_family
-- feed: true
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: family_code text | vi=Mã nhóm hình thức | en=Family code
-- column: family_vi text | vi=Nhóm hình thức | en=Family (Vietnamese) | lang=vi
-- column: family_en text | vi=Nhóm hình thức (tiếng Anh) | en=Family of forms | lang=en
-- column: family_order int | vi=Thứ tự nhóm | en=Order of the family
-- column: class text | vi=Hạng | en=Class
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: counts_in_state_total bool | vi=Tính trong tổng số nhà nước | en=Counts in state totals
-- column: order_statistics int | vi=Thứ tự thống kê | en=Order in statistics
-- column: order_ceremony int | vi=Thứ tự nghi lễ | en=Order in ceremony
-- column: legal_basis text | vi=Căn cứ | en=Legal basis
-- column: colour text | vi=Màu | en=Colour

select
    f.form_code,
    f.display_vi as form_vi,
    f.display_en as form_en,
    f.family as family_code,
    m.name_vi as family_vi,
    m.name_en as family_en,
    m.display_order as family_order,
    f.class,
    f.level_code,
    f.counts_in_state_total,
    f.order_statistics,
    f.order_ceremony,
    f.legal_basis,
    f.colour
from dim_award_form as f
join dim_form_family as m on m.family_code = f.family
where f.is_current
order by f.order_statistics nulls last, f.form_code
