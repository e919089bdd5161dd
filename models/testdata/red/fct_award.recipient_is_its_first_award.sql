update fct_list_row set recipient_key = 'nguyen van a 1980' where award_id = (select max(award_id) from fct_award)
