delete from fct_award_count
