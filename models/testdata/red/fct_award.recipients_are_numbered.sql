update fct_list_row set recipient_key = '7' where recipient_key = '1'
