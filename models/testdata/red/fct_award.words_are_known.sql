update fct_award set event = 'revoked'
