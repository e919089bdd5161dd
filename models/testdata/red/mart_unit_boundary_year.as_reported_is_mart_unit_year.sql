update mart_unit_boundary_year set unit_code = 'khong_quy_doi' where boundaries = 'reported'
