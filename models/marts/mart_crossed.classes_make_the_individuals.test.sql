-- mart_crossed.classes_make_the_individuals: within a type the classes and the unknown are the individuals, and of all of them sex and age are unknown; guards shares with their unknown beside them.
select unit_code, award_year, form_code, level_code, achievement_code, individual_count, class_unknown_count, woman_unknown_count, youth_unknown_count
from mart_crossed
where individual_count is not null
    and (
        class_unknown_count < 0
        or individual_count is distinct from
            class_unknown_count + coalesce(leader_ministry_province_count, 0) + coalesce(leader_department_count, 0)
            + coalesce(entrepreneur_count, 0) + coalesce(leader_other_count, 0) + coalesce(direct_worker_count, 0)
        or woman_unknown_count is distinct from individual_count
        or youth_unknown_count is distinct from individual_count
    )
order by unit_code, award_year, form_code, level_code, achievement_code
