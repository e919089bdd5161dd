-- mart_cluster_year.trace: the cells behind each measure; a reporting unit is shown by its first cell, a member by the list of clusters, a unit that owes by one of its obligations, a complete one by one of its returns.
-- grain: award_year, cluster_code, measure, contribution_id
-- measures: award_count, collective_count, enterprise_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count, woman_count, woman_unknown_count, youth_count, youth_unknown_count, reporting_unit_count, member_unit_count, expected_unit_count, complete_unit_count
with counted as (
    select
        b.award_year, coalesce(c.cluster_code, 'chua_ro') as cluster_code, b.unit_code, b.measure, b.contribution_id, b.amount,
        b.return_id, b.source_file, b.source_sheet, b.source_cell
    from fct_contribution as b
    left join dim_cluster_member as c on c.unit_code = b.unit_code and c.year = b.award_year
    where b.fact = 'beneficiary'
),

first_cell as (
    select
        award_year, cluster_code, contribution_id, return_id, source_file, source_sheet, source_cell,
        row_number() over (partition by award_year, cluster_code, unit_code order by contribution_id) as cell_no
    from counted
)

select award_year, cluster_code, measure, contribution_id, amount, return_id, source_file, source_sheet, source_cell
from counted
where measure in ('award_count', 'collective_count', 'enterprise_count', 'household_count', 'individual_count', 'leader_ministry_province_count', 'leader_department_count', 'entrepreneur_count', 'leader_other_count', 'direct_worker_count', 'class_unknown_count', 'woman_count', 'woman_unknown_count', 'youth_count', 'youth_unknown_count')
union all
select
    award_year, cluster_code, 'reporting_unit_count' as measure, contribution_id, cast(1 as bigint) as amount,
    return_id, source_file, source_sheet, source_cell
from first_cell
where cell_no = 1
union all
select
    year as award_year, cluster_code, 'member_unit_count' as measure, 'cluster:' || unit_code as contribution_id,
    cast(1 as bigint) as amount, source_return_id as return_id, source_file, source_sheet, source_cell
from dim_cluster_member
union all
select
    d.award_year, coalesce(c.cluster_code, 'chua_ro') as cluster_code, 'expected_unit_count' as measure, 'duty:' || d.unit_code as contribution_id,
    cast(1 as bigint) as amount, d.source_return_id as return_id, d.source_file, d.source_sheet, d.source_cell
from fct_duty as d
left join dim_cluster_member as c on c.unit_code = d.unit_code and c.year = d.award_year
union all
select
    d.award_year, coalesce(c.cluster_code, 'chua_ro') as cluster_code, 'complete_unit_count' as measure, 'duty:' || d.unit_code as contribution_id,
    cast(1 as bigint) as amount, d.return_id, r.file_name as source_file, r.sheet_name as source_sheet, '' as source_cell
from fct_duty as d
inner join fct_return as r on r.return_id = d.return_id
left join dim_cluster_member as c on c.unit_code = d.unit_code and c.year = d.award_year
where d.is_complete = 1
order by award_year, cluster_code, measure, contribution_id
