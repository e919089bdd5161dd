delete from mart_exemplar_unit where unit_code = 'u1'
