-- name: change
-- title_vi: So với năm trước theo hình thức
-- title_en: Change on the year before, by form
-- about_vi: Số lượt năm nay và năm trước của từng hình thức; chênh lệch và tỷ lệ để trống khi một bên không có số liệu.
-- about_en: Awards of this year and the last by form; difference and percent are blank where a side has no figures.
-- counts_by: award_year
-- source: mart_form_year, dim_award_form
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: period period default= takes=years sets=year | vi=Kỳ, thay cho year: 2025 | en=A period, instead of year: 2025
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: last_year int | vi=Năm trước | en=Year before
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_form_year/award_count?award_year,form_code
-- column: last_award_count int | vi=Số lượt năm trước | en=Awards of the year before | unit=lượt/awards | figure=mart_form_year/award_count?award_year=last_year,form_code
-- column: difference_count int | vi=Tăng, giảm | en=Difference | unit=lượt/awards
-- column: change_share share | vi=Tỷ lệ tăng, giảm | en=Change | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

form_of_either as (
    select distinct c.to_year as award_year, c.to_year - 1 as last_year, m.form_code
    from mart_form_year as m
    join chosen as c on m.award_year in (c.to_year, c.to_year - 1)
)

select
    e.award_year,
    e.last_year,
    e.form_code,
    coalesce(f.display_vi, e.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, e.form_code) as form_en,
    n.award_count,
    l.award_count as last_award_count,
    n.award_count - l.award_count as difference_count,
    cast(n.award_count - l.award_count as double) / nullif(l.award_count, 0) as change_share
from form_of_either as e
left join mart_form_year as n on n.award_year = e.award_year and n.form_code = e.form_code
left join mart_form_year as l on l.award_year = e.last_year and l.form_code = e.form_code
left join dim_award_form as f on f.form_code = e.form_code and f.is_current
order by f.order_statistics nulls last, e.form_code
