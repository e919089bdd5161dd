-- dim_quota_form: the forms that count in the numerator and in the denominator of each quota.
-- grain: quota_code, side, form_code
select quota_code, side, form_code
from stg_ref_quota_form
order by quota_code, side, form_code
