update mart_congress set woman_unknown_count = delegate_count + 1
