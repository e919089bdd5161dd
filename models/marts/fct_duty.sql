-- fct_duty: units that owe a return which counts in a year, and whether all that they owe for it is accepted.
-- grain: award_year, unit_code
-- A return belongs to the year in which its period ends. is_complete is 0 or 1; return_id is one of the returns, empty where none came.
-- source_ is where the first of its obligations stands.
with owed as (
    select
        m.period_year, m.unit_code, m.accepted_count, m.return_id, o.source_return_id, o.source_file, o.source_sheet, o.source_cell,
        row_number() over (partition by m.period_year, m.unit_code order by m.form_of_return, m.period) as duty_no
    from mart_completeness as m
    inner join dim_obligation as o on o.unit_code = m.unit_code and o.form_of_return = m.form_of_return and o.period = m.period
    where m.expected_count = 1 and m.role = 'counts' and m.period_year > 0
)

select
    period_year as award_year,
    unit_code,
    cast(min(accepted_count) as bigint) as is_complete,
    count(*) as owed_count,
    cast(sum(accepted_count) as bigint) as accepted_count,
    coalesce(min(return_id), '') as return_id,
    min(case when duty_no = 1 then source_return_id end) as source_return_id,
    min(case when duty_no = 1 then source_file end) as source_file,
    min(case when duty_no = 1 then source_sheet end) as source_sheet,
    min(case when duty_no = 1 then source_cell end) as source_cell
from owed
group by period_year, unit_code
order by award_year, unit_code
