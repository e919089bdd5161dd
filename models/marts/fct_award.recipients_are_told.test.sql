-- fct_award.recipients_are_told: each recipient has a digest to be told by; guards distinct counts, in which those without one would be one person.
with untold as (
    select award_id, length(recipient_key) as key_length
    from raw_award
    where recipient_key is null or recipient_key = '' or translate(recipient_key, '0123456789abcdef', '') <> ''
)

select a.award_id, u.key_length
from fct_award as a
inner join untold as u on u.award_id = a.award_id
order by a.award_id
