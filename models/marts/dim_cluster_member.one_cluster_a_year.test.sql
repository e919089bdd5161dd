-- dim_cluster_member.one_cluster_a_year: a unit competes in one cluster a year; guards the sum over clusters.
select unit_code, year, count(distinct cluster_code) as clusters
from dim_cluster_member
group by unit_code, year
having count(distinct cluster_code) > 1
order by unit_code, year
