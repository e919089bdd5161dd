-- name: dim-class
-- title_vi: Loại đối tượng
-- title_en: Classes of beneficiary
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_class
-- feed: true
-- column: class_code text | vi=Mã loại đối tượng | en=Class code
-- column: class_vi text | vi=Loại đối tượng | en=Class (Vietnamese) | lang=vi
-- column: class_en text | vi=Loại đối tượng (tiếng Anh) | en=Class of beneficiary | lang=en
-- column: display_order int | vi=Thứ tự | en=Order
-- column: colour text | vi=Màu | en=Colour

select class_code, name_vi as class_vi, name_en as class_en, display_order, colour
from dim_class
order by display_order, class_code
