update mart_reconciliation set difference_count = coalesce(difference_count, 0) + 1
