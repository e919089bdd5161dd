-- int_tally_contribution: what each tally cell adds to each measure; unknown is what the stated total leaves.
-- grain: contribution_id
-- A cell of an achievement type moves its amount from chua_ro to its type, a cell of a class from class_unknown_count to
-- its class, where the total (award_count, individual_count) is stated; women and youth are unknown where no cell says them.
-- What a tally crosses (int_tally_crossing) its cells add a second time, by type, to the fact crossed, which is in no sum of the others; so
-- do proposals of a kind of recipient to the fact proposed.
with outside_state_total as (
    select distinct form_code
    from dim_award_form
    where not counts_in_state_total
),

cell as (
    select
        t.*,
        case
            when c.scope = 'proposal' then 'proposal'
            when c.standing = 'counted' then 'beneficiary'
            else 'control'
        end as fact
    from stg_tally as t
    inner join stg_return as r on r.return_id = t.return_id
    inner join int_claim as c
        on c.return_id = t.return_id and c.unit_code = t.unit_code and c.award_year = t.award_year
        and c.form_code = t.form_code and c.source = 'tally'
        and c.scope = case when r.scope = 'proposal' or t.measure = 'proposal_count' then 'proposal' else 'award' end
    left join outside_state_total as o on o.form_code = t.form_code
    where o.form_code is null and (c.scope = 'award' or c.standing = 'counted')
),

stated as (
    select
        return_id, unit_code, award_year, form_code, level_code,
        max(case when measure = 'award_count' then 1 else 0 end) as has_total,
        max(case when measure = 'individual_count' then 1 else 0 end) as has_individual,
        max(case when measure = 'woman_count' then 1 else 0 end) as has_woman,
        max(case when measure = 'youth_count' then 1 else 0 end) as has_youth
    from cell
    group by return_id, unit_code, award_year, form_code, level_code
),

known as (
    select c.*, s.has_total, s.has_individual, s.has_woman, s.has_youth
    from cell as c
    inner join stated as s
        on s.return_id = c.return_id and s.unit_code = c.unit_code and s.award_year = c.award_year
        and s.form_code = c.form_code and s.level_code = c.level_code
),

-- cells that count recipients of a type, each with a measure that it tells
crossed as (
    select k.*, x.measure as counts
    from known as k
    inner join int_tally_crossing as x
        on x.return_id = k.return_id and x.unit_code = k.unit_code and x.award_year = k.award_year
        and x.form_code = k.form_code and x.level_code = k.level_code
        and (
            x.measure = k.measure
            or (x.told_by = 'kind' and k.measure = 'achievement_count' and x.measure = k.recipient_kind || '_count')
            or (x.told_by = 'class' and x.measure = 'individual_count' and k.measure in ('leader_any_count', 'not_leader_count'))
        )
    where k.fact = 'beneficiary' and k.achievement_code not in ('', 'chua_ro')
),

added as (
    -- achievement types
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, 'award' as fact, 'award_count' as measure, amount, 'chua_ro' as achievement_code
    from known
    where fact = 'beneficiary' and measure = 'award_count'
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, 'award' as fact, 'award_count' as measure, amount, achievement_code
    from known
    where fact = 'beneficiary' and measure = 'achievement_count'
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, 'award' as fact, 'award_count' as measure, -amount as amount, 'chua_ro' as achievement_code
    from known
    where fact = 'beneficiary' and measure = 'achievement_count' and has_total = 1
    -- proposals
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, 'proposal_count' as measure, amount, 'chua_ro' as achievement_code
    from known
    where fact = 'proposal' and measure in ('award_count', 'proposal_count')
    union all
    select
        return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, 'proposed' as fact,
        recipient_kind || '_count' as measure, amount, 'chua_ro' as achievement_code
    from known
    where fact = 'proposal' and measure = 'proposal_count' and recipient_kind <> ''
    -- measures as stated
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, measure, amount, '' as achievement_code
    from known
    where fact <> 'proposal' and measure not in ('achievement_count', 'leader_senior_count')
    -- what the stated individuals leave unknown
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, 'class_unknown_count' as measure, amount, '' as achievement_code
    from known
    where fact <> 'proposal' and measure = 'individual_count'
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, 'class_unknown_count' as measure, -amount as amount, '' as achievement_code
    from known
    where fact <> 'proposal' and has_individual = 1
        and measure in (
            'leader_ministry_province_count', 'leader_department_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count'
        )
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, 'woman_unknown_count' as measure, amount, '' as achievement_code
    from known
    where fact <> 'proposal' and measure = 'individual_count' and has_woman = 0
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, fact, 'youth_unknown_count' as measure, amount, '' as achievement_code
    from known
    where fact <> 'proposal' and measure = 'individual_count' and has_youth = 0
    -- recipients by type, and what their type leaves unknown
    union all
    select return_id, source_sheet, source_cell, measure as cell_measure, achievement_code as cell_achievement, 'crossed' as fact, counts as measure, amount, achievement_code
    from crossed
    union all
    select
        c.return_id, c.source_sheet, c.source_cell, c.measure as cell_measure, c.achievement_code as cell_achievement, 'crossed' as fact, u.measure, c.amount,
        c.achievement_code
    from crossed as c
    cross join (values ('class_unknown_count'), ('woman_unknown_count'), ('youth_unknown_count')) as u (measure)
    where c.counts = 'individual_count'
    union all
    select
        c.return_id, c.source_sheet, c.source_cell, c.measure as cell_measure, c.achievement_code as cell_achievement, 'crossed' as fact,
        'class_unknown_count' as measure, -c.amount as amount, c.achievement_code
    from crossed as c
    inner join int_tally_crossing as x
        on x.return_id = c.return_id and x.unit_code = c.unit_code and x.award_year = c.award_year
        and x.form_code = c.form_code and x.level_code = c.level_code and x.measure = 'individual_count'
    where c.counts in (
        'leader_ministry_province_count', 'leader_department_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count'
    )
)

select
    d.return_id || ':' || d.source_sheet || '!' || d.source_cell || ':' || d.cell_measure
        || case when d.cell_achievement = '' then '' else '=' || d.cell_achievement end
        || ':' || d.fact || ':' || d.measure
        || case when d.achievement_code = '' then '' else '=' || d.achievement_code end as contribution_id,
    d.return_id, t.source_file, d.source_sheet, d.source_cell, d.fact, d.measure, d.amount,
    t.unit_code, t.award_year, cast(0 as bigint) as decided_year, t.form_code, t.level_code, d.achievement_code
from added as d
inner join stg_tally as t
    on t.return_id = d.return_id and t.source_sheet = d.source_sheet and t.source_cell = d.source_cell
    and t.measure = d.cell_measure and t.achievement_code = d.cell_achievement
order by contribution_id
