-- int_award_event: which award a revocation removes and which award a correction replaces.
-- grain: event_award_id, target_award_id
-- Both name an award by unit, recipient, form and decision. A recipient written otherwise (another workplace, no birth date)
-- is found by name where births do not contradict and one award answers. A correction of the form itself is matched by the
-- decision alone where that names one award; of two corrections of one award the later stands.
with counted as (
    select *
    from int_award
    where standing = 'counted' and not is_proposal
),

corrected as (
    select
        *,
        row_number() over (order by coalesce(decided_on, date '1900-01-01'), receipt_on, award_id) as correction_no
    from counted
    where event = 'corrected'
),

event_row as (
    select award_id, unit_code, recipient_key, name_key, birth_on, birth_year, form_code, decision_no, event, correction_no
    from corrected
    union all
    select
        award_id, unit_code, recipient_key, name_key, birth_on, birth_year, form_code, decision_no, event,
        cast(null as bigint) as correction_no
    from int_award
    where standing = 'event' and role_code = 'counts' and not is_proposal
),

pair as (
    select
        e.award_id as event_award_id,
        c.award_id as target_award_id,
        e.event,
        case when c.form_code = e.form_code then 1 else 0 end as same_form,
        case when c.recipient_key = e.recipient_key then 1 else 0 end as same_recipient,
        case when c.event = 'corrected' then 0 else 1 end as is_original
    from event_row as e
    inner join counted as c
        on c.unit_code = e.unit_code and c.decision_no = e.decision_no and c.award_id <> e.award_id
        and (
            c.recipient_key = e.recipient_key
            or (
                e.decision_no <> '' and c.name_key = e.name_key
                and coalesce(c.birth_year = e.birth_year, true) and coalesce(c.birth_on = e.birth_on, true)
            )
        )
    left join corrected as earlier on earlier.award_id = c.award_id
    where e.event = 'revoked' or earlier.award_id is null or earlier.correction_no < e.correction_no
),

weighed as (
    select
        *,
        max(same_recipient) over (partition by event_award_id, same_form) as has_same_recipient,
        cast(sum(is_original) over (partition by event_award_id, same_form) as bigint) as originals
    from pair
),

answered as (
    select *
    from weighed
    where same_recipient = 1 or (has_same_recipient = 0 and originals <= 1)
),

other_form as (
    select
        event_award_id,
        min(target_award_id) as target_award_id,
        event
    from answered
    where event = 'corrected' and same_form = 0 and is_original = 1
        and event_award_id not in (select event_award_id from answered where same_form = 1)
        and event_award_id in (select award_id from corrected where decision_no <> '')
    group by event_award_id, event
    having count(*) = 1
)

select event_award_id, target_award_id, event from answered where same_form = 1
union all
select event_award_id, target_award_id, event from other_form
order by event_award_id, target_award_id
