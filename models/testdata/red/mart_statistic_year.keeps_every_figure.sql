update mart_statistic_year set statistic_count = statistic_count + 1
