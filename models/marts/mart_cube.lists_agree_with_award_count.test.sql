-- mart_cube.lists_agree_with_award_count: by type of achievement the lists of the cube are those of fct_award_count; guards the crossing of achievement with people.
with wanted as (
    select unit_code, award_year, form_code, level_code, achievement_code, cast(sum(award_count) as bigint) as award_count
    from fct_award_count
    where source = 'list'
    group by unit_code, award_year, form_code, level_code, achievement_code
),

seen as (
    select unit_code, award_year, form_code, level_code, achievement_code, award_count
    from mart_cube
    where source = 'list'
)

select
    coalesce(w.unit_code, s.unit_code) as unit_code, coalesce(w.award_year, s.award_year) as award_year, coalesce(w.form_code, s.form_code) as form_code,
    coalesce(w.level_code, s.level_code) as level_code, coalesce(w.achievement_code, s.achievement_code) as achievement_code, s.award_count as seen, w.award_count as wanted
from wanted as w
full join seen as s
    on s.unit_code = w.unit_code and s.award_year = w.award_year and s.form_code = w.form_code
    and s.level_code = w.level_code and s.achievement_code = w.achievement_code
where s.award_count is distinct from w.award_count
order by unit_code, award_year, form_code, level_code, achievement_code
