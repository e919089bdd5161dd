-- int_award: rows of accepted lists with their standing, the year of the decision and youth.
-- grain: award_id
-- kept as: view
-- Youth: from 16 until the 31st birthday, at decided_on where the full birth date is known, else at 31/12 of award_year.
with placed as (
    select
        a.*,
        r.role_code,
        r.receipt_on,
        case when a.event = 'revoked' then 'event' else c.standing end as standing,
        cast(coalesce(extract(year from a.decided_on), 0) as bigint) as decided_year
    from stg_award as a
    inner join int_return as r
        on r.return_id = a.return_id and r.standing in ('accepted', 'accepted_with_warnings')
    left join int_claim as c
        on c.return_id = a.return_id
        and c.scope = case when a.is_proposal then 'proposal' else 'award' end
        and c.unit_code = a.unit_code and c.award_year = a.award_year and c.form_code = a.form_code
        and c.source = 'list'
)

select
    award_id, return_id, is_proposal, unit_code, sender_code, workplace_code, decided_by, recipient_kind, recipient_name,
    birth_on, birth_year, recipient_key, name_key, form_code, level_code, achievement_code, movement, field_code, decision_no, decided_on,
    award_year, decided_year,
    case when recipient_kind = 'individual' then beneficiary_class end as beneficiary_class,
    case when recipient_kind = 'individual' then is_woman end as is_woman,
    case
        when recipient_kind <> 'individual' then null
        when birth_on is not null and decided_on is not null
            then birth_on + interval '16' year <= decided_on and decided_on < birth_on + interval '31' year
        when birth_year is not null and award_year <> 0 then award_year - birth_year between 16 and 30
    end as is_youth,
    case when recipient_kind = 'individual' then is_ethnic_minority end as is_ethnic_minority,
    case when recipient_kind = 'individual' then is_religious end as is_religious,
    case when recipient_kind = 'collective' then is_small_collective end as is_small_collective,
    case when recipient_kind = 'collective' then is_enterprise end as is_enterprise,
    event, role_code, receipt_on, standing,
    source_file, source_sheet, source_row, name_cell, form_cell, gender_cell, birth_cell, class_cell
from placed
