update fct_return set cells_used = cells_used - 1 where return_id = 'r1'
