update mart_form_period set list_count = 0, award_count = tally_count
