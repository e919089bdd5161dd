-- fct_list_row: rows of lists that stand: awards that count, awards of control returns, proposals; with the cells that say so.
-- grain: award_id
-- Awards that were revoked or corrected are not here. fact: beneficiary (counts), control, proposal. recipient_key is the first
-- award, of those that count, of the same recipient: the digest that recipients are told by stays in the raw tables.
-- enterprise_amount: what a collective adds to enterprise_count; nought of one that is known to be no enterprise only where all
-- beside it are known too, so that a list which tells them apart has 0; one which leaves it open has null, or what it does tell.
with standing_row as (
    select
        a.*,
        case
            when a.is_proposal then 'proposal'
            when a.standing = 'counted' then 'beneficiary'
            else 'control'
        end as fact
    from int_award as a
    left join int_award_event as e on e.target_award_id = a.award_id
    where e.target_award_id is null and a.standing <> 'event' and (not a.is_proposal or a.standing = 'counted')
),

recipient as (
    select fact, recipient_key, min(award_id) as first_award_id
    from standing_row
    where fact = 'beneficiary'
    group by fact, recipient_key
),

enterprise_open as (
    select distinct standing, fact, unit_code, award_year, decided_year, form_code, level_code
    from standing_row
    where recipient_kind = 'collective' and is_enterprise is null
),

outside_state_total as (
    select distinct form_code
    from dim_award_form
    where not counts_in_state_total
)

select
    a.award_id, a.return_id, a.fact, a.unit_code, a.sender_code, a.workplace_code, a.decided_by, a.recipient_kind,
    coalesce(n.first_award_id, '') as recipient_key,
    a.form_code, a.level_code, a.achievement_code, a.movement, a.field_code, a.decision_no, a.decided_on,
    a.award_year, a.decided_year, a.beneficiary_class, a.is_woman, a.is_youth, a.is_ethnic_minority, a.is_religious,
    a.is_small_collective, a.is_enterprise, a.event, o.form_code is null as counts_in_state_total,
    cast(case
        when a.is_enterprise then 1
        when not a.is_enterprise and p.fact is null then 0
    end as bigint) as enterprise_amount,
    a.source_file, a.source_sheet, a.source_row,
    a.name_cell,
    case when a.form_cell <> '' then a.form_cell else a.name_cell end as form_cell,
    case when a.gender_cell <> '' then a.gender_cell else a.name_cell end as gender_cell,
    case when a.birth_cell <> '' then a.birth_cell else a.name_cell end as birth_cell,
    case when a.class_cell <> '' then a.class_cell else a.name_cell end as class_cell
from standing_row as a
left join recipient as n on n.recipient_key = a.recipient_key and n.fact = a.fact
left join enterprise_open as p
    on p.standing = a.standing and p.fact = a.fact and p.unit_code = a.unit_code and p.award_year = a.award_year
    and p.decided_year = a.decided_year and p.form_code = a.form_code and p.level_code = a.level_code
left join outside_state_total as o on o.form_code = a.form_code
order by a.award_id
