-- int_list_contribution: what each listed award adds to each measure, with the cell that says so.
-- grain: contribution_id
-- order: none; what reads this step orders by its own grain
-- A collective that is known to be no enterprise adds nought to enterprise_count where all beside it are known too, so that a
-- list which tells them apart has 0; one which leaves it open has null, or what it does tell.
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
        case when a.class_cell <> '' then a.class_cell else a.name_cell end as class_place,
        cast(sum(case when a.recipient_kind = 'collective' and a.is_enterprise is null then 1 else 0 end) over (
            partition by a.standing, a.is_proposal, a.unit_code, a.award_year, a.decided_year, a.form_code, a.level_code
        ) as bigint) as enterprise_open
    from int_award as a
    left join outside_state_total as o on o.form_code = a.form_code
    left join int_award_event as e on e.target_award_id = a.award_id
    where o.form_code is null and e.target_award_id is null
        and a.standing <> 'event' and (not a.is_proposal or a.standing = 'counted')
),

added as (
    select
        a.*,
        p.part,
        case p.part
            when 'type' then case when a.fact = 'beneficiary' then 'award_count' end
            when 'total' then case when a.fact = 'proposal' then 'proposal_count' else 'award_count' end
            when 'kind' then case when a.fact <> 'proposal' then a.recipient_kind || '_count' end
            when 'enterprise' then
                case when a.fact <> 'proposal' and (a.is_enterprise or (not a.is_enterprise and a.enterprise_open = 0)) then 'enterprise_count' end
            when 'class' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.beneficiary_class = 'chua_ro' then 'class_unknown_count'
                    else a.beneficiary_class || '_count'
                end
            when 'woman' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.is_woman is null then 'woman_unknown_count'
                    when a.is_woman then 'woman_count'
                end
            when 'youth' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.is_youth is null then 'youth_unknown_count'
                    when a.is_youth then 'youth_count'
                end
        end as measure
    from row_in_scope as a
    cross join (values ('type'), ('total'), ('kind'), ('enterprise'), ('class'), ('woman'), ('youth')) as p (part)
)

select
    award_id || ':' || case part when 'type' then 'award' else fact end || ':' || measure as contribution_id,
    return_id, source_file, source_sheet,
    case part
        when 'kind' then name_cell
        when 'class' then class_place
        when 'enterprise' then class_place
        when 'woman' then gender_place
        when 'youth' then birth_place
        else form_place
    end as source_cell,
    case part when 'type' then 'award' else fact end as fact,
    measure,
    cast(case when part = 'enterprise' and not is_enterprise then 0 else 1 end as bigint) as amount,
    unit_code, award_year, decided_year, form_code, level_code,
    case when part = 'type' or fact = 'proposal' then achievement_code else '' end as achievement_code
from added
where measure is not null
