-- name: dim-form
-- title_vi: Danh hiệu, hình thức khen thưởng
-- title_en: Forms of award
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_award_form
-- feed: true
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: family text | vi=Nhóm | en=Family
-- column: class text | vi=Hạng | en=Class
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: counts_in_state_total bool | vi=Tính trong tổng số nhà nước | en=Counts in state totals
-- column: order_statistics int | vi=Thứ tự thống kê | en=Order in statistics
-- column: order_ceremony int | vi=Thứ tự nghi lễ | en=Order in ceremony
-- column: legal_basis text | vi=Căn cứ | en=Legal basis
-- column: colour text | vi=Màu | en=Colour

select
    form_code,
    display_vi as form_vi,
    display_en as form_en,
    family,
    class,
    level_code,
    counts_in_state_total,
    order_statistics,
    order_ceremony,
    legal_basis,
    colour
from dim_award_form
where is_current
order by order_statistics nulls last, form_code
