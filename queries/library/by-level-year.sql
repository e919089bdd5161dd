-- name: by-level-year
-- title_vi: Khen thưởng theo cấp quyết định và năm
-- title_en: Awards by deciding level and year
-- about_vi: Số lượt của từng cấp và tỷ lệ trên tổng số lượt của năm; dòng chưa rõ là phần chưa xác định được cấp.
-- about_en: Awards of each level and their share of all awards of the year; the row of level not known is the unknown share.
-- counts_by: award_year
-- source: mart_level_year, dim_level
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: level_vi text | vi=Cấp khen thưởng | en=Level (Vietnamese) | lang=vi
-- column: level_en text | vi=Cấp (tiếng Anh) | en=Deciding level | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_level_year/award_count?award_year,level_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_level_year/individual_count?award_year,level_code
-- column: year_award_count int | vi=Tổng số lượt của năm | en=All awards of the year | unit=lượt/awards | figure=mart_level_year/award_count?award_year
-- column: award_share share | vi=Tỷ lệ trên tổng số lượt | en=Share of all awards | unit=%/%
-- column: level_unknown_share share | vi=Tỷ lệ lượt chưa rõ cấp trong năm | en=Awards of the year whose level is not known, share | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

by_year as (
    select
        award_year,
        cast(sum(award_count) as bigint) as year_award_count,
        cast(coalesce(sum(award_count) filter (where level_code = 'chua_ro'), 0) as bigint) as unknown_count
    from mart_level_year
    group by award_year
)

select
    m.award_year,
    m.level_code,
    coalesce(l.name_vi, m.level_code) as level_vi,
    coalesce(l.name_en, m.level_code) as level_en,
    m.award_count,
    m.individual_count,
    y.year_award_count,
    cast(m.award_count as double) / nullif(y.year_award_count, 0) as award_share,
    cast(y.unknown_count as double) / nullif(y.year_award_count, 0) as level_unknown_share
from mart_level_year as m
join chosen as c
    on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
join by_year as y on y.award_year = m.award_year
left join dim_level as l on l.level_code = m.level_code
order by m.award_year, l.level_rank nulls last, m.level_code
