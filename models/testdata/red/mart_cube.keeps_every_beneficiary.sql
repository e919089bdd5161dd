update mart_cube set enterprise_count = 0 where enterprise_count is null
