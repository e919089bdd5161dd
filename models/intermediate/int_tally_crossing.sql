-- int_tally_crossing: which measures of recipients a tally tells by type of achievement, for each form and level of it.
-- grain: return_id, unit_code, award_year, form_code, level_code, measure
-- A layout that crosses types with kinds (0602, Mẫu 03, Mẫu 02 of the State) tells a kind by type where its cells add up to the total of
-- that kind, so that a blank among them is a proven nought. Where those of one kind do not, the sender contradicts himself or left a part
-- blank: then nothing of the form and level is told by type. Mẫu 02 tells leaders and others of a type: both together are its individuals
-- where they add up to all individuals. A class (leaders, direct workers) is told by type where the tally tells it in its types
-- only; cells of a class that outgrow their type tell nothing. women, youth and enterprises no layout crosses.
-- told_by: kind (cells of a kind), class (cells of leaders and others of Mẫu 02)
with typed as (
    select *
    from stg_tally
    where achievement_code not in ('', 'chua_ro')
),

kind_cell as (
    select return_id, unit_code, award_year, form_code, level_code, recipient_kind || '_count' as measure, cast(sum(amount) as bigint) as amount
    from typed
    where measure = 'achievement_count' and recipient_kind <> ''
    group by return_id, unit_code, award_year, form_code, level_code, recipient_kind
),

kind_total as (
    select return_id, unit_code, award_year, form_code, level_code, measure, cast(sum(amount) as bigint) as amount
    from stg_tally
    where measure in ('collective_count', 'household_count', 'individual_count')
    group by return_id, unit_code, award_year, form_code, level_code, measure
),

contradicted as (
    select c.return_id, c.unit_code, c.award_year, c.form_code, c.level_code
    from kind_cell as c
    left join kind_total as t
        on t.return_id = c.return_id and t.unit_code = c.unit_code and t.award_year = c.award_year and t.form_code = c.form_code
        and t.level_code = c.level_code and t.measure = c.measure
    where t.amount is distinct from c.amount
    group by c.return_id, c.unit_code, c.award_year, c.form_code, c.level_code
),

-- cells of classes, each type beside the awards of that type
class_of_type as (
    select
        return_id, unit_code, award_year, form_code, level_code, achievement_code,
        cast(sum(amount) filter (where measure in ('leader_any_count', 'not_leader_count')) as bigint) as staff,
        cast(sum(amount) filter (where measure in (
            'leader_ministry_province_count', 'leader_department_count', 'leader_senior_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count'
        )) as bigint) as classes,
        coalesce(
            cast(sum(amount) filter (where measure = 'achievement_count' and recipient_kind = 'individual') as bigint),
            cast(sum(amount) filter (where measure = 'achievement_count') as bigint), 0
        ) as awards
    from typed
    group by return_id, unit_code, award_year, form_code, level_code, achievement_code
),

outgrown as (
    select return_id, unit_code, award_year, form_code, level_code
    from class_of_type
    where coalesce(staff, 0) > awards or coalesce(classes, 0) > awards
    group by return_id, unit_code, award_year, form_code, level_code
),

class_cell as (
    select return_id, unit_code, award_year, form_code, level_code, measure
    from stg_tally
    where measure in (
        'leader_ministry_province_count', 'leader_department_count', 'leader_senior_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count',
        'leader_any_count', 'not_leader_count'
    )
    group by return_id, unit_code, award_year, form_code, level_code, measure
    having count(*) = count(*) filter (where achievement_code not in ('', 'chua_ro'))
),

staff_total as (
    select return_id, unit_code, award_year, form_code, level_code, cast(sum(staff) as bigint) as amount
    from class_of_type
    group by return_id, unit_code, award_year, form_code, level_code
),

told as (
    select return_id, unit_code, award_year, form_code, level_code, measure, 'kind' as told_by
    from kind_cell
    union all
    select s.return_id, s.unit_code, s.award_year, s.form_code, s.level_code, t.measure, 'class' as told_by
    from staff_total as s
    inner join kind_total as t
        on t.return_id = s.return_id and t.unit_code = s.unit_code and t.award_year = s.award_year and t.form_code = s.form_code
        and t.level_code = s.level_code and t.measure = 'individual_count' and t.amount = s.amount
    left join kind_cell as k
        on k.return_id = s.return_id and k.unit_code = s.unit_code and k.award_year = s.award_year and k.form_code = s.form_code
        and k.level_code = s.level_code and k.measure = 'individual_count'
    where k.return_id is null
    union all
    select return_id, unit_code, award_year, form_code, level_code, measure, 'class' as told_by
    from class_cell
)

select t.return_id, t.unit_code, t.award_year, t.form_code, t.level_code, t.measure, t.told_by
from told as t
left join contradicted as c
    on c.return_id = t.return_id and c.unit_code = t.unit_code and c.award_year = t.award_year and c.form_code = t.form_code and c.level_code = t.level_code
left join outgrown as o
    on o.return_id = t.return_id and o.unit_code = t.unit_code and o.award_year = t.award_year and o.form_code = t.form_code and o.level_code = t.level_code
where c.return_id is null and o.return_id is null
order by t.return_id, t.unit_code, t.award_year, t.form_code, t.level_code, t.measure
