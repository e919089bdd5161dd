-- mart_unit_year: awards of each unit by year, by who received them.
-- grain: award_year, unit_code
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: unit_code: đơn vị | unit
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
    award_year, unit_code,
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
    cast(sum(youth_unknown_count) as bigint) as youth_unknown_count
from fct_beneficiary_count
group by award_year, unit_code
order by award_year, unit_code
