-- int_board_return: what the board decided of a return: the last of withdraw, hold and release that holds.
-- grain: return_id
-- A return held by the reader whose holding findings are all accepted is released by the last of these decisions. Nothing
-- releases a return that lacks unit or year: it has no place to count in.
with holding as (
    select f.return_id, f.finding_id, f.code, a.board_no, a.reason
    from stg_finding as f
    inner join stg_return as r on r.return_id = f.return_id and r.outcome = 'held'
    left join int_board_finding as a
        on a.return_id = f.return_id and a.code = f.code and a.source_sheet = f.source_sheet and a.source_cell = f.source_cell
    where f.severity = 'error'
),

lacking as (
    select distinct return_id
    from holding
    where code in ('unit-not-stated', 'unit-unknown-head', 'year-not-stated')
),

accepted_hold as (
    select return_id, max(board_no) as board_no
    from holding
    group by return_id
    having count(*) = count(board_no)
),

said as (
    select target as return_id, board_no, action
    from stg_board
    where action in ('withdraw', 'hold', 'release')
    union all
    select return_id, board_no, 'release' as action
    from accepted_hold
),

latest as (
    select
        s.return_id, s.board_no, s.action,
        row_number() over (partition by s.return_id order by s.board_no desc) as decision_no
    from said as s
    left join lacking as k on k.return_id = s.return_id
    where k.return_id is null or s.action <> 'release'
)

select l.return_id, l.board_no, l.action, b.reason, b.decided_on
from latest as l
inner join stg_board as b on b.board_no = l.board_no
where l.decision_no = 1
order by l.return_id
