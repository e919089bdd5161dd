update mart_unit_boundary_year set award_count = coalesce(award_count, 0) + 1 where boundaries = 'today'
