-- dim_cluster_member: units of each emulation cluster by year.
-- grain: cluster_code, unit_code, year
select cluster_code, cluster_name, unit_code, year
from stg_ref_cluster
order by cluster_code, unit_code, year
