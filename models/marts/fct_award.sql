-- fct_award: decided awards to one recipient each, from lists; only what counts, revoked and corrected awards are not here.
-- grain: award_id
-- kept as: view
-- recipient_key is the first award of the same recipient: names and birth dates stand in fct_award_person only, which is never published.
select
    award_id, return_id, unit_code, sender_code, workplace_code, decided_by, recipient_kind, recipient_key,
    form_code, level_code, achievement_code, movement, field_code, decision_no, decided_on,
    award_year, decided_year, beneficiary_class, is_woman, is_youth, is_ethnic_minority, is_religious,
    is_small_collective, is_enterprise, event, source_file, source_sheet, source_row
from fct_list_row
where fact = 'beneficiary'
