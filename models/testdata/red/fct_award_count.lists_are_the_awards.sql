delete from fct_list_row where award_id = (select min(award_id) from fct_award)
