-- fct_duty: units that owe a return which counts in a year, and whether all that they owe for it is accepted.
-- grain: award_year, unit_code
-- The year of a period is the one in which it ends. is_complete is 0 or 1; return_id is one of the returns, empty where none came.
with owed as (
    select
        case when period like '____-____' or period like '____..____' then substr(period, length(period) - 3) else substr(period, 1, 4) end as year_text,
        unit_code, accepted_count, return_id
    from mart_completeness
    where expected_count = 1 and role = 'counts'
)

select
    cast(year_text as bigint) as award_year,
    unit_code,
    cast(min(accepted_count) as bigint) as is_complete,
    count(*) as owed_count,
    cast(sum(accepted_count) as bigint) as accepted_count,
    coalesce(min(return_id), '') as return_id
from owed
where length(year_text) = 4 and translate(year_text, '0123456789', '') = ''
group by cast(year_text as bigint), unit_code
order by award_year, unit_code
