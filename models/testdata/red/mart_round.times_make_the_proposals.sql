update mart_round set on_time_count = coalesce(on_time_count, 0) + 1, late_count = coalesce(late_count, 0) + 1
