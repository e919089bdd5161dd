-- int_finding_sql: findings that show only when returns stand side by side.
-- grain: finding_id
with rule as (
    select code, severity, want_vi, want_en, mend_vi, mend_en
    from (
        select *, row_number() over (partition by code order by coalesce(valid_from, date '1900-01-01') desc) as rule_no
        from stg_ref_rule
    ) as dated
    where rule_no = 1
),

lost as (
    select
        c.return_id,
        case c.standing when 'second_sender' then 'second-sender' else 'overlapping-tally' end as code,
        min(w.return_id) as winner_id
    from int_claim as c
    inner join int_claim as w
        on w.scope = c.scope and w.unit_code = c.unit_code and w.award_year = c.award_year and w.form_code = c.form_code
        and w.standing = 'counted'
    where c.standing in ('second_sender', 'overlapping_tally')
    group by c.return_id, c.standing
),

event_row as (
    select award_id, return_id, event, decision_no, source_sheet, source_row, name_cell
    from int_award
    where not is_proposal and role_code = 'counts'
        and (event = 'revoked' or (event = 'corrected' and standing = 'counted'))
),

revising as (
    select
        r.return_id,
        case when r.revises_return_id <> '' then r.revises_return_id else r.revises_file end as named,
        i.is_found,
        t.return_id is not null as is_of_other_unit
    from int_return as r
    inner join int_identity as i on i.return_id = r.return_id
    left join int_return as t on t.return_id = i.target_id and t.unit_code <> r.unit_code and t.standing = 'superseded'
    where r.outcome in ('accepted', 'accepted_with_warnings') and (r.revises_file <> '' or r.revises_return_id <> '')
),

found as (
    select r.return_id, '' as source_sheet, '' as source_cell, 'second-return' as code, r.first_file as got, '' as item
    from int_return as r
    where r.is_second
    union all
    select l.return_id, '' as source_sheet, '' as source_cell, l.code, w.file_name as got, '' as item
    from lost as l
    inner join int_return as w on w.return_id = l.winner_id
    union all
    select
        e.return_id, e.source_sheet, e.name_cell as source_cell,
        case e.event when 'revoked' then 'revocation-unmatched' else 'correction-unmatched' end as code,
        e.decision_no as got, e.award_id as item
    from event_row as e
    left join int_award_event as m on m.event_award_id = e.award_id
    where m.event_award_id is null
    union all
    select v.return_id, '' as source_sheet, '' as source_cell, 'revises-unmatched' as code, v.named as got, '' as item
    from revising as v
    where not v.is_found
    union all
    select v.return_id, '' as source_sheet, '' as source_cell, 'revises-other-unit' as code, v.named as got, '' as item
    from revising as v
    where v.is_of_other_unit
    union all
    select r.return_id, '' as source_sheet, '' as source_cell, 'not-expected' as code, '' as got, '' as item
    from int_return as r
    left join stg_finding as f on f.return_id = r.return_id and f.code = 'not-expected'
    where not r.is_expected and not r.is_second
        and r.outcome in ('accepted', 'accepted_with_warnings') and f.return_id is null
)

select
    f.return_id || ':' || f.code || case when f.item = '' then '' else ':' || f.item end as finding_id,
    f.return_id,
    r.file_name as source_file,
    f.source_sheet,
    f.source_cell,
    f.code,
    coalesce(u.severity, 'query') as severity,
    f.got,
    coalesce(u.want_vi, '') as want_vi,
    coalesce(u.want_en, '') as want_en,
    coalesce(u.mend_vi, '') as mend_vi,
    coalesce(u.mend_en, '') as mend_en
from found as f
inner join int_return as r on r.return_id = f.return_id
left join rule as u on u.code = f.code
order by finding_id
