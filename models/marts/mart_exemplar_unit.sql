-- mart_exemplar_unit: exemplars found, by unit that proposes, field and status.
-- grain: period, unit_code, field_code, status_code
-- measures: exemplar_count, collective_count, household_count, individual_count, kind_unknown_count, woman_count, woman_unknown_count, direct_worker_count, direct_worker_unknown_count
-- always with: period
-- What no list tells of any individual of a row is null there, never nought.
-- column: period: giai đoạn của kế hoạch, hoặc năm nếu ngoài kế hoạch | period of the plan, or the year outside any
-- column: unit_code: đơn vị giới thiệu | unit that proposes
-- column: field_code: lĩnh vực | field
-- column: status_code: tình trạng | status
-- column: exemplar_count: điển hình đã có, mỗi điển hình một lần ở mỗi lĩnh vực | exemplars found, each once a field
-- column: collective_count: tập thể | collectives
-- column: household_count: hộ gia đình | households
-- column: individual_count: cá nhân | individuals
-- column: kind_unknown_count: chưa rõ loại | kind not known
-- column: woman_count: nữ, trong số cá nhân | women, of the individuals
-- column: woman_unknown_count: cá nhân chưa rõ giới tính | individuals of no known sex
-- column: direct_worker_count: người trực tiếp công tác, lao động, học tập | direct workers
-- column: direct_worker_unknown_count: cá nhân chưa rõ có phải người trực tiếp không | individuals not known to be direct workers or not
select
    p.period, e.unit_code, p.field_code, e.status_code,
    count(*) as exemplar_count,
    count(*) filter (where e.recipient_kind = 'collective') as collective_count,
    count(*) filter (where e.recipient_kind = 'household') as household_count,
    count(*) filter (where e.recipient_kind = 'individual') as individual_count,
    count(*) filter (where e.recipient_kind = 'chua_ro') as kind_unknown_count,
    case
        when count(*) filter (where e.recipient_kind = 'individual' and e.is_woman is not null) > 0 then count(*) filter (where e.recipient_kind = 'individual' and e.is_woman)
    end as woman_count,
    count(*) filter (where e.recipient_kind = 'individual' and e.is_woman is null) as woman_unknown_count,
    case
        when count(*) filter (where e.recipient_kind = 'individual' and e.is_direct_worker is not null) > 0 then count(*) filter (where e.recipient_kind = 'individual' and e.is_direct_worker)
    end as direct_worker_count,
    count(*) filter (where e.recipient_kind = 'individual' and e.is_direct_worker is null) as direct_worker_unknown_count
from fct_exemplar_period as p
inner join fct_exemplar as e on e.person_id = p.person_id
where p.is_found
group by p.period, e.unit_code, p.field_code, e.status_code
order by p.period, e.unit_code, p.field_code, e.status_code
