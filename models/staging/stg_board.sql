-- stg_board: decisions of the board that hold; what was undone an odd number of times does not.
-- grain: board_no
with undone as (
    select root_no, count(*) as undo_count
    from raw_board
    where action = 'undo'
    group by root_no
)

select
    b.board_no,
    b.action,
    coalesce(b.target, '') as target,
    coalesce(b.finding_code, '') as finding_code,
    coalesce(b.source_sheet, '') as source_sheet,
    coalesce(b.source_cell, '') as source_cell,
    coalesce(b.kind, '') as kind,
    coalesce(b.code, '') as code,
    b.valid_from,
    b.valid_to,
    coalesce(b.reason, '') as reason,
    b.decided_on
from raw_board as b
left join undone as u on u.root_no = b.board_no
where b.action <> 'undo' and mod(coalesce(u.undo_count, 0), 2) = 0
order by b.board_no
