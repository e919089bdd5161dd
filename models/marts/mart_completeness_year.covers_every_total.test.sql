-- mart_completeness_year.covers_every_total: every year of a published total has its completeness; guards that none is printed bare.
with published as (
    select award_year from mart_form_year
    union
    select award_year from mart_beneficiary_year
)

select p.award_year
from published as p
left join mart_completeness_year as c on c.award_year = p.award_year
where c.award_year is null
order by p.award_year
