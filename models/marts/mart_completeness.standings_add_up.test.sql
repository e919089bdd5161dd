-- mart_completeness.standings_add_up: what is owed is on time, late, held, refused or not received, one of them; guards the sums of status.
select unit_code, form_of_return, period, standing, expected_count, on_time_count + late_count + held_count + refused_count + missing_count as seen
from mart_completeness
where expected_count <> on_time_count + late_count + held_count + refused_count + missing_count
    or (expected_count = 1 and received_count + missing_count <> 1)
    or accepted_count < on_time_count + late_count
    or accepted_count < zero_count or accepted_count < revised_count or accepted_count < waiting_count
    or standing not in ('on_time', 'late', 'held', 'refused', 'not_received', 'excused', 'unasked')
order by unit_code, form_of_return, period
