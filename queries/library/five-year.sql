-- name: five-year
-- title_vi: Tổng hợp nhiều năm theo hình thức
-- title_en: Totals of several years by form
-- about_vi: Mỗi hình thức mỗi năm một dòng, kèm tổng cả giai đoạn và tổng các năm trọng tâm; mặc định năm năm đến năm mới nhất. Năm không có dòng là không có số liệu; các lượt chưa rõ năm nằm ở năm 0, ngoài tổng.
-- about_en: One row a form and year, with the totals of the period and of the focus years; by default five years to the newest. A year without a row has no figures; awards of no known year stand in year 0, outside the totals.
-- counts_by: award_year
-- source: mart_form_year, dim_award_form
-- param: from_year int default=0 min=0 max=2100 | vi=Từ năm; 0 là bốn năm trước năm cuối | en=First year; 0 is four years before the last
-- param: to_year int default=0 min=0 max=2100 | vi=Đến năm; 0 là năm mới nhất có số liệu | en=Last year; 0 is the newest with figures
-- param: period period default= takes=years sets=from_year,to_year | vi=Giai đoạn, thay cho hai năm trên: 2004..2009, dai-hoi-10 | en=Period, instead of the two years above: 2004..2009, dai-hoi-10
-- param: focus_from_year int default=0 min=0 max=2100 | vi=Năm trọng tâm đầu; 0 là không có | en=First focus year; 0 is none
-- param: focus_to_year int default=0 min=0 max=2100 | vi=Năm trọng tâm cuối; 0 là không có | en=Last focus year; 0 is none
-- param: focus period default= takes=years sets=focus_from_year,focus_to_year | vi=Các năm trọng tâm: 2006..2008 | en=Focus years: 2006..2008
-- column: from_year int | vi=Từ năm | en=First year
-- column: to_year int | vi=Đến năm | en=Last year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_form_year/award_count?award_year,form_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_form_year/collective_count?award_year,form_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_form_year/household_count?award_year,form_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_form_year/individual_count?award_year,form_code
-- column: period_award_count int | vi=Số lượt cả giai đoạn | en=Awards of the whole period | unit=lượt/awards
-- column: period_individual_count int | vi=Cá nhân cả giai đoạn | en=Individuals of the whole period | unit=lượt/awards
-- column: is_focus_year bool | vi=Năm trọng tâm | en=Focus year
-- column: focus_award_count int | vi=Số lượt các năm trọng tâm | en=Awards of the focus years | unit=lượt/awards
-- column: focus_individual_count int | vi=Cá nhân các năm trọng tâm | en=Individuals of the focus years | unit=lượt/awards
-- column: year_count int | vi=Số năm có số liệu | en=Years with figures | unit=năm/years

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

in_period as (
    select
        c.from_year, c.to_year, m.form_code, m.award_year,
        m.award_count, m.collective_count, m.household_count, m.individual_count,
        m.award_year between c.focus_from_year and c.focus_to_year as is_focus_year
    from mart_form_year as m
    join chosen as c on m.award_year between c.from_year and c.to_year or m.award_year = 0
),

by_form as (
    select
        form_code,
        cast(sum(award_count) filter (where award_year > 0) as bigint) as period_award_count,
        cast(sum(individual_count) filter (where award_year > 0) as bigint) as period_individual_count,
        cast(sum(award_count) filter (where is_focus_year) as bigint) as focus_award_count,
        cast(sum(individual_count) filter (where is_focus_year) as bigint) as focus_individual_count,
        count(*) filter (where award_year > 0) as year_count
    from in_period
    group by form_code
)

select
    m.from_year,
    m.to_year,
    m.form_code,
    coalesce(f.display_vi, m.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, m.form_code) as form_en,
    m.award_year,
    m.award_count,
    m.collective_count,
    m.household_count,
    m.individual_count,
    t.period_award_count,
    t.period_individual_count,
    m.is_focus_year,
    t.focus_award_count,
    t.focus_individual_count,
    t.year_count
from in_period as m
join by_form as t on t.form_code = m.form_code
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
order by f.order_statistics nulls last, m.form_code, m.award_year
