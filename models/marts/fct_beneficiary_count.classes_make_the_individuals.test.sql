-- fct_beneficiary_count.classes_make_the_individuals: five classes and unknown make up the individuals; guards every share by class.
select
    unit_code, award_year, form_code, level_code, source, individual_count, leader_ministry_province_count,
    leader_department_count, entrepreneur_count, leader_other_count, direct_worker_count, class_unknown_count
from fct_beneficiary_count
where individual_count is not null
    and (
        class_unknown_count < 0
        or individual_count is distinct from
            class_unknown_count + coalesce(leader_ministry_province_count, 0) + coalesce(leader_department_count, 0)
            + coalesce(entrepreneur_count, 0) + coalesce(leader_other_count, 0) + coalesce(direct_worker_count, 0)
    )
order by unit_code, award_year, form_code, level_code, source
