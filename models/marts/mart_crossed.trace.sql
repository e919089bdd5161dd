-- mart_crossed.trace: the cells of tallies behind each measure of mart_crossed.
-- grain: unit_code, award_year, form_code, level_code, achievement_code, measure, contribution_id
-- measures: collective_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_unknown_count, youth_unknown_count, leader_any_count, leader_senior_count, not_leader_count
select
    unit_code, award_year, form_code, level_code, achievement_code, measure, contribution_id, amount,
    return_id, source_file, source_sheet, source_cell
from fct_contribution
where fact = 'crossed'
order by unit_code, award_year, form_code, level_code, achievement_code, measure, contribution_id
