-- mart_unit_boundary_year.trace: the cells behind each measure of mart_unit_boundary_year.
-- grain: award_year, boundaries, form_code, unit_code, measure, contribution_id
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count
select
    c.award_year, b.boundaries, c.form_code, b.member_code as unit_code, c.measure, c.contribution_id, c.amount,
    c.return_id, c.source_file, c.source_sheet, c.source_cell
from fct_contribution as c
inner join dim_unit_boundary as b on b.unit_code = c.unit_code
where c.fact = 'beneficiary'
    and c.measure in ('award_count', 'collective_count', 'enterprise_count', 'household_count', 'individual_count', 'leader_ministry_province_count', 'leader_department_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count', 'class_unknown_count', 'woman_count', 'woman_unknown_count', 'youth_count', 'youth_unknown_count')
order by award_year, boundaries, form_code, unit_code, measure, contribution_id
