-- mart_form_period.halves_make_the_year: what lists tell by day of the two halves of a year is what was decided in it; guards against an award
-- that falls between two periods, or into both.
with halves as (
    select d.from_year as decided_year, m.form_code, cast(sum(m.list_count) as bigint) as list_count
    from mart_form_period as m
    inner join (
        select period, extract(year from from_on) as from_year
        from dim_period
        where period_kind = 'half'
    ) as d on d.period = m.period
    group by d.from_year, m.form_code
),

dated as (
    select decided_year, form_code, count(*) as award_count
    from fct_list_row
    where fact = 'beneficiary' and counts_in_state_total and decided_on is not null
    group by decided_year, form_code
)

select d.decided_year, d.form_code, h.list_count as seen, d.award_count as wanted_at_least
from dated as d
left join halves as h on h.decided_year = d.decided_year and h.form_code = d.form_code
where h.list_count is null or h.list_count < d.award_count
