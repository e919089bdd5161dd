-- fct_beneficiary_count.kinds_make_the_total: collectives, households and individuals make up a list, and never exceed a tally.
select unit_code, award_year, form_code, level_code, source, award_count, collective_count, household_count, individual_count
from fct_beneficiary_count
where (source = 'list' and award_count is distinct from collective_count + household_count + individual_count)
    or (source = 'tally' and award_count < coalesce(collective_count, 0) + coalesce(household_count, 0) + coalesce(individual_count, 0))
    or enterprise_count > coalesce(collective_count, award_count)
order by unit_code, award_year, form_code, level_code, source
