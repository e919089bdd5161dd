-- mart_beneficiary_year.trace: the cells behind each measure of mart_beneficiary_year.
-- grain: award_year, form_code, level_code, measure, contribution_id
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count
select award_year, form_code, level_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from fct_contribution
where fact = 'beneficiary'
    and measure in ('award_count', 'collective_count', 'enterprise_count', 'household_count', 'individual_count', 'leader_ministry_province_count', 'leader_department_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count', 'class_unknown_count', 'woman_count', 'woman_unknown_count', 'youth_count', 'youth_unknown_count')
order by award_year, form_code, level_code, measure, contribution_id
