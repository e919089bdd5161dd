update fct_award set recipient_key = 'nguyen van a 1980'
