-- fct_award: decided awards to one recipient each, from lists; only what counts, revoked and corrected awards are not here.
-- grain: award_id
-- recipient_key is a digest from the reader: names and birth dates stand in fct_award_person only, which is never published.
-- In the published copy a number of that copy stands in place of the digest.
select
    a.award_id, a.return_id, a.unit_code, a.sender_code, a.workplace_code, a.decided_by, a.recipient_kind,
    a.recipient_key,
    a.form_code, a.level_code, a.achievement_code, a.movement, a.field_code, a.decision_no, a.decided_on,
    a.award_year, a.decided_year, a.beneficiary_class, a.is_woman, a.is_youth, a.is_ethnic_minority, a.is_religious,
    a.is_small_collective, a.is_enterprise, a.event, a.source_file, a.source_sheet, a.source_row
from int_award as a
left join int_award_event as e on e.target_award_id = a.award_id
where a.standing = 'counted' and not a.is_proposal and e.target_award_id is null
order by a.award_id
