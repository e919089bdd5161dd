-- mart_unit_boundary_year.as_reported_is_mart_unit_year: the view as reported is mart_unit_year; guards that asking for no view gives the figures that stood before.
with seen as (
    select award_year, unit_code, cast(sum(award_count) as bigint) as award_count
    from mart_unit_boundary_year
    where boundaries = 'reported'
    group by award_year, unit_code
)

select
    coalesce(u.award_year, s.award_year) as award_year, coalesce(u.unit_code, s.unit_code) as unit_code,
    s.award_count as seen, u.award_count as wanted
from mart_unit_year as u
full join seen as s on s.award_year = u.award_year and s.unit_code = u.unit_code
where s.award_count is distinct from u.award_count
order by award_year, unit_code
