-- fct_return.read_is_conserved: rows and cells read are used, excluded or rejected; guards that nothing vanishes.
select return_id, rows_read, rows_used, rows_excluded, rows_rejected, cells_read, cells_used, cells_excluded, cells_rejected
from fct_return
where rows_read is distinct from rows_used + rows_excluded + rows_rejected
    or cells_read is distinct from cells_used + cells_excluded + cells_rejected
order by return_id
