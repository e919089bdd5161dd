-- name: dim-achievement
-- title_vi: Loại thành tích
-- title_en: Types of achievement
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_achievement
-- feed: true
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: achievement_vi text | vi=Loại thành tích | en=Achievement (Vietnamese) | lang=vi
-- column: achievement_en text | vi=Loại thành tích (tiếng Anh) | en=Type of achievement | lang=en
-- column: display_order int | vi=Thứ tự | en=Order
-- column: colour text | vi=Màu | en=Colour

select achievement_code, name_vi as achievement_vi, name_en as achievement_en, display_order, colour
from dim_achievement
order by display_order, achievement_code
