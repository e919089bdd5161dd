-- mart_crossed: who received the awards of each type of achievement, as far as tallies cross the two; lists tell it in mart_cube.
-- grain: unit_code, award_year, form_code, level_code, achievement_code
-- These awards stand in mart_cube too, under chua_tach: never add the two up. How many awards are of a type is in fct_award_count, so that
-- what it has more than the kinds here is told by nobody. A kind told of the form and level is nought in a type without a cell, because
-- its cells add up to its total; of a class nothing follows, and it is null. Women and youth no tally crosses: all are unknown within a type.
-- measures: collective_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_unknown_count, youth_unknown_count, leader_any_count, leader_senior_count, not_leader_count
-- column: unit_code: đơn vị | unit
-- column: award_year: năm thành tích (0: chưa rõ) | year of the achievement (0: not known)
-- column: form_code: hình thức | award form
-- column: level_code: cấp khen thưởng | deciding level
-- column: achievement_code: loại thành tích | achievement type
-- column: collective_count: tập thể | collectives
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
-- column: leader_ministry_province_count: lãnh đạo cấp bộ, tỉnh | leaders of ministry or province rank
-- column: leader_department_count: lãnh đạo cấp vụ, sở, ngành | leaders of department rank
-- column: entrepreneur_count: doanh nhân | entrepreneurs
-- column: leader_other_count: lãnh đạo khác từ phó phòng | other leaders from deputy division head up
-- column: direct_worker_count: người trực tiếp lao động | direct workers
-- column: class_unknown_count: cá nhân biểu không tách theo lớp và loại thành tích | individuals whose class the tally does not cross with the type
-- column: woman_unknown_count: cá nhân chưa rõ giới tính theo loại thành tích | individuals of unknown sex within the type
-- column: youth_unknown_count: cá nhân chưa rõ tuổi theo loại thành tích | individuals of unknown age within the type
-- column: leader_any_count: lãnh đạo, quản lý, biểu không tách cấp | leaders of any rank, of tallies that do not separate them
-- column: leader_senior_count: lãnh đạo cấp tỉnh, sở, biểu không tách hai cấp (nằm trong class_unknown_count) | leaders of province or department rank, of tallies that put both together (among class_unknown_count)
-- column: not_leader_count: không làm công tác quản lý (biểu) | not in management (tally)
with summed as (
    select
        unit_code, award_year, form_code, level_code, achievement_code,
        cast(sum(amount) filter (where measure = 'collective_count') as bigint) as collective_count,
        cast(sum(amount) filter (where measure = 'household_count') as bigint) as household_count,
        cast(sum(amount) filter (where measure = 'individual_count') as bigint) as individual_count,
        cast(sum(amount) filter (where measure = 'leader_ministry_province_count') as bigint) as leader_ministry_province_count,
        cast(sum(amount) filter (where measure = 'leader_department_count') as bigint) as leader_department_count,
        cast(sum(amount) filter (where measure = 'entrepreneur_count') as bigint) as entrepreneur_count,
        cast(sum(amount) filter (where measure = 'leader_other_count') as bigint) as leader_other_count,
        cast(sum(amount) filter (where measure = 'direct_worker_count') as bigint) as direct_worker_count,
        cast(sum(amount) filter (where measure = 'class_unknown_count') as bigint) as class_unknown_count,
        cast(sum(amount) filter (where measure = 'woman_unknown_count') as bigint) as woman_unknown_count,
        cast(sum(amount) filter (where measure = 'youth_unknown_count') as bigint) as youth_unknown_count,
        cast(sum(amount) filter (where measure = 'leader_any_count') as bigint) as leader_any_count,
        cast(sum(amount) filter (where measure = 'leader_senior_count') as bigint) as leader_senior_count,
        cast(sum(amount) filter (where measure = 'not_leader_count') as bigint) as not_leader_count
    from fct_cell_contribution
    where fact = 'crossed'
    group by unit_code, award_year, form_code, level_code, achievement_code
),

told as (
    select
        unit_code, award_year, form_code, level_code,
        max(collective_count) * 0 as collective_count,
        max(household_count) * 0 as household_count,
        max(individual_count) * 0 as individual_count
    from summed
    group by unit_code, award_year, form_code, level_code
)

select
    s.unit_code, s.award_year, s.form_code, s.level_code, s.achievement_code,
    coalesce(s.collective_count, t.collective_count) as collective_count,
    coalesce(s.household_count, t.household_count) as household_count,
    coalesce(s.individual_count, t.individual_count) as individual_count,
    s.leader_ministry_province_count,
    s.leader_department_count,
    s.entrepreneur_count,
    s.leader_other_count,
    s.direct_worker_count,
    coalesce(s.class_unknown_count, t.individual_count) as class_unknown_count,
    coalesce(s.woman_unknown_count, t.individual_count) as woman_unknown_count,
    coalesce(s.youth_unknown_count, t.individual_count) as youth_unknown_count,
    s.leader_any_count,
    s.leader_senior_count,
    s.not_leader_count
from summed as s
inner join told as t on t.unit_code = s.unit_code and t.award_year = s.award_year and t.form_code = s.form_code and t.level_code = s.level_code
order by s.unit_code, s.award_year, s.form_code, s.level_code, s.achievement_code
