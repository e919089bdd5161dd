-- name: unit-in-cluster
-- title_vi: Vị trí của đơn vị trong cụm, khối thi đua
-- title_en: Place of each unit within its cluster
-- about_vi: Số lượt của đơn vị cạnh trung vị của cụm, khối; xếp thứ theo số lượt, chỉ trong các đơn vị có số liệu. Thứ hạng không phải đánh giá: đơn vị lớn nhỏ khác nhau.
-- about_en: Awards of the unit beside the median of its cluster; ranked by awards among the units with figures. A rank is no judgement: units differ in size.
-- counts_by: award_year
-- source: mart_unit_year, dim_cluster_member, dim_unit, fct_duty
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: award_year int | vi=Năm khen thưởng | en=Award year
-- column: cluster_code text | vi=Mã cụm, khối | en=Cluster code
-- column: cluster_name text | vi=Cụm, khối thi đua | en=Cluster
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: award_count int | vi=Số lượt khen thưởng | en=Awards | unit=lượt/awards | figure=mart_unit_year/award_count?award_year,unit_code
-- column: cluster_median float | vi=Trung vị của cụm, khối | en=Median of the cluster | unit=lượt/awards
-- column: place_no int | vi=Thứ | en=Place
-- column: placed_units int | vi=Trong số | en=Of
-- column: is_complete bool | vi=Đủ báo cáo | en=Complete

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then (select max(award_year) from mart_form_year) else cast($year as integer) end as to_year
),

member as (
    select k.year as award_year, k.cluster_code, k.cluster_name, k.unit_code, m.award_count, d.is_complete
    from dim_cluster_member as k
    join chosen as c on k.year = c.to_year
    left join mart_unit_year as m on m.unit_code = k.unit_code and m.award_year = k.year
    left join fct_duty as d on d.unit_code = k.unit_code and d.award_year = k.year
),

unit_now as (
    select unit_code, name
    from dim_unit
    where is_current
)

select
    m.award_year,
    m.cluster_code,
    m.cluster_name,
    m.unit_code,
    coalesce(u.name, m.unit_code) as unit_name,
    m.award_count,
    cast(median(m.award_count) over (partition by m.cluster_code) as double) as cluster_median,
    case when m.award_count is not null then rank() over (partition by m.cluster_code order by m.award_count desc nulls last) end as place_no,
    count(m.award_count) over (partition by m.cluster_code) as placed_units,
    m.is_complete = 1 as is_complete
from member as m
left join unit_now as u on u.unit_code = m.unit_code
order by m.cluster_name, m.cluster_code, m.award_count desc nulls last, m.unit_code
