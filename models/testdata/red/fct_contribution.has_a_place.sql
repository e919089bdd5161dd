update fct_contribution set source_cell = ''
