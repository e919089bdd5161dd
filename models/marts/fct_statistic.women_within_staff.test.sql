-- fct_statistic.women_within_staff: women are some of the staff of their row; guards the column of women of form 0605.
with told as (
    select
        unit_code, report_year, statistic,
        cast(sum(amount) filter (where column_code = 'woman') as bigint) as women,
        cast(sum(amount) filter (where column_code = 'all') as bigint) as staff
    from fct_statistic
    group by unit_code, report_year, statistic
)

select unit_code, report_year, statistic, women as seen, staff as wanted_at_most
from told
where women > coalesce(staff, 0)
order by unit_code, report_year, statistic
