-- fct_return.one_of_an_identity_counts: of the returns of one sender, unit, period, form of return, part and scope one is accepted; guards against counting twice.
select unit_code, sender_code, period, form_of_return, part, scope, count(*) as accepted_returns
from fct_return
where status in ('accepted', 'accepted_with_warnings')
group by unit_code, sender_code, period, form_of_return, part, scope
having count(*) > 1
order by unit_code, sender_code, period, form_of_return, part, scope
