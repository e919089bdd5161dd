-- mart_congress.parts_within_delegates: those who are and those of whom it is not known are some of the delegates; guards shares above the whole.
select congress_year, level_code, unit_code, role_code, sector_code, delegate_count
from mart_congress
where coalesce(woman_count, 0) + woman_unknown_count > delegate_count
    or coalesce(youth_count, 0) + youth_unknown_count > delegate_count
    or coalesce(young_count, 0) + young_unknown_count > delegate_count
    or coalesce(ethnic_minority_count, 0) + ethnic_minority_unknown_count > delegate_count
    or coalesce(religious_count, 0) + religious_unknown_count > delegate_count
    or coalesce(direct_worker_count, 0) + direct_worker_unknown_count > delegate_count
order by congress_year, level_code, unit_code, role_code, sector_code
