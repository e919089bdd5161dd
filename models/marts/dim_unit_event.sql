-- dim_unit_event: what became of a unit: merged, split, renamed, abolished (to_code is empty), under another parent, in another cluster.
-- grain: event_on, from_code, to_code
-- to_code is the successor; of kind parent the new parent, of kind cluster the new cluster. Those two follow from the registry
-- and from the members of clusters, and carry no figures. The board's list of changes adds to the registry's.
with changed as (
    select event_on, from_code, coalesce(to_code, '') as to_code, extent, kind, verified
    from stg_ref_unit_event
),

listed as (
    select l.valid_from as event_on, l.code as from_code, l.means as to_code, l.role_code as extent, l.kind, true as verified
    from int_listed as l
    left join changed as c on c.event_on = l.valid_from and c.from_code = l.code and c.to_code = l.means
    where l.list_code = 'board_event' and l.valid_from is not null and c.from_code is null
),

row_before as (
    select
        unit_code, valid_from, parent_code,
        lag(parent_code) over (partition by unit_code order by valid_from) as parent_before, verified
    from dim_unit
),

member_before as (
    select
        unit_code, year, cluster_code,
        lag(cluster_code) over (partition by unit_code order by year) as cluster_before,
        lag(year) over (partition by unit_code order by year) as year_before
    from dim_cluster_member
),

told as (
    select event_on, from_code, to_code, extent, kind, verified
    from changed
    union all
    select event_on, from_code, to_code, extent, kind, verified
    from listed
    union all
    select valid_from as event_on, unit_code as from_code, parent_code as to_code, 'full' as extent, 'parent' as kind, verified
    from row_before
    where parent_before <> parent_code
    union all
    select
        cast(cast(year as varchar) || '-01-01' as date) as event_on, unit_code as from_code, cluster_code as to_code,
        'full' as extent, 'cluster' as kind, true as verified
    from member_before
    where cluster_before <> cluster_code and year_before = year - 1
)

select event_on, from_code, to_code, extent, kind, verified
from told
order by event_on, from_code, to_code
