update dim_law_break set form_code = 'khong_co' where break_code = (select min(break_code) from dim_law_break where form_code <> '')
