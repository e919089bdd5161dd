-- mart_achievement_year: awards by year, form and achievement type.
-- grain: award_year, form_code, achievement_code
-- measures: award_count
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: form_code: hình thức | award form
-- column: achievement_code: loại thành tích | achievement type
-- column: award_count: số lượt khen thưởng | awards
select
    award_year, form_code, achievement_code,
    cast(sum(award_count) as bigint) as award_count
from fct_award_count
group by award_year, form_code, achievement_code
order by award_year, form_code, achievement_code
