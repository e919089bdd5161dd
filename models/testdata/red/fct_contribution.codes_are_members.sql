update fct_contribution set form_code = 'bk_xa'
