update fct_award set level_code = 'lang'
