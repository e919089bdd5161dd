-- mart_crossed.within_the_type: recipients of a type are no more than its awards, nor leaders and others more than its individuals; guards every share within a type.
with awards as (
    select unit_code, award_year, form_code, level_code, achievement_code, cast(sum(award_count) as bigint) as award_count
    from fct_award_count
    where source = 'tally'
    group by unit_code, award_year, form_code, level_code, achievement_code
)

select
    c.unit_code, c.award_year, c.form_code, c.level_code, c.achievement_code, a.award_count,
    c.collective_count, c.household_count, c.individual_count, c.leader_any_count, c.leader_senior_count, c.not_leader_count, c.class_unknown_count
from mart_crossed as c
left join awards as a
    on a.unit_code = c.unit_code and a.award_year = c.award_year and a.form_code = c.form_code
    and a.level_code = c.level_code and a.achievement_code = c.achievement_code
where coalesce(a.award_count, 0) < coalesce(c.collective_count, 0) + coalesce(c.household_count, 0) + coalesce(c.individual_count, 0)
    or coalesce(c.individual_count, a.award_count) < coalesce(c.leader_any_count, 0) + coalesce(c.not_leader_count, 0)
    or c.class_unknown_count < coalesce(c.leader_senior_count, 0)
order by c.unit_code, c.award_year, c.form_code, c.level_code, c.achievement_code
