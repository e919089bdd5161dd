-- fct_contribution: what each award or cell adds to each measure of each fact, with file, sheet and cell.
-- grain: contribution_id
-- kept as: view
-- fact: award (fct_award_count), beneficiary (fct_beneficiary_count), proposal (fct_proposal); crossed (mart_crossed) tells again
-- what beneficiary has, by type of achievement, and is in no sum with it, as proposed tells again the proposals of tallies, by kind; control, printed and computed serve mart_reconciliation.
-- achievement_code is empty where the fact has none.
with added as (
    select
        a.*,
        p.part,
        case p.part
            when 'type' then case when a.fact = 'beneficiary' then 'award_count' end
            when 'total' then case when a.fact = 'proposal' then 'proposal_count' else 'award_count' end
            when 'kind' then case when a.fact <> 'proposal' then a.recipient_kind || '_count' end
            when 'enterprise' then case when a.fact <> 'proposal' and a.enterprise_amount is not null then 'enterprise_count' end
            when 'class' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.beneficiary_class = 'chua_ro' then 'class_unknown_count'
                    else a.beneficiary_class || '_count'
                end
            when 'woman' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.is_woman is null then 'woman_unknown_count'
                    when a.is_woman then 'woman_count'
                end
            when 'youth' then
                case
                    when a.fact = 'proposal' or a.recipient_kind <> 'individual' then null
                    when a.is_youth is null then 'youth_unknown_count'
                    when a.is_youth then 'youth_count'
                end
        end as measure,
        case p.part when 'type' then 'award' else a.fact end as added_to
    from fct_list_row as a
    cross join (values ('type'), ('total'), ('kind'), ('enterprise'), ('class'), ('woman'), ('youth')) as p (part)
    where a.counts_in_state_total
)

select
    award_id || ':' || added_to || ':' || measure as contribution_id,
    return_id, source_file, source_sheet,
    case part
        when 'kind' then name_cell
        when 'class' then class_cell
        when 'enterprise' then class_cell
        when 'woman' then gender_cell
        when 'youth' then birth_cell
        else form_cell
    end as source_cell,
    added_to as fact,
    measure,
    case part when 'enterprise' then enterprise_amount else cast(1 as bigint) end as amount,
    unit_code, award_year, decided_year, form_code, level_code,
    case when added_to in ('award', 'proposal') then achievement_code else '' end as achievement_code,
    'list' as source
from added
where measure is not null
union all
select
    contribution_id, return_id, source_file, source_sheet, source_cell, fact, measure, amount,
    unit_code, award_year, decided_year, form_code, level_code, achievement_code, 'tally' as source
from fct_cell_contribution
