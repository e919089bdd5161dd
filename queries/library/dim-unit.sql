-- name: dim-unit
-- title_vi: Đơn vị
-- title_en: Units
-- about_vi: Số liệu gốc cho trang và bảng tổng hợp.
-- about_en: Feed of the page and the workbook.
-- counts_by: none
-- source: dim_unit
-- feed: true
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: parent_code text | vi=Mã cấp trên | en=Parent code
-- column: parent_name text | vi=Thuộc | en=Under
-- column: province_code text | vi=Mã tỉnh | en=Province code
-- column: valid_from date | vi=Từ ngày | en=Valid from
-- column: valid_to date | vi=Đến ngày | en=Valid to

with unit_now as (
    select unit_code, name, kind, parent_code, province_code, valid_from, valid_to
    from dim_unit
    where is_current
)

select
    u.unit_code,
    u.name as unit_name,
    u.kind as unit_kind,
    u.parent_code,
    p.name as parent_name,
    u.province_code,
    u.valid_from,
    u.valid_to
from unit_now as u
left join unit_now as p on p.unit_code = u.parent_code
order by u.unit_code
