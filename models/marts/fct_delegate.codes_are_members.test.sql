-- fct_delegate.codes_are_members: role, sector, level and cycle are members of their dimensions; guards that no delegate falls out of a join.
select d.person_id, d.role_code, d.sector_code, d.level_code, d.cycle_code
from fct_delegate as d
left join dim_delegate_role as r on r.role_code = d.role_code
left join dim_economic_sector as s on s.sector_code = d.sector_code
left join dim_level as l on l.level_code = d.level_code
left join dim_congress_cycle as c on c.cycle_code = d.cycle_code
where r.role_code is null or s.sector_code is null or l.level_code is null or c.cycle_code is null
order by d.person_id
