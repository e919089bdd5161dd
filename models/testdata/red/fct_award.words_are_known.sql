update fct_list_row set event = 'revoked'
