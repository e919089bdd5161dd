delete from mart_completeness where unit_code = 'u1'
