-- mart_form_year: awards by year and form, by kind of recipient.
-- grain: award_year, form_code
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: form_code: hình thức | award form
-- column: award_count: số lượt khen thưởng | awards
-- column: collective_count: tập thể | collectives
-- column: enterprise_count: trong đó doanh nghiệp | of which enterprises
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
select
    award_year, form_code,
    cast(sum(award_count) as bigint) as award_count,
    cast(sum(collective_count) as bigint) as collective_count,
    cast(sum(enterprise_count) as bigint) as enterprise_count,
    cast(sum(household_count) as bigint) as household_count,
    cast(sum(individual_count) as bigint) as individual_count
from fct_beneficiary_count
group by award_year, form_code
order by award_year, form_code
