-- fct_contribution.one_source_counts: of one unit, year and form either lists count or one tally; guards against counting twice.
select unit_code, award_year, form_code, count(distinct source) as sources
from fct_contribution
where fact = 'beneficiary'
group by unit_code, award_year, form_code
having count(distinct source) > 1
order by unit_code, award_year, form_code
