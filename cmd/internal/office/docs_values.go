package office

import (
	"errors"
	"strconv"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest/value"
)

// valueTables shows how cells are read, by reading examples with the readers of ingest.
func (o *Office) valueTables() []charts.ValueTable {
	table := func(id string, read func(text string) (string, bool, error), texts ...string) charts.ValueTable {
		t := charts.ValueTable{ID: "gia-tri-" + id, Title: o.Texts.Get("docs.value." + id), About: o.Texts.Get("docs.value." + id + ".about")}
		for _, text := range texts {
			reads, present, err := read(text)
			switch {
			case err != nil:
				reads = o.Texts.Get("docs.fault." + faultName(err))
			case !present:
				reads = o.Texts.Get("docs.value." + id + ".blank")
			}
			t.Rows = append(t.Rows, charts.ValueRow{Text: text, Reads: reads, OK: err == nil})
		}
		return t
	}
	return []charts.ValueTable{
		table("count", o.readCount, "12", "02", "1.234", "1 234", "0", "-", "/", "", "12,0", "1,5", "1,234", "x", "không", "05 người", "-3", "311712009", "11/0", "#REF!", "#N/A"),
		table("date", o.readDate, "05/12/2025", "5-12-2025", "5.12.2025", "5/12/25", "ngày 05 tháng 12 năm 2025", "2025-12-05", "", "12/2025", "2025", "31/02/2025", "12/25/2025", "311712009", "11/0"),
		table("birth", o.readBirth, "20/03/1981", "20/3/81", "1981", "03/1981", "00/00/1950", "sinh năm 1975", "", "31/02/1980", "81"),
		table("year", o.readYear, "2025", "Năm 2025", "năm học 2024-2025", "2024–2025", "2024/2025", "", "2023-2025", "25"),
		table("tick", o.readTick, "x", "✓", "có", "1", "không", "0", "-", "", "chắc thế"),
		table("percent", o.readPercent, "45,67%", "45,67 %", "45,67", "0,4567", "", "nhiều"),
	}
}

func faultName(err error) string {
	for name, known := range map[string]error{"cell": value.ErrCell, "not_number": value.ErrNotNumber, "not_whole": value.ErrNotWhole, "negative": value.ErrNegative,
		"huge": value.ErrHuge, "ambiguous": value.ErrAmbiguous, "incomplete": value.ErrIncomplete, "impossible": value.ErrImpossible} {
		if errors.Is(err, known) {
			return name
		}
	}
	return "unknown"
}

func (o *Office) readCount(text string) (string, bool, error) {
	n, present, err := value.Count(text, false)
	return data.FormatInt(o.Lang, n), present, err
}

func (o *Office) readDate(text string) (string, bool, error) {
	d, present, err := value.Date(text, false)
	return o.day(d), present, err
}

func (o *Office) readBirth(text string) (string, bool, error) {
	b, present, err := value.BirthDate(text, false)
	if b.On.IsZero() {
		return o.Texts.Get("docs.value.birth.year", strconv.Itoa(b.Year)), present, err
	}
	return o.day(b.On), present, err
}

func (o *Office) readYear(text string) (string, bool, error) {
	y, present, err := value.Year(text)
	if err != nil {
		y, present, err = value.SchoolYear(text)
	}
	return strconv.Itoa(y), present, err
}

func (o *Office) readTick(text string) (string, bool, error) {
	a, present, err := value.Tick(text)
	if a == value.Yes {
		return o.Texts.Get("docs.value.yes"), present, err
	}
	return o.Texts.Get("docs.value.no"), present, err
}

func (o *Office) readPercent(text string) (string, bool, error) {
	p, present, err := value.Percent(text, false)
	return data.FormatPercent(o.Lang, p), present, err
}
