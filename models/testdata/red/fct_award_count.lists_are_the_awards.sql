delete from fct_award where award_id = (select min(award_id) from fct_award)
