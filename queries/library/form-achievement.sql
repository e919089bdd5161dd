-- name: form-achievement
-- title_vi: Số liệu của biểu: hình thức, loại thành tích và đối tượng
-- title_en: Figures of forms: awards, achievement types and who received them
-- about_vi: Số liệu gốc cho biểu mẫu thống kê: mỗi đối tượng trong mỗi loại thành tích, ít nhất và nhiều nhất là bao nhiêu. Danh sách cho biết đúng; biểu tổng hợp cho biết ở chỗ nó ghi chéo hai chiều, hoặc khi hai tổng của nó để ngỏ một khả năng.
-- about_en: Feed of the statistical forms: of each kind of recipient in each achievement type, at least and at most how many. Lists tell exactly; a tally tells where it crosses both, or where its two totals leave one possibility.
-- counts_by: award_year
-- source: mart_cube, mart_crossed, fct_award_count, fct_beneficiary_count
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
-- column: crossed_measure text | vi=Chỉ tiêu của biểu ghi chéo | en=Measure of the tallies that cross
-- column: of_tallies int | vi=Trong đó biểu ghi chéo | en=Of which tallies that cross | unit=lượt/awards | figure=mart_crossed/{crossed_measure}?award_year,form_code,level_code,achievement_code

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from fct_award_count
),

measure as (
    select v.measure_code, v.mart_measure, v.crossed_measure
    from (values
        ('award_count', 'award_count', null),
        ('collective_count', 'collective_count', 'collective_count'),
        ('household_count', 'household_count', 'household_count'),
        ('individual_count', 'individual_count', 'individual_count'),
        ('collective_household_count', null, null),
        ('leader_count', null, 'leader_any_count'),
        ('leader_ministry_province_count', 'leader_ministry_province_count', 'leader_ministry_province_count'),
        ('leader_department_count', 'leader_department_count', 'leader_department_count'),
        ('leader_senior_count', null, 'leader_senior_count'),
        ('leader_other_count', 'leader_other_count', 'leader_other_count'),
        ('direct_worker_count', 'direct_worker_count', 'direct_worker_count'),
        ('not_leader_count', null, 'not_leader_count'),
        ('entrepreneur_count', 'entrepreneur_count', 'entrepreneur_count'),
        ('class_unknown_count', 'class_unknown_count', 'class_unknown_count')
    ) as v (measure_code, mart_measure, crossed_measure)
),

