-- fct_return.board_says_why: nothing is withdrawn but by a decision of the board with its reason; guards against losing a return.
select return_id, status, board_no, board_reason
from fct_return
where (status = 'withdrawn' and (board_no = 0 or board_reason = ''))
    or board_no is null or board_reason is null
order by return_id
