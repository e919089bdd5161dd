-- fct_award_person: name and birth of the recipients of fct_award; stays in the warehouse, never published.
-- grain: award_id
select a.award_id, i.recipient_name, i.birth_on, i.birth_year
from fct_award as a
inner join int_award as i on i.award_id = a.award_id
order by a.award_id
