-- mart_form_year.trace: the cells behind each measure of mart_form_year.
-- grain: award_year, form_code, measure, contribution_id
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count
select award_year, form_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from fct_contribution
where fact = 'beneficiary'
    and measure in ('award_count', 'collective_count', 'enterprise_count', 'household_count', 'individual_count')
order by award_year, form_code, measure, contribution_id
