-- name: five-year
-- title_vi: Tổng hợp nhiều năm theo hình thức
-- title_en: Totals of several years by form
-- about_vi: Mỗi hình thức mỗi năm một dòng, kèm tổng cả giai đoạn; mặc định năm năm đến năm mới nhất. Năm không có dòng là không có số liệu.
-- about_en: One row a form and year, with the total of the period; by default five years to the newest. A year without a row has no figures.
-- counts_by: award_year
-- source: mart_form_year, dim_award_form
-- param: from_year int default=0 min=0 max=2100 | vi=Từ năm; 0 là bốn năm trước năm cuối | en=First year; 0 is four years before the last
-- param: to_year int default=0 min=0 max=2100 | vi=Đến năm; 0 là năm mới nhất có số liệu | en=Last year; 0 is the newest with figures
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
-- column: year_count int | vi=Số năm có số liệu | en=Years with figures | unit=năm/years

with newest as (
    select case when cast($to_year as integer) = 0 then max(award_year) else cast($to_year as integer) end as to_year
    from mart_form_year
),

chosen as (
    select
        case when cast($from_year as integer) = 0 then to_year - 4 else cast($from_year as integer) end as from_year,
        to_year
    from newest
),

in_period as (
    select
        c.from_year, c.to_year, m.form_code, m.award_year,
        m.award_count, m.collective_count, m.household_count, m.individual_count
    from mart_form_year as m
    join chosen as c on m.award_year between c.from_year and c.to_year and m.award_year > 0
),

by_form as (
    select
        form_code,
        cast(sum(award_count) as bigint) as period_award_count,
        cast(sum(individual_count) as bigint) as period_individual_count,
        count(*) as year_count
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
    t.year_count
from in_period as m
join by_form as t on t.form_code = m.form_code
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
order by f.order_statistics nulls last, m.form_code, m.award_year
