-- name: by-form-year
-- title_vi: Khen thưởng theo danh hiệu, hình thức và năm
-- title_en: Awards by form and year
-- about_vi: Số lượt của từng danh hiệu, hình thức, theo thứ tự biểu thống kê; phần mà báo cáo không tách tập thể, hộ, cá nhân có cột riêng.
-- about_en: Awards of each form in the order of the statistical tables; what returns do not separate by kind of recipient has a column of its own.
-- counts_by: award_year
-- source: mart_form_year, dim_award_form
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: family text | vi=Nhóm | en=Family
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_form_year/award_count?award_year,form_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_form_year/collective_count?award_year,form_code
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards | figure=mart_form_year/enterprise_count?award_year,form_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_form_year/household_count?award_year,form_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_form_year/individual_count?award_year,form_code
-- column: kind_unknown_count int | vi=Chưa tách tập thể, hộ, cá nhân | en=Kind of recipient not known | unit=lượt/awards

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
    f.family,
    m.award_count,
    m.collective_count,
    m.enterprise_count,
    m.household_count,
    m.individual_count,
    m.award_count - coalesce(m.collective_count, 0) - coalesce(m.household_count, 0) - coalesce(m.individual_count, 0) as kind_unknown_count
from mart_form_year as m
join chosen as c
    on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
order by m.award_year, f.order_statistics nulls last, m.form_code
