-- mart_cube: awards of each unit by year, form, level and achievement type, by who received them: what pages cross.
-- grain: unit_code, award_year, form_code, level_code, achievement_code, source
-- A list tells the joint figures. A tally gives types of achievement and kinds of recipient separately, so its rows stand under chua_tach:
-- not split; its types are in fct_award_count, and what it crosses all the same in mart_crossed. decided_year is summed over. Null where no cell states the measure, as in fct_beneficiary_count.
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, leader_any_count, not_leader_count
-- column: unit_code: đơn vị | unit
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: form_code: hình thức | award form
-- column: level_code: cấp khen thưởng | deciding level
-- column: achievement_code: loại thành tích (chua_tach: biểu tổng hợp không tách) | achievement type (chua_tach: a tally does not split)
-- column: source: nguồn (list: danh sách, tally: biểu tổng hợp) | source (list, tally)
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
-- column: leader_any_count: lãnh đạo, quản lý, biểu không tách cấp | leaders of any rank, of tallies that do not separate them
-- column: not_leader_count: không làm công tác quản lý (biểu) | not in management (tally)
select
    unit_code, award_year, form_code, level_code, achievement_code, 'list' as source,
    count(*) as award_count,
    count(*) filter (where recipient_kind = 'collective') as collective_count,
    cast(sum(enterprise_amount) as bigint) as enterprise_count,
    count(*) filter (where recipient_kind = 'household') as household_count,
    count(*) filter (where recipient_kind = 'individual') as individual_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'leader_ministry_province') as leader_ministry_province_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'leader_department') as leader_department_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'entrepreneur') as entrepreneur_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'leader_other') as leader_other_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'direct_worker') as direct_worker_count,
    count(*) filter (where recipient_kind = 'individual' and beneficiary_class = 'chua_ro') as class_unknown_count,
    count(*) filter (where recipient_kind = 'individual' and is_woman) as woman_count,
    count(*) filter (where recipient_kind = 'individual' and is_woman is null) as woman_unknown_count,
    count(*) filter (where recipient_kind = 'individual' and is_youth) as youth_count,
    count(*) filter (where recipient_kind = 'individual' and is_youth is null) as youth_unknown_count,
    cast(null as bigint) as leader_any_count,
    cast(null as bigint) as not_leader_count
from fct_list_row
where fact = 'beneficiary' and counts_in_state_total
group by unit_code, award_year, form_code, level_code, achievement_code
union all
select
    unit_code, award_year, form_code, level_code, 'chua_tach' as achievement_code, source,
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
where source = 'tally'
group by unit_code, award_year, form_code, level_code, source
order by unit_code, award_year, form_code, level_code, achievement_code, source
