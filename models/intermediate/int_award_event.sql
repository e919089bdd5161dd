-- int_award_event: which award a revocation removes and which award a correction replaces.
-- grain: event_award_id, target_award_id
-- Both name an award by unit, recipient, form and decision. A correction of the form itself is matched by the decision
-- alone where that names one award; of two corrections of one award the later stands.
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

revoked as (
    select *
    from int_award
    where standing = 'event' and role_code = 'counts' and not is_proposal
),

removed as (
    select e.award_id as event_award_id, c.award_id as target_award_id, e.event
    from revoked as e
    inner join counted as c
        on c.unit_code = e.unit_code and c.recipient_key = e.recipient_key
        and c.form_code = e.form_code and c.decision_no = e.decision_no
),

replaced as (
    select e.award_id as event_award_id, c.award_id as target_award_id, e.event
    from corrected as e
    inner join counted as c
        on c.unit_code = e.unit_code and c.recipient_key = e.recipient_key
        and c.form_code = e.form_code and c.decision_no = e.decision_no
    left join corrected as earlier on earlier.award_id = c.award_id
    where c.award_id <> e.award_id and (earlier.award_id is null or earlier.correction_no < e.correction_no)
),

other_form as (
    select
        e.award_id as event_award_id,
        min(c.award_id) as target_award_id,
        e.event
    from corrected as e
    inner join counted as c
        on c.unit_code = e.unit_code and c.recipient_key = e.recipient_key and c.decision_no = e.decision_no
    where e.decision_no <> '' and c.event <> 'corrected' and c.form_code <> e.form_code
        and e.award_id not in (select event_award_id from replaced)
    group by e.award_id, e.event
    having count(*) = 1
)

select event_award_id, target_award_id, event from removed
union all
select event_award_id, target_award_id, event from replaced
union all
select event_award_id, target_award_id, event from other_form
order by event_award_id, target_award_id
