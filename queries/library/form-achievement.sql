-- name: form-achievement
-- title_vi: Số liệu của biểu: hình thức, loại thành tích và đối tượng
-- title_en: Figures of forms: awards, achievement types and who received them
-- about_vi: Số liệu gốc cho biểu mẫu thống kê: mỗi đối tượng trong mỗi loại thành tích, ít nhất và nhiều nhất là bao nhiêu. Danh sách cho biết đúng; biểu tổng hợp chỉ cho biết khi hai tổng của nó để ngỏ một khả năng.
-- about_en: Feed of the statistical forms: of each kind of recipient in each achievement type, at least and at most how many. Lists tell exactly; a tally tells where its two totals leave one possibility.
-- counts_by: award_year
-- source: mart_cube, fct_award_count, fct_beneficiary_count
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: form_code text | vi=Mã hình thức | en=Form code
-- column: level_code text | vi=Mã cấp | en=Level code
-- column: achievement_code text | vi=Mã loại thành tích | en=Achievement code
-- column: measure_code text | vi=Mã chỉ tiêu | en=Measure code
-- column: at_least int | vi=Ít nhất | en=At least | unit=lượt/awards
-- column: at_most int | vi=Nhiều nhất | en=At most | unit=lượt/awards
-- column: mart_measure text | vi=Chỉ tiêu của danh sách | en=Measure of the lists
-- column: of_lists int | vi=Trong đó từ danh sách | en=Of which from lists | unit=lượt/awards | figure=mart_cube/{mart_measure}?award_year,form_code,level_code,achievement_code

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from fct_award_count
),

measure as (
    select v.measure_code, v.mart_measure
    from (values
        ('award_count', 'award_count'),
        ('collective_count', 'collective_count'),
        ('household_count', 'household_count'),
        ('individual_count', 'individual_count'),
        ('collective_household_count', null),
        ('leader_count', null),
        ('leader_ministry_province_count', 'leader_ministry_province_count'),
        ('leader_department_count', 'leader_department_count'),
        ('leader_senior_count', null),
        ('leader_other_count', 'leader_other_count'),
        ('direct_worker_count', 'direct_worker_count'),
        ('not_leader_count', null),
        ('entrepreneur_count', 'entrepreneur_count'),
        ('class_unknown_count', 'class_unknown_count')
    ) as v (measure_code, mart_measure)
),

list_told as (
    select
        c.award_year, c.form_code, c.level_code, c.achievement_code, m.measure_code, m.mart_measure,
        case m.measure_code
            when 'award_count' then c.award_count
            when 'collective_count' then c.collective_count
            when 'household_count' then c.household_count
            when 'individual_count' then c.individual_count
            when 'collective_household_count' then c.collective_count + c.household_count
            when 'leader_count' then c.leader_ministry_province_count + c.leader_department_count + c.leader_other_count
            when 'leader_senior_count' then c.leader_ministry_province_count + c.leader_department_count
            when 'leader_ministry_province_count' then c.leader_ministry_province_count
            when 'leader_department_count' then c.leader_department_count
            when 'leader_other_count' then c.leader_other_count
            when 'direct_worker_count' then c.direct_worker_count
            when 'not_leader_count' then c.direct_worker_count
            when 'entrepreneur_count' then c.entrepreneur_count
            when 'class_unknown_count' then c.class_unknown_count
        end as amount
    from mart_cube as c
    inner join chosen as y on y.to_year = c.award_year
    cross join measure as m
    where c.source = 'list' and y.to_year > 0
),

tally as (
    select
        b.*,
        greatest(
            coalesce(b.award_count, 0),
            coalesce(b.collective_count, 0) + coalesce(b.household_count, 0) + coalesce(b.individual_count, 0)
        ) as whole,
        greatest(
            coalesce(b.award_count, 0) - coalesce(b.collective_count, 0) - coalesce(b.household_count, 0) - coalesce(b.individual_count, 0), 0
        ) as kind_unknown,
        -- a tally that tells leaders of any rank tells no ranks
        coalesce(
            b.leader_any_count,
            coalesce(b.leader_ministry_province_count, b.leader_department_count, b.leader_other_count) * 0
            + coalesce(b.leader_ministry_province_count, 0) + coalesce(b.leader_department_count, 0) + coalesce(b.leader_other_count, 0)
        ) as leader,
        coalesce(b.not_leader_count, b.direct_worker_count) as not_leader
    from fct_beneficiary_count as b
    inner join chosen as y on y.to_year = b.award_year
    where b.source = 'tally' and y.to_year > 0
),

