insert into fct_finding by name select return_id, 'x' as finding_id, 'warning' as severity, 'open' as state from fct_return where status = 'accepted'
