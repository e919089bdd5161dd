update mart_cube set achievement_code = 'chua_ro' where source = 'tally'