-- what a tally says of a measure, and how many more there may be where it says nothing
tally_said as (
    select
        t.unit_code, t.award_year, t.form_code, t.level_code, t.whole, m.measure_code, m.mart_measure,
        case m.measure_code
            when 'award_count' then t.whole
            when 'collective_count' then coalesce(t.collective_count, 0)
            when 'household_count' then coalesce(t.household_count, 0)
            when 'individual_count' then coalesce(t.individual_count, 0)
            when 'collective_household_count' then coalesce(t.collective_count, 0) + coalesce(t.household_count, 0)
            when 'leader_count' then coalesce(t.leader, 0)
            when 'leader_senior_count' then coalesce(t.leader_ministry_province_count, 0) + coalesce(t.leader_department_count, 0)
            when 'leader_ministry_province_count' then coalesce(t.leader_ministry_province_count, 0)
            when 'leader_department_count' then coalesce(t.leader_department_count, 0)
            when 'leader_other_count' then coalesce(t.leader_other_count, 0)
            when 'direct_worker_count' then coalesce(t.direct_worker_count, 0)
            when 'not_leader_count' then coalesce(t.not_leader, 0)
            when 'entrepreneur_count' then coalesce(t.entrepreneur_count, 0)
            -- leaders of any rank and those who are none have no class, yet it is told what they are
            when 'class_unknown_count' then greatest(
                coalesce(t.class_unknown_count, 0) - coalesce(t.leader_any_count, 0)
                - greatest(coalesce(t.not_leader_count, 0) - coalesce(t.direct_worker_count, 0), 0), 0
            )
        end as said,
        case
            when m.measure_code in ('collective_count', 'household_count', 'individual_count', 'collective_household_count') then t.kind_unknown
            when m.measure_code like 'leader%' and m.measure_code <> 'leader_count' then coalesce(t.leader_any_count, 0)
            when m.measure_code = 'direct_worker_count' then
                greatest(coalesce(t.not_leader_count, 0) - coalesce(t.direct_worker_count, 0), 0)
            else 0
        end as more
    from tally as t
    cross join measure as m
),

tally_type as (
    select a.unit_code, a.award_year, a.form_code, a.level_code, a.achievement_code, cast(sum(a.award_count) as bigint) as typed
    from fct_award_count as a
    inner join chosen as y on y.to_year = a.award_year
    where a.source = 'tally' and y.to_year > 0
    group by a.unit_code, a.award_year, a.form_code, a.level_code, a.achievement_code
),

-- those of a type who are also of a kind: at least what both together exceed the whole by, at most the smaller of both
tally_told as (
    select
        s.award_year, s.form_code, s.level_code, a.achievement_code, s.measure_code, s.mart_measure,
        greatest(a.typed + s.said - greatest(s.whole, a.typed), 0) as at_least,
        least(a.typed, s.said + s.more) as at_most
    from tally_said as s
    inner join tally_type as a
        on a.unit_code = s.unit_code and a.award_year = s.award_year and a.form_code = s.form_code and a.level_code = s.level_code
),

told as (
    select award_year, form_code, level_code, achievement_code, measure_code, mart_measure, amount as at_least, amount as at_most, amount as of_lists
    from list_told
    union all
    select award_year, form_code, level_code, achievement_code, measure_code, mart_measure, at_least, at_most, null as of_lists
    from tally_told
)

select
    award_year,
    form_code,
    level_code,
    achievement_code,
    measure_code,
    cast(sum(at_least) as bigint) as at_least,
    cast(sum(at_most) as bigint) as at_most,
    max(mart_measure) as mart_measure,
    case when max(mart_measure) is not null then cast(sum(of_lists) as bigint) end as of_lists
from told
group by award_year, form_code, level_code, achievement_code, measure_code
order by form_code, level_code, achievement_code, measure_code
