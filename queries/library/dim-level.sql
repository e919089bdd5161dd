-- name: dim-level
-- title_vi: Cấp khen thưởng
-- title_en: Deciding levels
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_level
-- feed: true
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: level_vi text | vi=Cấp khen thưởng | en=Level (Vietnamese) | lang=vi
-- column: level_en text | vi=Cấp (tiếng Anh) | en=Deciding level | lang=en
-- column: level_rank int | vi=Thứ bậc | en=Rank
-- column: colour text | vi=Màu | en=Colour

select level_code, name_vi as level_vi, name_en as level_en, level_rank, colour
from dim_level
order by level_rank, level_code
