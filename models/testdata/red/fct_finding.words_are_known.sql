insert into fct_finding by name select 'x' as finding_id, 'grave' as severity, 'open' as state
