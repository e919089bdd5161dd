-- fct_award.recipients_are_numbered: recipients are numbered from 1 without a gap, so that no name or digest of one leaves with the published copy.
with numbered as (
    select recipient_key, count(*) as award_count
    from fct_award
    group by recipient_key
),

placed as (
    select recipient_key, award_count, row_number() over (order by length(recipient_key), recipient_key) as place
    from numbered
)

select recipient_key, award_count, place
from placed
where recipient_key is null or recipient_key <> cast(place as varchar)
order by place
