update fct_return set status = 'withdrawn' where return_id = 'r1'
