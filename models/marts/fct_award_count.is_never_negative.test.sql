-- fct_award_count.is_never_negative: types of achievement never exceed the total that they are part of.
select unit_code, award_year, form_code, achievement_code, source, award_count
from fct_award_count
where award_count < 0 or award_count is null
order by unit_code, award_year, form_code, achievement_code, source
