-- int_identity: the identity of each return, and the one return that a revision says it replaces.
-- grain: return_id
-- Identity = sender and unit, period, form of return, part, scope. A sender not known is the unit itself.
-- A revision names a return by its id, or a file: by its whole name, else by the end of it where one file, or one file of the
-- same identity, or one of the same unit and period has that end. The part chooses only among several returns of one form in
-- that file; of several returns of the revising file the likest replaces, the others stand beside it.
-- is_found: what is named was received, whether or not it stands.
with keyed as (
    select
        *,
        unit_code || '|' || case when sender_code = 'chua_ro' then unit_code else sender_code end
        || '|' || period || '|' || form_of_return || '|' || part || '|' || scope as identity_key,
        outcome in ('accepted', 'accepted_with_warnings') as is_accepted
    from int_received
),

candidate as (
    select
        r.return_id,
        r.file_hash as revising_hash,
        r.form_of_return,
        t.return_id as target_id,
        t.file_name,
        t.identity_key as target_identity,
        t.is_accepted as target_is_accepted,
        case when r.revises_return_id <> '' or t.file_name = r.revises_file then 1 else 0 end as is_exact,
        case
            when t.identity_key = r.identity_key then 2
            when t.unit_code = r.unit_code and t.period = r.period then 1
            else 0
        end as file_likeness,
        case when t.part = r.part then 1 else 0 end as same_part,
        case when t.unit_code = r.unit_code then 8 else 0 end
        + case when t.period = r.period then 4 else 0 end
        + case when t.is_accepted then 2 else 0 end
        + case when t.identity_key = r.identity_key then 1 else 0 end as likeness
    from keyed as r
    inner join keyed as t
        on r.is_revision and t.return_id <> r.return_id
        and (t.form_of_return = r.form_of_return or (t.form_of_return in ('', 'chua_ro') and not t.is_accepted))
        and (
            t.return_id = r.revises_return_id
            or (
                r.revises_return_id = '' and r.revises_file <> '' and t.file_hash <> r.file_hash
                and (
                    t.file_name = r.revises_file
                    or (
                        length(t.file_name) > length(r.revises_file)
                        and substr(t.file_name, length(t.file_name) - length(r.revises_file)) = '/' || r.revises_file
                    )
                )
            )
        )
),

exact_first as (
    select *, max(is_exact) over (partition by return_id) as has_exact
    from candidate
),

named_file as (
    select return_id, file_name, max(file_likeness) as file_likeness
    from exact_first
    where is_exact = has_exact
    group by return_id, file_name
),

weighed_file as (
    select
        *,
        max(file_likeness) over (partition by return_id) as best_likeness,
        count(*) over (partition by return_id, file_likeness) as alike_count
    from named_file
),

in_file as (
    select
        c.*,
        min(c.target_identity) over (partition by c.return_id) <> max(c.target_identity) over (partition by c.return_id) as is_one_of_several
    from candidate as c
    inner join weighed_file as f
        on f.return_id = c.return_id and f.file_name = c.file_name and f.file_likeness = f.best_likeness and f.alike_count = 1
),

weighed as (
    select
        *,
        row_number() over (partition by return_id order by likeness desc, target_id) as target_no,
        min(target_identity) over (partition by return_id, likeness) as least_identity,
        max(target_identity) over (partition by return_id, likeness) as greatest_identity
    from in_file
    where not is_one_of_several or same_part = 1
),

chosen as (
    select
        *,
        row_number() over (
            partition by revising_hash, form_of_return, target_identity
            order by same_part desc, likeness desc, return_id
        ) as sibling_no
    from weighed
    where target_no = 1 and least_identity = greatest_identity
)

select
    k.return_id,
    k.identity_key,
    k.is_accepted,
    c.return_id is not null as is_found,
    case when c.sibling_no = 1 then c.target_id end as target_id,
    case when c.sibling_no = 1 and c.target_is_accepted then c.target_identity else k.identity_key end as group_key
from keyed as k
left join chosen as c on c.return_id = k.return_id
order by k.return_id
