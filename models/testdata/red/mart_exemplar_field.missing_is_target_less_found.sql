update mart_exemplar_field set missing_count = 0 where target_count > found_count
