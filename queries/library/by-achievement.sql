-- name: by-achievement
-- title_vi: Khen thưởng theo loại thành tích
-- title_en: Awards by type of achievement
-- about_vi: Số lượt của từng loại thành tích, cộng mọi hình thức; "chưa rõ" là phần mà báo cáo không tách.
-- about_en: Awards of each type of achievement over all forms; not known is what the returns do not separate.
-- counts_by: award_year
-- source: mart_achievement_year, dim_achievement
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: achievement_vi text | vi=Loại thành tích | en=Achievement (Vietnamese) | lang=vi
-- column: achievement_en text | vi=Loại thành tích (tiếng Anh) | en=Type of achievement | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_achievement_year/award_count?award_year,achievement_code
-- column: year_award_count int | vi=Tổng số lượt của năm | en=All awards of the year | unit=lượt/awards | figure=mart_achievement_year/award_count?award_year
-- column: award_share share | vi=Tỷ lệ trên tổng số lượt | en=Share of all awards | unit=%/%
-- column: achievement_unknown_share share | vi=Tỷ lệ lượt chưa rõ loại thành tích trong năm | en=Awards of the year whose achievement is not known, share | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

by_achievement as (
    select
        m.award_year,
        m.achievement_code,
        cast(sum(m.award_count) as bigint) as award_count
    from mart_achievement_year as m
    join chosen as c
        on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
    group by m.award_year, m.achievement_code
),

by_year as (
    select
        award_year,
        cast(sum(award_count) as bigint) as year_award_count,
        cast(coalesce(sum(award_count) filter (where achievement_code = 'chua_ro'), 0) as bigint) as unknown_count
    from by_achievement
    group by award_year
)

select
    m.award_year,
    m.achievement_code,
    coalesce(a.name_vi, m.achievement_code) as achievement_vi,
    coalesce(a.name_en, m.achievement_code) as achievement_en,
    m.award_count,
    y.year_award_count,
    cast(m.award_count as double) / nullif(y.year_award_count, 0) as award_share,
    cast(y.unknown_count as double) / nullif(y.year_award_count, 0) as achievement_unknown_share
from by_achievement as m
join by_year as y on y.award_year = m.award_year
left join dim_achievement as a on a.achievement_code = m.achievement_code
order by m.award_year, a.display_order nulls last, m.achievement_code
