update mart_completeness set missing_count = 1 where standing = 'on_time'
