update fct_list_row set form_code = 'bk_xa'
