-- name: form-people
-- title_vi: Số liệu của biểu: hình thức và đối tượng
-- title_en: Figures of forms: awards and who received them
-- about_vi: Số liệu gốc cho biểu mẫu thống kê: số lượt theo hình thức, cấp và đối tượng, kèm phần không báo cáo nào tách.
-- about_en: Feed of the statistical forms: awards by form, level and recipient, with what no return tells apart.
-- counts_by: award_year
-- source: fct_beneficiary_count, dim_award_form
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_order int | vi=Thứ tự thống kê | en=Order in statistics
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form of award
-- column: family_code text | vi=Mã nhóm hình thức | en=Family code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_beneficiary_year/award_count?award_year,form_code,level_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_beneficiary_year/collective_count?award_year,form_code,level_code
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards | figure=mart_beneficiary_year/enterprise_count?award_year,form_code,level_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_beneficiary_year/household_count?award_year,form_code,level_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_beneficiary_year/individual_count?award_year,form_code,level_code
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards | figure=mart_beneficiary_year/leader_ministry_province_count?award_year,form_code,level_code
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards | figure=mart_beneficiary_year/leader_department_count?award_year,form_code,level_code
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards | figure=mart_beneficiary_year/entrepreneur_count?award_year,form_code,level_code
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards | figure=mart_beneficiary_year/leader_other_count?award_year,form_code,level_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards | figure=mart_beneficiary_year/direct_worker_count?award_year,form_code,level_code
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards | figure=mart_beneficiary_year/class_unknown_count?award_year,form_code,level_code
-- column: kind_unknown_count int | vi=Không tách tập thể, hộ, cá nhân | en=Not told whether collective, household or individual | unit=lượt/awards
-- column: enterprise_open_count int | vi=Tập thể không nói có phải doanh nghiệp | en=Collectives not told to be enterprises or not | unit=lượt/awards

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from fct_beneficiary_count
),

counted as (
    select
        b.*,
        greatest(
            coalesce(b.award_count, 0) - coalesce(b.collective_count, 0) - coalesce(b.household_count, 0) - coalesce(b.individual_count, 0), 0
        ) as kind_unknown
    from fct_beneficiary_count as b
    inner join chosen as c on b.award_year = c.to_year
    where c.to_year > 0
)

select
    m.award_year,
    m.form_code,
    cast(min(f.order_statistics) as bigint) as form_order,
    coalesce(max(f.display_vi), m.form_code) as form_vi,
    coalesce(max(f.family), '') as family_code,
    m.level_code,
    cast(sum(m.award_count) as bigint) as award_count,
    cast(sum(m.collective_count) as bigint) as collective_count,
    cast(sum(m.enterprise_count) as bigint) as enterprise_count,
    cast(sum(m.household_count) as bigint) as household_count,
    cast(sum(m.individual_count) as bigint) as individual_count,
    cast(sum(m.leader_ministry_province_count) as bigint) as leader_ministry_province_count,
    cast(sum(m.leader_department_count) as bigint) as leader_department_count,
    cast(sum(m.entrepreneur_count) as bigint) as entrepreneur_count,
    cast(sum(m.leader_other_count) as bigint) as leader_other_count,
    cast(sum(m.direct_worker_count) as bigint) as direct_worker_count,
    cast(sum(m.class_unknown_count) as bigint) as class_unknown_count,
    cast(sum(m.kind_unknown) as bigint) as kind_unknown_count,
    cast(coalesce(sum(coalesce(m.collective_count, m.kind_unknown)) filter (where m.enterprise_count is null), 0) as bigint) as enterprise_open_count
from counted as m
left join dim_award_form as f on f.form_code = m.form_code and f.is_current
group by m.award_year, m.form_code, m.level_code
order by min(f.order_statistics) nulls last, m.form_code, m.level_code
