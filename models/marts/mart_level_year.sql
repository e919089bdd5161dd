-- mart_level_year: awards by year and deciding level.
-- grain: award_year, level_code
-- measures: award_count, individual_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: level_code: cấp quyết định | deciding level
-- column: award_count: số lượt khen thưởng | awards
-- column: individual_count: cá nhân | individuals
select
    award_year, level_code,
    cast(sum(award_count) as bigint) as award_count,
    cast(sum(individual_count) as bigint) as individual_count
from fct_beneficiary_count
group by award_year, level_code
order by award_year, level_code
