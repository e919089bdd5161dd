-- dim_cluster_member: units of each emulation cluster by year.
-- grain: cluster_code, unit_code, year
-- Where the board's own list puts a unit into a cluster for a year, it is in no other that year; source_ is where that list
-- says so, else the reference.
with listed as (
    select
        l.means as cluster_code, l.means_name as cluster_name, l.code as unit_code, l.year_no as year,
        l.return_id as source_return_id, r.file_name as source_file, l.source_sheet, l.source_cell
    from int_listed as l
    inner join stg_return as r on r.return_id = l.return_id
    where l.list_code = 'board_cluster'
)

select cluster_code, cluster_name, unit_code, year, source_return_id, source_file, source_sheet, source_cell
from listed
union all
select
    r.cluster_code, r.cluster_name, r.unit_code, r.year,
    '' as source_return_id, 'data/reference/cluster.csv' as source_file, '' as source_sheet, '' as source_cell
from stg_ref_cluster as r
left join listed as l on l.unit_code = r.unit_code and l.year = r.year
where l.unit_code is null
order by cluster_code, unit_code, year
