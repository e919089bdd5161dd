insert into fct_statistic by name select * replace ('other' as return_id) from fct_statistic
