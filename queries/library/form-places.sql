-- name: form-places
-- title_vi: Số liệu của biểu: đơn vị trong năm
-- title_en: Figures of forms: units in a year
-- about_vi: Số liệu gốc cho Mẫu 01: mỗi đơn vị như cuối năm ấy, hoặc như lần cuối còn tồn tại trước đó, và đơn vị mà nó thuộc về.
-- about_en: Feed of Form 01: each unit as it stood at the end of the year, or when it last stood before, and what it lies in.
-- counts_by: none
-- source: dim_unit, mart_cube
-- feed: true
-- param: year int default=0 min=0 max=2100 | vi=Năm khen thưởng; 0 là năm mới nhất có số liệu | en=Award year; 0 is the newest with figures
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: unit_name text | vi=Đơn vị | en=Unit
-- column: unit_kind text | vi=Loại đơn vị | en=Kind of unit
-- column: parent_code text | vi=Mã cấp trên | en=Parent code
-- column: valid_from date | vi=Từ ngày | en=Valid from
-- column: valid_to date | vi=Đến ngày | en=Valid to

with chosen as (
    -- the newest year is one and the same for every query
    select case when cast($year as integer) = 0 then max(award_year) else cast($year as integer) end as to_year
    from mart_cube
),

ranked as (
    select
        u.unit_code, u.name, u.kind, u.parent_code, u.valid_from, u.valid_to,
        row_number() over (
            partition by u.unit_code
            order by case when u.valid_from <= make_date(c.to_year, 12, 31) then 0 else 1 end,
                case when u.valid_from <= make_date(c.to_year, 12, 31) then u.valid_from end desc, u.valid_from
        ) as rn
    from dim_unit as u
    cross join chosen as c
    where c.to_year > 0
)

select unit_code, name as unit_name, kind as unit_kind, parent_code, valid_from, valid_to
from ranked
where rn = 1
order by unit_code
