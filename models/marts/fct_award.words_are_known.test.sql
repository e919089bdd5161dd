-- fct_award.words_are_known: event and kind of recipient are of their lists; a revoked award is not here.
select award_id, event, recipient_kind
from fct_award
where coalesce(event, '') not in ('awarded', 'posthumous', 'corrected')
    or coalesce(recipient_kind, '') not in ('individual', 'collective', 'household')
order by award_id
