update fct_return set status = 'withdrawn' where return_id in (select return_id from fct_contribution)
