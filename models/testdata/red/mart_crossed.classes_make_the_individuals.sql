update mart_crossed set direct_worker_count = 0 where direct_worker_count is not null
