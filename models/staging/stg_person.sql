-- stg_person: rows of lists of people who are given nothing: delegates to a congress, exemplars; unknown codes are chua_ro, unknown flags null.
-- grain: person_id
-- kept as: view
select
    person_id,
    return_id,
    coalesce(list_code, '') as list_code,
    coalesce(unit_code, 'chua_ro') as unit_code,
    coalesce(sender_code, 'chua_ro') as sender_code,
    case when coalesce(workplace_code, '') = '' then 'chua_ro' else workplace_code end as workplace_code,
    coalesce(recipient_kind, 'chua_ro') as recipient_kind,
    coalesce(recipient_name, '') as recipient_name,
    birth_on,
    coalesce(birth_year, cast(extract(year from birth_on) as bigint)) as birth_year,
    coalesce(recipient_key, '') as recipient_key,
    coalesce(name_key, '') as name_key,
    coalesce(role_code, 'chua_ro') as role_code,
    case when coalesce(level_code, '') = '' then 'chua_ro' else level_code end as level_code,
    coalesce(person_year, 0) as person_year,
    coalesce(sector_code, 'chua_ro') as sector_code,
    coalesce(field_code, 'chua_ro') as field_code,
    coalesce(status_code, 'chua_ro') as status_code,
    coalesce(beneficiary_class, 'chua_ro') as beneficiary_class,
    is_woman,
    is_ethnic_minority,
    is_religious,
    is_young,
    case
        when is_direct_worker is not null then is_direct_worker
        when beneficiary_class <> 'chua_ro' then beneficiary_class = 'direct_worker'
    end as is_direct_worker,
    coalesce(source_file, '') as source_file,
    coalesce(source_sheet, '') as source_sheet,
    source_row,
    coalesce(name_cell, '') as name_cell,
    coalesce(role_cell, '') as role_cell,
    coalesce(gender_cell, '') as gender_cell,
    coalesce(birth_cell, '') as birth_cell,
    coalesce(class_cell, '') as class_cell,
    coalesce(sector_cell, '') as sector_cell,
    coalesce(ethnic_cell, '') as ethnic_cell,
    coalesce(religion_cell, '') as religion_cell,
    coalesce(young_cell, '') as young_cell,
    coalesce(field_cell, '') as field_cell,
    coalesce(kind_cell, '') as kind_cell,
    coalesce(unit_cell, '') as unit_cell
from raw_person
