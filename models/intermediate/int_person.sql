-- int_person: people of lists that stand, and which list of a delegation counts.
-- grain: person_id
-- kept as: view
-- A delegation to one congress is told by its own unit, or by whoever sent first; another list that tells it too is only
-- compared. Delegations that are not known cannot be compared and count.
-- Youth: 16 to 30 years at 31/12 of the year, which is until the 31st birthday: the day of a congress stands in no list.
with placed as (
    select p.*, r.unit_code as return_unit_code, r.receipt_on, r.file_name
    from stg_person as p
    inner join int_return as r
        on r.return_id = p.return_id and r.standing in ('accepted', 'accepted_with_warnings') and r.role_code = 'counts'
),

teller as (
    select
        list_code, unit_code, level_code, person_year, return_unit_code,
        row_number() over (
            partition by list_code, unit_code, level_code, person_year
            order by case when return_unit_code = unit_code then 0 else 1 end, min(receipt_on), return_unit_code
        ) as teller_no
    from placed
    where list_code = 'dai_bieu_dai_hoi' and unit_code <> 'chua_ro'
    group by list_code, unit_code, level_code, person_year, return_unit_code
)

select
    p.*,
    coalesce(t.teller_no, 1) = 1 as is_counted,
    case
        when p.recipient_kind <> 'individual' then null
        when p.birth_year is not null and p.person_year <> 0 then p.person_year - p.birth_year between 16 and 30
    end as is_youth
from placed as p
left join teller as t
    on t.list_code = p.list_code and t.unit_code = p.unit_code and t.level_code = p.level_code and t.person_year = p.person_year
    and t.return_unit_code = p.return_unit_code
