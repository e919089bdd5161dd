update mart_cube set achievement_code = 'doi_ngoai' where source = 'list'
