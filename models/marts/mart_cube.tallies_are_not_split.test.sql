-- mart_cube.tallies_are_not_split: what stands as not split is a tally's, and all of a tally stands so; guards against joint figures that nobody stated.
select unit_code, award_year, form_code, level_code, achievement_code, source
from mart_cube
where (source = 'tally') <> (achievement_code = 'chua_tach')
order by unit_code, award_year, form_code, level_code, achievement_code, source
