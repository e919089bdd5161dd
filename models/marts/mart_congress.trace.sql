-- mart_congress.trace: the delegates behind each measure, each by the cell that says it.
-- grain: congress_year, cycle_code, level_code, unit_code, role_code, sector_code, measure, contribution_id
-- measures: delegate_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, young_count, young_unknown_count, ethnic_minority_count, ethnic_minority_unknown_count, religious_count, religious_unknown_count, direct_worker_count, direct_worker_unknown_count
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'delegate_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'woman_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, gender_cell as source_cell
from fct_delegate
where is_woman
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'woman_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_woman is null
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'youth_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, birth_cell as source_cell
from fct_delegate
where is_youth
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'youth_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_youth is null
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'young_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, young_cell as source_cell
from fct_delegate
where is_young
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'young_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_young is null
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'ethnic_minority_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, ethnic_cell as source_cell
from fct_delegate
where is_ethnic_minority
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'ethnic_minority_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_ethnic_minority is null
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'religious_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, religion_cell as source_cell
from fct_delegate
where is_religious
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'religious_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_religious is null
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'direct_worker_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, class_cell as source_cell
from fct_delegate
where is_direct_worker
union all
select
    congress_year, cycle_code, level_code, unit_code, role_code, sector_code, 'direct_worker_unknown_count' as measure, person_id as contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, name_cell as source_cell
from fct_delegate
where is_direct_worker is null
order by congress_year, cycle_code, level_code, unit_code, role_code, sector_code, measure, contribution_id
