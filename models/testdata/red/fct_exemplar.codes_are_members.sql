update fct_exemplar set status_code = 'tam_duoc'
