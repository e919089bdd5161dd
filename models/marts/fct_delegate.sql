-- fct_delegate: delegates to congresses of patriotic emulation, one row each; no award, and no name: that stays in the raw tables.
-- grain: person_id
-- Delegates to congresses of two levels are not to be added: who attends the national one has mostly attended the provincial one.
-- is_direct_worker: by the ticks of the list, else by the class; a position tells nothing. is_youth is the youth of the law (16 to 30); is_young is what the list itself calls a young delegate, whatever it means by that.
select
    p.person_id, p.return_id, coalesce(c.cycle_code, 'chua_ro') as cycle_code, p.person_year as congress_year, p.level_code,
    p.unit_code, p.sender_code, p.workplace_code, p.role_code, p.sector_code, p.beneficiary_class,
    p.is_woman, p.is_youth, p.is_young, p.is_ethnic_minority, p.is_religious, p.is_direct_worker,
    p.source_file, p.source_sheet, p.source_row, p.name_cell,
    case when p.gender_cell <> '' then p.gender_cell else p.name_cell end as gender_cell,
    case when p.birth_cell <> '' then p.birth_cell else p.name_cell end as birth_cell,
    case when p.young_cell <> '' then p.young_cell else p.name_cell end as young_cell,
    case when p.ethnic_cell <> '' then p.ethnic_cell else p.name_cell end as ethnic_cell,
    case when p.religion_cell <> '' then p.religion_cell else p.name_cell end as religion_cell,
    case when p.class_cell <> '' then p.class_cell else p.name_cell end as class_cell
from int_person as p
left join dim_congress_cycle as c on c.from_year < p.person_year and p.person_year <= c.to_year
where p.list_code = 'dai_bieu_dai_hoi' and p.is_counted
order by p.person_id
