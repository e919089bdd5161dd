-- fct_duty: units that owe a return which counts in a year, and whether all that they owe for it is accepted.
-- grain: award_year, unit_code
-- A return belongs to the year in which its period ends. is_complete is 0 or 1; return_id is one of the returns, empty where none came.
select
    period_year as award_year,
    unit_code,
    cast(min(accepted_count) as bigint) as is_complete,
    count(*) as owed_count,
    cast(sum(accepted_count) as bigint) as accepted_count,
    coalesce(min(return_id), '') as return_id
from mart_completeness
where expected_count = 1 and role = 'counts' and period_year > 0
group by period_year, unit_code
order by award_year, unit_code
