update fct_award_count set award_count = -1
