update fct_exemplar_period set is_found = true
