-- int_list_contribution: what each listed award adds to each measure, with the cell that says so.
-- grain: contribution_id
with outside_state_total as (
    select distinct form_code
    from dim_award_form
    where not counts_in_state_total
),

row_in_scope as (
    select
        a.*,
        case
            when a.is_proposal then 'proposal'
            when a.standing = 'counted' then 'beneficiary'
            else 'control'
        end as fact,
        case when a.form_cell <> '' then a.form_cell else a.name_cell end as form_place,
        case when a.gender_cell <> '' then a.gender_cell else a.name_cell end as gender_place,
        case when a.birth_cell <> '' then a.birth_cell else a.name_cell end as birth_place,
        case when a.class_cell <> '' then a.class_cell else a.name_cell end as class_place
    from int_award as a
    left join outside_state_total as o on o.form_code = a.form_code
    left join int_award_event as e on e.target_award_id = a.award_id
    where o.form_code is null and e.target_award_id is null
        and a.standing <> 'event' and (not a.is_proposal or a.standing = 'counted')
),

counted_or_control as (
    select *
    from row_in_scope
    where fact <> 'proposal'
),

added as (
    select award_id, 'award' as fact, 'award_count' as measure, form_place as source_cell
    from counted_or_control
    where fact = 'beneficiary'
    union all
    select award_id, fact, case when fact = 'proposal' then 'proposal_count' else 'award_count' end as measure, form_place as source_cell
    from row_in_scope
    union all
    select award_id, fact, recipient_kind || '_count' as measure, name_cell as source_cell
    from counted_or_control
    union all
    select
        award_id, fact,
        case when beneficiary_class = 'chua_ro' then 'class_unknown_count' else beneficiary_class || '_count' end as measure,
        class_place as source_cell
    from counted_or_control
    where recipient_kind = 'individual'
    union all
    select
        award_id, fact,
        case when is_woman is null then 'woman_unknown_count' else 'woman_count' end as measure,
        gender_place as source_cell
    from counted_or_control
    where recipient_kind = 'individual' and is_woman is distinct from false
    union all
    select
        award_id, fact,
        case when is_youth is null then 'youth_unknown_count' else 'youth_count' end as measure,
        birth_place as source_cell
    from counted_or_control
    where recipient_kind = 'individual' and is_youth is distinct from false
)

select
    d.award_id || ':' || d.fact || ':' || d.measure as contribution_id,
    a.return_id, a.source_file, a.source_sheet, d.source_cell, d.fact, d.measure,
    cast(1 as bigint) as amount,
    a.unit_code, a.award_year, a.decided_year, a.form_code, a.level_code,
    case when d.fact in ('award', 'proposal') then a.achievement_code else '' end as achievement_code
from added as d
inner join int_award as a on a.award_id = d.award_id
order by contribution_id
