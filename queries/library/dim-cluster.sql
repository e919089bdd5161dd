-- name: dim-cluster
-- title_vi: Đơn vị của từng cụm, khối thi đua theo năm
-- title_en: Units of each emulation cluster by year
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_cluster_member
-- feed: true
-- column: cluster_code text | vi=Mã cụm, khối | en=Cluster code
-- column: cluster_name text | vi=Cụm, khối thi đua | en=Emulation cluster
-- column: award_year int | vi=Năm | en=Year
-- column: unit_code text | vi=Mã đơn vị | en=Unit code

select cluster_code, cluster_name, year as award_year, unit_code
from dim_cluster_member
order by cluster_code, award_year, unit_code
