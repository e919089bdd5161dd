-- mart_round.trace: the cells behind each measure of mart_round.
-- grain: round_year, round_code, form_code, measure, contribution_id
-- measures: proposed_count, on_time_count, late_count, due_unknown_count, by_last_due_count, decided_count
select round_year, round_code, form_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from fct_round_contribution
order by round_year, round_code, form_code, measure, contribution_id
