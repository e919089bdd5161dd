-- int_duplicate: awards that another return seems to report too; suspected, never merged, both count.
-- grain: award_id
-- One award = one person by name and year of birth, or one recipient by name and workplace, with form, year, movement and
-- decision. No part of that is ever null: what is not known joins too. A name alone tells nobody. A register that only controls is no second report. Each award is told once, beside the
-- place that had it first.
with counted as (
    select
        a.award_id, a.return_id, a.unit_code, a.birth_on, a.form_code, a.award_year, a.decision_no,
        coalesce(a.recipient_kind, 'chua_ro') as recipient_kind, coalesce(a.decided_on, date '1900-01-01') as decided_on,
        a.movement, a.achievement_code, a.receipt_on, a.source_file, a.source_sheet, a.source_row, a.name_cell,
        case when a.birth_year is null then a.recipient_key else a.name_key || '|' || cast(a.birth_year as varchar) end as recipient,
        lower(trim(a.recipient_name)) as spelt
    from int_award as a
    left join int_award_event as e on e.target_award_id = a.award_id
    where a.standing = 'counted' and not a.is_proposal and e.target_award_id is null
        and a.form_code <> 'chua_ro' and a.recipient_name <> ''
        and (a.decision_no <> '' or a.decided_on is not null)
        and (a.birth_year is not null or a.recipient_key <> a.name_key)
),

-- only what several returns hold can be told twice; most recipients stand in one
recurring as (
    select recipient
    from counted
    group by recipient
    having min(return_id) <> max(return_id)
),

repeated as (
    select recipient, spelt, recipient_kind, form_code, award_year, decision_no, decided_on, movement, achievement_code
    from counted
    where recipient in (select recipient from recurring)
    group by recipient, spelt, recipient_kind, form_code, award_year, decision_no, decided_on, movement, achievement_code
    having min(return_id) <> max(return_id)
),

numbered as (
    select
        c.*,
        dense_rank() over (
            order by
                c.recipient, c.spelt, c.recipient_kind, c.form_code, c.award_year, c.decision_no, c.decided_on, c.movement,
                c.achievement_code
        ) as award_no
    from counted as c
    inner join repeated as r
        on r.recipient = c.recipient and r.spelt = c.spelt and r.recipient_kind = c.recipient_kind and r.form_code = c.form_code
        and r.award_year = c.award_year and r.decision_no = c.decision_no and r.decided_on = c.decided_on
        and r.movement = c.movement and r.achievement_code = c.achievement_code
),

placed as (
    select
        *,
        row_number() over (partition by award_no order by receipt_on, return_id, source_sheet, source_row, award_id) as place_no
    from numbered
)

select
    a.award_id, a.return_id, a.source_sheet, a.name_cell, a.unit_code,
    f.award_id as first_award_id, f.unit_code as first_unit_code,
    f.source_file as first_file, f.source_sheet as first_sheet, f.name_cell as first_cell
from placed as a
inner join placed as f on f.award_no = a.award_no and f.place_no = 1
where a.return_id <> f.return_id and coalesce(a.birth_on = f.birth_on, true)
order by a.award_id
