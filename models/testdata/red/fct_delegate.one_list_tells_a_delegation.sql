insert into fct_delegate select * replace ('twice' as person_id, 'r26' as return_id) from fct_delegate where person_id = 'd1'
