update mart_form_period set award_count = coalesce(award_count, 0) + 100000, list_count = coalesce(list_count, 0) + 100000
