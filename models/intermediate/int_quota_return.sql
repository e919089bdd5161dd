-- int_quota_return: what each return adds to the sides of each quota, with the first cell that says so.
-- grain: quota_code, place_code, award_year, side, return_id
-- place: the unit, or the province over it, as the quota binds. has_other: forms beside those of the numerator are reported.
with listed as (
    select
        a.return_id, a.unit_code, a.award_year, a.form_code, a.source_sheet, a.source_row as row_no,
        case when a.form_cell <> '' then a.form_cell else a.name_cell end as source_cell,
        row_number() over (
            partition by a.return_id, a.unit_code, a.award_year, a.form_code
            order by a.source_sheet, a.source_row, case when a.form_cell <> '' then a.form_cell else a.name_cell end
        ) as row_place,
        count(*) over (partition by a.return_id, a.unit_code, a.award_year, a.form_code) as amount
    from int_award as a
    left join int_award_event as e on e.target_award_id = a.award_id
    where a.standing = 'counted' and not a.is_proposal and e.target_award_id is null
        and a.form_code in (select form_code from dim_quota_form)
),

-- of a list the first row that says so
counted as (
    select return_id, unit_code, award_year, form_code, amount, source_sheet, row_no, source_cell
    from listed
    where row_place = 1
    union all
    select
        t.return_id, t.unit_code, t.award_year, t.form_code, t.amount, t.source_sheet, cast(0 as bigint) as row_no, t.source_cell
    from stg_tally as t
    inner join int_claim as c
        on c.return_id = t.return_id and c.unit_code = t.unit_code and c.award_year = t.award_year
        and c.form_code = t.form_code and c.source = 'tally' and c.scope = 'award' and c.standing = 'counted'
    where t.measure = 'award_count'
),

sided as (
    select
        q.quota_code,
        case q.scope when 'province' then p.province_unit_code else c.unit_code end as place_code,
        c.award_year,
        s.side,
        c.return_id,
        c.amount,
        case when s.side = 'denominator' and n.form_code is null then 1 else 0 end as is_other,
        c.source_sheet,
        c.source_cell,
        row_number() over (
            partition by
                q.quota_code, case q.scope when 'province' then p.province_unit_code else c.unit_code end, c.award_year, s.side, c.return_id
            order by case when c.amount > 0 then 0 else 1 end, c.source_sheet, c.row_no, c.source_cell
        ) as cell_no
    from counted as c
    inner join dim_quota_form as s on s.form_code = c.form_code
    left join dim_quota_form as n on n.quota_code = s.quota_code and n.form_code = s.form_code and n.side = 'numerator'
    inner join dim_quota as q
        on q.quota_code = s.quota_code and q.is_active and c.award_year > 0
        and q.valid_from <= cast(cast(c.award_year as varchar) || '-12-31' as date)
        and (q.valid_to is null or q.valid_to >= cast(cast(c.award_year as varchar) || '-12-31' as date))
    inner join dim_unit_province as p on p.unit_code = c.unit_code
)

select
    quota_code, place_code, award_year, side, return_id,
    cast(sum(amount) as bigint) as amount,
    max(is_other) as has_other,
    max(case when cell_no = 1 then source_sheet end) as source_sheet,
    max(case when cell_no = 1 then source_cell end) as source_cell
from sided
group by quota_code, place_code, award_year, side, return_id
order by quota_code, place_code, award_year, side, return_id
