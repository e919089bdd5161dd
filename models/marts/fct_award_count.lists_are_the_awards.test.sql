-- fct_award_count.lists_are_the_awards: what lists count is the awards of fct_award within state totals, one each.
with listed as (
    select a.unit_code, a.award_year, a.form_code, count(*) as award_count
    from fct_award as a
    where not exists (select 1 from dim_award_form as d where d.form_code = a.form_code and not d.counts_in_state_total)
    group by a.unit_code, a.award_year, a.form_code
),

counted as (
    select unit_code, award_year, form_code, cast(sum(award_count) as bigint) as award_count
    from fct_award_count
    where source = 'list'
    group by unit_code, award_year, form_code
)

select
    coalesce(l.unit_code, c.unit_code) as unit_code, coalesce(l.award_year, c.award_year) as award_year,
    coalesce(l.form_code, c.form_code) as form_code, c.award_count as seen, l.award_count as wanted
from listed as l
full join counted as c on c.unit_code = l.unit_code and c.award_year = l.award_year and c.form_code = l.form_code
where c.award_count is distinct from l.award_count
order by unit_code, award_year, form_code
