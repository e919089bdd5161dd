update mart_round set decided_count = coalesce(decided_count, 0) + 1
