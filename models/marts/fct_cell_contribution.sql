-- fct_cell_contribution: what each cell of a tally adds to each measure, and each printed total beside what its parts give.
-- grain: contribution_id
select
    contribution_id, return_id, source_file, source_sheet, source_cell, fact, measure, amount,
    unit_code, award_year, decided_year, form_code, level_code, achievement_code
from int_tally_contribution
union all
select
    p.return_id || ':' || p.source_sheet || '!' || p.source_cell || ':' || f.fact || ':' || p.measure
        || ':' || p.unit_code || ':' || cast(p.award_year as varchar) || ':' || p.form_code as contribution_id,
    p.return_id, p.source_file, p.source_sheet, p.source_cell, f.fact, p.measure,
    case f.fact when 'printed' then p.printed else p.computed end as amount,
    p.unit_code, p.award_year, cast(0 as bigint) as decided_year, p.form_code, 'chua_ro' as level_code, '' as achievement_code
from stg_printed as p
inner join int_return as r on r.return_id = p.return_id and r.standing in ('accepted', 'accepted_with_warnings')
cross join (values ('printed'), ('computed')) as f (fact)
where case f.fact when 'printed' then p.printed else p.computed end is not null
order by contribution_id
