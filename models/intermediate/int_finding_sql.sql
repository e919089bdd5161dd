-- int_finding_sql: findings that show only when returns stand side by side.
-- grain: finding_id
-- A rule that is not in force on the day of the return finds nothing there. Words in braces are those of the quota.
with rule as (
    select code, severity, want_vi, want_en, mend_vi, mend_en, coalesce(valid_from, date '1900-01-01') as valid_from, valid_to
    from stg_ref_rule
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
    union all
    select
        c.return_id,
        case c.standing when 'second_sender' then 'second-sender' else 'overlapping-statistic' end as code,
        min(w.return_id) as winner_id
    from int_statistic as c
    inner join int_statistic as w
        on w.measure = c.measure and w.unit_code = c.unit_code and w.report_year = c.report_year and w.standing = 'counted'
    where c.standing in ('second_sender', 'overlapping')
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

-- of a quota only the returns that hold what it limits can be asked
asked as (
    select
        p.return_id, p.source_sheet, p.source_cell, q.place_code || ':' || q.quota_code || ':' || cast(q.award_year as varchar) as item, d.name_vi, d.name_en,
        cast(d.limit_percent as varchar) as limit_text,
        cast(q.numerator_count as varchar) || ' / ' || cast(q.denominator_count as varchar) || ' (' || cast(q.award_year as varchar) || ')' as got
    from int_quota as q
    inner join dim_quota as d on d.quota_code = q.quota_code
    inner join int_quota_return as p
        on p.quota_code = q.quota_code and p.place_code = q.place_code and p.award_year = q.award_year and p.side = 'numerator'
    where q.is_asked and p.amount > 0
),

told_twice as (
    select
        p.return_id, p.unit_code, min(p.source_sheet) as source_sheet, min(p.unit_cell) as source_cell, min(w.file_name) as winner_file
    from int_person as p
    inner join int_person as w
        on w.is_counted and w.list_code = p.list_code and w.unit_code = p.unit_code and w.level_code = p.level_code
        and w.person_year = p.person_year
    where not p.is_counted
    group by p.return_id, p.unit_code
),

-- a delegate who stands in the lists of two delegations to one congress
delegate as (
    select
        person_id, return_id, source_file, source_sheet, name_cell, level_code, person_year,
        name_key || '|' || cast(birth_on as varchar) || '|' || lower(recipient_name) as who, receipt_on
    from int_person
    where list_code = 'dai_bieu_dai_hoi' and is_counted and birth_on is not null and recipient_name <> ''
),

numbered_delegate as (
    select *, row_number() over (partition by level_code, person_year, who order by receipt_on, return_id, person_id) as place_no
    from delegate
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
    union all
    select
        d.return_id, d.source_sheet, d.name_cell as source_cell,
        case when d.unit_code = d.first_unit_code then 'duplicate-across-returns' else 'duplicate-across-units' end as code,
        d.first_file || case when d.first_sheet = '' then '' else ', ' || d.first_sheet end || ', ' || d.first_cell as got,
        d.award_id as item
    from int_duplicate as d
    union all
    select a.return_id, a.source_sheet, a.source_cell, 'quota-exceeded' as code, a.got, a.item
    from asked as a
    union all
    select t.return_id, t.source_sheet, t.source_cell, 'delegates-told-twice' as code, t.winner_file as got, t.unit_code as item
    from told_twice as t
    union all
    select
        d.return_id, d.source_sheet, d.name_cell as source_cell, 'person-in-two-lists' as code,
        f.source_file || case when f.source_sheet = '' then '' else ', ' || f.source_sheet end || ', ' || f.name_cell as got,
        d.person_id as item
    from numbered_delegate as d
    inner join numbered_delegate as f
        on f.level_code = d.level_code and f.person_year = d.person_year and f.who = d.who and f.place_no = 1
    where d.return_id <> f.return_id
    union all
    select
        p.return_id, p.source_sheet, p.field_cell as source_cell, 'exemplar-field-unknown' as code, coalesce(c.cell_text, '') as got,
        p.person_id as item
    from int_person as p
    left join dim_exemplar_field as f on f.field_code = p.field_code
    left join raw_cell as c on c.return_id = p.return_id and coalesce(c.sheet_name, '') = p.source_sheet and c.source_cell = p.field_cell
    where p.list_code = 'dien_hinh_tien_tien' and f.field_code is null
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
    replace(replace(coalesce(u.want_vi, ''), '{quota_vi}', coalesce(q.name_vi, '')), '{limit}', coalesce(q.limit_text, '')) as want_vi,
    replace(replace(coalesce(u.want_en, ''), '{quota_en}', coalesce(q.name_en, '')), '{limit}', coalesce(q.limit_text, '')) as want_en,
    coalesce(u.mend_vi, '') as mend_vi,
    coalesce(u.mend_en, '') as mend_en
from found as f
inner join int_return as r on r.return_id = f.return_id
left join rule as u
    on u.code = f.code
    and coalesce(r.dated_on, r.received_on, u.valid_from) >= u.valid_from
    and (u.valid_to is null or coalesce(r.dated_on, r.received_on, u.valid_to) <= u.valid_to)
left join asked as q on q.return_id = f.return_id and f.code = 'quota-exceeded' and q.item = f.item
where u.code is not null or f.code not in (select code from rule)
order by finding_id
