-- mart_round.times_make_the_proposals: proposals in time, late and of unknown time make all proposals; guards the share that came in time.
select
    round_year, round_code, form_code, proposed_count as seen,
    coalesce(on_time_count, 0) + coalesce(late_count, 0) + coalesce(due_unknown_count, 0) as wanted
from mart_round
where coalesce(proposed_count, 0) <> coalesce(on_time_count, 0) + coalesce(late_count, 0) + coalesce(due_unknown_count, 0)
order by round_year, round_code, form_code
