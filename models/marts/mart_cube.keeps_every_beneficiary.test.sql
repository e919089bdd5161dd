-- mart_cube.keeps_every_beneficiary: over all achievements the cube has every measure of fct_beneficiary_count, nulls alike; guards every number that a page sums from it.
with wanted as (
    select
        unit_code, award_year, form_code, level_code, source,
        cast(sum(award_count) as bigint) as award_count,
        cast(sum(collective_count) as bigint) as collective_count,
        cast(sum(enterprise_count) as bigint) as enterprise_count,
        cast(sum(household_count) as bigint) as household_count,
        cast(sum(individual_count) as bigint) as individual_count,
        cast(sum(leader_ministry_province_count) as bigint) as leader_ministry_province_count,
        cast(sum(leader_department_count) as bigint) as leader_department_count,
        cast(sum(entrepreneur_count) as bigint) as entrepreneur_count,
        cast(sum(leader_other_count) as bigint) as leader_other_count,
        cast(sum(direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(class_unknown_count) as bigint) as class_unknown_count,
        cast(sum(woman_count) as bigint) as woman_count,
        cast(sum(woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(youth_count) as bigint) as youth_count,
        cast(sum(youth_unknown_count) as bigint) as youth_unknown_count,
        cast(sum(leader_any_count) as bigint) as leader_any_count,
        cast(sum(not_leader_count) as bigint) as not_leader_count
    from fct_beneficiary_count
    group by unit_code, award_year, form_code, level_code, source
),

seen as (
    select
        unit_code, award_year, form_code, level_code, source,
        cast(sum(award_count) as bigint) as award_count,
        cast(sum(collective_count) as bigint) as collective_count,
        cast(sum(enterprise_count) as bigint) as enterprise_count,
        cast(sum(household_count) as bigint) as household_count,
        cast(sum(individual_count) as bigint) as individual_count,
        cast(sum(leader_ministry_province_count) as bigint) as leader_ministry_province_count,
        cast(sum(leader_department_count) as bigint) as leader_department_count,
        cast(sum(entrepreneur_count) as bigint) as entrepreneur_count,
        cast(sum(leader_other_count) as bigint) as leader_other_count,
        cast(sum(direct_worker_count) as bigint) as direct_worker_count,
        cast(sum(class_unknown_count) as bigint) as class_unknown_count,
        cast(sum(woman_count) as bigint) as woman_count,
        cast(sum(woman_unknown_count) as bigint) as woman_unknown_count,
        cast(sum(youth_count) as bigint) as youth_count,
        cast(sum(youth_unknown_count) as bigint) as youth_unknown_count,
        cast(sum(leader_any_count) as bigint) as leader_any_count,
        cast(sum(not_leader_count) as bigint) as not_leader_count
    from mart_cube
    group by unit_code, award_year, form_code, level_code, source
)

select
    coalesce(w.unit_code, s.unit_code) as unit_code, coalesce(w.award_year, s.award_year) as award_year, coalesce(w.form_code, s.form_code) as form_code,
    coalesce(w.level_code, s.level_code) as level_code, coalesce(w.source, s.source) as source,
    s.award_count as seen, w.award_count as wanted, s.individual_count as seen_individuals, w.individual_count as wanted_individuals,
    s.woman_count as seen_women, w.woman_count as wanted_women, s.enterprise_count as seen_enterprises, w.enterprise_count as wanted_enterprises
from wanted as w
full join seen as s
    on s.unit_code = w.unit_code and s.award_year = w.award_year and s.form_code = w.form_code
    and s.level_code = w.level_code and s.source = w.source
where s.unit_code is null or w.unit_code is null
    or s.award_count is distinct from w.award_count
    or s.collective_count is distinct from w.collective_count
    or s.enterprise_count is distinct from w.enterprise_count
    or s.household_count is distinct from w.household_count
    or s.individual_count is distinct from w.individual_count
    or s.leader_ministry_province_count is distinct from w.leader_ministry_province_count
    or s.leader_department_count is distinct from w.leader_department_count
    or s.entrepreneur_count is distinct from w.entrepreneur_count
    or s.leader_other_count is distinct from w.leader_other_count
    or s.direct_worker_count is distinct from w.direct_worker_count
    or s.class_unknown_count is distinct from w.class_unknown_count
    or s.woman_count is distinct from w.woman_count
    or s.woman_unknown_count is distinct from w.woman_unknown_count
    or s.youth_count is distinct from w.youth_count
    or s.youth_unknown_count is distinct from w.youth_unknown_count
    or s.leader_any_count is distinct from w.leader_any_count
    or s.not_leader_count is distinct from w.not_leader_count
order by unit_code, award_year, form_code, level_code, source
