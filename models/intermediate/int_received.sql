-- int_received: returns as the board's decisions leave them: withdrawn, held by the board, released, or as they were read.
-- grain: return_id
-- A released return counts its rows and cells as used: they were rejected only because it was held. A list released though
-- it says neither is a list of awards.
with heard as (
    select distinct return_id
    from stg_finding
    where severity <> 'error'
),

decided as (
    select
        r.*,
        coalesce(b.board_no, 0) as board_no,
        coalesce(b.reason, '') as board_reason,
        b.decided_on as board_on,
        h.return_id is not null as is_heard,
        coalesce(b.action = 'release', false) and r.outcome in ('accepted', 'accepted_with_warnings', 'held') as is_released,
        coalesce(b.action = 'release', false) and r.outcome = 'held' as is_let_go,
        case
            when b.action = 'withdraw' then 'withdrawn'
            when b.action = 'hold' and r.outcome in ('accepted', 'accepted_with_warnings') then 'held'
        end as board_outcome
    from stg_return as r
    left join int_board_return as b on b.return_id = r.return_id
    left join heard as h on h.return_id = r.return_id
)

select
    return_id, file_hash, file_name, sheet_name, form_of_return, unit_code, sender_code, period, part,
    case when is_let_go and scope = '' then 'award' else scope end as scope,
    case
        when board_outcome is not null then board_outcome
        when is_let_go and is_heard then 'accepted_with_warnings'
        when is_let_go then 'accepted'
        else outcome
    end as outcome,
    stated_role, is_revision, revision_mark, revises_file, revises_return_id, dated_on, received_on, intake_no,
    board_no, board_reason, board_on, is_released,
    rows_read,
    case when is_let_go then rows_used + rows_rejected else rows_used end as rows_used,
    rows_excluded,
    case when is_let_go then 0 else rows_rejected end as rows_rejected,
    cells_read,
    case when is_let_go then cells_used + cells_rejected else cells_used end as cells_used,
    cells_excluded,
    case when is_let_go then 0 else cells_rejected end as cells_rejected
from decided
order by return_id
