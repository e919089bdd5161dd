update fct_return set status = 'superseded'
