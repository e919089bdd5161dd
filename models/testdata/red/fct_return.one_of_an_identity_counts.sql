insert into fct_return by name select * replace ('other' as return_id) from fct_return
