update fct_list_row set name_cell = '', form_cell = ''
