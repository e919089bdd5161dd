-- name: by-form-achievement
-- title_vi: Khen thưởng theo hình thức và loại thành tích
-- title_en: Awards by form and type of achievement
-- about_vi: Số lượt của từng hình thức trong từng loại thành tích.
-- about_en: Awards of each form for each type of achievement.
-- counts_by: award_year
-- source: mart_achievement_year, dim_award_form, dim_achievement
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: achievement_vi text | vi=Loại thành tích | en=Achievement (Vietnamese) | lang=vi
-- column: achievement_en text | vi=Loại thành tích (tiếng Anh) | en=Type of achievement | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_achievement_year/award_count?award_year,form_code,achievement_code

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
)

select
    m.award_year,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.achievement_code,
    coalesce(a.name_vi, m.achievement_code) as achievement_vi,
    coalesce(a.name_en, m.achievement_code) as achievement_en,
    m.award_count
from mart_achievement_year as m
join chosen as c
    on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
left join dim_achievement as a on a.achievement_code = m.achievement_code
order by m.award_year, f.order_statistics nulls last, m.form_code, a.display_order nulls last, m.achievement_code
