-- dim_cluster_member: units of each emulation cluster by year.
-- grain: cluster_code, unit_code, year
-- Where the board's own list puts a unit into a cluster for a year, it is in no other that year.
with listed as (
    select means as cluster_code, means_name as cluster_name, code as unit_code, year_no as year
    from int_listed
    where list_code = 'board_cluster'
)

select cluster_code, cluster_name, unit_code, year
from listed
union all
select r.cluster_code, r.cluster_name, r.unit_code, r.year
from stg_ref_cluster as r
left join listed as l on l.unit_code = r.unit_code and l.year = r.year
where l.unit_code is null
order by cluster_code, unit_code, year
