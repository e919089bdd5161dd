insert into fct_delegate select * replace ('a04' as person_id, 'r2' as return_id) from fct_delegate where person_id = 'd1'
