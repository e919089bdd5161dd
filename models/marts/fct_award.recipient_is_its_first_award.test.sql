-- fct_award.recipient_is_its_first_award: recipients are told by their first award, so that no name or digest of one leaves with the published copy.
with recipient as (
    select recipient_key, min(award_id) as first_award_id
    from fct_award
    group by recipient_key
)

select recipient_key, first_award_id
from recipient
where recipient_key is distinct from first_award_id
order by first_award_id
