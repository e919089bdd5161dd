-- fct_award.recipient_key_is_a_digest: the key of a recipient is hexadecimal, so that no name leaves with the published copy.
select award_id, length(recipient_key) as key_length
from fct_award
where translate(recipient_key, '0123456789abcdef', '') <> '' or recipient_key = '' or recipient_key is null
order by award_id
