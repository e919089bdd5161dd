-- fct_contribution.codes_are_members: every code of a contribution stands in its dimension; guards the joins of every page.
with used as (
    select unit_code, form_code, level_code, achievement_code, min(award_id) as first_row, count(*) as row_count
    from fct_list_row
    group by unit_code, form_code, level_code, achievement_code
    union all
    select unit_code, form_code, level_code, achievement_code, min(contribution_id) as first_row, count(*) as row_count
    from fct_cell_contribution
    group by unit_code, form_code, level_code, achievement_code
)

select c.first_row, c.row_count, c.unit_code, c.form_code, c.level_code, c.achievement_code
from used as c
where not exists (select 1 from dim_unit as d where d.unit_code = c.unit_code)
    or not exists (select 1 from dim_award_form as d where d.form_code = c.form_code)
    or not exists (select 1 from dim_level as d where d.level_code = c.level_code)
    or (c.achievement_code <> '' and not exists (select 1 from dim_achievement as d where d.achievement_code = c.achievement_code))
order by c.first_row
