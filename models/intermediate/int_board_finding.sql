-- int_board_finding: findings that the board accepted, by their place, with the last decision that says so.
-- grain: return_id, code, source_sheet, source_cell
select return_id, code, source_sheet, source_cell, board_no, reason
from (
    select
        target as return_id, finding_code as code, source_sheet, source_cell, board_no, reason,
        row_number() over (partition by target, finding_code, source_sheet, source_cell order by board_no desc) as decision_no
    from stg_board
    where action = 'accept'
) as accepted
where decision_no = 1
order by return_id, code, source_sheet, source_cell
