-- name: cube-beneficiary
-- title_vi: Đối tượng khen thưởng theo mọi chiều
-- title_en: Beneficiaries over all dimensions
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: award_year
-- source: fct_beneficiary_count
-- feed: true
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards
-- column: collective_count int | vi=Tập thể | en=Collectives | unit=lượt/awards
-- column: enterprise_count int | vi=Doanh nghiệp (nơi có tách) | en=Enterprises (where stated) | unit=lượt/awards
-- column: household_count int | vi=Hộ gia đình | en=Households | unit=lượt/awards
-- column: individual_count int | vi=Cá nhân | en=Individuals | unit=lượt/awards
-- column: leader_ministry_province_count int | vi=Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên | en=Leaders of ministry or province rank and above | unit=lượt/awards
-- column: leader_department_count int | vi=Lãnh đạo cấp vụ, sở, ngành và tương đương | en=Leaders of department rank | unit=lượt/awards
-- column: entrepreneur_count int | vi=Doanh nhân | en=Entrepreneurs | unit=lượt/awards
-- column: leader_other_count int | vi=Lãnh đạo khác | en=Other leaders | unit=lượt/awards
-- column: direct_worker_count int | vi=Người trực tiếp công tác, lao động, học tập, chiến đấu | en=Direct workers | unit=lượt/awards
-- column: class_unknown_count int | vi=Chưa rõ loại đối tượng | en=Class not known | unit=lượt/awards
-- column: woman_count int | vi=Nữ | en=Women | unit=lượt/awards
-- column: woman_unknown_count int | vi=Chưa rõ giới tính | en=Gender not known | unit=lượt/awards
-- column: youth_count int | vi=Thanh niên | en=Youth | unit=lượt/awards
-- column: youth_unknown_count int | vi=Chưa rõ tuổi | en=Age not known | unit=lượt/awards
-- column: leader_any_count int | vi=Lãnh đạo, quản lý (biểu không tách cấp) | en=Leaders of any rank (tallies that do not separate them) | unit=lượt/awards
-- column: not_leader_count int | vi=Không làm công tác lãnh đạo, quản lý | en=Not in management (tally) | unit=lượt/awards

select
    award_year,
    unit_code,
    form_code,
    level_code,
    cast(sum(award_count) as bigint) as award_count,
    cast(sum(collective_count) as bigint) as collective_count,
    cast(sum(enterprise_count) as bigint) as enterprise_count,
    cast(sum(household_count) as bigint) as household_count,
    cast(sum(individual_count) as bigint) as individual_count,
    cast(sum(leader_ministry_province_count) as bigint) as leader_ministry_province_count,
    cast(sum(leader_department_count) as bigint) as leader_department_count,
    cast(sum(entrepreneur_count) as bigint) as entrepreneur_count,
    cast(sum(leader_other_count) as bigint) as leader_other_count,
    cast(sum(direct_worker_count) as bigint) as direct_worker_count,
    cast(sum(class_unknown_count) as bigint) as class_unknown_count,
    cast(sum(woman_count) as bigint) as woman_count,
    cast(sum(woman_unknown_count) as bigint) as woman_unknown_count,
    cast(sum(youth_count) as bigint) as youth_count,
    cast(sum(youth_unknown_count) as bigint) as youth_unknown_count,
    cast(sum(leader_any_count) as bigint) as leader_any_count,
    cast(sum(not_leader_count) as bigint) as not_leader_count
from fct_beneficiary_count
group by award_year, unit_code, form_code, level_code
order by award_year, unit_code, form_code, level_code
