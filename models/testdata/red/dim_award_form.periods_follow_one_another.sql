insert into dim_award_form by name select * replace (date '2050-01-01' as valid_from) from dim_award_form where valid_to is null
