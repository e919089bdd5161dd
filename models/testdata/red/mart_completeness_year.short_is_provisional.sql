update mart_completeness_year set complete_unit_count = expected_unit_count + 1
