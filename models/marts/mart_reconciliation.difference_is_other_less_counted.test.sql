-- mart_reconciliation.difference_is_other_less_counted: the difference is the other less the counted, and null only where a side is missing.
select comparison, unit_code, award_year, form_code, figure_measure, other_return_id, counted_count, other_count, difference_count
from mart_reconciliation
where difference_count is distinct from other_count - counted_count or other_count is null
order by comparison, unit_code, award_year, form_code, figure_measure, other_return_id
