-- fct_award_count: awards of each unit by form, year, level and achievement type, from lists and tallies.
-- grain: unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
-- units: awards (lượt), not persons. Types of a tally short of its total leave the rest in chua_ro; a rest of nought is left out.
with summed as (
    select
        unit_code, award_year, decided_year, form_code, level_code, achievement_code, source,
        cast(sum(amount) as bigint) as award_count
    from fct_contribution
    where fact = 'award'
    group by unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
)

select unit_code, award_year, decided_year, form_code, level_code, achievement_code, source, award_count
from summed
where award_count <> 0 or achievement_code <> 'chua_ro'
order by unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
