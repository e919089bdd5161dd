-- name: by-beneficiary-form
-- title_vi: Đối tượng được khen thưởng theo hình thức
-- title_en: Beneficiaries by form of award
-- about_vi: Mỗi tỷ lệ là số "có" chia cho số cá nhân, kèm tỷ lệ chưa rõ; ô trống là không báo cáo nào nêu.
-- about_en: Each share is the yes answers over individuals, with the unknown share beside it; blank where no return states it.
-- counts_by: award_year
-- source: mart_beneficiary_year, dim_award_form
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- param: years int default=1 min=1 max=100 | vi=Số năm tính đến năm đó | en=How many years, ending in that one
-- param: period period default= takes=years sets=year,years | vi=Kỳ gồm trọn năm, thay cho year và years: 2025, 2021..2025, dai-hoi-11 | en=A period of whole years, instead of year and years: 2025, 2021..2025, dai-hoi-11
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: form_vi text | vi=Danh hiệu, hình thức khen thưởng | en=Form (Vietnamese) | lang=vi
-- column: form_en text | vi=Hình thức (tiếng Anh) | en=Form of award | lang=en
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_beneficiary_year/award_count?award_year,form_code
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards | figure=mart_beneficiary_year/collective_count?award_year,form_code
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards | figure=mart_beneficiary_year/enterprise_count?award_year,form_code
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards | figure=mart_beneficiary_year/household_count?award_year,form_code
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards | figure=mart_beneficiary_year/individual_count?award_year,form_code
-- column: kind_unknown_count int | vi=Chưa tách tập thể, hộ, cá nhân | en=Kind of recipient not known | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards | figure=mart_beneficiary_year/leader_ministry_province_count?award_year,form_code
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards | figure=mart_beneficiary_year/leader_department_count?award_year,form_code
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards | figure=mart_beneficiary_year/entrepreneur_count?award_year,form_code
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards | figure=mart_beneficiary_year/leader_other_count?award_year,form_code
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards | figure=mart_beneficiary_year/direct_worker_count?award_year,form_code
-- column: direct_worker_share share | vi=Tỷ lệ người trực tiếp trên cá nhân | en=Direct workers, share of individuals | unit=%/%
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards | figure=mart_beneficiary_year/class_unknown_count?award_year,form_code
-- column: class_unknown_share share | vi=Tỷ lệ chưa rõ loại đối tượng | en=Class not known, share of individuals | unit=%/%
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards | figure=mart_beneficiary_year/woman_count?award_year,form_code
-- column: woman_share share | vi=Tỷ lệ nữ trên cá nhân | en=Women, share of individuals | unit=%/%
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards | figure=mart_beneficiary_year/woman_unknown_count?award_year,form_code
-- column: woman_unknown_share share | vi=Tỷ lệ chưa rõ giới tính | en=Gender not known, share of individuals | unit=%/%
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards | figure=mart_beneficiary_year/youth_count?award_year,form_code
-- column: youth_share share | vi=Tỷ lệ thanh niên trên cá nhân | en=Youth, share of individuals | unit=%/%
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards | figure=mart_beneficiary_year/youth_unknown_count?award_year,form_code
-- column: youth_unknown_share share | vi=Tỷ lệ chưa rõ tuổi | en=Age not known, share of individuals | unit=%/%

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_form_year
),

by_form as (
    select
        m.award_year,
        m.form_code,
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
        cast(sum(m.woman_count) as bigint) as woman_count,
        cast(sum(m.woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(m.youth_count) as bigint) as youth_count,
        cast(sum(m.youth_unknown_count) as bigint) as youth_unknown_count
    from mart_beneficiary_year as m
    join chosen as c
        on m.award_year between c.to_year - cast($years as integer) + 1 and c.to_year
        and m.award_year > 0
    group by m.award_year, m.form_code
)

select
    b.award_year,
    b.form_code,
    coalesce(f.display_vi, b.form_code) as form_vi,
    coalesce(f.display_en, f.display_vi, b.form_code) as form_en,
    b.award_count,
    b.collective_count,
    b.enterprise_count,
    b.household_count,
    b.individual_count,
    b.award_count - coalesce(b.collective_count, 0) - coalesce(b.household_count, 0) - coalesce(b.individual_count, 0) as kind_unknown_count,
    b.leader_ministry_province_count,
    b.leader_department_count,
    b.entrepreneur_count,
    b.leader_other_count,
    b.direct_worker_count,
    cast(b.direct_worker_count as double) / nullif(b.individual_count, 0) as direct_worker_share,
    b.class_unknown_count,
    cast(b.class_unknown_count as double) / nullif(b.individual_count, 0) as class_unknown_share,
    b.woman_count,
    cast(b.woman_count as double) / nullif(b.individual_count, 0) as woman_share,
    b.woman_unknown_count,
    cast(b.woman_unknown_count as double) / nullif(b.individual_count, 0) as woman_unknown_share,
    b.youth_count,
    cast(b.youth_count as double) / nullif(b.individual_count, 0) as youth_share,
    b.youth_unknown_count,
    cast(b.youth_unknown_count as double) / nullif(b.individual_count, 0) as youth_unknown_share
from by_form as b
left join dim_award_form as f on f.form_code = b.form_code and f.is_current
order by b.award_year, f.order_statistics nulls last, b.form_code
