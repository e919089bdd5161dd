-- name: dim-unit-boundary
-- title_vi: Đơn vị theo từng địa giới
-- title_en: Units in each view of boundaries
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_unit_boundary, dim_boundary
-- feed: true
-- column: boundaries text | vi=Địa giới | en=Boundaries
-- column: boundaries_vi text | vi=Tên địa giới | en=Boundaries (Vietnamese) | lang=vi
-- column: boundaries_en text | vi=Tên địa giới (tiếng Anh) | en=Name of the boundaries | lang=en
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: member_code text | vi=Mã đơn vị của địa giới đó | en=Code of the unit there

select
    b.boundaries,
    b.name_vi as boundaries_vi,
    b.name_en as boundaries_en,
    m.unit_code,
    m.member_code
from dim_unit_boundary as m
join dim_boundary as b on b.boundaries = m.boundaries
where b.boundaries <> 'reported' and m.member_code <> m.unit_code
order by b.display_order, m.unit_code
