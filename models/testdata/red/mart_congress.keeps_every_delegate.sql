delete from mart_congress where unit_code = 'u1'
