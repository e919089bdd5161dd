-- fct_beneficiary_count: awards of each unit by form, year and level, by who received them.
-- grain: unit_code, award_year, decided_year, form_code, level_code, source
-- units: awards (lượt). A list tells every measure but enterprises; what no cell of a tally states is null, never 0.
-- enterprise_count of a list is known, possibly 0, where the collectives of the key have a class; null where there are none, the list has no
-- such column, or a collective without a class leaves it open and no other is an enterprise.
-- Unknown classes, women and youth are counts of individuals. leader_any and not_leader are Mẫu 02's own two classes.
with summed as (
    select
        unit_code, award_year, decided_year, form_code, level_code, source,
        cast(sum(amount) filter (where measure = 'award_count') as bigint) as award_count,
        cast(sum(amount) filter (where measure = 'collective_count') as bigint) as collective_count,
        cast(sum(amount) filter (where measure = 'enterprise_count') as bigint) as enterprise_count,
        cast(sum(amount) filter (where measure = 'household_count') as bigint) as household_count,
        cast(sum(amount) filter (where measure = 'individual_count') as bigint) as individual_count,
        cast(sum(amount) filter (where measure = 'leader_ministry_province_count') as bigint) as leader_ministry_province_count,
        cast(sum(amount) filter (where measure = 'leader_department_count') as bigint) as leader_department_count,
        cast(sum(amount) filter (where measure = 'entrepreneur_count') as bigint) as entrepreneur_count,
        cast(sum(amount) filter (where measure = 'leader_other_count') as bigint) as leader_other_count,
        cast(sum(amount) filter (where measure = 'direct_worker_count') as bigint) as direct_worker_count,
        cast(sum(amount) filter (where measure = 'class_unknown_count') as bigint) as class_unknown_count,
        cast(sum(amount) filter (where measure = 'woman_count') as bigint) as woman_count,
        cast(sum(amount) filter (where measure = 'woman_unknown_count') as bigint) as woman_unknown_count,
        cast(sum(amount) filter (where measure = 'youth_count') as bigint) as youth_count,
        cast(sum(amount) filter (where measure = 'youth_unknown_count') as bigint) as youth_unknown_count,
        cast(sum(amount) filter (where measure = 'leader_any_count') as bigint) as leader_any_count,
        cast(sum(amount) filter (where measure = 'not_leader_count') as bigint) as not_leader_count
    from fct_contribution
    where fact = 'beneficiary'
    group by unit_code, award_year, decided_year, form_code, level_code, source
)

select
    unit_code, award_year, decided_year, form_code, level_code, source,
    case when source = 'list' then coalesce(award_count, 0) else award_count end as award_count,
    case when source = 'list' then coalesce(collective_count, 0) else collective_count end as collective_count,
    enterprise_count,
    case when source = 'list' then coalesce(household_count, 0) else household_count end as household_count,
    case when source = 'list' then coalesce(individual_count, 0) else individual_count end as individual_count,
    case when source = 'list' then coalesce(leader_ministry_province_count, 0) else leader_ministry_province_count end as leader_ministry_province_count,
    case when source = 'list' then coalesce(leader_department_count, 0) else leader_department_count end as leader_department_count,
    case when source = 'list' then coalesce(entrepreneur_count, 0) else entrepreneur_count end as entrepreneur_count,
    case when source = 'list' then coalesce(leader_other_count, 0) else leader_other_count end as leader_other_count,
    case when source = 'list' then coalesce(direct_worker_count, 0) else direct_worker_count end as direct_worker_count,
    case when source = 'list' or individual_count is not null then coalesce(class_unknown_count, 0) end as class_unknown_count,
    case when source = 'list' then coalesce(woman_count, 0) else woman_count end as woman_count,
    case when source = 'list' or individual_count is not null then coalesce(woman_unknown_count, 0) end as woman_unknown_count,
    case when source = 'list' then coalesce(youth_count, 0) else youth_count end as youth_count,
    case when source = 'list' or individual_count is not null then coalesce(youth_unknown_count, 0) end as youth_unknown_count,
    leader_any_count,
    not_leader_count
from summed
order by unit_code, award_year, decided_year, form_code, level_code, source
