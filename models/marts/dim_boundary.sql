-- dim_boundary: the ways in which figures stand under units: as reported, by the districts of 30/6/2025, by the units of today.
-- grain: boundaries
select boundaries, name_vi, name_en, as_on, display_order
from stg_ref_boundary
order by boundaries
