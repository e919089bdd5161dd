-- mart_exemplar_field.trace: targets by the cells of the board's list, exemplars by the cells of their names; what is missing is a target less the found.
-- grain: period, field_code, kind_code, measure, contribution_id
-- measures: target_count, found_count, listed_count, missing_count
with telling as (
    select
        p.period, p.field_code, p.kind_code, p.is_found, e.person_id, e.return_id, e.source_file, e.source_sheet, e.name_cell
    from fct_exemplar_period as p
    inner join fct_exemplar as e on e.person_id = p.person_id
),

short as (
    select period, field_code, kind_code
    from mart_exemplar_field
    where missing_count > 0
)

select
    t.period, t.field_code, t.kind_code, 'target_count' as measure, 'target' as contribution_id, t.target_count as amount,
    t.source_return_id as return_id, t.source_file, t.source_sheet, t.source_cell
from dim_exemplar_target as t
union all
select
    period, field_code, kind_code, 'found_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from telling
where is_found
union all
select
    period, field_code, kind_code, 'listed_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from telling
union all
select
    t.period, t.field_code, t.kind_code, 'missing_count' as measure, 'target' as contribution_id, t.target_count as amount,
    t.source_return_id as return_id, t.source_file, t.source_sheet, t.source_cell
from dim_exemplar_target as t
inner join short as s on s.period = t.period and s.field_code = t.field_code and s.kind_code = t.kind_code
union all
select
    g.period, g.field_code, g.kind_code, 'missing_count' as measure, g.person_id as contribution_id, cast(-1 as bigint) as amount,
    g.return_id, g.source_file, g.source_sheet, g.name_cell as source_cell
from telling as g
inner join short as s on s.period = g.period and s.field_code = g.field_code and s.kind_code = g.kind_code
where g.is_found
order by period, field_code, kind_code, measure, contribution_id
