update fct_finding set state = 'accepted'
