update fct_return set status = 'new'
