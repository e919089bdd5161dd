-- mart_cube.trace: the cells behind each measure of mart_cube; a contribution of a list stands under the achievement of its award.
-- grain: unit_code, award_year, form_code, level_code, achievement_code, source, measure, contribution_id
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, leader_any_count, not_leader_count
select
    c.unit_code, c.award_year, c.form_code, c.level_code, a.achievement_code, c.source, c.measure, c.contribution_id, c.amount,
    c.return_id, c.source_file, c.source_sheet, c.source_cell
from fct_contribution as c
inner join fct_award as a on a.award_id || ':beneficiary:' || c.measure = c.contribution_id
where c.fact = 'beneficiary' and c.source = 'list'
union all
select
    unit_code, award_year, form_code, level_code, 'chua_tach' as achievement_code, source, measure, contribution_id, amount,
    return_id, source_file, source_sheet, source_cell
from fct_contribution
where fact = 'beneficiary' and source = 'tally'
order by unit_code, award_year, form_code, level_code, achievement_code, source, measure, contribution_id
