-- int_standing: which return of one identity stands: first, revision, second or replaced.
-- grain: return_id
-- Of returns received on one day that say nothing of one another, the one taken in first stands; those of one run by date and hash.
-- A revision that names what it replaces takes that return's identity.
-- A second return that the board releases replaces the first, as a revision dated on the day of the decision.
with identified as (
    select
        s.*,
        coalesce(s.dated_on, s.received_on, date '1900-01-01') as stated_on,
        coalesce(s.received_on, date '9999-12-31') as receipt_on,
        i.is_accepted,
        i.identity_key,
        i.group_key,
        i.target_id
    from int_received as s
    inner join int_identity as i on i.return_id = s.return_id
),

in_order as (
    select
        *,
        row_number() over (
            partition by group_key, is_revision, is_accepted
            order by receipt_on, intake_no, coalesce(dated_on, date '9999-12-31'), file_hash, return_id
        ) as natural_no
    from identified
),

grouped as (
    select
        return_id, file_hash, file_name, sheet_name, form_of_return, unit_code, sender_code, period, part, scope, stated_role, outcome,
        revises_file, revises_return_id, dated_on, received_on, receipt_on, intake_no, board_no, board_reason,
        rows_read, rows_used, rows_excluded, rows_rejected, cells_read, cells_used, cells_excluded, cells_rejected,
        is_accepted, identity_key, group_key, target_id,
        is_revision or (is_released and is_accepted and natural_no > 1) as is_revision,
        case when not is_revision and is_released and is_accepted and natural_no > 1 then 'board' else revision_mark end as revision_mark,
        case when is_released and board_on > stated_on then board_on else stated_on end as stated_on,
        case when is_released then board_no else 0 end as release_no
    from in_order
),

ranked as (
    select
        *,
        case when not is_revision then row_number() over (
            partition by group_key, is_revision, is_accepted
            order by receipt_on, intake_no, coalesce(dated_on, date '9999-12-31'), file_hash, return_id
        ) end as first_no,
        case when is_revision then row_number() over (
            partition by group_key, is_revision, is_accepted
            order by stated_on, release_no, receipt_on, file_hash, return_id
        ) else 0 end as revision,
        case when is_revision then row_number() over (
            partition by group_key, is_revision, is_accepted
            order by stated_on desc, release_no desc, receipt_on desc, file_hash desc, return_id desc
        ) end as last_no,
        max(case when is_revision and is_accepted then 1 else 0 end) over (partition by group_key) as has_revision
    from grouped
),

-- what a revision names gives way, and what has its own identity; the later of two revisions stands
replaced as (
    select distinct t.return_id
    from ranked as r
    inner join ranked as t
        on t.return_id <> r.return_id
        and (t.return_id = r.target_id or (t.identity_key = r.identity_key and t.group_key <> r.group_key))
    where r.is_revision and r.is_accepted and t.is_accepted
        and (
            not t.is_revision
            or t.stated_on < r.stated_on
            or (t.stated_on = r.stated_on and t.release_no < r.release_no)
            or (t.stated_on = r.stated_on and t.release_no = r.release_no and t.receipt_on < r.receipt_on)
            or (
                t.stated_on = r.stated_on and t.release_no = r.release_no and t.receipt_on = r.receipt_on
                and (t.file_hash < r.file_hash or (t.file_hash = r.file_hash and t.return_id < r.return_id))
            )
        )
),

decided as (
    select
        r.*,
        case
            when not r.is_accepted then r.outcome
            when p.return_id is not null then 'superseded'
            when r.first_no > 1 then 'held'
            when r.first_no = 1 and r.has_revision = 1 then 'superseded'
            when r.last_no > 1 then 'superseded'
            else r.outcome
        end as standing,
        r.is_accepted and p.return_id is null and coalesce(r.first_no, 1) > 1 as is_second,
        first_value(r.file_name) over (
            partition by r.group_key
            order by case when r.is_accepted then 0 else 1 end, coalesce(r.first_no, 1), r.revision, r.return_id
            rows between unbounded preceding and unbounded following
        ) as first_file
    from ranked as r
    left join replaced as p on p.return_id = r.return_id
)

select
    return_id,
    file_hash,
    file_name,
    sheet_name,
    form_of_return,
    unit_code,
    sender_code,
    period,
    part,
    scope,
    stated_role,
    revision,
    revision_mark,
    outcome,
    standing,
    is_second,
    first_file,
    revises_file,
    revises_return_id,
    board_no,
    board_reason,
    dated_on,
    received_on,
    receipt_on,
    rows_read,
    rows_used,
    rows_excluded,
    rows_rejected,
    cells_read,
    cells_used,
    cells_excluded,
    cells_rejected
from decided
order by return_id
