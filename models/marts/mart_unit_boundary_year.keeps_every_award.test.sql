-- mart_unit_boundary_year.keeps_every_award: for every form and year each view holds all awards of the fact, no more; guards that a view moves figures and neither loses nor makes any.
with wanted as (
    select
        b.boundaries, c.award_year, c.form_code,
        cast(sum(c.award_count) as bigint) as award_count, cast(sum(c.individual_count) as bigint) as individual_count,
        cast(sum(c.woman_count) as bigint) as woman_count
    from fct_beneficiary_count as c
    cross join dim_boundary as b
    group by b.boundaries, c.award_year, c.form_code
),

seen as (
    select
        boundaries, award_year, form_code,
        cast(sum(award_count) as bigint) as award_count, cast(sum(individual_count) as bigint) as individual_count,
        cast(sum(woman_count) as bigint) as woman_count
    from mart_unit_boundary_year
    group by boundaries, award_year, form_code
)

select
    coalesce(w.boundaries, s.boundaries) as boundaries, coalesce(w.award_year, s.award_year) as award_year,
    coalesce(w.form_code, s.form_code) as form_code, s.award_count as seen, w.award_count as wanted,
    s.individual_count as seen_individuals, w.individual_count as wanted_individuals, s.woman_count as seen_women, w.woman_count as wanted_women
from wanted as w
full join seen as s on s.boundaries = w.boundaries and s.award_year = w.award_year and s.form_code = w.form_code
where s.award_count is distinct from w.award_count or s.individual_count is distinct from w.individual_count
    or s.woman_count is distinct from w.woman_count
order by boundaries, award_year, form_code
