update fct_statistic set amount = amount + 100 where column_code = 'woman'
