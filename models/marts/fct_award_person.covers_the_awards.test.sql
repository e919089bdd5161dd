-- fct_award_person.covers_the_awards: each award has its person, and no other is kept.
select coalesce(a.award_id, p.award_id) as award_id, a.award_id is null as without_award, p.award_id is null as without_person
from fct_award as a
full join fct_award_person as p on p.award_id = a.award_id
where a.award_id is null or p.award_id is null
order by award_id
