update fct_list_row set level_code = 'lang'
