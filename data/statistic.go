package data

// Statistic is something that a form of figures counts and that is no award: movements, bodies or staff of emulation and
// commendation work, in all or in one row of a section. Its row codes and spellings stand in the layouts.
type Statistic struct {
	Code        string `csv:"statistic,key"`
	Measure     string `csv:"measure"`
	Section     string `csv:"section,optional"` // what it splits the total by; "" of the total
	NameVI      string `csv:"name_vi"`
	NameEN      string `csv:"name_en"`
	CountUnitVI string `csv:"count_unit_vi"`
	CountUnitEN string `csv:"count_unit_en"`
	Order       int    `csv:"display_order"`
	Verified    bool   `csv:"verified"` // checked with the gazette
	Note        string `csv:"note,optional"`
}
