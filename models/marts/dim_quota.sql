-- dim_quota: limits on awards of some forms by awards of others, dated; the law of 31 December holds for the year.
-- grain: quota_code
select
    quota_code, name_vi, name_en, limit_percent, least_allowed, scope, reading_of, is_active,
    coalesce(valid_from, date '1900-01-01') as valid_from, valid_to, legal_basis
from stg_ref_quota
order by quota_code
