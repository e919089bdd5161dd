package office

import (
	"context"
	"strconv"

	"tdkt/queries/door"
	"tdkt/queries/table"
)

// Count is a figure of a year and of the year before; nil where nobody stated it.
type Count struct{ Now, Before *int64 }

// Share is a part of the individuals: yes, of how many, of whom not known. Yes is nil where nobody stated it.
type Share struct {
	Yes         *int64
	Of, Unknown int64
}

// Headline is the five figures a leader asks for first, by award year.
type Headline struct {
	Year                  int
	Complete              table.Completeness
	Awards, State         Count
	Workers, Women, Youth Share
}

// headline asks the published copy; year 0 is the newest with figures.
func (o *Office) headline(ctx context.Context, year int) (Headline, error) {
	d, err := o.Door()
	if err != nil {
		return Headline{}, err
	}
	defer d.Close()
	main, err := ask(ctx, d, "headline", year)
	if err != nil || len(main.Rows) == 0 {
		return Headline{Year: year}, err
	}
	h := Headline{Year: int(*whole(main, 0, "award_year"))}
	at := map[string]int{}
	for i := range main.Rows {
		at[main.Value(i, "measure_code").(string)] = i
	}
	count := func(measure string) Count {
		i := at[measure]
		return Count{whole(main, i, "amount"), whole(main, i, "last_amount")}
	}
	share := func(yes, unknown string) Share {
		return Share{Yes: count(yes).Now, Of: orZero(count("individual_count").Now), Unknown: orZero(count(unknown).Now)}
	}
	h.Awards = count("award_count")
	h.Workers = share("direct_worker_count", "class_unknown_count")
	h.Women = share("woman_count", "woman_unknown_count")
	h.Youth = share("youth_count", "youth_unknown_count")
	if h.State, err = stateLevel(ctx, d, h.Year); err != nil {
		return h, err
	}
	h.Complete, err = d.Completeness(ctx, int64(h.Year))
	return h, err
}

// stateLevel counts the awards decided at state level in a year and the year before.
func stateLevel(ctx context.Context, d *door.Door, year int) (Count, error) {
	t, err := d.Ask(ctx, "select award_year, award_count from mart_level_year where level_code = 'nha_nuoc' and award_year in (?, ?) order by award_year", year-1, year)
	if err != nil {
		return Count{}, err
	}
	var c Count
	for i := range t.Rows {
		if *whole(t, i, "award_year") == int64(year) {
			c.Now = whole(t, i, "award_count")
		} else {
			c.Before = whole(t, i, "award_count")
		}
	}
	return c, nil
}

func ask(ctx context.Context, d *door.Door, name string, year int) (table.Table, error) {
	return askQuery(ctx, d, name, map[string]string{"year": strconv.Itoa(year)})
}

// whole is a whole number of a table; nil where it is not stated.
func whole(t table.Table, row int, column string) *int64 {
	if n, ok := t.Value(row, column).(int64); ok {
		return &n
	}
	return nil
}

func orZero(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
