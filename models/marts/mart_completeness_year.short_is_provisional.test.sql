-- mart_completeness_year.short_is_provisional: a year in which a unit lacks a return is provisional; guards the mark beside its totals.
select award_year, expected_unit_count, complete_unit_count, is_provisional
from mart_completeness_year
where (complete_unit_count < expected_unit_count or not is_over) and not is_provisional
    or complete_unit_count > expected_unit_count
order by award_year