list_told as (
    select
        c.award_year, c.form_code, c.level_code, c.achievement_code, m.measure_code, m.mart_measure, m.crossed_measure,
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

-- what tallies cross, a type as it stands and all types of a form and level together
type_crossed as (
    select
        c.*,
        coalesce(c.leader_any_count, 0) + coalesce(c.leader_senior_count, 0) + coalesce(c.leader_ministry_province_count, 0)
            + coalesce(c.leader_department_count, 0) + coalesce(c.leader_other_count, 0) as leaders,
        coalesce(c.not_leader_count, 0) + coalesce(c.direct_worker_count, 0) as workers
    from mart_crossed as c
    inner join chosen as y on y.to_year = c.award_year
    where y.to_year > 0
),

all_crossed as (
    select
        unit_code, award_year, form_code, level_code,
        sum(collective_count) as collective_count,
        sum(household_count) as household_count,
        sum(individual_count) as individual_count,
        coalesce(sum(leader_senior_count), 0) as senior,
        count(leader_any_count) + count(leader_senior_count) + count(leader_ministry_province_count) + count(leader_department_count)
            + count(leader_other_count) + count(not_leader_count) + count(direct_worker_count) + count(entrepreneur_count) > 0 as tells_classes
    from type_crossed
    group by unit_code, award_year, form_code, level_code
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
        coalesce(x.senior, 0) as senior,
        coalesce(x.tells_classes, false) as tells_classes,
        -- a kind is told by type where the types make its total
        coalesce(x.collective_count = b.collective_count, false) as tells_collectives,
        coalesce(x.household_count = b.household_count, false) as tells_households,
        coalesce(x.individual_count = b.individual_count, false) as tells_individuals,
        -- a tally that tells leaders of any rank tells no ranks
        coalesce(
            b.leader_any_count,
            coalesce(b.leader_ministry_province_count, b.leader_department_count, b.leader_other_count, nullif(x.senior, 0)) * 0
            + coalesce(b.leader_ministry_province_count, 0) + coalesce(b.leader_department_count, 0) + coalesce(b.leader_other_count, 0)
            + coalesce(x.senior, 0)
        ) as leader,
        coalesce(b.not_leader_count, b.direct_worker_count) as not_leader
    from fct_beneficiary_count as b
    inner join chosen as y on y.to_year = b.award_year
    left join all_crossed as x
        on x.unit_code = b.unit_code and x.award_year = b.award_year and x.form_code = b.form_code and x.level_code = b.level_code
    where b.source = 'tally' and y.to_year > 0
),

-- what a tally says of a measure, and how many more there may be where it says nothing
tally_said as (
    select
        t.unit_code, t.award_year, t.form_code, t.level_code, m.measure_code, m.mart_measure, m.crossed_measure,
        case m.measure_code
            when 'award_count' then t.whole
            when 'collective_count' then coalesce(t.collective_count, 0)
            when 'household_count' then coalesce(t.household_count, 0)
            when 'individual_count' then coalesce(t.individual_count, 0)
            when 'collective_household_count' then coalesce(t.collective_count, 0) + coalesce(t.household_count, 0)
            when 'leader_count' then coalesce(t.leader, 0)
            when 'leader_senior_count' then coalesce(t.leader_ministry_province_count, 0) + coalesce(t.leader_department_count, 0) + t.senior
            when 'leader_ministry_province_count' then coalesce(t.leader_ministry_province_count, 0)
            when 'leader_department_count' then coalesce(t.leader_department_count, 0)
            when 'leader_other_count' then coalesce(t.leader_other_count, 0)
            when 'direct_worker_count' then coalesce(t.direct_worker_count, 0)
            when 'not_leader_count' then coalesce(t.not_leader, 0)
            when 'entrepreneur_count' then coalesce(t.entrepreneur_count, 0)
            -- leaders of any rank and those who are none have no class, yet it is told what they are
            when 'class_unknown_count' then greatest(
                coalesce(t.class_unknown_count, 0) - t.senior - coalesce(t.leader_any_count, 0)
                - greatest(coalesce(t.not_leader_count, 0) - coalesce(t.direct_worker_count, 0), 0), 0
            )
        end as said,
        case
            when m.measure_code in ('collective_count', 'household_count', 'individual_count', 'collective_household_count') then t.kind_unknown
            when m.measure_code in ('leader_ministry_province_count', 'leader_department_count') then coalesce(t.leader_any_count, 0) + t.senior
            when m.measure_code in ('leader_senior_count', 'leader_other_count') then coalesce(t.leader_any_count, 0)
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

-- the kinds of a type: as its cells tell them; else what is left of the type where the others are told and every award has a kind
kind_of_type as (
    select
        t.unit_code, t.award_year, t.form_code, t.level_code, a.achievement_code, a.typed, t.whole, t.kind_unknown, t.tells_classes,
        coalesce(t.individual_count, 0) as individuals,
        case
            when t.tells_individuals then coalesce(c.individual_count, 0)
            when t.kind_unknown = 0 and coalesce(t.individual_count, 0) = 0 then 0
        end as individual,
        case
            when t.tells_collectives then coalesce(c.collective_count, 0)
            when t.kind_unknown = 0 and coalesce(t.collective_count, 0) = 0 then 0
        end as collective,
        case
            when t.tells_households then coalesce(c.household_count, 0)
            when t.kind_unknown = 0 and coalesce(t.household_count, 0) = 0 then 0
        end as household,
        c.collective_count, c.household_count, c.individual_count, c.leader_any_count, c.leader_ministry_province_count, c.leader_department_count,
        c.leader_senior_count, c.leader_other_count, c.direct_worker_count, c.not_leader_count, c.entrepreneur_count, c.class_unknown_count,
        c.leaders, c.workers
    from tally as t
    inner join tally_type as a
        on a.unit_code = t.unit_code and a.award_year = t.award_year and a.form_code = t.form_code and a.level_code = t.level_code
    left join type_crossed as c
        on c.unit_code = t.unit_code and c.award_year = t.award_year and c.form_code = t.form_code and c.level_code = t.level_code
        and c.achievement_code = a.achievement_code
),

type_left as (
    select
        *,
        coalesce(individual, case when kind_unknown = 0 then typed - collective - household end) as individual_told,
        coalesce(collective, case when kind_unknown = 0 then typed - individual - household end) as collective_told,
        coalesce(household, case when kind_unknown = 0 then typed - individual - collective end) as household_told,
        coalesce(collective + household, case when kind_unknown = 0 then typed - individual end) as collective_household_told,
        -- awards of no kind may be of any
        least(kind_unknown, greatest(typed - coalesce(individual, 0) - coalesce(collective, 0) - coalesce(household, 0), 0)) as room
    from kind_of_type
),

-- those of a type who are also of a kind or class: at least what both together exceed the whole by, at most the smaller of both; the
-- whole of a class is the individuals, where those of the type are told
by_totals as (
    select
        l.*, s.measure_code, s.mart_measure, s.crossed_measure,
        case
            when k.is_class and l.individual_told is not null then greatest(l.individual_told + s.said - l.individuals, 0)
            else greatest(l.typed + s.said - greatest(l.whole, l.typed), 0)
        end as totals_least,
        case
            when k.is_class and l.individual_told is not null then least(l.individual_told, s.said + s.more)
            else least(l.typed, s.said + s.more)
        end as totals_most,
        l.individual_told is not null and l.tells_classes as tells_class
    from type_left as l
    inner join tally_said as s
        on s.unit_code = l.unit_code and s.award_year = l.award_year and s.form_code = l.form_code and s.level_code = l.level_code
    cross join lateral (
        select s.measure_code not in ('award_count', 'collective_count', 'household_count', 'individual_count', 'collective_household_count') as is_class
    ) as k
),

-- a class without a cell is nought where all individuals of the type are told, and the class of those of no class is not known
by_cells as (
    select
        *,
        case measure_code
            when 'collective_count' then collective_told
            when 'household_count' then household_told
            when 'individual_count' then individual_told
            when 'collective_household_count' then collective_household_told
            when 'leader_count' then case when tells_class then coalesce(leaders, 0) else leader_any_count end
            when 'not_leader_count' then case when tells_class then coalesce(workers, 0) else not_leader_count end
            when 'leader_senior_count' then case when tells_class then
                coalesce(leader_senior_count, 0) + coalesce(leader_ministry_province_count, 0) + coalesce(leader_department_count, 0) end
            when 'leader_ministry_province_count' then case when tells_class then coalesce(leader_ministry_province_count, 0) end
            when 'leader_department_count' then case when tells_class then coalesce(leader_department_count, 0) end
            when 'leader_other_count' then case when tells_class then coalesce(leader_other_count, 0) end
            when 'direct_worker_count' then case when tells_class then coalesce(direct_worker_count, 0) end
            when 'class_unknown_count' then case when tells_class then
                individual_told - coalesce(leaders, 0) - coalesce(workers, 0) - coalesce(entrepreneur_count, 0) end
        end as cells_least,
        case measure_code
            when 'collective_count' then room
            when 'household_count' then room
            when 'individual_count' then room
            when 'collective_household_count' then room
            when 'leader_senior_count' then coalesce(leader_any_count, 0)
            when 'leader_other_count' then coalesce(leader_any_count, 0)
            when 'leader_ministry_province_count' then coalesce(leader_any_count, 0) + coalesce(leader_senior_count, 0)
            when 'leader_department_count' then coalesce(leader_any_count, 0) + coalesce(leader_senior_count, 0)
            when 'direct_worker_count' then coalesce(not_leader_count, 0)
            else 0
        end as cells_more,
        case crossed_measure
            when 'collective_count' then collective_count
            when 'household_count' then household_count
            when 'individual_count' then individual_count
            when 'leader_any_count' then leader_any_count
            when 'leader_ministry_province_count' then leader_ministry_province_count
            when 'leader_department_count' then leader_department_count
            when 'leader_senior_count' then leader_senior_count
            when 'leader_other_count' then leader_other_count
            when 'direct_worker_count' then direct_worker_count
            when 'not_leader_count' then not_leader_count
            when 'entrepreneur_count' then entrepreneur_count
            when 'class_unknown_count' then class_unknown_count
        end as of_tallies
    from by_totals
),

both_told as (
    select
        *,
        greatest(totals_least, coalesce(cells_least, 0)) as low,
        least(totals_most, coalesce(cells_least + cells_more, totals_most)) as high
    from by_cells
),

tally_told as (
    select
        award_year, form_code, level_code, achievement_code, measure_code, mart_measure, crossed_measure,
        least(low, high) as at_least, greatest(low, high) as at_most, of_tallies
    from both_told
),

told as (
    select
        award_year, form_code, level_code, achievement_code, measure_code, mart_measure, crossed_measure, amount as at_least, amount as at_most, amount as of_lists,
        null as of_tallies
    from list_told
    union all
    select award_year, form_code, level_code, achievement_code, measure_code, mart_measure, crossed_measure, at_least, at_most, null as of_lists, of_tallies
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
    case when max(mart_measure) is not null then cast(sum(of_lists) as bigint) end as of_lists,
    max(crossed_measure) as crossed_measure,
    cast(sum(of_tallies) as bigint) as of_tallies
from told
group by award_year, form_code, level_code, achievement_code, measure_code
order by form_code, level_code, achievement_code, measure_code
