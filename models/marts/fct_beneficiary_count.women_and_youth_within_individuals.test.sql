-- fct_beneficiary_count.women_and_youth_within_individuals: women, youth and those not known are some of the individuals; guards their shares.
select unit_code, award_year, form_code, level_code, source, individual_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count
from fct_beneficiary_count
where coalesce(woman_count, 0) + coalesce(woman_unknown_count, 0) > individual_count
    or coalesce(youth_count, 0) + coalesce(youth_unknown_count, 0) > individual_count
    or (individual_count is not null and (woman_unknown_count is null or youth_unknown_count is null))
order by unit_code, award_year, form_code, level_code, source
