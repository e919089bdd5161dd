-- mart_achievement_year.trace: the cells behind each measure of mart_achievement_year.
-- grain: award_year, form_code, achievement_code, measure, contribution_id
-- measures: award_count
select award_year, form_code, achievement_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from fct_contribution
where fact = 'award'
    and measure in ('award_count')
order by award_year, form_code, achievement_code, measure, contribution_id
