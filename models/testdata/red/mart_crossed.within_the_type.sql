update mart_crossed set collective_count = collective_count + 1
