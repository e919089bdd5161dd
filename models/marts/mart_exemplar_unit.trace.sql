-- mart_exemplar_unit.trace: the exemplars behind each measure, each by the cell that says it.
-- grain: period, unit_code, field_code, status_code, measure, contribution_id
-- measures: exemplar_count, collective_count, household_count, individual_count, kind_unknown_count, woman_count, woman_unknown_count, direct_worker_count, direct_worker_unknown_count
with found as (
    select
        p.period, e.unit_code, p.field_code, e.status_code, e.person_id, e.recipient_kind, e.is_woman, e.is_direct_worker,
        e.return_id, e.source_file, e.source_sheet, e.name_cell, e.gender_cell, e.class_cell
    from fct_exemplar_period as p
    inner join fct_exemplar as e on e.person_id = p.person_id
    where p.is_found
)

select
    period, unit_code, field_code, status_code, 'exemplar_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
union all
select
    period, unit_code, field_code, status_code, 'collective_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'collective'
union all
select
    period, unit_code, field_code, status_code, 'household_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'household'
union all
select
    period, unit_code, field_code, status_code, 'individual_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'individual'
union all
select
    period, unit_code, field_code, status_code, 'kind_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'chua_ro'
union all
select
    period, unit_code, field_code, status_code, 'woman_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, gender_cell as source_cell
from found
where recipient_kind = 'individual' and is_woman
union all
select
    period, unit_code, field_code, status_code, 'woman_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'individual' and is_woman is null
union all
select
    period, unit_code, field_code, status_code, 'direct_worker_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, class_cell as source_cell
from found
where recipient_kind = 'individual' and is_direct_worker
union all
select
    period, unit_code, field_code, status_code, 'direct_worker_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from found
where recipient_kind = 'individual' and is_direct_worker is null
order by period, unit_code, field_code, status_code, measure, contribution_id
