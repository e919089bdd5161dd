-- fct_exemplar_period: each telling of an exemplar in each period that it belongs to, with the target that it meets.
-- grain: person_id, period
-- A period is one of which the board has listed targets; who belongs to none stands in the year itself. Within a period the
-- latest telling of an exemplar in a field is found, unless it says that he is none any more; the others are only listed.
-- kind_code: the kinds of the narrowest target that it meets, else its own kind.
with plan as (
    select period, min(from_year) as from_year, min(to_year) as to_year
    from dim_exemplar_target
    group by period
),

placed as (
    select
        e.person_id, e.recipient_key, e.field_code, e.recipient_kind, e.exemplar_year, e.status_code, e.receipt_on,
        case
            when p.period is not null then p.period
            when e.exemplar_year = 0 then 'chua_ro'
            else cast(e.exemplar_year as varchar)
        end as period
    from fct_exemplar as e
    left join plan as p on e.exemplar_year between p.from_year and p.to_year
),

met as (
    select
        p.person_id, p.period, t.kind_code,
        row_number() over (
            partition by p.person_id, p.period order by case when t.kind_code = 'all' then 99 else length(t.kind_code) end, t.kind_code
        ) as target_no
    from placed as p
    inner join dim_exemplar_target as t
        on t.period = p.period and t.field_code = p.field_code
        and (t.kind_code = 'all' or '+' || t.kind_code || '+' like '%+' || p.recipient_kind || '+%')
),

numbered as (
    select
        p.*,
        coalesce(m.kind_code, p.recipient_kind) as kind_code,
        row_number() over (
            partition by p.period, p.recipient_key, p.field_code
            order by p.exemplar_year desc, p.receipt_on desc, p.person_id desc
        ) as telling_no
    from placed as p
    left join met as m on m.person_id = p.person_id and m.period = p.period and m.target_no = 1
)

select person_id, period, field_code, kind_code, telling_no = 1 and status_code <> 'thoi' as is_found
from numbered
order by person_id, period
