update mart_quota set numerator_count = numerator_count + 1
