update fct_statistic set measure = 'body_count'
