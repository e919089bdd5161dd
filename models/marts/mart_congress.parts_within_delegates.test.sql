-- mart_congress.parts_within_delegates: those who are and those of whom it is not known are some of the delegates; guards shares above the whole.
select congress_year, level_code, unit_code, role_code, sector_code, delegate_count
from mart_congress
where woman_count + woman_unknown_count > delegate_count
    or youth_count + youth_unknown_count > delegate_count
    or young_count + young_unknown_count > delegate_count
    or ethnic_minority_count + ethnic_minority_unknown_count > delegate_count
    or religious_count + religious_unknown_count > delegate_count
    or direct_worker_count + direct_worker_unknown_count > delegate_count
order by congress_year, level_code, unit_code, role_code, sector_code
