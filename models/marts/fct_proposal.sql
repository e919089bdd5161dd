-- fct_proposal: awards proposed, not decided; never part of a count of awards.
-- grain: unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
select
    unit_code, award_year, decided_year, form_code, level_code, achievement_code, source,
    cast(sum(amount) as bigint) as proposal_count
from fct_contribution
where fact = 'proposal'
group by unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
order by unit_code, award_year, decided_year, form_code, level_code, achievement_code, source
