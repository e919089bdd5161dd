update mart_level_year set award_count = coalesce(award_count, 0) + 1
