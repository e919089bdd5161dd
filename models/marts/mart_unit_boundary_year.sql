-- mart_unit_boundary_year: awards of each unit by form and year, in each view of boundaries; sums must stay within one view.
-- grain: award_year, boundaries, form_code, unit_code
-- always with: boundaries
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: boundaries: cách xem địa giới (reported: như báo cáo; districts: 30/6/2025; today: hiện nay) | view of boundaries (reported, districts of 30/6/2025, today)
-- column: form_code: danh hiệu, hình thức khen thưởng | form of award
-- column: unit_code: đơn vị của cách xem đó; khong_quy_doi: không quy đổi được | unit of that view; khong_quy_doi: cannot be carried
-- column: award_count: số lượt khen thưởng | awards
-- column: collective_count: tập thể | collectives
-- column: enterprise_count: trong đó doanh nghiệp | of which enterprises
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
-- column: leader_ministry_province_count: lãnh đạo cấp bộ, tỉnh | leaders of ministry or province rank
-- column: leader_department_count: lãnh đạo cấp vụ, sở, ngành | leaders of department rank
-- column: entrepreneur_count: doanh nhân | entrepreneurs
-- column: leader_other_count: lãnh đạo khác từ phó phòng | other leaders from deputy division head up
-- column: direct_worker_count: người trực tiếp lao động | direct workers
-- column: class_unknown_count: cá nhân chưa rõ đối tượng | individuals of unknown class
-- column: woman_count: nữ | women
-- column: woman_unknown_count: cá nhân chưa rõ giới tính | individuals of unknown sex
-- column: youth_count: thanh niên | youth
-- column: youth_unknown_count: cá nhân chưa rõ tuổi | individuals of unknown age
select
    c.award_year, b.boundaries, c.form_code, b.member_code as unit_code,
    cast(sum(c.award_count) as bigint) as award_count,
    cast(sum(c.collective_count) as bigint) as collective_count,
    cast(sum(c.enterprise_count) as bigint) as enterprise_count,
    cast(sum(c.household_count) as bigint) as household_count,
    cast(sum(c.individual_count) as bigint) as individual_count,
    cast(sum(c.leader_ministry_province_count) as bigint) as leader_ministry_province_count,
    cast(sum(c.leader_department_count) as bigint) as leader_department_count,
    cast(sum(c.entrepreneur_count) as bigint) as entrepreneur_count,
    cast(sum(c.leader_other_count) as bigint) as leader_other_count,
    cast(sum(c.direct_worker_count) as bigint) as direct_worker_count,
    cast(sum(c.class_unknown_count) as bigint) as class_unknown_count,
    cast(sum(c.woman_count) as bigint) as woman_count,
    cast(sum(c.woman_unknown_count) as bigint) as woman_unknown_count,
    cast(sum(c.youth_count) as bigint) as youth_count,
    cast(sum(c.youth_unknown_count) as bigint) as youth_unknown_count
from fct_beneficiary_count as c
inner join dim_unit_boundary as b on b.unit_code = c.unit_code
group by c.award_year, b.boundaries, c.form_code, b.member_code
order by award_year, boundaries, form_code, unit_code
