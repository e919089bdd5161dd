-- name: review-forms
-- title_vi: Tổng kết nhiều năm: khen thưởng kháng chiến, tồn đọng và khen thưởng khác, theo hình thức
-- title_en: Review of several years: resistance-war and backlog awards apart from others, by form
-- about_vi: Khen thưởng kháng chiến (kể cả tồn đọng) là hình thức của kháng chiến hoặc loại thành tích kháng chiến; phần chưa rõ loại thành tích đứng riêng. Mỗi hình thức, loại thành tích, năm một dòng, kèm tổng giai đoạn và tổng các năm trọng tâm.
-- about_en: Resistance-war awards (backlog included) are forms of the resistance or awards for it; those of no known type stand apart. One row a form, type and year, with totals of the period and of the focus years.
-- counts_by: award_year
-- source: mart_achievement_year, dim_award_form
-- param: from_year int default=0 min=0 max=2100 | vi=Từ năm; 0 là bốn năm trước năm cuối | en=First year; 0 is four years before the last
-- param: to_year int default=0 min=0 max=2100 | vi=Đến năm; 0 là năm mới nhất có số liệu | en=Last year; 0 is the newest with figures
-- param: period period default= takes=years sets=from_year,to_year | vi=Giai đoạn, thay cho hai năm trên: 2004..2009, dai-hoi-10 | en=Period, instead of the two years above: 2004..2009, dai-hoi-10
-- param: focus_from_year int default=0 min=0 max=2100 | vi=Năm trọng tâm đầu; 0 là không có | en=First focus year; 0 is none
-- param: focus_to_year int default=0 min=0 max=2100 | vi=Năm trọng tâm cuối; 0 là không có | en=Last focus year; 0 is none
-- param: focus period default= takes=years sets=focus_from_year,focus_to_year | vi=Các năm trọng tâm: 2006..2008 | en=Focus years: 2006..2008
-- column: section text | vi=Mã phần | en=Section code
-- column: section_vi text | vi=Phần | en=Section (Vietnamese) | lang=vi
-- column: section_en text | vi=Phần (tiếng Anh) | en=Section | lang=en
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: award_count int | vi=Số lượt của năm | en=Awards of the year | unit=lượt/awards | figure=mart_achievement_year/award_count?award_year,form_code,achievement_code
-- column: is_focus_year bool | vi=Năm trọng tâm | en=Focus year
-- column: focus_award_count int | vi=Số lượt các năm trọng tâm | en=Awards of the focus years | unit=lượt/awards
-- column: period_award_count int | vi=Số lượt cả giai đoạn | en=Awards of the whole period | unit=lượt/awards

with newest as (
    select case when cast($to_year as integer) = 0 then max(award_year) else cast($to_year as integer) end as to_year
    from mart_form_year
),

chosen as (
    select
        case when cast($from_year as integer) = 0 then to_year - 4 else cast($from_year as integer) end as from_year,
        to_year,
        cast($focus_from_year as integer) as focus_from_year,
        cast($focus_to_year as integer) as focus_to_year
    from newest
),

of_resistance as (
    select distinct form_code
    from dim_award_form
    where family = 'resistance'
),

in_period as (
    select
        case
            when r.form_code is not null or m.achievement_code = 'khang_chien' then 'khang_chien'
            when m.achievement_code = 'chua_ro' then 'chua_ro'
            else 'khac'
        end as section,
        m.form_code,
        m.award_year,
        m.achievement_code,
        m.award_year between c.focus_from_year and c.focus_to_year as is_focus_year,
        m.award_count
    from mart_achievement_year as m
    join chosen as c on m.award_year between c.from_year and c.to_year or m.award_year = 0
    left join of_resistance as r on r.form_code = m.form_code
),

by_form as (
    select
        section, form_code, achievement_code,
        cast(sum(award_count) filter (where award_year > 0) as bigint) as period_award_count,
        cast(sum(award_count) filter (where is_focus_year) as bigint) as focus_award_count
    from in_period
    group by section, form_code, achievement_code
)

select
    m.section,
    case m.section
        when 'khang_chien' then 'Khen thưởng thành tích kháng chiến (kể cả tồn đọng)'
        when 'khac' then 'Khen thưởng thường xuyên và các loại khác ngoài kháng chiến'
        else 'Chưa rõ loại thành tích'
    end as section_vi,
    case m.section
        when 'khang_chien' then 'Resistance-war achievements, backlog included'
        when 'khac' then 'Regular and other achievements outside the resistance'
        else 'Type of achievement not known'
    end as section_en,
    m.achievement_code,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.award_year,
    m.award_count,
    m.is_focus_year,
    t.focus_award_count,
    t.period_award_count
from in_period as m
join by_form as t on t.section = m.section and t.form_code = m.form_code and t.achievement_code = m.achievement_code
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
order by case m.section when 'khang_chien' then 1 when 'khac' then 2 else 3 end, f.order_statistics nulls last, m.form_code, m.achievement_code, m.award_year
