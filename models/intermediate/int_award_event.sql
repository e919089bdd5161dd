-- int_award_event: which award a revocation removes and which award a correction replaces, at most one each.
-- grain: event_award_id, target_award_id
-- Both name an award by unit, recipient, form and decision. A recipient written otherwise (another workplace, no birth date)
-- is found by name where births do not contradict. Numbers of decisions start anew each year: of several that answer, the one
-- of the same form, then recipient, then day, then year is taken, and none where that leaves more than one. An event without
-- a number takes only the one award that answers. A correction of the form itself is matched by the decision alone. Of the
-- corrections of one award each replaces the one before; a revocation removes the last of its form.
with correction as (
    select
        award_id,
        row_number() over (order by coalesce(decided_on, date '1900-01-01'), receipt_on, award_id) as correction_no
    from int_award
    where standing = 'counted' and not is_proposal and event = 'corrected'
),

counted as (
    select
        a.award_id, a.unit_code, a.recipient_key, a.name_key, a.birth_on, a.birth_year, a.form_code, a.decision_no, a.decided_on,
        a.award_year, a.event, k.correction_no
    from int_award as a
    left join correction as k on k.award_id = a.award_id
    where a.standing = 'counted' and not a.is_proposal
),

event_row as (
    select
        award_id, unit_code, recipient_key, name_key, birth_on, birth_year, form_code, decision_no, decided_on, award_year, event,
        correction_no
    from counted
    where event = 'corrected'
    union all
    select
        award_id, unit_code, recipient_key, name_key, birth_on, birth_year, form_code, decision_no, decided_on, award_year, event,
        cast(null as bigint) as correction_no
    from int_award
    where standing = 'event' and role_code = 'counts' and not is_proposal
),

pair as (
    select
        e.award_id as event_award_id,
        e.event,
        e.form_code,
        e.decision_no,
        c.award_id as root_award_id,
        c.correction_no,
        case when c.form_code = e.form_code then 8 else 0 end
        + case when c.recipient_key = e.recipient_key then 4 else 0 end
        + case when c.decided_on = e.decided_on then 2 else 0 end
        + case when c.award_year = e.award_year then 1 else 0 end as likeness
    from event_row as e
    inner join counted as c
        on c.unit_code = e.unit_code and c.decision_no = e.decision_no and c.award_id <> e.award_id
        and (c.form_code = e.form_code or e.decision_no <> '')
        and (
            c.recipient_key = e.recipient_key
            or (
                e.decision_no <> '' and c.name_key = e.name_key
                and coalesce(c.birth_year = e.birth_year, true) and coalesce(c.birth_on = e.birth_on, true)
            )
        )
    where e.event = 'revoked' or c.correction_no is null or c.correction_no < e.correction_no
),

-- a correction of a correction answers for the award that the first of them names
root_pair as (
    select
        *,
        max(likeness) over (partition by event_award_id) as best_likeness,
        count(*) over (partition by event_award_id) as root_count,
        count(*) over (partition by event_award_id, likeness) as alike_count
    from pair
    where correction_no is null or root_award_id not in (select event_award_id from pair)
),

chosen as (
    select event_award_id, event, form_code, root_award_id
    from root_pair
    where likeness = best_likeness and alike_count = 1 and (decision_no <> '' or root_count = 1)
),

chained as (
    select
        h.event_award_id,
        h.root_award_id,
        h.event,
        coalesce(
            lag(h.event_award_id) over (partition by h.root_award_id order by c.correction_no),
            h.root_award_id
        ) as target_award_id
    from chosen as h
    inner join counted as c on c.award_id = h.event_award_id
),

member as (
    select root_award_id, event_award_id as award_id
    from chained
    union all
    select distinct root_award_id, root_award_id as award_id
    from chosen
),

revoked as (
    select
        h.event_award_id,
        m.award_id as target_award_id,
        h.event,
        row_number() over (partition by h.event_award_id order by coalesce(c.correction_no, 0) desc) as member_no
    from chosen as h
    inner join member as m on m.root_award_id = h.root_award_id
    inner join counted as c on c.award_id = m.award_id and c.form_code = h.form_code
    where h.event = 'revoked'
)

select event_award_id, target_award_id, event from chained
union all
select event_award_id, target_award_id, event from revoked
where member_no = 1
order by event_award_id, target_award_id
