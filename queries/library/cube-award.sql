-- name: cube-award
-- title_vi: Lượt khen thưởng theo mọi chiều
-- title_en: Awards over all dimensions
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: award_year
-- source: fct_award_count
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: source text | vi=Nguồn (list: danh sách, tally: biểu) | en=Source (list, tally)
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards

select
    award_year,
    unit_code,
    form_code,
    level_code,
    achievement_code,
    source,
    cast(sum(award_count) as bigint) as award_count
from fct_award_count
group by award_year, unit_code, form_code, level_code, achievement_code, source
order by award_year, unit_code, form_code, level_code, achievement_code, source
