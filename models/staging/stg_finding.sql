-- stg_finding: findings of the reader; is_personal says that the text seen stood in a name, birth or sex column.
-- grain: finding_id
with found_place as (
    select distinct return_id, source_sheet, source_cell
    from raw_finding
),

personal_cell as (
    select distinct p.return_id, p.source_sheet, p.source_cell
    from raw_cell as c
    inner join found_place as p
        on p.return_id = c.return_id and p.source_cell = c.source_cell and p.source_sheet = coalesce(c.sheet_name, '')
    where c.field in ('name', 'birth', 'gender_male', 'gender_female', 'salutation')
)

select
    f.return_id || ':' || cast(f.finding_no as varchar) as finding_id,
    f.return_id,
    coalesce(f.source_file, '') as source_file,
    coalesce(f.source_sheet, '') as source_sheet,
    coalesce(f.source_cell, '') as source_cell,
    f.code,
    f.severity,
    coalesce(f.got, '') as got,
    coalesce(f.want_vi, '') as want_vi,
    coalesce(f.want_en, '') as want_en,
    coalesce(f.mend_vi, '') as mend_vi,
    coalesce(f.mend_en, '') as mend_en,
    p.return_id is not null or f.code in ('birth-invalid', 'name-missing') as is_personal
from raw_finding as f
left join personal_cell as p
    on p.return_id = f.return_id and p.source_sheet = f.source_sheet and p.source_cell = f.source_cell
order by finding_id
